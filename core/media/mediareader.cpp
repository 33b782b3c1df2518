// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediareader.h"

#include "core/media/mediahost.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<MediaInfo> MediaReader::probe(const MediaFile &file, const std::stop_token &stop) const
{
    MediaRequest request;
    request.verb = u"probe"_s;
    request.files = {LentFile::of(file)};
    TRY_LET(const QJsonObject answer, m_host.run(request, stop));
    return MediaInfo::fromJson(answer);
}

} // namespace respool
