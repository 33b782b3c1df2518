// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A report as a page for people. Every text that is not of this file is escaped.

#include "core/base/units.h"
#include "core/evidencereport.h"
#include "core/jobs/jobqueue.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%1</title>
<style>
body { font: 10pt/1.45 "Noto Sans", "DejaVu Sans", sans-serif; color: #1d2329; margin: 2.5em auto; max-width: 62em; padding: 0 1.5em }
h1 { font-size: 1.7em; margin: 0 0 .2em } h2 { font-size: 1.15em; margin: 1.8em 0 .5em; border-bottom: 1px solid #c9d1d9 }
.state { font-weight: 600 } .bad { color: #a40e26 } .quiet { color: #59636e }
table { border-collapse: collapse; width: 100% } table + table { margin-top: 1em } th, td { text-align: left; vertical-align: top; padding: .22em .9em .22em 0 }
thead th { border-bottom: 1px solid #59636e; font-weight: 600 } tbody tr { border-bottom: 1px solid #e4e8ec }
td.number, th.number { text-align: right; white-space: nowrap; padding-right: 1.6em } td.fact { width: 11em; color: #59636e }
code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: .86em; overflow-wrap: anywhere }
td.text { overflow-wrap: anywhere }
@page { size: A4; margin: 16mm 14mm }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 8.5pt } thead { display: table-header-group }
 tr { break-inside: avoid } h2 { break-after: avoid } }
</style></head><body>
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString code(const QString &text)
{
    return u"<code>"_s + escaped(text) + u"</code>"_s;
}

QString time(qint64 utcMs)
{
    return utcMs > 0 ? escaped(isoText(utcMs)) : u"–"_s;
}

// In the language of the report, whatever that of the window is.
QString bytes(qint64 count)
{
    const QString exact = u"%1 bytes"_s.arg(count);
    const QString rounded = QLocale::c().formattedDataSize(count, 1, QLocale::DataSizeSIFormat);
    return rounded == exact ? exact : u"%1 (%2)"_s.arg(rounded, exact);
}

// A row of a table of facts. value is HTML.
QString fact(const QString &name, const QString &value)
{
    return u"<tr><td class=\"fact\">%1</td><td class=\"text\">%2</td></tr>\n"_s.arg(escaped(name),
                                                                                    value);
}

// cells are HTML; the columns that are named in numbers stand right.
QString row(const QStringList &cells, const QList<int> &numbers, const QString &tag = u"td"_s)
{
    QString html = u"<tr>"_s;
    for (int column = 0; column < cells.size(); ++column)
        html += u'<' + tag + u" class=\""_s + (numbers.contains(column) ? u"number"_s : u"text"_s)
                + u"\">"_s + cells[column] + u"</"_s + tag + u'>';
    return html + u"</tr>\n"_s;
}

QString table(const QStringList &heads, const QList<int> &numbers, const QString &rows)
{
    return u"<table><thead>"_s + row(heads, numbers, u"th"_s) + u"</thead><tbody>\n"_s + rows
           + u"</tbody></table>\n"_s;
}

QString titleOf(const EvidenceReport &report)
{
    const bool deletion = report.batch.kind == u"delete" || report.batch.kind == u"purge";
    return (deletion ? u"Deletion report, batch %1"_s : u"Report, batch %1"_s)
        .arg(report.batch.batch.value);
}

QString orderPart(const EvidenceReport &report)
{
    const BatchReport &batch = report.batch;
    const QString rule = report.plan()[u"rule"_s].toString();
    QString html = u"<h2>Order</h2>\n<table>"_s;
    html += fact(u"What"_s, escaped(batch.kind));
    html += fact(u"Who"_s, escaped(batch.who));
    html += fact(u"When"_s, time(batch.askedMs));
    html +=
        fact(u"Why"_s, batch.reason.isEmpty() ? u"<span class=\"quiet\">no reason given</span>"_s
                                              : escaped(batch.reason));
    html += fact(u"Rule"_s, rule.isEmpty() ? u"<span class=\"quiet\">none: ordered by hand</span>"_s
                                           : escaped(rule));
    return html + u"</table>\n"_s;
}

QString planPart(const QJsonObject &plan)
{
    if (!plan.contains(u"count"_s))
        return {};
    QString html = u"<h2>Plan</h2>\n<table>"_s;
    html += fact(u"Recordings"_s, QString::number(plan[u"count"_s].toInteger()));
    if (plan.contains(u"bytes"_s))
        html += fact(u"Size"_s, bytes(plan[u"bytes"_s].toInteger()));
    if (plan[u"oldest"_s].isString())
        html += fact(u"Recorded"_s, u"%1 to %2"_s.arg(escaped(plan[u"oldest"_s].toString()),
                                                      escaped(plan[u"newest"_s].toString())));
    if (plan.contains(u"permanent"_s))
        html += fact(u"Where to"_s, plan[u"permanent"_s].toBool()
                                        ? u"for good, not restorable"_s
                                        : u"the trash of the store, restorable"_s);
    for (const auto &[field, name] :
         {std::pair{u"missing"_s, u"Files gone already"_s}, std::pair{u"held"_s, u"Under hold"_s},
          std::pair{u"active"_s, u"Being recorded"_s}}) {
        if (plan[field].toInteger() > 0)
            html += fact(name, QString::number(plan[field].toInteger()));
    }
    html += u"</table>\n"_s;
    QString rows;
    for (const QJsonValue store : plan[u"stores"_s].toArray())
        rows += row({escaped(store[u"name"_s].toString()), code(store[u"path"_s].toString()),
                     QString::number(store[u"count"_s].toInteger()),
                     bytes(store[u"bytes"_s].toInteger()),
                     store[u"permanent"_s].toBool() ? u"for good"_s : u"trash"_s},
                    {2, 3});
    if (!rows.isEmpty())
        html += table({u"Store"_s, u"Place"_s, u"Recordings"_s, u"Size"_s, u"Where to"_s}, {2, 3},
                      rows);
    return html;
}

QString stepText(const QString &step)
{
    if (step == u"delete")
        return u"moved to the trash"_s;
    return step == u"purge" ? u"deleted for good"_s : escaped(step);
}

QString sumsPart(const EvidenceReport &report)
{
    QString rows;
    for (const ReportSums &sum : sumsOf(report.batch))
        rows += row({stepText(sum.step), QString::number(sum.done), QString::number(sum.failed),
                     bytes(sum.bytes)},
                    {1, 2, 3});
    if (rows.isEmpty())
        return {};
    return u"<h2>Sums</h2>\n"_s
           + table({u"Step"_s, u"Done"_s, u"Not done"_s, u"Size"_s}, {1, 2, 3}, rows);
}

QString linesPart(const EvidenceReport &report)
{
    QString rows;
    for (const ReportLine &line : report.batch.lines) {
        const bool done = line.state == JobState::Done;
        const QString result =
            u"<span class=\"%1\">%2</span>"_s.arg(done ? u"good"_s : u"bad"_s, toText(line.state))
            + (line.error.detail.isEmpty() ? QString() : u"<br>"_s + escaped(line.error.detail));
        rows += row({line.isJob ? escaped(line.item) : code(line.item), stepText(line.kind),
                     QString::number(line.bytes), result, time(line.atMs)},
                    {2});
    }
    return u"<h2>Recordings</h2>\n"_s
           + table({u"Recording"_s, u"Step"_s, u"Bytes"_s, u"Result"_s, u"When"_s}, {2}, rows);
}

QString leftPart(const QJsonObject &plan)
{
    QString rows;
    for (const QJsonValue refused : plan[u"refused"_s].toArray())
        rows +=
            row({code(refused[u"id"_s].toString()), escaped(refused[u"reason"_s].toString())}, {});
    for (const QJsonValue id : plan[u"notFound"_s].toArray())
        rows += row({code(id.toString()), u"there is no such recording"_s}, {});
    if (rows.isEmpty())
        return {};
    return u"<h2>Left alone or not found</h2>\n"_s + table({u"Recording"_s, u"Why"_s}, {}, rows);
}

QString chainPart(const EvidenceReport &report)
{
    QString rows;
    for (const AuditRow &entry : report.chain) {
        const QString digest = entry.details()[u"digest"_s].toString();
        rows += row(
            {QString::number(entry.id), time(entry.atMs), escaped(entry.who), escaped(entry.action),
             code(entry.hash) + (digest.isEmpty() ? QString() : u"<br>results "_s + code(digest))},
            {0});
    }
    QString html = u"<h2>Audit log</h2>\n"_s;
    if (rows.isEmpty())
        return html + u"<p class=\"quiet\">The log has no row about this batch.</p>\n"_s;
    html +=
        table({u"Row"_s, u"When"_s, u"Who"_s, u"Act"_s, u"SHA-256 of the row and all before it"_s},
              {0}, rows);
    return html
           + u"<p>The last row of the log when this report was made: %1, %2. A log that was "
             u"written "
             "anew since then gives another hash.</p>\n"_s.arg(report.head.id)
                 .arg(code(report.head.hash));
}

} // namespace

QByteArray toHtml(const EvidenceReport &report)
{
    const QString title = titleOf(report);
    QString html = QString::fromUtf8(head).replace(u"%1"_s, escaped(title));
    html += u"<h1>%1</h1>\n<p class=\"quiet\">made %2 by Respool; times are UTC</p>\n"_s.arg(
        escaped(title), time(report.madeMs));
    if (!report.batch.isFinal)
        html +=
            u"<p class=\"state bad\">The batch has not ended: this report is not final.</p>\n"_s;
    html += orderPart(report) + planPart(report.plan()) + sumsPart(report) + linesPart(report)
            + leftPart(report.plan()) + chainPart(report);
    return html.toUtf8() + "</body></html>\n";
}

} // namespace respool
