// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/queryfields.h"

#include "core/library/recording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array kinds{QueryChoice{"video"_L1, int(RecordingKind::Video)},
                           QueryChoice{"terminal"_L1, int(RecordingKind::Terminal)},
                           QueryChoice{"log"_L1, int(RecordingKind::Log)},
                           QueryChoice{"mixed"_L1, int(RecordingKind::Mixed)},
                           QueryChoice{"unknown"_L1, int(RecordingKind::Unknown)}};
constexpr std::array states{QueryChoice{"present"_L1, int(RecordingState::Present)},
                            QueryChoice{"damaged"_L1, int(RecordingState::Damaged)},
                            QueryChoice{"missing"_L1, int(RecordingState::Missing)},
                            QueryChoice{"deleting"_L1, int(RecordingState::Deleting)},
                            QueryChoice{"trashed"_L1, int(RecordingState::Trashed)},
                            QueryChoice{"trash"_L1, int(RecordingState::Trashed)}};
constexpr std::array formats{QueryChoice{"webm"_L1, 1 << int(PartKind::Webm)},
                             QueryChoice{"cast"_L1, 1 << int(PartKind::Cast)},
                             QueryChoice{"trp"_L1, 1 << int(PartKind::Trp)},
                             QueryChoice{"slog"_L1, 1 << int(PartKind::Slog)},
                             QueryChoice{"media"_L1, 1 << int(PartKind::Media)}};

// There are few different ones: each is found by a step in the index, and compared once.
constexpr auto mediaSet = "SELECT p.recording_id FROM part p WHERE p.media IN ("
                          "WITH RECURSIVE m(media) AS (SELECT min(q.media) FROM part q UNION ALL"
                          " SELECT (SELECT min(q.media) FROM part q WHERE q.media > m.media) FROM m"
                          " WHERE m.media IS NOT NULL) SELECT m.media FROM m WHERE m.media %1)"_L1;

constexpr QueryField word{
    .name = {},
    .type = QueryType::Text,
    .example = {},
    .help = "",
    .sql = "(r.uid %1 OR r.path %1"
           " OR r.store_id IN (SELECT s.id FROM store s WHERE s.name %1)"
           " OR EXISTS (SELECT 1 FROM tag t WHERE t.recording_id = r.id AND t.name %1)"
           " OR r.note %1)"_L1,
    .set = "%2 UNION ALL SELECT i.id FROM recording i"
           " WHERE i.store_id IN (SELECT s.id FROM store s WHERE s.name %1)"
           " UNION ALL SELECT t.recording_id FROM tag_count c"
           " CROSS JOIN tag t ON lower(t.name) = lower(c.name) WHERE c.name %1"
           " UNION ALL SELECT i.id FROM recording i WHERE i.note <> '' AND i.note %1"_L1};

