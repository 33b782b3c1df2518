// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/startmark.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 longestMark = 16;

} // namespace

StartMark::StartMark(const QString &dataFolder)
    : m_path(dataFolder + u"/respool.starting"_s)
{
    QFile file(m_path);
    if (!file.exists())
        return;
    const int said = file.open(QIODevice::ReadOnly) ? file.read(longestMark).trimmed().toInt() : 0;
    m_deaths = std::max(1, said);
}

// Written aside and renamed: a death while it is written leaves the mark that was there.
void StartMark::begin()
{
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(m_deaths + 1));
        file.commit();
    }
}

void StartMark::end()
{
    QFile::remove(m_path);
    m_deaths = 0;
}

} // namespace respool
