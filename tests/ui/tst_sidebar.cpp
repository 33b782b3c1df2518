// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "tests/ui/librarydata.h"
#include "ui/querytext.h"
#include "ui/sidebar.h"

#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_Sidebar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void search_isKeptChosenAndCounted();
    void search_isRenamedByKey();
    void takenName_isNone();
    void search_isMovedAndRemovedByKey();
    void emptyRows_areHidden();
    void filter_isAQuery_data();
    void filter_isAQuery();
    void searches_areRemembered();

private:
    QTreeWidgetItem *row(const QString &text) const;
    QStringList names() const;

    LibraryData m_data;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<Sidebar> m_sidebar;
};

void tst_Sidebar::init()
{
    m_data.open(7);
    m_catalog = std::make_unique<RecordingCatalog>(m_data.database());
    m_sidebar = std::make_unique<Sidebar>(*m_catalog);
    m_sidebar->resize(240, 700);
    m_sidebar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
    QTRY_COMPARE(m_sidebar->counts().all, 7);
    QTRY_COMPARE(m_sidebar->stores().size(), 1);
}

void tst_Sidebar::cleanup()
{
    m_sidebar.reset();
    m_catalog.reset();
}

QTreeWidgetItem *tst_Sidebar::row(const QString &text) const
{
    return m_sidebar->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

QStringList tst_Sidebar::names() const
{
    QStringList names;
    for (const SavedSearch &search : m_sidebar->searches())
        names << search.name;
    return names;
}

void tst_Sidebar::search_isKeptChosenAndCounted()
{
    QSignalSpy changed(m_sidebar.get(), &Sidebar::searchesChanged);
    QSignalSpy chosen(m_sidebar.get(), &Sidebar::filterChosen);
    m_sidebar->keepSearch({u"The third"_s, u"id:00000003"_s});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_sidebar->chosenSearch());
    QCOMPARE(m_sidebar->chosenSearch()->query, u"id:00000003"_s);
    QVERIFY(!m_sidebar->filter().store && !m_sidebar->filter().kind);
    QTRY_COMPARE(row(u"The third"_s)->text(1), u"1"_s);
    QVERIFY(row(u"The third"_s)
                ->data(0, Qt::AccessibleTextRole)
                .toString()
                .startsWith(u"The third, 1 recording"_s));
    // The same name is the same search.
    m_sidebar->keepSearch({u"The third"_s, u"kind:video"_s});
    QCOMPARE(m_sidebar->searches().size(), 1);
    QTRY_COMPARE(row(u"The third"_s)->text(1), u"7"_s);
    m_sidebar->chooseAll();
    QVERIFY(!m_sidebar->chosenSearch());
}

void tst_Sidebar::search_isRenamedByKey()
{
    m_sidebar->keepSearch({u"a"_s, u"kind:video"_s});
    QTest::keyClick(m_sidebar.get(), Qt::Key_F2);
    auto *editor = m_sidebar->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"Videos of mine"_s);
    // What is counted meanwhile does not take back what was typed.
    QSignalSpy counting(m_sidebar.get(), &Sidebar::storesLoaded);
    m_catalog->announceChange();
    QTRY_COMPARE(counting.size(), 1);
    await(m_catalog->tags()); // asked after the count, and so answered after it
    QCOMPARE(editor->text(), u"Videos of mine"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(names(), QStringList{u"Videos of mine"_s});
    QCOMPARE(m_sidebar->searches().first().query, u"kind:video"_s);
    QTRY_COMPARE(row(u"Videos of mine"_s)->text(1), u"7"_s);
}

void tst_Sidebar::takenName_isNone()
{
    m_sidebar->keepSearch({u"a"_s, u"kind:video"_s});
    m_sidebar->keepSearch({u"b"_s, u"kind:log"_s});
    row(u"b"_s)->setText(0, u"a"_s);
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
    row(u"b"_s)->setText(0, u"  "_s);
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(row(u"b"_s));
}

void tst_Sidebar::search_isMovedAndRemovedByKey()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        m_sidebar->keepSearch({name, u"kind:video"_s});
    QTest::keyClick(m_sidebar.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(names(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    QCOMPARE(m_sidebar->chosenSearch()->name, u"c"_s);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Delete);
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(!m_sidebar->chosenSearch());
    QTest::keyClick(m_sidebar.get(), Qt::Key_Delete); // no search is chosen now
    QCOMPARE(names().size(), 2);
}

void tst_Sidebar::emptyRows_areHidden()
{
    QVERIFY(!row(u"Flagged"_s)->isHidden());
    QMenu menu;
    m_sidebar->fillMenu(menu);
    QSignalSpy hiding(m_sidebar.get(), &Sidebar::hidingChanged);
    menu.actions().last()->trigger();
    QCOMPARE(hiding.size(), 1);
    QVERIFY(m_sidebar->hidesEmptyRows());
    QVERIFY(row(u"Flagged"_s)->isHidden());
    QVERIFY(!row(u"Videos"_s)->isHidden());
    QVERIFY(!row(u"Trash"_s)->isHidden()); // the way to it stays
    m_data.change([](RecordingStore &store) -> Result<> {
        TRY(store.setFlag({RecordingId{1}}, true));
        return {};
    });
    m_catalog->announceChange();
    QTRY_VERIFY(!row(u"Flagged"_s)->isHidden());
}

void tst_Sidebar::filter_isAQuery_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("query");
    QTest::newRow("all") << u"All recordings"_s << QString();
    QTest::newRow("unseen") << u"Unseen"_s << u"seen:no"_s;
    QTest::newRow("held") << u"Under hold"_s << u"held:yes"_s;
    QTest::newRow("kind") << u"Terminals"_s << u"kind:terminal"_s;
    QTest::newRow("trash") << u"Trash"_s << u"state:trashed"_s;
    QTest::newRow("store") << u"archive"_s << u"store:archive"_s;
}

// What a saved search is made of finds what the row finds.
void tst_Sidebar::filter_isAQuery()
{
    QFETCH(const QString, chosen);
    QFETCH(const QString, query);
    m_sidebar->setCurrentItem(row(chosen));
    const QString text = filterText(m_sidebar->filter(), m_sidebar->stores());
    QCOMPARE(text, query);
    QVERIFY(!parseQuery(text, {.stores = m_sidebar->stores()}).mistake);
}

void tst_Sidebar::searches_areRemembered()
{
    const QTemporaryDir folder;
    Settings settings;
    settings.searches = {{u"a, b; \"c\""_s, u"tag:\"x, y\" OR kind:log"_s}, {u"ü"_s, u"zz"_s}};
    settings.hidesEmptyRows = true;
    settings.libraryView = u"grid"_s;
    QVERIFY(saveSettings(folder.path(), settings));
    const Settings loaded = loadSettings(folder.path());
    QCOMPARE(loaded.searches, settings.searches);
    QVERIFY(loaded.hidesEmptyRows);
    QCOMPARE(loaded.libraryView, u"grid"_s);
}

QTEST_MAIN(tst_Sidebar)
#include "tst_sidebar.moc"
