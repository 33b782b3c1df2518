// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/progressrate.h"

namespace respool {

namespace {

constexpr qint64 shortestMs = 500; // a rate over less is a guess
constexpr qint64 apartMs = 100;    // samples that come thicker replace each other

} // namespace

void ProgressRate::add(qint64 atMs, Progress progress)
{
    if (!m_samples.isEmpty()) {
        const Progress last = m_samples.last().progress;
        if (progress.done < last.done || progress.total != last.total)
            m_samples.clear();
    }
    if (m_samples.size() > 1 && atMs - m_samples[m_samples.size() - 2].atMs < apartMs)
        m_samples.removeLast();
    m_samples << Sample{atMs, progress};
    // The newest sample that is out of the window stays: the rate is over the whole window.
    while (m_samples.size() > 2 && m_samples[1].atMs <= atMs - windowMs)
        m_samples.removeFirst();
}

double ProgressRate::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 elapsed = m_samples.last().atMs - m_samples.first().atMs;
    if (elapsed < shortestMs)
        return 0;
    const qint64 done = m_samples.last().progress.done - m_samples.first().progress.done;
    return double(done) * 1000 / double(elapsed);
}

std::optional<qint64> ProgressRate::remainingMs() const
{
    const double rate = perSecond();
    if (rate <= 0)
        return {};
    const Progress last = m_samples.last().progress;
    return qint64(double(std::max<qint64>(0, last.total - last.done)) * 1000 / rate);
}

bool countsBytes(const QString &kind)
{
    using namespace Qt::Literals::StringLiterals;
    return kind == "remux"_L1 || kind == "export"_L1 || kind == "archive"_L1 || kind == "import"_L1
           || kind == "verify"_L1;
}

} // namespace respool
