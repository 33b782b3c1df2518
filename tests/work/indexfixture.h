// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/textmatch.h"
#include "core/library/recordingcatalog.h"
#include "core/library/textsearch.h"
#include "core/media/mediahost.h"
#include "core/work/indexjob.h"
#include "tests/support/samples.h"
#include "tests/support/workfixture.h"

namespace respool {

using namespace Qt::Literals::StringLiterals;

inline QByteArray castOf(const QByteArrayList &lines)
{
    QByteArray cast = "{\"version\": 2, \"width\": 80, \"height\": 24}\n";
    for (qsizetype i = 0; i < lines.size(); ++i)
        cast += '[' + QByteArray::number(i + 1) + ", \"o\", \"" + lines[i] + "\\r\\n\"]\n";
    return cast;
}

// Recordings with text, the job that reads it, and questions about it.
class IndexFixture : public WorkFixture
{
public:
    RecordingId add(const QString &uid, const QString &part, const QByteArray &content)
    {
        files().write(uid + u'/' + part, content);
        files().write(uid + u"/recording.json"_s, samples::manifest(uid, {part}));
        return know(uid);
    }
    RecordingId addCast(const QString &uid, const QByteArrayList &lines)
    {
        return add(uid, u"recording-0.cast"_s, castOf(lines));
    }
    void setStart(RecordingId id, qint64 ms)
    {
        QVERIFY(database().wait([&](Connection &connection) {
            return connection.script(
                u"UPDATE part SET start_ms = %1 WHERE recording_id = %2"_s.arg(ms).arg(id.value));
        }));
    }
    FakeContext indexContext() { return context(indexSpec(info()).payload); }
    Result<> run(FakeContext &context)
    {
        IndexJob job(database(), clock(), m_host);
        TRY(job.run(context));
        return context.end();
    }
    Result<> run()
    {
        FakeContext fresh = indexContext();
        return run(fresh);
    }
    Result<TextPage> search(TextQuestion question)
    {
        return database().ask(
            [&](Connection &connection) { return searchText(connection, question); });
    }
    // "uid line" of each hit.
    QStringList find(const QString &typed, const QString &within = {})
    {
        TextQuestion question{.match = *textMatch(typed), .within = queryOf(within), .limit = 100};
        const auto page = search(question);
        QStringList all;
        if (!page)
            return {page.error().detail};
        for (const TextHit &hit : page->hits)
            all << hit.uid + u' ' + hit.text;
        return all;
    }
    static Query queryOf(const QString &text) { return *readQuery(text, {}); }
    qint64 number(const QString &sql)
    {
        return *database().ask([&](Connection &connection) { return connection.scalar(sql); });
    }
    qint64 storedLines() { return number(u"SELECT count(*) FROM text_line"_s); }
    bool isIndexSound()
    {
        return bool(database().wait([](Connection &connection) -> Result<> {
            TRY(connection.script(
                u"INSERT INTO text_word (text_word) VALUES ('integrity-check')"_s));
            return connection.script(
                u"INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)"_s);
        }));
    }
    qsizetype jobsOfKind(const QString &kind)
    {
        const QList<JobRecord> all = jobs();
        return std::ranges::count(all, kind, &JobRecord::kind);
    }

    MediaHost m_host;
};

} // namespace respool
