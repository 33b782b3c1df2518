// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/hourspage.h"

#include "core/jobs/timetable.h"
#include "ui/daypicker.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The end of the day is shown as its start: a window that ends there goes up to midnight.
QTime timeFrom(const QString &text)
{
    return text == "24:00"_L1 ? QTime(0, 0) : QTime::fromString(text, u"HH:mm"_s);
}

} // namespace

HoursPage::HoursPage(Timetable &timetable, QWidget *parent)
    : QWidget(parent)
    , m_timetable(timetable)
    , m_hours(new QCheckBox(tr("&Run jobs only between"), this))
    , m_from(new QTimeEdit(QTime(22, 0), this))
    , m_to(new QTimeEdit(QTime(6, 0), this))
    , m_days(new DayPicker(this))
    , m_mains(new QCheckBox(tr("Run jobs only on &mains power"), this))
    , m_note(new QLabel(this))
    , m_kinds(new QLabel(this))
    , m_answer(new QLabel(this))
    , m_apply(new QPushButton(tr("&Apply"), this))
    , m_zone(QString::fromLatin1(QTimeZone::systemTimeZoneId()))
{
    m_hours->setObjectName(u"hours"_s);
    m_mains->setObjectName(u"mains"_s);
    m_apply->setObjectName(u"apply"_s);
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    layOut();
    connect(m_hours, &QCheckBox::toggled, this, &HoursPage::touch);
    connect(m_mains, &QCheckBox::toggled, this, &HoursPage::touch);
    connect(m_from, &QTimeEdit::timeChanged, this, &HoursPage::touch);
    connect(m_to, &QTimeEdit::timeChanged, this, &HoursPage::touch);
    connect(m_days, &DayPicker::changed, this, &HoursPage::touch);
    connect(m_apply, &QPushButton::clicked, this, &HoursPage::apply);
    showRules({});
    reload();
}

void HoursPage::layOut()
{
    auto *times = new QHBoxLayout;
    times->setSpacing(space::whole);
    times->addWidget(m_hours);
    times->addWidget(m_from);
    times->addWidget(new QLabel(tr("and"), this));
    times->addWidget(m_to);
    times->addStretch();
    auto *days = new QHBoxLayout;
    days->setSpacing(space::whole);
    days->addSpacing(space::wide + space::whole); // under the text of the box
    days->addWidget(new QLabel(tr("on"), this));
    days->addWidget(m_days, 1);
    auto *end = new QHBoxLayout;
    end->addWidget(m_answer, 1);
    end->addWidget(m_apply);
    for (QLabel *label : {m_note, m_kinds, m_answer}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_kinds->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::wide);
    column->addLayout(times);
    column->addLayout(days);
    column->addWidget(m_mains);
    column->addWidget(m_note);
    column->addWidget(m_kinds);
    column->addStretch();
    column->addLayout(end);
}

void HoursPage::reload()
{
    m_timetable.rules().then(this, [this](const Result<QList<WorkRule>> &rules) {
        if (!rules)
            answer(Failure{rules.error()});
        else if (!m_touched)
            showRules(*rules);
    });
}

void HoursPage::showRules(const QList<WorkRule> &rules)
{
    m_exists = false;
    QStringList kinds;
    WorkRule common;
    for (const WorkRule &rule : rules) {
        if (rule.kind.isEmpty()) {
            m_exists = true;
            common = rule;
            m_zone = rule.window.zone();
        } else {
            QString text = u"%1: %2"_s.arg(wordForJobKind(rule.kind), rule.window.toText());
            if (rule.onMainsOnly)
                text += u", "_s + tr("on mains power");
            kinds << text;
        }
    }
    showRule(common);
    m_note->setText(tr("Jobs that come due at another time wait; one that runs stops at its next "
                       "safe point and goes on later. A time that ends before it begins goes over "
                       "midnight. Time zone: %1.")
                        .arg(m_zone));
    m_kinds->setText(
        tr("Set by the command line for one kind of job: %1").arg(kinds.join(u"; "_s)));
    m_kinds->setVisible(!kinds.isEmpty());
}

void HoursPage::showRule(const WorkRule &rule)
{
    const QSignalBlocker quietHours(m_hours), quietMains(m_mains), quietFrom(m_from), quietTo(m_to),
        quietDays(m_days);
    const QString window = rule.window.toText();
    const bool limited = window != "always"_L1;
    m_hours->setChecked(limited);
    m_mains->setChecked(rule.onMainsOnly);
    if (limited) {
        const QString hours = window.section(u' ', -1);
        m_from->setTime(timeFrom(hours.section(u'-', 0, 0)));
        m_to->setTime(timeFrom(hours.section(u'-', 1)));
        m_days->setDays(window.contains(u' ') ? window.section(u' ', 0, 0) : u"mon-sun"_s);
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_from, m_to, m_days})
        part->setEnabled(limited);
    m_apply->setEnabled(false);
}

void HoursPage::touch()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_from, m_to, m_days})
        part->setEnabled(m_hours->isChecked());
    m_touched = true;
    m_apply->setEnabled(true);
    m_answer->clear();
}

void HoursPage::apply()
{
    const auto done = [this](const Result<> &result) {
        answer(result);
        m_touched = !result;
        reload();
    };
    if (!m_hours->isChecked() && !m_mains->isChecked()) {
        if (m_exists)
            m_timetable.removeRule({}).then(this, done);
        else
            done({});
        return;
    }
    WorkRule rule;
    rule.onMainsOnly = m_mains->isChecked();
    if (m_hours->isChecked()) {
        const QString from = m_from->time().toString(u"HH:mm"_s);
        QString to = m_to->time().toString(u"HH:mm"_s);
        if (to == "00:00"_L1)
            to = u"24:00"_s;
        const auto window = WorkWindow::parse(u"%1 %2-%3"_s.arg(m_days->days(), from, to), m_zone);
        if (!window) {
            answer(Failure{window.error()});
            return;
        }
        rule.window = *window;
    }
    m_timetable.setRule(rule).then(this, done);
}

void HoursPage::answer(const Result<> &result)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     accentColour(result ? Accent::Good : Accent::Bad, colours));
    m_answer->setPalette(colours);
    m_answer->setText(result ? tr("This counts from now on.") : errorText(result.error()));
}

} // namespace respool
