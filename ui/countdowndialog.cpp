// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/countdowndialog.h"

#include "ui/look.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace respool {

namespace {

constexpr int countMs = 100;
constexpr qint64 wholeMs = qint64(CountdownDialog::seconds) * 1000;

} // namespace

CountdownDialog::CountdownDialog(QString question, const QString &verb, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::WindowStaysOnTopHint)
    , m_question(std::move(question))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_elapsed([this] { return m_stopwatch.elapsed(); })
{
    setWindowTitle(tr("The queue is done"));
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(460);
    m_bar->setRange(0, int(wholeMs));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Time left"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    const QPushButton *now = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(now, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole + space::half);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addWidget(buttons);
    m_stopwatch.start();
    connect(&m_tick, &QTimer::timeout, this, [this] { count(wholeMs - m_elapsed()); });
    connect(this, &QDialog::finished, &m_tick, &QTimer::stop);
    m_tick.start(countMs);
    count(wholeMs);
}

void CountdownDialog::count(qint64 leftMs)
{
    if (leftMs <= 0) {
        accept();
        return;
    }
    m_text->setText(m_question.arg((leftMs + 999) / 1000));
    m_bar->setValue(int(std::clamp<qint64>(leftMs, 0, wholeMs)));
}

} // namespace respool
