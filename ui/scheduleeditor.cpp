// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/scheduleeditor.h"

#include "core/base/clock.h"
#include "core/base/units.h"
#include "core/jobs/schedulerule.h"
#include "core/jobs/timetable.h"
#include "core/library/query/query.h"
#include "ui/daypicker.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/rulepicker.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

void fillZones(QComboBox &box)
{
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        box.addItem(QString::fromLatin1(id));
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.completer()->setCompletionMode(QCompleter::PopupCompletion);
    box.completer()->setFilterMode(Qt::MatchContains);
    box.setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
}

} // namespace

ScheduleEditor::ScheduleEditor(Timetable &timetable, const QList<StoreInfo> &stores,
                               QWidget *parent)
    : QDialog(parent)
    , m_timetable(timetable)
    , m_form(new QFormLayout)
    , m_name(new QLineEdit(this))
    , m_nameError(makeComplaint(u"nameError"_s, this))
    , m_action(new QComboBox(this))
    , m_store(new QComboBox(this))
    , m_query(new QLineEdit(this))
    , m_aboutError(makeComplaint(u"aboutError"_s, this))
    , m_rule(new RulePicker(this))
    , m_zone(new QComboBox(this))
    , m_next(new QLabel(this))
{
    setWindowTitle(tr("New schedule"));
    fillChoices(stores);
    layOut();
    connect(m_name, &QLineEdit::textChanged, m_nameError, &QWidget::hide);
    connect(m_query, &QLineEdit::textChanged, m_aboutError, &QWidget::hide);
    connect(m_action, &QComboBox::currentIndexChanged, this, &ScheduleEditor::showAction);
    connect(m_rule, &RulePicker::changed, this, &ScheduleEditor::showRule);
    connect(m_zone, &QComboBox::currentTextChanged, this, &ScheduleEditor::showRule);
    showAction();
    showRule();
    m_name->setFocus();
}

void ScheduleEditor::fillChoices(const QList<StoreInfo> &stores)
{
    m_name->setObjectName(u"name"_s);
    m_name->setAccessibleName(tr("Name"));
    for (const QString &action :
         {u"scan"_s, u"remux"_s, u"verify"_s, u"empty-trash"_s, u"retention"_s})
        m_action->addItem(wordForAction(action), action);
    m_action->setObjectName(u"action"_s);
    m_action->setAccessibleName(tr("What it does"));
    m_store->addItem(tr("All stores"), QString());
    for (const StoreInfo &store : stores)
        m_store->addItem(store.name, store.uid);
    m_store->setAccessibleName(tr("Store"));
    m_query->setObjectName(u"query"_s);
    m_query->setText(u"seekable:no"_s);
    m_query->setPlaceholderText(tr("Words of a search; none: every recording"));
    m_query->setAccessibleName(tr("Recordings"));
    fillZones(*m_zone);
    m_zone->setObjectName(u"zone"_s);
    m_zone->setAccessibleName(tr("Time zone"));
    m_next->setObjectName(u"next"_s);
    m_next->setWordWrap(true);
    m_next->setTextFormat(Qt::PlainText);
    m_next->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ScheduleEditor::layOut()
{
    m_form->setHorizontalSpacing(space::wide);
    m_form->setVerticalSpacing(space::whole);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(tr("&Name:"), m_name);
    m_form->addRow(QString(), m_nameError);
    m_form->addRow(tr("&What it does:"), m_action);
    m_form->addRow(tr("&Store:"), m_store);
    m_form->addRow(tr("&Recordings:"), m_query);
    m_form->addRow(QString(), m_aboutError);
    m_form->addRow(tr("When:"), m_rule);
    m_form->addRow(tr("Time &zone:"), m_zone);
    m_form->addRow(QString(), m_next);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("&Add schedule"), QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ScheduleEditor::add);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::wide);
    column->addLayout(m_form);
    column->addStretch();
    column->addWidget(buttons);
    resize(520, sizeHint().height());
}

