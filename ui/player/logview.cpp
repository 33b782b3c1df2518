// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/logview.h"

#include "ui/look.h"
#include "ui/player/logmodel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

LogView::LogView(QWidget *parent)
    : QWidget(parent)
    , m_model(new LogModel(this))
    , m_state(new QLabel(this))
    , m_warningCount(new QToolButton(this))
    , m_warnings(new QLabel(this))
    , m_table(new QTableView(this))
{
    setAccessibleName(tr("Session log"));
    m_state->setObjectName(u"logState"_s);
    m_state->setForegroundRole(QPalette::WindowText); // whatever the player's ground is
    m_warningCount->setObjectName(u"logWarningCount"_s);
    m_warningCount->setText(tr("Warnings"));
    m_warningCount->setCheckable(true);
    m_warningCount->setIcon(icon(u"warning"_s));
    m_warningCount->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_warnings->setObjectName(u"logWarnings"_s);
    m_warnings->setWordWrap(true);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setContentsMargins(space::wide, 0, space::wide, space::whole);
    m_warnings->setForegroundRole(QPalette::PlaceholderText);
    connect(m_warningCount, &QToolButton::toggled, this, &LogView::showWarnings);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Entries of the session log"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(*m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->installEventFilter(this);
    setFocusProxy(m_table);
    const auto choose = [this](const QModelIndex &entry) {
        emit chosen(m_model->timeMs(entry.row()));
    };
    connect(m_table, &QTableView::activated, this, choose);
    connect(m_table, &QTableView::clicked, this, choose);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::wide, space::half, space::whole, space::half);
    head->addWidget(m_state, 1);
    head->addWidget(m_warningCount);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_warnings);
    column->addWidget(m_table, 1);
    clear();
}

void LogView::showLog(const SessionLog &log, bool growing)
{
    const bool first = m_model->rowCount() == 0;
    m_model->setLog(log);
    if (first) {
        m_table->resizeColumnToContents(LogModel::Time);
        m_table->resizeColumnToContents(LogModel::Event);
    }
    const bool whole = log.completion == LogCompletion::Complete;
    QPalette colours = QApplication::palette(m_state);
    if (!whole && !growing)
        colours.setColor(QPalette::WindowText, accentColour(Accent::Caution, colours));
    m_state->setPalette(colours);
    m_state->setText(
        whole     ? tr("Complete, %n entries", nullptr, int(log.entries.size()))
        : growing ? tr("Being written, %n entries so far", nullptr, int(log.entries.size()))
                  : tr("Ended unexpectedly after %n entries", nullptr, int(log.entries.size())));
    QStringList words;
    for (const QString &warning : log.warnings)
        words << wordForLogWarning(warning);
    m_warnings->setText(words.join(u'\n'));
    m_warningCount->setText(tr("%n warning(s)", nullptr, int(words.size())));
    m_warningCount->setVisible(!words.isEmpty());
    showWarnings(m_warningCount->isChecked());
}

void LogView::clear()
{
    m_model->setLog({});
    m_state->clear();
    m_warningCount->hide();
    m_warningCount->setChecked(false);
    showWarnings(false);
}

void LogView::showWarnings(bool shown)
{
    m_warnings->setVisible(shown && !m_warningCount->isHidden());
    m_warningCount->setToolTip(shown ? tr("Hide what is odd about this log")
                                     : tr("Show what is odd about this log"));
}

void LogView::showMoment(qint64 ms)
{
    const int row = m_model->rowAt(ms);
    if (row < 0 || row == m_table->currentIndex().row())
        return;
    m_table->setCurrentIndex(m_model->index(row, LogModel::What));
}

void LogView::showFound(const QString &text)
{
    m_model->showFound(text);
}

void LogView::setWallClock(bool wall)
{
    m_model->setWallClock(wall);
    m_table->resizeColumnToContents(LogModel::Time);
}

// Letters, space and the keys that go on in time are the player's, not the table's.
bool LogView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool sideways = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
    const bool letter = key->text().size() == 1 && key->text().front().isPrint()
                        && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!sideways && !letter)
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace respool
