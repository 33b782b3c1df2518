// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/queryargument.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/library/query/textmatch.h"
#include "core/library/recordingcatalog.h"
#include "core/library/textcatalog.h"

#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int linesAtOnce = 100;

// Where it is in the part: 1:02:03.
QString placeText(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return u"%1:%2:%3"_s.arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

// What a terminal would obey is shown as a blank; what was asked for stands out.
QString shownLine(const TextHit &hit, bool colours)
{
    QString text = hit.text;
    for (QChar &letter : text) {
        if (!letter.isPrint() && !letter.isSurrogate())
            letter = u' ';
    }
    for (auto mark = hit.marks.crbegin(); colours && mark != hit.marks.crend(); ++mark) {
        text.insert(mark->from + mark->length, u"\x1b[0m"_s);
        text.insert(mark->from, u"\x1b[1;31m"_s);
    }
    return text;
}

QJsonObject toJson(const TextHit &hit)
{
    QJsonArray marks;
    for (const TextMark &mark : hit.marks)
        marks << QJsonArray{mark.from, mark.length};
    const QString time = isoText(hit.dayMs);
    return {{u"recording"_s, hit.uid},
            {u"store"_s, hit.storeName},
            {u"part"_s, hit.part},
            {u"at"_s, double(hit.atMs) / 1000},
            {u"time"_s, time.isEmpty() ? QJsonValue() : QJsonValue(time)},
            {u"text"_s, hit.text},
            {u"marks"_s, marks}};
}

void printHits(const Session &session, const QList<TextHit> &hits)
{
    const bool colours = ::isatty(STDOUT_FILENO) == 1;
    const TextHit *before = nullptr;
    QJsonArray json;
    for (const TextHit &hit : hits) {
        if (!before || before->recording != hit.recording || before->part != hit.part)
            session.print(u"%1%2  %3  %4"_s.arg(before ? u"\n"_s : QString(), hit.uid,
                                                hit.storeName, hit.part));
        session.print(u"  %1  %2  %3"_s.arg(placeText(hit.atMs),
                                            hit.dayMs > 0 ? timeText(hit.dayMs) : u"-"_s,
                                            shownLine(hit, colours)));
        json << toJson(hit);
        before = &hit;
    }
    session.printJson(json);
}

struct SearchArguments
{
    std::vector<std::string> text;
    std::string query;
    int limit = 50;
};

Exit search(Session &session, const SearchArguments &arguments)
{
    QStringList words;
    for (const std::string &word : arguments.text)
        words << QString::fromStdString(word);
    TextQuestion question;
    const auto match = textMatch(words.join(u' '));
    if (!match)
        return session.complain(match.error());
    question.match = *match;
    auto query = queryArgument(session, QString::fromStdString(arguments.query));
    if (!query)
        return session.complain(query.error());
    question.within = *std::move(query);
    TextCatalog &texts = session.engine().texts();
    QList<TextHit> hits;
    bool more = true;
    while (more && (arguments.limit <= 0 || hits.size() < arguments.limit)) {
        question.limit = arguments.limit <= 0
                             ? linesAtOnce
                             : std::min(linesAtOnce, arguments.limit - int(hits.size()));
        AWAIT(const TextPage page, session, texts.search(question));
        hits << page.hits;
        question.before = page.next;
        more = page.next > 0;
    }
    printHits(session, hits);
    AWAIT(const TextCoverage coverage, session, texts.coverage());
    if (coverage.indexed < coverage.all)
        session.say(u"%1 of %2 recordings are indexed"_s.arg(coverage.indexed).arg(coverage.all));
    if (more && !hits.isEmpty())
        session.say(u"there is more: see --limit"_s);
    return Exit::Done;
}

struct IndexArguments
{
    std::string store;
    bool wait = false;
};

Exit index(Session &session, const IndexArguments &arguments)
{
    QList<StoreId> ids;
    if (arguments.store.empty()) {
        AWAIT(const QList<StoreInfo> stores, session, session.engine().catalog().stores());
        for (const StoreInfo &store : stores)
            ids << store.id;
    } else {
        AWAIT(const StoreInfo store, session,
              session.engine().catalog().store(QString::fromStdString(arguments.store)));
        ids << store.id;
    }
    if (ids.isEmpty())
        return session.complain(
            {ErrorCode::NotFound, u"no store yet: add one with 'store add PATH'"_s});
    AWAIT(const Enqueued enqueued, session, session.engine().commands().readTexts(ids));
    return answerEnqueued(session, enqueued, u"index"_s, arguments.wait);
}

} // namespace

void addSearchVerbs(CLI::App &app, Choice &choice)
{
    auto searched = std::make_shared<SearchArguments>();
    auto *finding = app.add_subcommand("search", "Find lines in terminal output and logs");
    finding
        ->add_option("TEXT", searched->text,
                     "Words that stand in one line, \"phrases\", begin* and -not; with a minus: "
                     "write it all within quotes, behind --")
        ->required();
    finding->add_option("--query", searched->query, "In these recordings only; see help query");
    finding->add_option("--limit", searched->limit, "At most so many lines; 0: all");
    finding->callback([&choice, searched] {
        choice.verb = [searched](Session &session) { return search(session, *searched); };
    });

    auto indexed = std::make_shared<IndexArguments>();
    auto *indexing =
        app.add_subcommand("index", "Read what can be read in recordings and is not known yet");
    indexing->add_option("STORE", indexed->store, "One store; default: all");
    indexing->add_flag("--wait", indexed->wait, "Run until it has ended");
    indexing->callback([&choice, indexed] {
        choice.verb = [indexed](Session &session) { return index(session, *indexed); };
    });
}

} // namespace respool
