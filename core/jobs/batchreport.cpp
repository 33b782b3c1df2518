// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/batchreport.h"

#include "core/base/units.h"
#include "core/jobs/jobqueue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A spreadsheet takes a text that begins so for a formula, and would run it: an apostrophe before it
// says that it is none.
QString neutralised(const QString &text)
{
    static const QString begins = u"=+-@\t\r"_s;
    return !text.isEmpty() && begins.contains(text[0]) ? u'\'' + text : text;
}

QString cell(const QString &raw)
{
    QString text = neutralised(raw);
    if (!std::ranges::any_of(
            text, [](QChar c) { return c == u'"' || c == u',' || c == u'\n' || c == u'\r'; }))
        return text;
    text.replace(u'"', u"\"\""_s);
    return u'"' + text + u'"';
}

} // namespace

QByteArray csvRow(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &text : cells)
        escaped << cell(text);
    return escaped.join(u',').toUtf8() + "\r\n";
}

QByteArray toCsv(const BatchReport &report)
{
    QByteArray csv =
        csvRow({u"batch"_s, u"kind"_s, u"who"_s, u"asked"_s, u"reason"_s, u"job"_s, u"recording"_s,
                u"bytes"_s, u"result"_s, u"error"_s, u"at"_s, u"step"_s});
    for (const ReportLine &line : report.lines)
        csv += csvRow({QString::number(report.batch.value), report.kind, report.who,
                       isoText(report.askedMs), report.reason, QString::number(line.job.value),
                       line.item, QString::number(line.bytes), toText(line.state),
                       line.error.detail, isoText(line.atMs), line.kind});
    return csv;
}

QJsonObject jsonOf(const BatchReport &report)
{
    QJsonArray lines;
    for (const ReportLine &line : report.lines) {
        QJsonObject object{
            {u"job"_s, line.job.value},
            {line.isJob ? u"title"_s : u"recording"_s, line.item},
            {u"step"_s, line.kind},
            {u"bytes"_s, line.bytes},
            {u"result"_s, toText(line.state)},
            {u"at"_s, line.atMs > 0 ? QJsonValue(isoText(line.atMs)) : QJsonValue()}};
        if (line.error.code != ErrorCode::None)
            object[u"error"_s] =
                QJsonObject{{u"code"_s, int(line.error.code)}, {u"text"_s, line.error.detail}};
        lines << object;
    }
    return {{u"batch"_s, report.batch.value},
            {u"kind"_s, report.kind},
            {u"who"_s, report.who},
            {u"asked"_s, isoText(report.askedMs)},
            {u"reason"_s, report.reason},
            {u"final"_s, report.isFinal},
            {u"lines"_s, lines}};
}

QByteArray toJson(const BatchReport &report)
{
    return QJsonDocument(jsonOf(report)).toJson();
}

} // namespace respool
