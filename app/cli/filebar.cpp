// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/filebar.h"

#include "core/base/units.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 everyMs = 100;

} // namespace

FileBar::FileBar(const Console &console, const QString &file)
    : m_console(console)
    , m_file(QFileInfo(file).fileName())
{
    m_elapsed.start();
}

void FileBar::draw(qint64 doneBytes, qint64 totalBytes)
{
    const qint64 now = m_elapsed.elapsed();
    if (!m_console.showsProgress() || totalBytes <= 0 || now - m_drawnMs < everyMs)
        return;
    m_drawnMs = now;
    m_drawn = true;
    m_rate.add(now, {doneBytes, totalBytes});
    const auto remaining = m_rate.remainingMs();
    const QString speed = remaining ? u"  %1/s, %2 left"_s.arg(sizeText(qint64(m_rate.perSecond())),
                                                               durationText(*remaining))
                                    : QString();
    m_console.drawBar(double(doneBytes) / double(totalBytes), m_file + speed);
}

void FileBar::end()
{
    if (m_drawn)
        m_console.endBar();
}

} // namespace respool
