// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/replaycatalog.h"

#include "core/base/pending.h"
#include "core/replayfile.h"
#include "core/seekablevideo.h"
#include "core/terminalreplay.h"

namespace respool {

namespace {

constexpr int poolThreads = 6;

} // namespace

ReplayCatalog::ReplayCatalog(MediaHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{
    // Threads that wait for a process: one indexes while others answer.
    m_pool.setMaxThreadCount(poolThreads);
}

ReplayCatalog::~ReplayCatalog()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

std::unique_ptr<TerminalReplay>
ReplayCatalog::openTerminal(const Recording &recording, const StoreInfo &store, const Part &part)
{
    return std::make_unique<TerminalReplay>(
        std::make_shared<ReplayFile>(m_host, m_pool, OpenPart{recording, store, part}));
}

QFuture<Result<ReplayCatalog::Video>>
ReplayCatalog::openVideo(const Recording &recording, const StoreInfo &store, const Part &part)
{
    return inBackground(&m_pool,
                        [this, whole = OpenPart{recording, store, part}] {
                            return SeekableVideo::open(m_host, whole, m_stop.get_token());
                        })
        .on(this);
}

QFuture<Result<ReplayCatalog::Video>> ReplayCatalog::lookAgain(const Video &video)
{
    return inBackground(&m_pool,
                        [this, video]() -> Result<Video> {
                            TRY_LET(Video again, video->openAgain(m_host, m_stop.get_token()));
                            return again ? again : video;
                        })
        .on(this);
}

QFuture<Result<QList<quint32>>> ReplayCatalog::frames(const Video &video)
{
    return inBackground(&m_pool,
                        [this, video] { return video->frames(m_host, m_stop.get_token()); })
        .on(this);
}

} // namespace respool
