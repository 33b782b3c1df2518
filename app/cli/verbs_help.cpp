// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/format.h"
#include "app/cli/verbs.h"
#include "core/library/query/queryfields.h"

#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>
#include <string>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString queryRules()
{
    return uR"(A query is asked of list, and of remux, delete and schedule add behind --query.

  kiosk "night shift"       id, path, store, a tag or the note contains each
  field:value               a condition; see the fields below
  size>100M duration<=10m   comparisons: : = != > >= < <=
  kind:terminal,log         any of several values
  size:100M..2G  start:..2026-01   from, to; one end may be left out
  a OR b   NOT a   -a       AND binds before OR, and need not be written
  (a OR b) c                parentheses
  "or"  "a:b"               within quotes nothing has a meaning of its own

Words, values and fields are found in any case. A query that says nothing about state leaves
out what is in the trash. A date is a year, a month, a day or a minute, all of it: start>2026
is from 2027 on, and start>=2026 from 2026 on. The shell takes quotes and < > away: write the
whole query within '…'.
)"_s;
}

Exit explainQueries(const Console &console)
{
    QList<QStringList> rows{{u"FIELD"_s, u"EXAMPLE"_s, u"FINDS"_s}};
    QJsonArray json;
    for (const QueryField &field : queryFields()) {
        rows << QStringList{field.name, field.example, QString::fromUtf8(field.help)};
        QJsonArray values;
        for (const QueryChoice &choice : field.choices)
            values << QString(choice.word);
        json << QJsonObject{{u"field"_s, QString(field.name)},
                            {u"example"_s, QString(field.example)},
                            {u"help"_s, QString::fromUtf8(field.help)},
                            {u"values"_s, values}};
    }
    console.print(queryRules());
    console.print(table(rows));
    console.printJson(json);
    return Exit::Done;
}

} // namespace

void addHelpVerb(CLI::App &app, Choice &choice)
{
    auto topic = std::make_shared<std::string>();
    auto *help = app.add_subcommand("help", "Explain a topic: query");
    help->add_option("TOPIC", *topic, "query: how recordings are asked for")
        ->required()
        ->check(CLI::IsMember({"query"}));
    help->callback([&choice, topic] { choice.fileVerb = explainQueries; });
}

} // namespace respool
