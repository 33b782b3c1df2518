// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <array>

class QToolButton;

namespace respool {

// Seven buttons, one a day, in the order of the user's week; one at least is down. Lives on the ui
// thread.
class DayPicker final : public QWidget
{
    Q_OBJECT

public:
    explicit DayPicker(QWidget *parent = nullptr);

    // As Weekdays::parse() takes it, "mon,thu".
    QString days() const;
    void setDays(const QString &days);

signals:
    void changed();

private:
    void keepOne(size_t day);

    std::array<QToolButton *, 7> m_buttons{}; // from Monday on
};

// Such days in the user's words: "Mon, Thu".
QString daysText(const QString &days);

} // namespace respool