constexpr std::array fields{
    QueryField{.name = "kind"_L1,
               .type = QueryType::Choice,
               .example = "kind:terminal,log"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "what was recorded"),
               .sql = "r.kind IN (%1)"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.kind IN (%1)"_L1,
               .isLight = true,
               .isTallied = true,
               .choices = kinds},
    QueryField{.name = "format"_L1,
               .type = QueryType::Choice,
               .example = "format:cast"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "what a part of it is"),
               .sql = "(r.formats & (%1)) <> 0"_L1,
               .isLight = true,
               .choices = formats,
               .isMask = true},
    QueryField{.name = "state"_L1,
               .type = QueryType::Choice,
               .example = "state:damaged"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "where it is; else all but the trash"),
               .sql = "r.state IN (%1)"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.state IN (%1)"_L1,
               .isLight = true,
               .isTallied = true,
               .choices = states,
               .choosesState = true},
    QueryField{.name = "store"_L1,
               .type = QueryType::Store,
               .example = "store:lab"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "the store it lies in"),
               .sql = "r.store_id IN (%1)"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.store_id IN (%1)"_L1,
               .isLight = true,
               .isTallied = true},
    QueryField{.name = "name"_L1,
               .type = QueryType::Text,
               .example = "name:kiosk"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "its id or its path contains the text"),
               .sql = "(r.uid %1 OR r.path %1)"_L1,
               .set = "%2"_L1},
    QueryField{.name = "path"_L1,
               .type = QueryType::Text,
               .example = "path:\"2026/may\""_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "its path in the store contains the text"),
               .sql = "r.path %1"_L1,
               .set = "%2"_L1},
    QueryField{.name = "id"_L1,
               .type = QueryType::Prefix,
               .example = "id:3fa85f64"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "its id begins so"),
               .sql = "r.uid"_L1,
               .set = "SELECT i.id FROM recording i WHERE %1"_L1},
    QueryField{.name = "size"_L1,
               .type = QueryType::Size,
               .example = "size:100M..2G"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "bytes of all its parts: K M G T, or Ki Mi"),
               .sql = "r.bytes %1"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.bytes %1"_L1,
               .isLight = true},
    QueryField{.name = "duration"_L1,
               .type = QueryType::Duration,
               .example = "duration<1h30m"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "how long: 90s, 10m, 1:30:00, or unknown"),
               .sql = "r.duration_ms %1"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.duration_ms %1"_L1,
               .isLight = true,
               .zeroIsUnknown = true},
    QueryField{
        .name = "start"_L1,
        .type = QueryType::Date,
        .example = "start>=2026-01"_L1,
        .help = QT_TRANSLATE_NOOP("QueryField", "when it began: a date, today, yesterday, or -7d"),
        .sql = "r.start_ms %1"_L1,
        .set = "SELECT i.id FROM recording i WHERE i.start_ms %1"_L1,
        .isLight = true,
        .zeroIsUnknown = true},
    QueryField{.name = "end"_L1,
               .type = QueryType::Date,
               .example = "end<yesterday"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "when it ended"),
               .sql = "(r.start_ms > 0 AND r.duration_ms > 0 AND r.start_ms + r.duration_ms %1)"_L1,
               .isLight = true,
               .zeroIsUnknown = true},
    QueryField{.name = "changed"_L1,
               .type = QueryType::Date,
               .example = "changed>-1h"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "when one of its files was written last"),
               .sql = "r.changed_ms %1"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.changed_ms %1"_L1,
               .isLight = true,
               .zeroIsUnknown = true},
    QueryField{.name = "trashed"_L1,
               .type = QueryType::Date,
               .example = "trashed<-30d"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "when it was moved to the trash"),
               .sql = "(r.state = 3 AND r.trashed_ms %1)"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.state = 3 AND i.trashed_ms %1"_L1,
               .choosesState = true},
    QueryField{.name = "parts"_L1,
               .type = QueryType::Count,
               .example = "parts>1"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "how many files it has"),
               .sql = "r.parts %1"_L1,
               .isLight = true},
    QueryField{.name = "text"_L1,
               .type = QueryType::Match,
               .example = "text:\"permission denied\""_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "a line in it has the words, or the begin*"),
               .sql = "r.id IN (%1)"_L1,
               .set =
                   "SELECT t.recording_id FROM text_index x JOIN text_part t"
                   " ON t.first = (SELECT max(u.first) FROM text_part u WHERE u.first <= x.rowid)"
                   " WHERE x.text_index MATCH %1 AND t.recording_id IS NOT NULL"_L1,
               .setWord = "SELECT t.recording_id FROM text_word x JOIN text_part t"
                          " ON t.first = x.rowid"
                          " WHERE x.text_word MATCH %1 AND t.recording_id IS NOT NULL"_L1},
    QueryField{.name = "tag"_L1,
               .type = QueryType::Tag,
               .example = "tag:audit"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "it has this tag"),
               .sql = "EXISTS (SELECT 1 FROM tag t WHERE t.recording_id = r.id"
                      " AND lower(t.name) %1)"_L1,
               .set = "SELECT t.recording_id FROM tag t"
                      " WHERE lower(t.name) %1"_L1},
    QueryField{.name = "tagged"_L1,
               .type = QueryType::YesNo,
               .example = "tagged:no"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "it has any tag"),
               .sql = "EXISTS (SELECT 1 FROM tag t WHERE t.recording_id = r.id)"_L1,
               .set = "SELECT t.recording_id FROM tag t"_L1},
    QueryField{.name = "held"_L1,
               .type = QueryType::YesNo,
               .example = "held:yes"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "it is under hold"),
               .sql = "r.held = 1"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.held = 1"_L1,
               .isLight = true,
               .isTallied = true},
    QueryField{.name = "hold"_L1,
               .type = QueryType::Text,
               .example = "hold:\"case 12\""_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "the reason of its hold contains the text"),
               .sql = "r.id IN (SELECT h.recording_id FROM hold h WHERE h.reason %1)"_L1,
               .set = "SELECT h.recording_id FROM hold h WHERE h.reason %1"_L1},
    QueryField{.name = "seekable"_L1,
               .type = QueryType::YesNo,
               .example = "seekable:no"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "a player can jump in all of its videos"),
               .sql = "r.seekable = 1"_L1,
               .sqlNo = "r.seekable = 0"_L1,
               .setNo = "SELECT i.id FROM recording i WHERE i.seekable = 0"_L1,
               .isLight = true,
               .isTallied = true},
    QueryField{.name = "damaged"_L1,
               .type = QueryType::YesNo,
               .example = "damaged:yes"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "it cannot be read, or not all of it"),
               .sql = "r.state = 1"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.state = 1"_L1,
               .isLight = true,
               .isTallied = true},
    QueryField{.name = "missing"_L1,
               .type = QueryType::YesNo,
               .example = "missing:yes"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "it was not there at the last scan"),
               .sql = "r.state = 4"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.state = 4"_L1,
               .isLight = true,
               .isTallied = true},
    QueryField{
        .name = "verified"_L1,
        .type = QueryType::Date,
        .example = "verified<-90d"_L1,
        .help = QT_TRANSLATE_NOOP("QueryField", "when it was found to be whole, or unknown: never"),
        .sql = "r.verified_ms %1"_L1,
        .zeroIsUnknown = true},
    QueryField{.name = "problem"_L1,
               .type = QueryType::Text,
               .example = "problem:truncated"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "what is wrong with it contains the text"),
               .sql = "r.problem %1"_L1,
               .set = "SELECT i.id FROM recording i"
                      " WHERE i.problem <> '' AND i.problem %1"_L1},
    QueryField{.name = "codec"_L1,
               .type = QueryType::Text,
               .example = "codec:vp9"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "the streams of a part, as in the preview"),
               .sql = "EXISTS (SELECT 1 FROM part p WHERE p.recording_id = r.id"
                      " AND p.media %1)"_L1,
               .set = mediaSet},
    QueryField{.name = "resolution"_L1,
               .type = QueryType::Text,
               .example = "resolution:1920x1080"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "width and height of a video"),
               .sql = "EXISTS (SELECT 1 FROM part p WHERE p.recording_id = r.id"
                      " AND p.media %1)"_L1,
               .set = mediaSet},
    QueryField{.name = "active"_L1,
               .type = QueryType::YesNo,
               .example = "active:yes"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "it is being recorded right now"),
               .sql = "r.active = 1"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.active = 1"_L1},
    QueryField{.name = "flagged"_L1,
               .type = QueryType::YesNo,
               .example = "flagged:yes"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "somebody has flagged it"),
               .sql = "r.flagged = 1"_L1,
               .set = "SELECT i.id FROM recording i WHERE i.flagged = 1"_L1,
               .isLight = true,
               .isTallied = true},
    QueryField{.name = "seen"_L1,
               .type = QueryType::YesNo,
               .example = "seen:no"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "somebody has looked at it"),
               .sql = "r.seen = 1"_L1,
               .setNo = "SELECT i.id FROM recording i WHERE i.seen = 0"_L1,
               .isLight = true,
               .isTallied = true},
    QueryField{.name = "note"_L1,
               .type = QueryType::Text,
               .example = "note:leak"_L1,
               .help = QT_TRANSLATE_NOOP("QueryField", "its note contains the text"),
               .sql = "r.note %1"_L1,
               .set = "SELECT i.id FROM recording i"
                      " WHERE i.note <> '' AND i.note %1"_L1},
};

