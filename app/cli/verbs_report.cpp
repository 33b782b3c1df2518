// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/format.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/evidence.h"
#include "core/jobs/jobqueue.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct ReportArguments
{
    std::string what, format, file;
};

ReportFormat formatOf(const Session &session, const std::string &name)
{
    if (name == "html")
        return ReportFormat::Html;
    if (name == "json" || (name.empty() && session.json()))
        return ReportFormat::Json;
    return ReportFormat::Csv;
}

// A batch by its number, or what was last done to a recording by its uid.
Exit report(Session &session, const ReportArguments &arguments)
{
    const QString what = QString::fromStdString(arguments.what);
    if (what.isEmpty())
        return session.complain({ErrorCode::InvalidArgument,
                                 u"name a batch or a recording: report BATCH, see batches"_s});
    bool isNumber = false;
    const BatchId batch{what.toLongLong(&isNumber)};
    Evidence &evidence = session.engine().evidence();
    const auto report = isNumber ? await(evidence.report(batch)) : await(evidence.reportOn(what));
    if (!report)
        return session.complain(report.error());
    const QByteArray text = formatted(*report, formatOf(session, arguments.format));
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    if (!report->batch.isFinal)
        session.say(u"the batch has not ended: the report is not final"_s);
    return Exit::Done;
}

Exit verifyReport(Session &session, const std::string &name)
{
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly))
        return session.complain({ErrorCode::NotFound, u"%1 cannot be read: %2"_s.arg(
                                                          file.fileName(), file.errorString())});
    AWAIT(const ReportCheck check, session,
          session.engine().evidence().verifyReport(file.readAll()));
    session.printJson(QJsonObject{{u"intact"_s, check.problems.isEmpty()},
                                  {u"recordings"_s, check.recordings},
                                  {u"jobs"_s, check.jobs},
                                  {u"rows"_s, check.rows},
                                  {u"problems"_s, QJsonArray::fromStringList(check.problems)}});
    for (const QString &problem : check.problems)
        session.say(u"respoolctl: "_s + problem);
    if (!check.problems.isEmpty())
        return Exit::SomeFailed;
    session.print(u"%1 of %2 and %3 of the audit log: nothing was changed"_s.arg(
        counted(check.recordings, u"result"_s), counted(check.jobs, u"job"_s),
        counted(check.rows, u"row"_s)));
    return Exit::Done;
}

struct AuditArguments
{
    std::string recording, since, file;
    int limit = 100;
};

// A day or an instant, as local time unless it says otherwise.
Result<qint64> instantOf(const std::string &text)
{
    if (text.empty())
        return 0;
    const QDateTime at = QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
    if (!at.isValid())
        return fail(ErrorCode::InvalidArgument,
                    u"'%1' is no time: write 2026-01-31 or 2026-01-31T18:00"_s.arg(
                        QString::fromStdString(text)));
    return at.toMSecsSinceEpoch();
}

Exit listAudit(Session &session, const AuditArguments &arguments)
{
    const auto since = instantOf(arguments.since);
    if (!since)
        return session.complain(since.error());
    AWAIT(const QList<AuditRow> rows, session,
          session.engine().evidence().page(
              {.recording = QString::fromStdString(arguments.recording).toLower(),
               .sinceMs = *since,
               .limit = arguments.limit}));
    session.print(auditTable(rows));
    session.printJson(auditJson(rows));
    return Exit::Done;
}

Exit verifyAudit(Session &session)
{
    AWAIT(const AuditCheck check, session, session.engine().evidence().verifyLog());
    const bool intact = check.brokenId == 0;
    QJsonObject json{{u"intact"_s, intact}, {u"rows"_s, check.rows}, {u"head"_s, check.head.hash}};
    if (!intact) {
        json[u"broken"_s] = check.brokenId;
        json[u"problem"_s] = check.problem;
    }
    session.printJson(json);
    if (!intact) {
        session.say(u"respoolctl: the audit log is broken: "_s + check.problem);
        return Exit::SomeFailed;
    }
    session.print(u"%1 in order; the last has %2"_s.arg(
        counted(check.rows, u"row"_s), check.head.hash.isEmpty() ? u"no hash"_s : check.head.hash));
    return Exit::Done;
}

Exit exportAudit(Session &session, const std::string &file)
{
    const QString name = QString::fromStdString(file);
    AWAIT(const AuditHead head, session, session.engine().evidence().exportLog(name));
    const QString text = u"%1; the last has %2"_s.arg(counted(head.id, u"row"_s), head.hash);
    if (name == u"-") {
        session.say(text);
        return Exit::Done;
    }
    session.print(text);
    session.printJson(QJsonObject{{u"rows"_s, head.id}, {u"head"_s, head.hash}, {u"file"_s, name}});
    return Exit::Done;
}

} // namespace

void addReportVerbs(CLI::App &app, Choice &choice)
{
    auto arguments = std::make_shared<ReportArguments>();
    auto *reporting =
        app.add_subcommand("report", "Every recording of a batch and its result, or: verify FILE");
    reporting->add_option("BATCH", arguments->what,
                          "The number of the batch, or the id of a recording");
    reporting->add_option("--format", arguments->format, "csv, json, or html for printing")
        ->check(CLI::IsMember({"csv", "json", "html"}));
    reporting->callback([&choice, arguments] {
        if (!choice.verb)
            choice.verb = [arguments](Session &session) { return report(session, *arguments); };
    });
    auto *verifying = reporting->add_subcommand(
        "verify", "Compare a report in JSON with itself and with the audit log");
    verifying->add_option("FILE", arguments->file, "The report")->required();
    verifying->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) {
            return verifyReport(session, arguments->file);
        };
    });

    auto asked = std::make_shared<AuditArguments>();
    auto *audit = app.add_subcommand("audit", "What was done, by whom and why");
    audit->require_subcommand(1);
    auto *verb = audit->add_subcommand("list", "Show it, newest first");
    verb->add_option("--recording", asked->recording, "Only about recordings whose id begins so");
    verb->add_option("--since", asked->since, "From a day or an instant on");
    verb->add_option("--limit", asked->limit, "At most so many; 0: all");
    verb->callback([&choice, asked] {
        choice.verb = [asked](Session &session) { return listAudit(session, *asked); };
    });
    audit->add_subcommand("verify", "Whether every row follows from the one before")
        ->callback([&choice] { choice.verb = verifyAudit; });
    verb = audit->add_subcommand("export", "Write all of it as JSON lines");
    verb->add_option("--to", asked->file, "The file; - is stdout")->required();
    verb->callback([&choice, asked] {
        choice.verb = [asked](Session &session) { return exportAudit(session, asked->file); };
    });
}

} // namespace respool
