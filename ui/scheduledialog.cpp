// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/scheduledialog.h"

#include "core/base/units.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/timetable.h"
#include "ui/errortext.h"
#include "ui/hourspage.h"
#include "ui/look.h"
#include "ui/scheduleeditor.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

enum ScheduleColumn { ScheduleName, Action, When, Zone, Next, Last };
constexpr int scheduleIdRole = Qt::UserRole;
constexpr int schedulesMs = 500;

QString lastText(const ScheduleRecord &schedule)
{
    if (!schedule.last)
        return u"–"_s;
    const ScheduleRun &run = *schedule.last;
    QString outcome = ScheduleDialog::tr("nothing to do");
    if (run.error.code != ErrorCode::None)
        outcome = errorText(run.error);
    else if (run.batch.value != 0)
        outcome = ScheduleDialog::tr("batch %1").arg(run.batch.value);
    return u"%1 · %2"_s.arg(timeText(run.ranMs), outcome);
}

} // namespace

ScheduleDialog::ScheduleDialog(Timetable &timetable, JobQueue &queue, QList<StoreInfo> stores,
                               QWidget *parent)
    : QDialog(parent)
    , m_timetable(timetable)
    , m_stores(std::move(stores))
    , m_list(new QTreeWidget(this))
    , m_message(new QLabel(this))
{
    setWindowTitle(tr("Schedules"));
    resize(1060, 420);
    auto *hours = new HoursPage(timetable, this);
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(makePage(), tr("Schedules"));
    tabs->addTab(hours, tr("Hours"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(schedulesMs);
    connect(later, &QTimer::timeout, this, &ScheduleDialog::reload);
    connect(later, &QTimer::timeout, hours, &HoursPage::reload);
    connect(&queue, &JobQueue::changed, later, [later](const JobQueue::Jobs &jobs) {
        // What a schedule or a rule does to the queue names no jobs.
        if (jobs.isEmpty() && !later->isActive())
            later->start();
    });
    reload();
}

QWidget *ScheduleDialog::makePage()
{
    auto *page = new QWidget;
    m_list->setObjectName(u"schedules"_s);
    m_list->setAccessibleName(tr("Schedules"));
    m_list->setHeaderLabels({tr("Name"), tr("What it does"), tr("When"), tr("Time zone"),
                             tr("Next run"), tr("Last run")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    const QList<int> widths{140, 200, 240, 110, 150};
    for (int i = 0; i < widths.size(); ++i)
        m_list->setColumnWidth(i, widths[i]);
    showWholeTitles(*m_list->header());
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setObjectName(u"message"_s);
    auto *add = new QPushButton(tr("&Add…"), page);
    add->setObjectName(u"add"_s);
    m_remove = new QPushButton(tr("Re&move"), page);
    m_run = new QPushButton(tr("&Run now"), page);
    m_remove->setObjectName(u"remove"_s);
    m_run->setObjectName(u"run"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {add, m_remove, m_run})
        buttons->addWidget(button);
    buttons->addWidget(m_message, 1);
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &ScheduleDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &ScheduleDialog::remove);
    connect(m_run, &QPushButton::clicked, this, &ScheduleDialog::run);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ScheduleDialog::updateActions);
    connect(m_list, &QTreeWidget::itemChanged, this, &ScheduleDialog::enable);
    updateActions();
    return page;
}

void ScheduleDialog::reload()
{
    m_timetable.schedules().then(this, [this](const Result<QList<ScheduleRecord>> &schedules) {
        if (schedules)
            showSchedules(*schedules);
        else
            say(schedules.error());
    });
}

void ScheduleDialog::showSchedules(const QList<ScheduleRecord> &schedules)
{
    const QSignalBlocker quiet(m_list);
    const auto chosen = selected();
    m_list->clear();
    for (const ScheduleRecord &schedule : schedules) {
        auto *item = new QTreeWidgetItem(m_list);
        fill(item, schedule);
        if (chosen == schedule.id)
            m_list->setCurrentItem(item);
    }
    updateActions();
}

void ScheduleDialog::fill(QTreeWidgetItem *item, const ScheduleRecord &schedule) const
{
    item->setData(ScheduleName, scheduleIdRole, schedule.id.value);
    item->setText(ScheduleName, schedule.spec.name);
    item->setCheckState(ScheduleName, schedule.enabled ? Qt::Checked : Qt::Unchecked);
    item->setText(Action, aboutText(schedule.spec));
    item->setText(When, ruleText(schedule.spec.rule));
    item->setText(Zone, schedule.spec.zone);
    item->setText(Next, schedule.enabled ? timeText(schedule.nextMs) : tr("switched off"));
    item->setText(Last, lastText(schedule));
    for (int column = ScheduleName; column <= Last; ++column)
        item->setToolTip(column, item->text(column)); // columns may be too narrow for it
}

QString ScheduleDialog::aboutText(const ScheduleSpec &spec) const
{
    const QJsonObject about = QJsonDocument::fromJson(spec.payload).object();
    const QString action = wordForAction(spec.action);
    if (const QString query = about[u"query"_s].toString(); !query.isEmpty())
        return u"%1: %2"_s.arg(action, query);
    const QString uid = about[u"store"_s].toString();
    if (uid.isEmpty())
        return action;
    const auto store = std::ranges::find(m_stores, uid, &StoreInfo::uid);
    return u"%1: %2"_s.arg(action, store == m_stores.end() ? uid : store->name);
}

std::optional<ScheduleId> ScheduleDialog::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    if (items.isEmpty())
        return {};
    return ScheduleId{items.first()->data(ScheduleName, scheduleIdRole).toLongLong()};
}

void ScheduleDialog::updateActions()
{
    m_remove->setEnabled(selected().has_value());
    m_run->setEnabled(selected().has_value());
}

void ScheduleDialog::enable(QTreeWidgetItem *item, int column)
{
    if (column != ScheduleName)
        return;
    const ScheduleId id{item->data(ScheduleName, scheduleIdRole).toLongLong()};
    m_timetable.enableSchedule(id, item->checkState(ScheduleName) == Qt::Checked)
        .then(this, [this](const Result<> &result) {
            say(result ? Error() : result.error());
            reload(); // what is shown is what is stored
        });
}

void ScheduleDialog::add()
{
    auto *editor = new ScheduleEditor(m_timetable, m_stores, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this, &ScheduleDialog::reload);
    editor->open();
}

void ScheduleDialog::remove()
{
    if (const auto id = selected()) {
        m_timetable.removeSchedule(*id).then(this, [this](const Result<> &result) {
            say(result ? Error() : result.error());
            reload();
        });
    }
}

void ScheduleDialog::run()
{
    const auto id = selected();
    if (!id)
        return;
    m_timetable.runSchedule(*id).then(this, [this](const Result<ScheduleRun> &run) {
        if (!run || run->error.code != ErrorCode::None)
            say(run ? run->error : run.error());
        else
            say({}, run->batch.value == 0 ? tr("There was nothing to do.")
                                          : tr("Batch %1 is enqueued.").arg(run->batch.value));
        reload();
    });
}

void ScheduleDialog::say(const Error &error, const QString &otherwise)
{
    const bool bad = error.code != ErrorCode::None;
    QPalette colours = palette();
    if (bad)
        colours.setColor(QPalette::WindowText, accentColour(Accent::Bad, colours));
    m_message->setPalette(colours);
    m_message->setText(bad ? errorText(error) : otherwise);
}

} // namespace respool
