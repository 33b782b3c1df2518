// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace respool {

// DIR/respool.starting lies there while a window comes up, so that the next start knows of one that
// died of it. It is there or not; what it says, how many starts died one after the other, is a
// courtesy, and a file without a number counts as one. Made by who holds window.lock, so two starts
// never meet in it. Not being able to write it keeps nobody from starting.
class StartMark
{
public:
    explicit StartMark(const QString &dataFolder);

    int deaths() const { return m_deaths; } // of the starts before this one, in a row
    void begin();                           // this start may die from now on
    void end();                             // it did not

private:
    QString m_path;
    int m_deaths = 0;
};

} // namespace respool
