// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/timerange.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

QJsonObject TimeRange::toJson() const
{
    return {{u"fromMs"_s, fromMs}, {u"toMs"_s, toMs}};
}

TimeRange TimeRange::fromJson(const QJsonObject &object)
{
    return {object[u"fromMs"_s].toInteger(-1), object[u"toMs"_s].toInteger(-1)};
}

} // namespace respool
