// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/retentiondialog.h"

#include "core/base/units.h"
#include "core/jobs/timetable.h"
#include "core/retention.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/retentioneditor.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

enum Column { Name, About, Bound, Would };
constexpr int idRole = Qt::UserRole;
constexpr int linesWidth = 420;

} // namespace

RetentionDialog::RetentionDialog(Retention &retention, Timetable &timetable,
                                 QList<StoreInfo> stores, QWidget *parent)
    : QDialog(parent)
    , m_retention(retention)
    , m_timetable(timetable)
    , m_stores(std::move(stores))
    , m_list(new QTreeWidget(this))
    , m_sum(new QLabel(this))
    , m_message(new QLabel(this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_run(new QPushButton(tr("&Run now…"), this))
    , m_schedule(new QPushButton(tr("Run &daily at 03:30"), this))
{
    setWindowTitle(tr("Retention"));
    resize(860, 420);
    layOut();
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const RetentionRule *rule = selected())
            edit(*rule);
    });
    connect(m_remove, &QPushButton::clicked, this, &RetentionDialog::remove);
    connect(m_run, &QPushButton::clicked, this, &RetentionDialog::run);
    connect(m_schedule, &QPushButton::clicked, this, &RetentionDialog::schedule);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &RetentionDialog::updateActions);
    connect(m_list, &QTreeWidget::itemChanged, this, &RetentionDialog::enable);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        if (const RetentionRule *rule = selected())
            edit(*rule);
    });
    connect(&m_retention, &Retention::changed, this, &RetentionDialog::reload);
    m_schedule->hide();
    updateActions();
    reload();
}

void RetentionDialog::layOut()
{
    m_list->setObjectName(u"rules"_s);
    m_list->setAccessibleName(tr("Retention rules"));
    m_list->setHeaderLabels({tr("Name"), tr("Recordings"), tr("Deletes"), tr("Would delete now")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    const QList<int> widths{160, 200, 270};
    for (int i = 0; i < widths.size(); ++i)
        m_list->setColumnWidth(i, widths[i]);
    showWholeTitles(*m_list->header());
    auto *explanation =
        new QLabel(tr("Rules move recordings to the trash of their store. What is under hold, "
                      "flagged or being "
                      "recorded stays, and so does all of a store that is offline."),
                   this);
    explanation->setWordWrap(true);
    for (QLabel *label : {m_sum, m_message}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_sum->setObjectName(u"sum"_s);
    m_message->setObjectName(u"message"_s);
    auto *add = new QPushButton(tr("&Add…"), this);
    add->setObjectName(u"add"_s);
    m_edit->setObjectName(u"edit"_s);
    m_remove->setObjectName(u"remove"_s);
    m_run->setObjectName(u"run"_s);
    m_schedule->setObjectName(u"schedule"_s);
    connect(add, &QPushButton::clicked, this, [this] { edit({}); });
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {add, m_edit, m_remove, m_run, m_schedule})
        row->addWidget(button);
    row->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole);
    column->addWidget(explanation);
    column->addWidget(m_list, 1);
    column->addWidget(m_sum);
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(buttons);
}

void RetentionDialog::reload()
{
    m_retention.rules().then(this, [this](const Result<QList<RetentionRule>> &rules) {
        if (rules)
            showRules(*rules);
        else
            say(rules.error());
    });
}

void RetentionDialog::showRules(const QList<RetentionRule> &rules)
{
    const QSignalBlocker quiet(m_list);
    const RetentionRule *before = selected();
    const auto chosen = before ? before->id : RetentionRuleId();
    m_rules = rules;
    m_list->clear();
    for (const RetentionRule &rule : rules) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(Name, idRole, rule.id.value);
        item->setText(Name, rule.name);
        item->setCheckState(Name, rule.enabled ? Qt::Checked : Qt::Unchecked);
        item->setText(About, rule.query.isEmpty() ? tr("all") : rule.query);
        item->setText(Bound, boundWords(rule));
        item->setText(Would, u"…"_s);
        for (int column = Name; column <= Bound; ++column)
            item->setToolTip(column, item->text(column)); // columns may be too narrow for it
        if (chosen == rule.id)
            m_list->setCurrentItem(item);
    }
    updateActions();
    preview();
    offerSchedule();
}

// Of the rules that are on, as they would run: what one deletes may depend on the others.
void RetentionDialog::preview()
{
    const int number = ++m_asked;
    m_sum->clear();
    if (m_rules.isEmpty()) {
        m_sum->setText(tr("There is no rule yet: everything is kept."));
        return;
    }
    m_retention.plan(rulesThatAreOn(), RetentionLook::Catalogue)
        .then(this, [this, number](const Result<RetentionPlan> &plan) {
            if (number != m_asked)
                return;
            if (plan)
                showPlan(*plan);
            else
                say(plan.error());
        });
}

void RetentionDialog::showPlan(const RetentionPlan &plan)
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        const RetentionRuleId id{item->data(Name, idRole).toLongLong()};
        const auto outcome = std::ranges::find(
            plan.rules, id, [](const RetentionOutcome &one) { return one.rule.id; });
        if (outcome == plan.rules.end()) {
            item->setText(Would, tr("switched off"));
            continue;
        }
        const bool wrong = outcome->error.code != ErrorCode::None;
        item->setText(Would, wrong ? errorText(outcome->error)
                                   : amountWords(outcome->choice.go.size(), outcome->choice.bytes));
        item->setToolTip(Would, item->text(Would));
        if (wrong)
            item->setForeground(Would, accentColour(Accent::Bad, palette()));
    }
    m_sum->setText(
        plan.count > 0
            ? tr("Together they would delete %1 now.").arg(amountWords(plan.count, plan.bytes))
            : tr("Together they would delete nothing now."));
}

