// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"
#include "tests/support/storefixture.h"

#include <QUuid>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_StoreIdentity : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_store = std::make_unique<StoreFixture>(); }
    void ensure_makesOneAndKeepsIt();
    void ensure_seesTheKind_data();
    void ensure_seesTheKind();
    void ensure_doesAsTold();
    void ensure_neverOverwritesABrokenOne();
    void ensure_doesNotWriteThroughALink();
    void read_ofNoneIsNotFound();
    void read_ofBrokenOnesNamesTheCure_data();
    void read_ofBrokenOnesNamesTheCure();
    void open_givesTheRoot();
    void open_ofAMissingRootIsOffline();
    void open_ofAnEmptyMountPointIsOffline();
    void open_ofAnotherStoreIsOffline();
    void open_ofABrokenIdentityIsOffline();

private:
    StoreInfo info() const
    {
        StoreInfo store;
        const auto identity = ensureIdentity(m_store->root(), {});
        store.uid = identity ? identity->uid : QString();
        store.name = u"vault"_s;
        store.path = m_store->path();
        return store;
    }
    std::unique_ptr<StoreFixture> m_store;
};

void tst_StoreIdentity::ensure_makesOneAndKeepsIt()
{
    const auto made = ensureIdentity(m_store->root(), StoreKind::Folder);
    QVERIFY(made);
    QVERIFY(!QUuid::fromString(made->uid).isNull());
    const QByteArray content = m_store->read(u".respool/store.json"_s);
    const auto again = ensureIdentity(m_store->root(), {});
    QVERIFY(again);
    QCOMPARE(again->uid, made->uid);
    QCOMPARE(again->kind, StoreKind::Folder);
    QCOMPARE(readIdentity(m_store->root())->uid, made->uid);
    QCOMPARE(m_store->read(u".respool/store.json"_s), content);
    QCOMPARE(m_store->tree(), (QStringList{u".respool"_s, u".respool/store.json"_s}));
}

void tst_StoreIdentity::ensure_seesTheKind_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<StoreKind>("kind");
    QTest::newRow("nothing yet") << u""_s << StoreKind::Gateway;
    QTest::newRow("only hidden") << u".cache/x"_s << StoreKind::Gateway;
    QTest::newRow("a session") << u"a/recording.json"_s << StoreKind::Gateway;
    QTest::newRow("a film") << u"film.mkv"_s << StoreKind::Folder;
    QTest::newRow("films in folders") << u"a/film.mkv"_s << StoreKind::Folder;
    QTest::newRow("a manifest too deep") << u"a/b/recording.json"_s << StoreKind::Folder;
    QTest::newRow("a manifest in the root") << u"recording.json"_s << StoreKind::Folder;
}

void tst_StoreIdentity::ensure_seesTheKind()
{
    QFETCH(const QString, file);
    QFETCH(const StoreKind, kind);
    if (!file.isEmpty())
        m_store->write(file, "x");
    const auto identity = ensureIdentity(m_store->root(), {});
    QVERIFY(identity);
    QCOMPARE(identity->kind, kind);
    QCOMPARE(readIdentity(m_store->root())->kind, kind);
}

void tst_StoreIdentity::ensure_doesAsTold()
{
    m_store->addSession(firstUid);
    QCOMPARE(ensureIdentity(m_store->root(), StoreKind::Folder)->kind, StoreKind::Folder);
}

void tst_StoreIdentity::ensure_neverOverwritesABrokenOne()
{
    m_store->write(u".respool/store.json"_s, "{");
    QCOMPARE(codeOf(ensureIdentity(m_store->root(), {})), ErrorCode::InvalidArgument);
    QCOMPARE(m_store->read(u".respool/store.json"_s), "{");
}

void tst_StoreIdentity::ensure_doesNotWriteThroughALink()
{
    StoreFixture elsewhere;
    m_store->link(elsewhere.path(), u".respool"_s);
    QCOMPARE(codeOf(ensureIdentity(m_store->root(), {})), ErrorCode::Unsafe);
    QVERIFY(elsewhere.tree().isEmpty());
}

void tst_StoreIdentity::read_ofNoneIsNotFound()
{
    QCOMPARE(codeOf(readIdentity(m_store->root())), ErrorCode::NotFound);
    QVERIFY(m_store->root().makeChild(u".respool"_s));
    QCOMPARE(codeOf(readIdentity(m_store->root())), ErrorCode::NotFound);
}

void tst_StoreIdentity::read_ofBrokenOnesNamesTheCure_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(200, '\0');
    QTest::newRow("cut") << QByteArray(R"({"id": "2f6b1d5e-0000)");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(R"({"kind": "gateway"})");
    QTest::newRow("no uuid") << QByteArray(R"({"id": "vault"})");
    QTest::newRow("number") << QByteArray(R"({"id": 7})");
    QTest::newRow("huge") << QByteArray(1 << 20, ' ');
}

void tst_StoreIdentity::read_ofBrokenOnesNamesTheCure()
{
    QFETCH(const QByteArray, json);
    m_store->write(u".respool/store.json"_s, json);
    const auto identity = readIdentity(m_store->root());
    QCOMPARE(codeOf(identity), ErrorCode::InvalidArgument);
    QVERIFY(identity.error().detail.contains(m_store->path(u".respool/store.json"_s)));
}

void tst_StoreIdentity::open_givesTheRoot()
{
    const auto root = openStore(info());
    QVERIFY(root);
    QCOMPARE(root->entries()->size(), 1);
}

void tst_StoreIdentity::open_ofAMissingRootIsOffline()
{
    StoreInfo store = info();
    store.path += u"/gone"_s;
    const auto root = openStore(store);
    QCOMPARE(codeOf(root), ErrorCode::Offline);
    QVERIFY(root.error().detail.contains(u"vault"_s) && root.error().detail.contains(store.path));
    m_store->write(u"gone"_s, "a file now");
    QCOMPARE(codeOf(openStore(store)), ErrorCode::Offline);
}

void tst_StoreIdentity::open_ofAnEmptyMountPointIsOffline()
{
    const StoreInfo store = info();
    QVERIFY(m_store->root().removeTree(u".respool"_s));
    QCOMPARE(codeOf(openStore(store)), ErrorCode::Offline);
}

void tst_StoreIdentity::open_ofAnotherStoreIsOffline()
{
    const StoreInfo store = info();
    QVERIFY(m_store->root().removeTree(u".respool"_s));
    QVERIFY(ensureIdentity(m_store->root(), {}));
    QCOMPARE(codeOf(openStore(store)), ErrorCode::Offline);
}

void tst_StoreIdentity::open_ofABrokenIdentityIsOffline()
{
    const StoreInfo store = info();
    m_store->write(u".respool/store.json"_s, "{");
    QCOMPARE(codeOf(openStore(store)), ErrorCode::Offline);
}

QTEST_APPLESS_MAIN(tst_StoreIdentity)
#include "tst_storeidentity.moc"
