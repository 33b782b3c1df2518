// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/dialect.h"
#include "core/library/query/query.h"
#include "core/library/query/querycompletion.h"
#include "core/library/query/querysql.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype mostBinds = 5 * mostQueryValues; // a word is looked for in five places
constexpr qsizetype mostPlaces = 64;

QueryContext context()
{
    StoreInfo store;
    store.id = StoreId{1};
    store.name = u"lab"_s;
    store.uid = u"lab-uid"_s;
    return {1'774'780'496'000, QTimeZone::utc(), {store}};
}

void checkMistake(const QString &text, const QueryMistake &mistake)
{
    mustHold(!mistake.message.isEmpty(), "a mistake is told in words");
    mustHold(mistake.position >= 0 && mistake.length >= 0
                 && mistake.position + mistake.length <= text.size(),
             "a mistake lies within the text");
}

void checkCompletions(const QString &text)
{
    for (qsizetype place = 0; place <= std::min(text.size(), mostPlaces); ++place) {
        const QueryCompletion offer = completionAt(text, place, {{u"lab"_s}, {u"a b"_s}});
        mustHold(offer.candidates.isEmpty() || (offer.from >= 0 && offer.from <= place),
                 "a completion replaces what stands before its place");
    }
}

} // namespace

int fuzzQuery(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    checkCompletions(text);
    const ParsedQuery parsed = parseQuery(text, context());
    if (parsed.mistake) {
        mustHold(parsed.query.isEmpty(), "what is wrong asks for nothing");
        checkMistake(text, *parsed.mistake);
        return 0;
    }
    const CompiledQuery compiled = conditionOf(parsed.query, sqliteDialect());
    mustHold(compiled.sql.count(u'?') == compiled.binds.size(), "each mark has its value");
    mustHold(compiled.binds.size() <= mostBinds, "the values have a bound");
    const QString written = parsed.query.toText();
    if (written.size() > mostQueryLength)
        return 0; // with every operator written out
    const ParsedQuery again = parseQuery(written, context());
    mustHold(!again.mistake, "what a query says of itself can be read", written);
    mustHold(again.query.toText() == written, "and is the same question", written);
    const CompiledQuery same = conditionOf(again.query, sqliteDialect());
    mustHold(same.sql == compiled.sql && same.binds == compiled.binds, "in SQL as well", written);
    return 0;
}

} // namespace respool