QList<RetentionRule> RetentionDialog::rulesThatAreOn() const
{
    QList<RetentionRule> on = m_rules;
    on.removeIf([](const RetentionRule &rule) { return !rule.enabled; });
    return on;
}

void RetentionDialog::offerSchedule()
{
    m_retention.isScheduled().then(this, [this](const Result<bool> &scheduled) {
        m_schedule->setVisible(scheduled && !*scheduled && !m_rules.isEmpty());
    });
}

void RetentionDialog::updateActions()
{
    const bool some = selected() != nullptr;
    m_edit->setEnabled(some);
    m_remove->setEnabled(some);
    m_run->setEnabled(std::ranges::any_of(m_rules, &RetentionRule::enabled));
}

const RetentionRule *RetentionDialog::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    if (items.isEmpty())
        return nullptr;
    const RetentionRuleId id{items.first()->data(Name, idRole).toLongLong()};
    const auto rule = std::ranges::find(m_rules, id, &RetentionRule::id);
    return rule == m_rules.end() ? nullptr : &*rule;
}

void RetentionDialog::enable(QTreeWidgetItem *item, int column)
{
    if (column != Name)
        return;
    const RetentionRuleId id{item->data(Name, idRole).toLongLong()};
    m_retention.enableRule(id, item->checkState(Name) == Qt::Checked)
        .then(this, [this](const Result<> &result) {
            say(result ? Error() : result.error()); // what is stored is shown by reload()
        });
}

void RetentionDialog::edit(const RetentionRule &rule)
{
    auto *editor = new RetentionEditor(m_retention, m_stores, rule, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

void RetentionDialog::remove()
{
    if (const RetentionRule *rule = selected()) {
        m_retention.removeRule(rule->id).then(
            this, [this](const Result<> &result) { say(result ? Error() : result.error()); });
    }
}

void RetentionDialog::run()
{
    m_run->setEnabled(false);
    say({}, tr("Looking at what would be deleted…"));
    m_retention.plan(rulesThatAreOn(), RetentionLook::Files)
        .then(this, [this](const Result<RetentionPlan> &plan) {
            updateActions();
            say(plan ? Error() : plan.error());
            if (plan && plan->count == 0)
                say({}, tr("There is nothing to delete."));
            else if (plan)
                confirm(*plan);
        });
}

void RetentionDialog::confirm(const RetentionPlan &plan)
{
    const QString amount = amountWords(plan.count, plan.bytes);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Retention"), tr("Delete %1?").arg(amount),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QStringList lines;
    for (const RetentionOutcome &outcome : plan.rules)
        lines << tr("%1: %2").arg(outcome.rule.name,
                                  amountWords(outcome.choice.go.size(), outcome.choice.bytes));
    lines
        << tr("They began between %1 and %2.").arg(timeText(plan.oldestMs), timeText(plan.newestMs))
        << tr("They move to the trash and can be restored until they are purged.");
    box->setInformativeText(lines.join(u'\n'));
    // The box would break its lines where a short question ends.
    if (auto *label = box->findChild<QLabel *>(u"qt_msgbox_informativelabel"_s))
        label->setMinimumWidth(linesWidth);
    const QPushButton *yes = box->addButton(tr("Move to the trash"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, plan] {
        m_retention.run(plan).then(this, [this](const Result<QList<RetentionBatch>> &batches) {
            qint64 count = 0;
            for (const RetentionBatch &batch : batches ? *batches : QList<RetentionBatch>())
                count += batch.count;
            say(batches ? Error() : batches.error(),
                tr("%n recording(s) move to the trash.", nullptr, int(count)));
            reload();
        });
    });
    box->open();
}

void RetentionDialog::schedule()
{
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    m_timetable.addSchedule({tr("retention"), u"retention"_s, "{}", u"daily 03:30"_s, zone})
        .then(this, [this](const Result<ScheduleId> &added) {
            say(added ? Error() : added.error(), tr("The rules run daily at 03:30."));
            offerSchedule();
        });
}

void RetentionDialog::say(const Error &error, const QString &otherwise)
{
    const bool bad = error.code != ErrorCode::None;
    QPalette colours = palette();
    if (bad)
        colours.setColor(QPalette::WindowText, accentColour(Accent::Bad, colours));
    m_message->setPalette(colours);
    m_message->setText(bad ? errorText(error) : otherwise);
}

QString boundWords(const RetentionRule &rule)
{
    switch (rule.bound) {
    case RetentionBound::Unknown:
        return RetentionDialog::tr("nothing that this program knows");
    case RetentionBound::Age:
        return RetentionDialog::tr("what is older than %n day(s)", nullptr, int(rule.amount));
    case RetentionBound::Size:
        return RetentionDialog::tr("the oldest beyond %1 in each store").arg(sizeText(rule.amount));
    case RetentionBound::Count:
        return RetentionDialog::tr("all but the newest %n recording(s)", nullptr, int(rule.amount));
    }
    Q_UNREACHABLE();
}

QString amountWords(qint64 recordings, qint64 bytes)
{
    return RetentionDialog::tr("%n recording(s), %1", nullptr, int(recordings))
        .arg(sizeText(bytes));
}

} // namespace respool
