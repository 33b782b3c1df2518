// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediaprogress.h"
#include "core/media/mediarequest.h"

#include <optional>
#include <stop_token>

namespace respool {

// The host's side of one request that has been handed to respool-media: waits, passes progress on,
// words the end. Believes nothing of what the child says beyond its form. Lives for one call of
// MediaHost::run(), on its thread.
class MediaConversation
{
public:
    MediaConversation(const MediaRequest &request, UniqueFd socket, std::stop_token stop)
        : m_request(request)
        , m_socket(std::move(socket))
        , m_stop(std::move(stop))
    {}

    // Nothing: respool-media died before it began, so that the request can be made again.
    std::optional<Result<QJsonObject>> run(const MediaProgress &progress);

private:
    enum class Woken { Message, Stop, Stall };
    Woken wait(int stopBell) const;
    std::optional<Result<QJsonObject>> take(const QJsonObject &message,
                                            const MediaProgress &progress) const;
    Failure errorFrom(const QJsonObject &error) const;
    Failure deathFrom(const QJsonObject &end) const;
    // Has the child killed and waits until it is gone.
    Result<> letGo() const;

    const MediaRequest &m_request;
    UniqueFd m_socket;
    std::stop_token m_stop;
};

} // namespace respool
