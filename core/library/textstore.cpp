// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/textstore.h"

#include "core/db/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The ids of one second, and the last second that they have room for.
constexpr qint64 idsOfASecond = qint64(1) << 31;
constexpr qint64 lastSecond = (qint64(1) << 32) - 2;

} // namespace

Result<bool> TextStore::isKnown(RecordingId recording, const Part &part)
{
    TRY_LET(const qint64 known,
            m_connection.number(u"text_part_known"_s, {{u"recording"_s, recording.value},
                                                       {u"name"_s, part.name},
                                                       {u"bytes"_s, part.bytes},
                                                       {u"modified"_s, part.modifiedMs}}));
    return known == 1;
}

qint64 TextStore::leastLineOf(qint64 startMs)
{
    return std::clamp<qint64>(startMs / 1000, 0, lastSecond) * idsOfASecond;
}

Result<qint64> TextStore::begin(const TextSource &source)
{
    const qint64 room = std::max<qint64>(1, source.lines);
    qint64 second = std::clamp<qint64>(source.startMs / 1000, 0, lastSecond);
    qint64 first = 0;
    for (;; ++second) {
        const qint64 from = second * idsOfASecond;
        TRY_LET(first,
                m_connection.number(u"text_part_end"_s,
                                    {{u"from"_s, from}, {u"to"_s, from + idsOfASecond}}, from));
        if (first + room <= from + idsOfASecond)
            break;
        if (second >= lastSecond)
            return fail(ErrorCode::InvalidArgument, u"there is no room for more text"_s);
    }
    TRY(m_connection.run(u"text_part_add"_s, {{u"first"_s, first},
                                              {u"lines"_s, source.lines},
                                              {u"name"_s, source.name},
                                              {u"bytes"_s, source.bytes},
                                              {u"modified"_s, source.modifiedMs},
                                              {u"cut"_s, int(source.cutShort)},
                                              {u"problem"_s, source.problem}}));
    return first;
}

Result<> TextStore::addLines(qint64 first, qint64 allLines, qint64 from,
                             std::span<const StoredLine> lines)
{
    for (size_t i = lines.size(); i-- > 0;) {
        const qint64 id = first + allLines - 1 - from - qint64(i);
        TRY(m_connection.run(
            u"text_line_add"_s,
            {{u"id"_s, id}, {u"at"_s, lines[i].atMs}, {u"text"_s, lines[i].text}}));
        TRY(m_connection.run(u"text_index_add"_s, {{u"id"_s, id}, {u"text"_s, lines[i].text}}));
    }
    return {};
}

Result<> TextStore::setWorded(qint64 first, qint64 allLines, bool worded)
{
    TRY(m_connection.run(worded ? u"text_word_add"_s : u"text_word_remove"_s,
                         {{u"first"_s, first}, {u"last"_s, first + allLines - 1}}));
    TRY(m_connection.run(u"text_part_set_worded"_s,
                         {{u"first"_s, first}, {u"worded"_s, int(worded)}}));
    return {};
}

Result<> TextStore::show(qint64 first, qint64 allLines, RecordingId recording, const QString &name)
{
    TRY(setWorded(first, allLines, true));
    TRY(m_connection.run(u"text_part_hide"_s,
                         {{u"recording"_s, recording.value}, {u"name"_s, name}}));
    TRY(m_connection.run(u"text_part_show"_s,
                         {{u"recording"_s, recording.value}, {u"first"_s, first}}));
    return {};
}

Result<> TextStore::hideOthers(RecordingId recording, const QStringList &names)
{
    const QByteArray list =
        QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact);
    TRY(m_connection.run(u"text_part_hide_others"_s,
                         {{u"recording"_s, recording.value}, {u"names"_s, list}}));
    return {};
}

Result<bool> TextStore::isSwept()
{
    TRY_LET(const qint64 first, m_connection.number(u"text_part_hidden"_s, {}, -1));
    return first < 0;
}

Result<bool> TextStore::sweep(qint64 mostLines)
{
    qint64 left = mostLines;
    while (left > 0) {
        qint64 first = -1, end = 0;
        bool worded = false;
        TRY(m_connection.read(u"text_part_hidden"_s, {}, [&](const Row &row) {
            first = row.integer(0);
            end = first + row.integer(1);
            worded = row.integer(2) == 1;
        }));
        if (first < 0)
            return false;
        if (worded)
            TRY(setWorded(first, end - first, false));
        qint64 last = -1;
        TRY_LET(const int lines,
                m_connection.read(u"text_line_next"_s,
                                  {{u"from"_s, first}, {u"to"_s, end}, {u"most"_s, left}},
                                  [&](const Row &row) { last = row.integer(0); }));
        if (lines > 0) {
            TRY(m_connection.run(u"text_index_remove"_s, {{u"from"_s, first}, {u"last"_s, last}}));
            TRY(m_connection.run(u"text_line_remove"_s, {{u"from"_s, first}, {u"last"_s, last}}));
        }
        if (lines < left)
            TRY(m_connection.run(u"text_part_remove"_s, {{u"first"_s, first}}));
        left -= std::max(1, lines);
    }
    return true;
}

Result<bool> TextStore::sweepWhileNobodyWrites(qint64 mostLines)
{
    TRY_LET(const qint64 writers, m_connection.number(u"text_job_running"_s));
    if (writers > 0)
        return false;
    return sweep(mostLines);
}

Result<std::optional<TextWish>> TextStore::nextWish(StoreId store, qint64 after)
{
    std::optional<TextWish> wish;
    TRY(m_connection.read(u"text_wish_next"_s, {{u"store"_s, store.value}, {u"after"_s, after}},
                          [&](const Row &row) {
                              wish = TextWish{row.integer(0), RecordingId{row.integer(1)}};
                          }));
    return wish;
}

Result<qint64> TextStore::countWishes(StoreId store, qint64 after)
{
    return m_connection.number(u"text_wish_count"_s,
                               {{u"store"_s, store.value}, {u"after"_s, after}});
}

Result<> TextStore::removeWish(qint64 id)
{
    TRY(m_connection.run(u"text_wish_remove"_s, {{u"id"_s, id}}));
    return {};
}

} // namespace respool
