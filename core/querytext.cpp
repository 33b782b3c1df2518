// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/querytext.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array kinds{RecordingKind::Unknown, RecordingKind::Video, RecordingKind::Terminal,
                           RecordingKind::Log, RecordingKind::Mixed};
constexpr std::array states{RecordingState::Present, RecordingState::Damaged,
                            RecordingState::Deleting, RecordingState::Trashed,
                            RecordingState::Missing};

template <typename Value, size_t count>
Result<Value> oneOf(const std::array<Value, count> &values, const QString &key, const QString &word)
{
    QStringList words;
    for (const Value value : values) {
        if (toText(value) == word)
            return value;
        words << toText(value);
    }
    return fail(ErrorCode::InvalidArgument,
                u"%1:%2: '%2' is none of %3"_s.arg(key, word, words.join(u", "_s)));
}

Result<bool> yesOrNo(const QString &key, const QString &word)
{
    if (word == "yes"_L1 || word == "no"_L1)
        return word == "yes"_L1;
    return fail(ErrorCode::InvalidArgument, u"%1:%2: write yes or no"_s.arg(key, word));
}

Result<> addCondition(RecordingFilter &filter, const QString &key, const QString &word,
                      const QList<StoreInfo> &stores)
{
    if (key == "kind"_L1) {
        TRY_LET(filter.kind, oneOf(kinds, key, word));
    } else if (key == "state"_L1) {
        TRY_LET(filter.state, oneOf(states, key, word));
    } else if (key == "seekable"_L1) {
        TRY_LET(filter.seekable, yesOrNo(key, word));
    } else if (key == "held"_L1) {
        TRY_LET(filter.held, yesOrNo(key, word));
    } else if (key == "store"_L1) {
        const auto store = std::ranges::find_if(stores, [&](const StoreInfo &candidate) {
            return candidate.name == word || candidate.uid == word;
        });
        if (store == stores.end())
            return fail(ErrorCode::NotFound, u"store:%1: there is no such store"_s.arg(word));
        filter.store = store->id;
    } else {
        return fail(ErrorCode::InvalidArgument,
                    u"'%1:' is none of kind:, state:, seekable:, held:, store:"_s.arg(key));
    }
    return {};
}

} // namespace

Result<RecordingFilter> filterFromText(const QString &text, const QList<StoreInfo> &stores)
{
    RecordingFilter filter;
    QStringList words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = word.indexOf(u':');
        if (colon > 0)
            TRY(addCondition(filter, word.first(colon), word.mid(colon + 1), stores));
        else
            words << word;
    }
    filter.text = words.join(u' ');
    return filter;
}

} // namespace respool
