// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/queryargument.h"

#include "core/base/clock.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype shownBefore = 50, shownAfter = 70;

// How many columns a terminal takes for the text: none for a mark over a letter, two for the wide
// letters of East Asia and for pictures.
qsizetype columnsOf(QStringView text)
{
    qsizetype columns = 0;
    for (const char32_t letter : text.toUcs4()) {
        if (QChar::isMark(letter))
            continue;
        const bool wide =
            (letter >= 0x1100 && letter <= 0x115f) || (letter >= 0x2e80 && letter <= 0xa4cf)
            || (letter >= 0xac00 && letter <= 0xd7a3) || (letter >= 0xf900 && letter <= 0xfaff)
            || (letter >= 0xfe30 && letter <= 0xfe6f) || (letter >= 0xff00 && letter <= 0xff60)
            || (letter >= 0x1f300 && letter <= 0x1faff) || (letter >= 0x20000 && letter <= 0x3fffd);
        columns += wide ? 2 : 1;
    }
    return columns;
}

// Half of a letter outside the first plane is not shown alone.
qsizetype letterStart(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() ? at - 1 : at;
}

} // namespace

QString markedQuery(const QString &text, const QueryMistake &mistake)
{
    QString shown = text;
    for (QChar &c : shown) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u' ';
    }
    const qsizetype start =
        letterStart(shown, std::max<qsizetype>(0, mistake.position - shownBefore));
    const qsizetype end = letterStart(shown, std::min(shown.size(), mistake.position + shownAfter));
    const qsizetype markEnd = std::min(end, mistake.position + mistake.length);
    const QString lead = start > 0 ? u"…"_s : QString();
    const QString tail = end < shown.size() ? u"…"_s : QString();
    const auto columns = [&](qsizetype from, qsizetype to) {
        return columnsOf(QStringView(shown).sliced(from, to - from));
    };
    const qsizetype before = lead.size() + columns(start, mistake.position);
    const qsizetype marked = std::max<qsizetype>(1, columns(mistake.position, markEnd));
    return u"  "_s + lead + shown.mid(start, end - start) + tail + u"\n  "_s + QString(before, u' ')
           + u'^' + QString(marked - 1, u'~');
}

Result<Query> queryArgument(Session &session, const QString &text)
{
    QueryContext context{SystemClock().nowMs()};
    TRY_LET(context.stores, await(session.engine().catalog().stores()));
    ParsedQuery parsed = parseQuery(text, context);
    if (!parsed.mistake)
        return std::move(parsed.query);
    return fail(ErrorCode::InvalidArgument,
                parsed.mistake->message + u'\n' + markedQuery(text, *parsed.mistake));
}

} // namespace respool
