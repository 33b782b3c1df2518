// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/daypicker.h"

#include "core/jobs/daytext.h"
#include "ui/look.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array names{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};

// Some date that falls on the day, counted from Monday.
QDate dateOn(int day)
{
    return QDate(2024, 1, 1).addDays(day);
}

} // namespace

DayPicker::DayPicker(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::half / 2);
    const QLocale locale;
    const int first = int(locale.firstDayOfWeek()) - 1;
    for (int i = 0; i < 7; ++i) {
        const int day = (first + i) % 7;
        auto *button = new QToolButton(this);
        button->setObjectName(names.at(size_t(day)));
        button->setProperty("day", true);
        button->setCheckable(true);
        button->setChecked(true);
        button->setText(locale.standaloneDayName(day + 1, QLocale::ShortFormat));
        button->setAccessibleName(locale.standaloneDayName(day + 1));
        button->setToolTip(button->accessibleName());
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::toggled, this, [this, day] { keepOne(size_t(day)); });
        row->addWidget(button);
        m_buttons.at(size_t(day)) = button;
    }
    row->addStretch();
}

// A rule without days would never come true; the last one springs back.
void DayPicker::keepOne(size_t day)
{
    if (days().isEmpty())
        m_buttons.at(day)->setChecked(true);
    else
        emit changed();
}

QString DayPicker::days() const
{
    QStringList chosen;
    for (size_t day = 0; day < names.size(); ++day) {
        if (m_buttons.at(day)->isChecked())
            chosen << names.at(day);
    }
    return chosen.join(u',');
}

void DayPicker::setDays(const QString &days)
{
    const auto parsed = Weekdays::parse(days);
    if (!parsed)
        return;
    const QSignalBlocker quiet(this);
    for (QToolButton *button : m_buttons)
        button->setChecked(true);
    for (size_t day = 0; day < names.size(); ++day)
        m_buttons.at(day)->setChecked(parsed->contains(dateOn(int(day))));
}

QString daysText(const QString &days)
{
    const auto parsed = Weekdays::parse(days);
    if (!parsed)
        return days;
    QStringList texts;
    for (int day = 0; day < 7; ++day) {
        if (parsed->contains(dateOn(day)))
            texts << QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
    }
    return texts.join(u", "_s);
}

} // namespace respool
