// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/replaycatalog.h"

#include "core/seekablevideo.h"
#include "core/terminalreplay.h"

namespace respool {

ReplayCatalog::ReplayCatalog(MediaHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{}

ReplayCatalog::~ReplayCatalog()
{
    m_pool.waitForDone();
}

std::unique_ptr<TerminalReplay> ReplayCatalog::openTerminal(const Recording &, const StoreInfo &,
                                                            const Part &)
{
    return std::make_unique<TerminalReplay>(nullptr);
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
