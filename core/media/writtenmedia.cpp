// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/writtenmedia.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

QJsonObject WrittenMedia::toJson() const
{
    return {{u"startMs"_s, startMs},         {u"endMs"_s, endMs},
            {u"durationMs"_s, durationMs},   {u"packets"_s, packets},
            {u"outputBytes"_s, outputBytes}, {u"warning"_s, warning}};
}

WrittenMedia WrittenMedia::fromJson(const QJsonObject &object)
{
    return {object[u"startMs"_s].toInteger(),     object[u"endMs"_s].toInteger(),
            object[u"durationMs"_s].toInteger(),  object[u"packets"_s].toInteger(),
            object[u"outputBytes"_s].toInteger(), object[u"warning"_s].toString()};
}

} // namespace respool
