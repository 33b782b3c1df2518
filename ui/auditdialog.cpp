// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/auditdialog.h"

#include "core/evidence.h"
#include "ui/auditmodel.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int typingMs = 200;

} // namespace

AuditDialog::AuditDialog(Evidence &evidence, const QString &recording, QWidget *parent)
    : QDialog(parent)
    , m_evidence(evidence)
    , m_model(new AuditModel(evidence, this))
    , m_recording(new QLineEdit(recording, this))
    , m_table(new QTableView(this))
    , m_message(makeComplaint(tr("What the check has shown"), this))
{
    setWindowTitle(tr("Audit log"));
    resize(1240, 560);
    m_recording->setPlaceholderText(tr("Only about the recording whose id begins so"));
    m_recording->setAccessibleName(tr("Recording"));
    m_recording->setClearButtonEnabled(true);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Audit log"));
    dressTable(*m_table);
    const QList<int> widths{56, 145, 80, 160, 270, 160, 200};
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths[column]);
    showWholeTitles(*m_table->horizontalHeader());
    m_table->horizontalHeader()->setStretchLastSection(true);
    layOut();

    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(typingMs);
    connect(m_recording, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this,
            [this] { m_model->setRecording(m_recording->text().trimmed()); });
    connect(m_model, &AuditModel::failed, this,
            [this](const Error &error) { say(errorText(error), true); });
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, &AuditDialog::holdPlace);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &AuditDialog::keepPlace);
    m_model->setRecording(recording);
}

// Whoever stands at the newest row without having chosen one goes on seeing the newest.
void AuditDialog::holdPlace()
{
    const bool watches =
        m_table->verticalScrollBar()->value() == 0 && !m_table->selectionModel()->hasSelection();
    m_top = watches ? QModelIndex() : m_table->indexAt({0, 0});
}

void AuditDialog::keepPlace()
{
    if (!m_top.isValid())
        return;
    const int across = m_table->horizontalScrollBar()->value();
    m_table->doItemsLayout(); // the scroll bar has to know of the rows
    m_table->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    m_table->horizontalScrollBar()->setValue(across);
}

void AuditDialog::layOut()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_check = buttons->addButton(tr("Check the &chain"), QDialogButtonBox::ActionRole);
    m_check->setToolTip(tr("Whether each row follows from the one before it"));
    m_check->setAutoDefault(false);
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    m_export->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_check, &QPushButton::clicked, this, &AuditDialog::check);
    connect(m_export, &QPushButton::clicked, this, &AuditDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole);
    column->addWidget(m_recording);
    column->addWidget(m_table, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // The box leaves out what was added to it behind Close.
    setTabOrder(m_table, m_check);
    setTabOrder(m_check, m_export);
    setTabOrder(m_export, buttons->button(QDialogButtonBox::Close));
}

void AuditDialog::check()
{
    m_check->setEnabled(false);
    say(tr("Looking through the log…"), false);
    m_evidence.verifyLog().then(this, [this](const Result<AuditCheck> &check) {
        m_check->setEnabled(true);
        if (!check)
            say(errorText(check.error()), true);
        else if (check->brokenId > 0)
            say(tr("The log is broken: %1").arg(check->problem), true);
        else
            say(tr("%n row(s) in order. The last has the hash %1: keep it elsewhere to tell later "
                   "that none of them was changed.",
                   nullptr, int(check->rows))
                    .arg(check->head.hash),
                false);
    });
}

void AuditDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the audit log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)")});
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(u"respool-audit.jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &AuditDialog::exportTo);
    dialog->open();
}

void AuditDialog::exportTo(const QString &file)
{
    m_evidence.exportLog(file).then(this, [this, file](const Result<AuditHead> &head) {
        if (head)
            say(tr("%n row(s) are written to %1.", nullptr, int(head->id)).arg(file), false);
        else
            say(errorText(head.error()), true);
    });
}

void AuditDialog::say(const QString &text, bool isWrong)
{
    sayBelow(*m_message, text, isWrong);
    m_message->setVisible(!text.isEmpty());
}

} // namespace respool
