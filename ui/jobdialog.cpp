// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobdialog.h"

#include "core/base/units.h"
#include "core/exportorder.h"
#include "ui/errortext.h"
#include "ui/reportsaver.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int reloadMs = 500;

QTreeWidget *makeList(const QStringList &columns, const QString &name, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setHeaderLabels(columns);
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setAccessibleName(name);
    return list;
}

} // namespace

JobDialog::JobDialog(JobQueue &queue, Evidence &evidence, JobId id, QWidget *parent)
    : QDialog(parent)
    , m_queue(queue)
    , m_id(id)
    , m_summary(new QLabel(this))
    , m_attempts(
          makeList({tr("Attempt"), tr("Where"), tr("From"), tr("To"), tr("Outcome"), tr("Error")},
                   tr("Attempts"), this))
    , m_items(makeList({tr("Recording"), tr("Size"), tr("Result")}, tr("Results"), this))
    , m_log(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Job %1").arg(id.value));
    resize(760, 460);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_log->setReadOnly(true);
    m_log->setAccessibleName(tr("Log"));
    auto *tabs = new QTabWidget(this);
    tabs->addTab(m_attempts, tr("Attempts"));
    tabs->addTab(m_items, tr("Results"));
    tabs->addTab(m_log, tr("Log"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("&Save report…"), QDialogButtonBox::ActionRole);
    m_save->setToolTip(
        tr("Every recording of this command with its result, as a page, CSV or JSON"));
    m_save->setEnabled(false);
    auto *saver = new ReportSaver(evidence, this);
    connect(m_save, &QPushButton::clicked, saver, [this, saver] { saver->save(m_batch); });
    connect(saver, &ReportSaver::saved, m_summary, &QLabel::setText);
    connect(saver, &ReportSaver::failed, this,
            [this](const Error &error) { m_summary->setText(errorText(error)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(reloadMs);
    connect(later, &QTimer::timeout, this, &JobDialog::reload);
    connect(&queue, &JobQueue::changed, later, [later] {
        if (!later->isActive())
            later->start();
    });
    reload();
}

void JobDialog::reload()
{
    m_queue.job(m_id).then(this, [this](const Result<JobRecord> &job) {
        if (job)
            showJob(*job);
        else
            m_summary->setText(errorText(job.error()));
    });
    m_queue.attempts(m_id).then(this, [this](const Result<QList<JobAttempt>> &attempts) {
        if (attempts)
            showAttempts(*attempts);
    });
    m_queue.items(m_id).then(this, [this](const Result<QList<JobItem>> &items) {
        if (items)
            showItems(*items);
    });
    m_queue.log(m_id).then(this, [this](const Result<QList<JobLogLine>> &lines) {
        if (lines)
            showLog(*lines);
    });
}

void JobDialog::showJob(const JobRecord &job)
{
    m_batch = job.batch;
    m_save->setEnabled(true);
    QString text = tr("%1, %2").arg(wordForJobKind(job.kind), wordFor(job.state));
    if (const QString file = exportedFile(job); !file.isEmpty())
        text += u'\n' + tr("File: %1").arg(file);
    if (job.error.code != ErrorCode::None)
        text += u'\n' + errorText(job.error);
    m_summary->setText(text);
}

void JobDialog::showAttempts(const QList<JobAttempt> &attempts)
{
    m_attempts->clear();
    for (const JobAttempt &attempt : attempts)
        new QTreeWidgetItem(m_attempts, {QString::number(attempt.attempt),
                                         u"%1 (%2)"_s.arg(attempt.host).arg(attempt.pid),
                                         timeText(attempt.startedMs), timeText(attempt.endedMs),
                                         wordFor(attempt.outcome), errorText(attempt.error)});
}

void JobDialog::showItems(const QList<JobItem> &items)
{
    m_items->clear();
    for (const JobItem &item : items)
        new QTreeWidgetItem(m_items, {item.item, sizeText(item.bytes),
                                      item.error.code == ErrorCode::None ? wordFor(JobState::Done)
                                                                         : errorText(item.error)});
    m_items->resizeColumnToContents(0);
}

void JobDialog::showLog(const QList<JobLogLine> &lines)
{
    QStringList all;
    for (const JobLogLine &line : lines)
        all << u"%1  %2"_s.arg(timeText(line.atMs), line.text);
    m_log->setPlainText(all.join(u'\n'));
}

} // namespace respool
