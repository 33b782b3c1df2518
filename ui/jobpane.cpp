// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobpane.h"

#include "core/base/units.h"
#include "core/exportorder.h"
#include "ui/errortext.h"
#include "ui/jobtext.h"
#include "ui/look.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int followMs = 500;
constexpr int mostLines = 1000;

QTreeWidget *makePaneList(const QStringList &columns, const QString &name, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setHeaderLabels(columns);
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(name);
    return list;
}

QString levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return {};
    case LogLevel::Warning:
        return JobPane::tr("Warning: ");
    case LogLevel::Error:
        return JobPane::tr("Error: ");
    }
    Q_UNREACHABLE();
}

} // namespace

JobPane::JobPane(JobQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_summary(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_attempts(makePaneList(
          {tr("Attempt"), tr("Where"), tr("From"), tr("To"), tr("Outcome"), tr("Error")},
          tr("Attempts"), this))
    , m_items(makePaneList({tr("Recording"), tr("Size"), tr("Result")}, tr("Results"), this))
    , m_log(new QPlainTextEdit(this))
{
    m_summary->setObjectName(u"jobSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setContentsMargins(space::whole, space::half, space::whole, space::half);
    m_log->setReadOnly(true);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_log->setPlaceholderText(tr("The job has not written anything."));
    m_log->setAccessibleName(tr("Log"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details of the job"));
    m_tabs->addTab(m_log, tr("Log"));
    m_tabs->addTab(m_attempts, tr("Attempts"));
    m_tabs->addTab(m_items, tr("Results"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_tabs, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(followMs);
    connect(&m_later, &QTimer::timeout, this, &JobPane::reload);
    connect(&queue, &JobQueue::changed, this, &JobPane::follow);
    clear();
}

void JobPane::clear()
{
    startAnew({});
    m_summary->setText(tr("Choose a job to see its log, its attempts and its results."));
}

void JobPane::startAnew(JobId id)
{
    m_id = id;
    m_later.stop();
    m_attempts->clear();
    m_items->clear();
    m_log->clear();
    m_tabs->setEnabled(id.value > 0);
}

void JobPane::showJob(JobId id)
{
    if (m_id == id)
        return;
    startAnew(id);
    reload();
}

void JobPane::showBatch(const BatchRecord &batch)
{
    if (m_id.value > 0)
        startAnew({});
    QStringList lines{tr("%1, %2").arg(wordForJobKind(batch.kind), countsText(batch))};
    // What Respool does unasked, nobody has asked for.
    lines << (batch.who.isEmpty()
                  ? tr("By itself at %1").arg(timeText(batch.createdMs))
                  : tr("Asked for by %1 at %2").arg(batch.who, timeText(batch.createdMs)));
    if (!batch.reason.isEmpty())
        lines << batch.reason;
    m_summary->setText(lines.join(u'\n'));
}

void JobPane::follow(const JobQueue::Jobs &jobs)
{
    if (m_id.value > 0 && (jobs.isEmpty() || jobs.contains(m_id)) && !m_later.isActive())
        m_later.start();
}

// An answer about the job that was shown before is late.
template <typename T>
auto JobPane::showing(void (JobPane::*part)(const T &))
{
    return [this, id = m_id, part](const Result<T> &answer) {
        if (answer && m_id == id)
            (this->*part)(*answer);
    };
}

void JobPane::reload()
{
    const JobId id = m_id;
    if (id.value == 0)
        return;
    m_queue.job(id).then(this, [this, id](const Result<JobRecord> &job) {
        if (m_id != id)
            return;
        if (job)
            describe(*job);
        else
            m_summary->setText(errorText(job.error()));
    });
    m_queue.attempts(id).then(this, showing(&JobPane::showAttempts));
    m_queue.items(id, mostLines).then(this, showing(&JobPane::showItems));
    m_queue.log(id, mostLines).then(this, showing(&JobPane::showLog));
}

void JobPane::describe(const JobRecord &job)
{
    QString text = tr("Job %1: %2, %3, %4")
                       .arg(job.id.value)
                       .arg(wordForJobKind(job.kind), titleText(job), wordFor(job.state));
    if (const QString file = exportedFile(job); !file.isEmpty())
        text += u'\n' + tr("File: %1").arg(file);
    if (job.error.code != ErrorCode::None && job.state != JobState::Done)
        text += u'\n' + errorText(job.error);
    m_summary->setText(text);
}

void JobPane::showAttempts(const QList<JobAttempt> &attempts)
{
    m_attempts->clear();
    for (const JobAttempt &attempt : attempts)
        new QTreeWidgetItem(m_attempts, {QString::number(attempt.attempt),
                                         u"%1 (%2)"_s.arg(attempt.host).arg(attempt.pid),
                                         timeText(attempt.startedMs),
                                         attempt.endedMs > 0 ? timeText(attempt.endedMs) : u"…"_s,
                                         wordFor(attempt.outcome), errorText(attempt.error)});
    for (int column = 0; column < m_attempts->columnCount() - 1; ++column)
        m_attempts->resizeColumnToContents(column);
}

void JobPane::showItems(const QList<JobItem> &items)
{
    m_items->clear();
    QList<QTreeWidgetItem *> rows;
    for (const JobItem &item : items)
        rows << new QTreeWidgetItem(
            {item.item, sizeText(item.bytes),
             item.error.code == ErrorCode::None ? wordFor(JobState::Done) : errorText(item.error)});
    m_items->addTopLevelItems(rows);
    m_items->resizeColumnToContents(0);
}

// Stays at the end while lines come, unless somebody reads further up.
void JobPane::showLog(const QList<JobLogLine> &lines)
{
    QStringList all;
    for (const JobLogLine &line : lines)
        all << u"%1  %2%3"_s.arg(timeText(line.atMs), levelText(line.level), line.text);
    const QString text = all.join(u'\n');
    if (text == m_log->toPlainText())
        return;
    QScrollBar *bar = m_log->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    const int place = bar->value();
    m_log->setPlainText(text);
    bar->setValue(atEnd ? bar->maximum() : place);
}

} // namespace respool
