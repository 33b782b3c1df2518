// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/importentries.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

QString uid(int number)
{
    return u"bbadc035-2f62-4541-9d68-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

ZipItem file(const QString &name, qint64 bytes)
{
    return {name, ZipItem::Type::File, bytes, false};
}

Result<QByteArray> noContent(qint64)
{
    return fail(ErrorCode::Internal, u"nothing is to be read"_s);
}

} // namespace

// What is decided about an archive by its entries alone; the fuzzer `archive` holds it to the rest.
class tst_ImportEntries : public QObject
{
    Q_OBJECT

private slots:
    void gatewayFolders_arePlanned();
    void manifest_isReadAndObeyed();
    void manifest_thatCannotBeReadIsAnError();
    void sumBeyondEveryVolume_isRefused();
};

void tst_ImportEntries::gatewayFolders_arePlanned()
{
    const QList<ZipItem> items{{uid(1) + u'/', ZipItem::Type::Folder, 0, false},
                               file(uid(1) + u"/recording.json"_s, 20),
                               file(uid(1) + u"/recording-0.webm"_s, qint64(1) << 43)};
    const auto plan = planEntries(items, noContent);
    QVERIFY2(bool(plan), plan ? "" : qPrintable(plan.error().detail));
    QVERIFY(!plan->ours);
    QCOMPARE(plan->recordings.size(), 1);
    QCOMPARE(plan->recordings.first().entries, (QList<qint64>{1, 2}));
    QCOMPARE(plan->bytes, (qint64(1) << 43) + 20);
}

void tst_ImportEntries::manifest_isReadAndObeyed()
{
    const QByteArray manifest =
        R"({"format": "respool-archive", "version": 1, "recordings": [{"id": "a", "store": "s",
            "storeKind": "folder", "path": "logs/b.slog", "files": [{"name": "b.slog", "bytes": 3,
            "sha256": ")"
        + QByteArray(64, 'a') + R"("}]}]})";
    const QList<ZipItem> items{file(u"a/b.slog"_s, 3), file(u"manifest.json"_s, manifest.size())};
    qint64 asked = -1;
    const auto content = [&](qint64 index) -> Result<QByteArray> {
        asked = index;
        return manifest;
    };
    const auto plan = planEntries(items, content);
    QVERIFY2(bool(plan), plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(asked, 1);
    QVERIFY(plan->ours);
    QCOMPARE(plan->recordings.first().about.path, u"logs/b.slog"_s);
    QCOMPARE(*importPath(plan->recordings.first().about, StoreKind::Folder), u"logs/b.slog"_s);
    QList<ZipItem> more = items;
    more << file(u"a/c.slog"_s, 3);
    QVERIFY(!planEntries(more, content)); // it is not in the manifest
    QList<ZipItem> larger = items;
    larger[0].bytes = 4;
    QVERIFY(!planEntries(larger, content));
}

void tst_ImportEntries::manifest_thatCannotBeReadIsAnError()
{
    const auto plan = planEntries({file(u"manifest.json"_s, 9)}, noContent);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Internal);
}

// Each file may be as large as a volume; the sum of very many would be no number any more.
void tst_ImportEntries::sumBeyondEveryVolume_isRefused()
{
    QList<ZipItem> items;
    for (int recording = 0; recording < 8; ++recording) {
        items << file(uid(recording) + u"/recording.json"_s, 20);
        for (int part = 0; part < 9'000; ++part)
            items << file(uid(recording) + u"/%1.webm"_s.arg(part), qint64(1) << 44);
    }
    const auto plan = planEntries(items, noContent);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Refused);
    QVERIFY(planEntries(items.first(qsizetype(4) * 9'001), noContent));
}

QTEST_GUILESS_MAIN(tst_ImportEntries)
#include "tst_importentries.moc"
