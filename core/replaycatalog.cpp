// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/replaycatalog.h"

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
    m_pool.waitForDone();
}

std::unique_ptr<TerminalReplay>
ReplayCatalog::openTerminal(const Recording &recording, const StoreInfo &store, const Part &part)
{
    return std::make_unique<TerminalReplay>(
        std::make_shared<ReplayFile>(m_host, m_pool, OpenPart{recording, store, part}));
}

QFuture<Result<ReplayCatalog::Video>> ReplayCatalog::openVideo(const Recording &, const StoreInfo &,
                                                               const Part &)
{
    return QtFuture::makeReadyFuture(Result<Video>(fail(ErrorCode::NotFound)));
}

QFuture<Result<ReplayCatalog::Video>> ReplayCatalog::lookAgain(const Video &video)
{
    return QtFuture::makeReadyFuture(Result<Video>(video));
}

} // namespace respool