bool ScheduleEditor::takesQuery() const
{
    const QString action = m_action->currentData().toString();
    return action == "remux"_L1 || action == "verify"_L1;
}

ScheduleSpec ScheduleEditor::spec() const
{
    ScheduleSpec spec;
    spec.name = m_name->text().trimmed();
    spec.action = m_action->currentData().toString();
    QJsonObject about;
    const QString store = m_store->currentData().toString();
    if (takesQuery()) {
        about[u"query"_s] = m_query->text();
        about[u"language"_s] = queryLanguage;
    } else if (!store.isEmpty() && spec.action != "retention"_L1) {
        about[u"store"_s] = store;
    }
    spec.payload = QJsonDocument(about).toJson(QJsonDocument::Compact);
    spec.rule = m_rule->rule();
    spec.zone = m_zone->currentText();
    return spec;
}

void ScheduleEditor::showAction()
{
    const bool all = m_action->currentData().toString() == "retention"_L1;
    m_form->setRowVisible(m_store, !takesQuery() && !all);
    m_form->setRowVisible(m_query, takesQuery());
    m_aboutError->hide();
}

// The next run, or what is wrong with the rule: before anybody asks for it.
void ScheduleEditor::showRule()
{
    const auto rule = ScheduleRule::parse(m_rule->rule(), m_zone->currentText());
    m_add->setEnabled(bool(rule));
    m_next->setText(rule ? tr("Runs next: %1").arg(timeText(rule->next(SystemClock().nowMs())))
                         : errorText(rule.error()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     rule ? quietColour(colours) : accentColour(Accent::Bad, colours));
    m_next->setPalette(colours);
}

void ScheduleEditor::add()
{
    m_nameError->hide();
    m_aboutError->hide();
    m_add->setEnabled(false); // a second click would ask for the same name again
    m_timetable.addSchedule(spec()).then(this, [this](const Result<ScheduleId> &added) {
        m_add->setEnabled(true);
        if (added)
            accept();
        else
            complain(added.error());
    });
}

// The rule was right before it was sent, so the error is of the name or of what it is about.
void ScheduleEditor::complain(const Error &error)
{
    const bool ofName = m_name->text().trimmed().isEmpty() || error.code == ErrorCode::Conflict;
    QLabel *label = ofName ? m_nameError : m_aboutError;
    label->setText(errorText(error));
    label->show();
    QWidget *about = takesQuery() ? static_cast<QWidget *>(m_query) : m_store;
    (ofName ? m_name : about)->setFocus();
}

QString wordForAction(const QString &action)
{
    if (action == "scan"_L1)
        return ScheduleEditor::tr("Scan for recordings");
    if (action == "remux"_L1)
        return ScheduleEditor::tr("Make seekable");
    if (action == "verify"_L1)
        return ScheduleEditor::tr("Verify recordings");
    if (action == "empty-trash"_L1)
        return ScheduleEditor::tr("Empty the trash");
    if (action == "retention"_L1)
        return ScheduleEditor::tr("Run the retention rules");
    return action; // of a newer program, shown as it is
}

QString ruleText(const QString &rule)
{
    const QString kind = rule.section(u' ', 0, 0);
    const QString rest = rule.section(u' ', 1);
    if (kind == "daily"_L1)
        return ScheduleEditor::tr("Daily at %1").arg(rest);
    if (kind == "weekly"_L1)
        return ScheduleEditor::tr("Weekly, %1 at %2")
            .arg(daysText(rest.section(u' ', 0, 0)), rest.section(u' ', 1));
    if (kind != "every"_L1 || rest.isEmpty())
        return rule;
    const int count = rest.chopped(1).toInt();
    switch (rest.back().toLatin1()) {
    case 'm':
        return ScheduleEditor::tr("Every %n minute(s)", nullptr, count);
    case 'h':
        return ScheduleEditor::tr("Every %n hour(s)", nullptr, count);
    default:
        return ScheduleEditor::tr("Every %n day(s)", nullptr, count);
    }
}

} // namespace respool
