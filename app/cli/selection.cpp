// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/selection.h"

#include "app/cli/queryargument.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"

#include <QFile>

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<QStringList> idsFromFile(const QString &name)
{
    QFile file(name);
    const bool opened =
        name == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(ErrorCode::NotFound, u"%1 cannot be read: %2"_s.arg(name, file.errorString()));
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

Result<Query> queryOf(Session &session, const SelectionArguments &arguments)
{
    return queryArgument(session, QString::fromStdString(arguments.query));
}

// As they were typed; a single - stands for those on stdin.
Result<QStringList> typedIds(const SelectionArguments &arguments)
{
    QStringList ids;
    for (const std::string &id : arguments.ids)
        ids << QString::fromStdString(id);
    const QString from =
        ids == QStringList{u"-"_s} ? u"-"_s : QString::fromStdString(arguments.from);
    if (!from.isEmpty()) {
        TRY_LET(ids, idsFromFile(from));
    }
    if (ids.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"name recordings, or use --query"_s);
    return ids;
}

// One question for all of them.
Result<FoundIds> lookUp(Session &session, QStringList ids)
{
    for (QString &id : ids)
        id = id.trimmed();
    ids.removeAll(QString());
    return await(session.engine().catalog().findIds(ids));
}

Result<QList<Recording>> findByIds(Session &session, const QStringList &ids)
{
    TRY_LET(const FoundIds found, lookUp(session, ids));
    QStringList missing;
    for (const QString &id : found.notFound)
        missing << u"there is no recording '%1'"_s.arg(id);
    if (!missing.isEmpty())
        return fail(ErrorCode::NotFound, missing.join(u"\nrespoolctl: "_s));
    TRY_LET(QList<Recording> recordings, await(session.engine().catalog().recordings(found.ids)));
    if (recordings.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no such recording"_s);
    return recordings;
}

} // namespace

void SelectionArguments::addIds(CLI::App &verb, bool orQuery, bool orFile)
{
    auto *given =
        verb.add_option("ID", ids, "Recordings, by any unambiguous beginning of their id");
    if (!orQuery) {
        given->required();
        return;
    }
    auto *asked = verb.add_option_function<std::string>(
        "--query",
        [this](const std::string &text) {
            query = text;
            queried = true;
        },
        "The recordings that a query finds; see help query");
    asked->excludes(given);
    if (orFile) {
        auto *list = verb.add_option("--from", from, "A file with one id a line; - is stdin");
        list->excludes(given)->excludes(asked);
    }
}

Result<QList<Recording>> findSelection(Session &session, const SelectionArguments &arguments)
{
    if (arguments.queried) {
        RecordingFilter filter;
        filter.limit = 0;
        TRY_LET(filter.query, queryOf(session, arguments));
        return await(session.engine().catalog().find(filter));
    }
    TRY_LET(const QStringList ids, typedIds(arguments));
    return findByIds(session, ids);
}

Result<FoundIds> findIds(Session &session, const SelectionArguments &arguments)
{
    if (arguments.queried) {
        RecordingFilter filter;
        TRY_LET(filter.query, queryOf(session, arguments));
        TRY_LET(const QList<RecordingId> ids, await(session.engine().catalog().ids(filter)));
        return FoundIds{ids, {}};
    }
    TRY_LET(const QStringList ids, typedIds(arguments));
    return lookUp(session, ids);
}

QList<RecordingId> idsOf(const QList<Recording> &recordings)
{
    QList<RecordingId> ids;
    for (const Recording &recording : recordings)
        ids << recording.id;
    return ids;
}

} // namespace respool