// How many letters must be written, taken away or changed to make one of the other (Levenshtein).
int distance(const QString &one, QLatin1StringView other)
{
    std::vector<int> row(size_t(other.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i)
        row[i] = int(i);
    for (const QChar letter : one) {
        int diagonal = row[0]++;
        for (size_t i = 1; i < row.size(); ++i) {
            const int changed = diagonal + (letter == other[qsizetype(i) - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({changed, row[i] + 1, row[i - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::span<const QueryField> queryFields()
{
    return fields;
}

const QueryField &wordField()
{
    return word;
}

const QueryField *findField(const QString &name)
{
    const auto found = std::ranges::find_if(fields, [&](const QueryField &field) {
        return name.compare(field.name, Qt::CaseInsensitive) == 0;
    });
    return found == fields.end() ? nullptr : &*found;
}

const QueryField *nearestField(const QString &name)
{
    constexpr int mostLetters = 24; // longer ones are near to none, and need not be compared
    constexpr int mostDistance = 2;
    if (name.size() > mostLetters)
        return nullptr;
    const QString lower = name.toLower();
    const auto far = [&](const QueryField &field) { return distance(lower, field.name); };
    const auto nearest = std::ranges::min_element(fields, {}, far);
    return far(*nearest) <= std::min<int>(mostDistance, int(lower.size()) / 2) ? &*nearest
                                                                               : nullptr;
}

QStringList fieldNames()
{
    QStringList names;
    for (const QueryField &field : fields)
        names << field.name;
    return names;
}

} // namespace respool
