// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rulepicker.h"

#include "ui/daypicker.h"
#include "ui/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int mostUnits = 3650;
constexpr int nightHour = 3; // when nobody records

QWidget *inRow(std::initializer_list<QWidget *> widgets)
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::whole);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return page;
}

QString timeOf(const QTimeEdit *edit)
{
    return edit->time().toString(u"HH:mm"_s);
}

} // namespace

RulePicker::RulePicker(QWidget *parent)
    : QWidget(parent)
    , m_way(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_count(new QSpinBox)
    , m_unit(new QComboBox)
    , m_dailyTime(new QTimeEdit(QTime(nightHour, 0)))
    , m_days(new DayPicker)
    , m_weeklyTime(new QTimeEdit(QTime(nightHour, 0)))
    , m_cron(new QLineEdit(u"0 3 * * mon-fri"_s))
{
    m_way->addItems({tr("Every"), tr("Daily"), tr("Weekly"), tr("As cron writes it")});
    m_way->setObjectName(u"way"_s);
    m_way->setAccessibleName(tr("When"));
    for (QWidget *page : {makeEvery(), makeDaily(), makeWeekly(), makeCron()})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::whole);
    column->addWidget(m_way, 0, Qt::AlignLeft);
    column->addWidget(m_pages);
    connect(m_way, &QComboBox::currentIndexChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_way, &QComboBox::currentIndexChanged, this, &RulePicker::changed);
    m_way->setCurrentIndex(Daily);
}

QWidget *RulePicker::makeEvery()
{
    m_count->setRange(1, mostUnits);
    m_count->setValue(6);
    m_count->setObjectName(u"count"_s);
    m_count->setAccessibleName(tr("How many"));
    m_unit->addItem(tr("minutes"), u"m"_s);
    m_unit->addItem(tr("hours"), u"h"_s);
    m_unit->addItem(tr("days"), u"d"_s);
    m_unit->setCurrentIndex(1);
    m_unit->setObjectName(u"unit"_s);
    m_unit->setAccessibleName(tr("Unit"));
    connect(m_count, &QSpinBox::valueChanged, this, &RulePicker::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &RulePicker::changed);
    return inRow({m_count, m_unit});
}

QWidget *RulePicker::makeDaily()
{
    m_dailyTime->setAccessibleName(tr("Time of day"));
    connect(m_dailyTime, &QTimeEdit::timeChanged, this, &RulePicker::changed);
    return inRow({new QLabel(tr("at")), m_dailyTime});
}

QWidget *RulePicker::makeWeekly()
{
    m_days->setDays(u"mon"_s);
    m_weeklyTime->setAccessibleName(tr("Time of day"));
    connect(m_days, &DayPicker::changed, this, &RulePicker::changed);
    connect(m_weeklyTime, &QTimeEdit::timeChanged, this, &RulePicker::changed);
    return inRow({m_days, new QLabel(tr("at")), m_weeklyTime});
}

QWidget *RulePicker::makeCron()
{
    m_cron->setObjectName(u"cron"_s);
    m_cron->setAccessibleName(tr("Cron expression"));
    m_cron->setToolTip(tr("Minute, hour, day of the month, month, day of the week"));
    connect(m_cron, &QLineEdit::textChanged, this, &RulePicker::changed);
    return m_cron;
}

QString RulePicker::rule() const
{
    switch (Way(m_way->currentIndex())) {
    case Every:
        return u"every %1%2"_s.arg(m_count->value()).arg(m_unit->currentData().toString());
    case Daily:
        return u"daily "_s + timeOf(m_dailyTime);
    case Weekly:
        return u"weekly %1 %2"_s.arg(m_days->days(), timeOf(m_weeklyTime));
    case Cron:
        return u"cron "_s + m_cron->text();
    }
    return {};
}

} // namespace respool
