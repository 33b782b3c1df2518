// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/querytext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QString filterText(const RecordingFilter &filter, const QList<StoreInfo> &stores)
{
    QStringList words;
    const auto addYesOrNo = [&](QLatin1StringView field, const std::optional<bool> &yes) {
        if (yes)
            words << field + (*yes ? ":yes"_L1 : ":no"_L1);
    };
    if (filter.store) {
        const auto store = std::ranges::find(stores, *filter.store, &StoreInfo::id);
        if (store != stores.end())
            words << u"store:"_s + queryQuoted(store->name);
    }
    if (filter.kind)
        words << u"kind:"_s + toText(*filter.kind);
    if (filter.state)
        words << u"state:"_s + toText(*filter.state);
    addYesOrNo("seekable"_L1, filter.seekable);
    addYesOrNo("held"_L1, filter.held);
    addYesOrNo("active"_L1, filter.active);
    addYesOrNo("flagged"_L1, filter.flagged);
    addYesOrNo("seen"_L1, filter.seen);
    if (!filter.tag.isEmpty())
        words << u"tag:"_s + queryQuoted(filter.tag);
    return words.join(u' ');
}

} // namespace respool
