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

Result<QList<Recording>> findByIds(Session &session, const QStringList &ids)
{
    QList<Recording> found;
    QSet<qint64> seen;
    QStringList wrong;
    ErrorCode code = ErrorCode::None;
    for (const QString &id : ids) {
        if (id.trimmed().isEmpty())
            continue;
        const auto recording = await(session.engine().catalog().recording(id.trimmed()));
        if (recording) {
            if (!seen.contains(recording->id.value))
                found << *recording;
            seen << recording->id.value;
            continue;
        }
        // An id that fits several recordings is a wrong argument, not a conflict of data.
        const bool several = recording.error().code == ErrorCode::Conflict;
        code = several ? ErrorCode::InvalidArgument : recording.error().code;
        wrong << recording.error().detail;
    }
    if (!wrong.isEmpty())
        return fail(code, wrong.join(u"\nrespoolctl: "_s));
    return found;
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
    TRY_LET(QStringList ids, typedIds(arguments));
    for (QString &id : ids)
        id = id.trimmed();
    ids.removeAll(QString());
    return await(session.engine().catalog().findIds(ids));
}

QList<RecordingId> idsOf(const QList<Recording> &recordings)
{
    QList<RecordingId> ids;
    for (const Recording &recording : recordings)
        ids << recording.id;
    return ids;
}

} // namespace respool
