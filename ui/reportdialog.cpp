// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reportdialog.h"

#include "core/base/pending.h"
#include "core/evidence.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/reportsaver.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace respool {

namespace {

// A text view lays out every row of a table before it shows the first.
constexpr qsizetype mostShown = 300;

QString pageOf(EvidenceReport report)
{
    report.batch.lines = report.batch.lines.first(std::min(mostShown, report.batch.lines.size()));
    QString page = QString::fromUtf8(formatted(report, ReportFormat::Html));
    // The view knows no rules for paper, and would stumble over them.
    const qsizetype paper = page.indexOf(u"@page"), end = page.indexOf(u"</style>");
    return paper >= 0 && end > paper ? page.remove(paper, end - paper) : page;
}

} // namespace

ReportDialog::ReportDialog(Evidence &evidence, BatchId batch, QWidget *parent)
    : QDialog(parent)
    , m_evidence(evidence)
    , m_batch(batch)
    , m_page(new QTextBrowser(this))
    , m_message(makeComplaint(tr("What the check has shown"), this))
{
    setWindowTitle(tr("Report of batch %1").arg(batch.value));
    resize(980, 700);
    m_page->setAccessibleName(tr("Report"));
    m_page->setPalette(paperPalette());
    m_page->setOpenLinks(false);
    layOut();
    m_evidence.report(batch).then(this, [this](const Result<EvidenceReport> &report) {
        if (report)
            showPage(*report);
        else
            say(errorText(report.error()), true);
    });
}

void ReportDialog::layOut()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    m_save->setToolTip(tr("As a page for printing, a table (CSV) or JSON"));
    m_check = buttons->addButton(tr("&Verify"), QDialogButtonBox::ActionRole);
    m_check->setToolTip(tr("Whether each result is the one that the audit log has a digest of"));
    for (QPushButton *button : {m_save, m_check, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    auto *saver = new ReportSaver(m_evidence, this);
    connect(m_save, &QPushButton::clicked, saver, [this, saver] { saver->save(m_batch); });
    connect(saver, &ReportSaver::saved, this, [this](const QString &text) { say(text, false); });
    connect(saver, &ReportSaver::failed, this,
            [this](const Error &error) { say(errorText(error), true); });
    connect(m_check, &QPushButton::clicked, this, &ReportDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole);
    column->addWidget(m_page, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    // The box leaves out what was added to it behind Close.
    setTabOrder(m_page, m_save);
    setTabOrder(m_save, m_check);
    setTabOrder(m_check, buttons->button(QDialogButtonBox::Close));
}

void ReportDialog::showPage(const EvidenceReport &report)
{
    const qsizetype lines = report.batch.lines.size();
    inBackground(pageOf, report).then(this, [this, lines](const QString &page) {
        m_page->setHtml(page);
        if (lines > mostShown)
            say(tr("The first %1 of %n result(s) are shown; what is saved has all of them.",
                   nullptr, int(lines))
                    .arg(mostShown),
                false);
    });
}

void ReportDialog::check()
{
    m_check->setEnabled(false);
    say(tr("Comparing the report with the audit log…"), false);
    const auto tell = [this](const Result<ReportCheck> &check) {
        m_check->setEnabled(true);
        if (!check)
            say(errorText(check.error()), true);
        else if (check->problems.isEmpty())
            say(tr("In order: %n result(s) are those that the audit log has.", nullptr,
                   int(check->recordings)),
                false);
        else
            say(check->problems.join(u'\n'), true);
    };
    m_evidence.report(m_batch).then(this, [this, tell](const Result<EvidenceReport> &report) {
        if (!report)
            return tell(Failure{report.error()});
        inBackground([report = *report] {
            return formatted(report, ReportFormat::Json);
        }).then(this, [this, tell](const QByteArray &json) {
            m_evidence.verifyReport(json).then(this, tell);
        });
    });
}

void ReportDialog::say(const QString &text, bool isWrong)
{
    sayBelow(*m_message, text, isWrong);
    m_message->setVisible(!text.isEmpty());
}

} // namespace respool
