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
    void choice_isRemembered_data();
    void choice_isRemembered();
    void choiceThatIsGone_givesWayToAll_data();
    void choiceThatIsGone_givesWayToAll();
    void rareTag_staysChosen();

private:
    void openSidebar(const Settings &remembered);
    QTreeWidgetItem *row(const QString &text) const;
    QStringList names() const;
    void tag(qint64 recording, const QString &name);

    LibraryData m_data;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<Sidebar> m_sidebar;
};

void tst_Sidebar::init()
{
    m_data.open(7);
    m_catalog = std::make_unique<RecordingCatalog>(m_data.database());
    openSidebar({});
}

void tst_Sidebar::openSidebar(const Settings &remembered)
{
    m_sidebar = std::make_unique<Sidebar>(*m_catalog, remembered);
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

void tst_Sidebar::tag(qint64 recording, const QString &name)
{
    m_data.change(
        [&](RecordingStore &store) { return store.addTag(RecordingId{recording}, name); });
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
    QVERIFY(await(m_catalog->tags())); // asked after the count, and so answered after it
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

void tst_Sidebar::choice_isRemembered_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("row"); // as the settings call it
    QTest::newRow("all") << u"All recordings"_s << QString();
    QTest::newRow("flagged") << u"Flagged"_s << u"flagged"_s;
    QTest::newRow("not seekable") << u"Not seekable"_s << u"notSeekable"_s;
    QTest::newRow("kind") << u"Logs"_s << u"log"_s;
    QTest::newRow("trash") << u"Trash"_s << u"trash"_s;
    QTest::newRow("store") << u"archive"_s << u"store"_s;
    QTest::newRow("tag") << u"audit"_s << u"tag"_s;
    QTest::newRow("search") << u"Mine"_s << u"search"_s;
}

// The filter is known before stores and tags are, and is the same when they are.
void tst_Sidebar::choice_isRemembered()
{
    QFETCH(const QString, chosen);
    QFETCH(const QString, row);
    tag(2, u"audit"_s);
    Settings settings;
    settings.searches = {{u"Mine"_s, u"kind:video"_s}};
    openSidebar(settings);
    QTRY_VERIFY(this->row(u"audit"_s));
    m_sidebar->setCurrentItem(this->row(chosen));
    settings.choice = m_sidebar->choice();
    QCOMPARE(settings.choice.row, row);
    const QList<StoreInfo> stores = m_sidebar->stores();
    const QString before = filterText(m_sidebar->filter(), stores);

    m_sidebar = std::make_unique<Sidebar>(*m_catalog, settings);
    QSignalSpy chosenAgain(m_sidebar.get(), &Sidebar::filterChosen);
    QCOMPARE(filterText(m_sidebar->filter(), stores), before);
    QCOMPARE(m_sidebar->choice(), settings.choice); // a window may be closed at once
    QTRY_COMPARE(m_sidebar->stores().size(), 1);
    QTRY_VERIFY(this->row(u"audit"_s) && !this->row(u"audit"_s)->text(1).isEmpty());
    QCOMPARE(m_sidebar->currentItem(), this->row(chosen));
    QCOMPARE(m_sidebar->choice(), settings.choice);
    QVERIFY(chosenAgain.isEmpty());
}

void tst_Sidebar::choiceThatIsGone_givesWayToAll_data()
{
    QTest::addColumn<SidebarChoice>("choice");
    QTest::newRow("store") << SidebarChoice{u"store"_s, u"gone"_s, u"its-uid"_s, 9};
    QTest::newRow("number of another store")
        << SidebarChoice{u"store"_s, u"gone"_s, u"its-uid"_s, 1};
    QTest::newRow("tag") << SidebarChoice{u"tag"_s, u"gone"_s, {}, 0};
    QTest::newRow("search") << SidebarChoice{u"search"_s, u"gone"_s, {}, 0};
    QTest::newRow("filter of a later version") << SidebarChoice{u"gone"_s, {}, {}, 0};
    QTest::newRow("store without a number") << SidebarChoice{u"store"_s, u"gone"_s, {}, 0};
}

void tst_Sidebar::choiceThatIsGone_givesWayToAll()
{
    QFETCH(const SidebarChoice, choice);
    Settings settings;
    settings.choice = choice;
    openSidebar(settings);
    QTRY_COMPARE(m_sidebar->currentItem(), row(u"All recordings"_s));
    QTRY_VERIFY(!row(u"gone"_s));
    QCOMPARE(m_sidebar->choice(), SidebarChoice());
}

// Of the tags only the most frequent are listed; the chosen one is, with its number.
void tst_Sidebar::rareTag_staysChosen()
{
    for (int number = 1; number <= 30; ++number) {
        tag(1, u"frequent %1"_s.arg(number));
        tag(2, u"frequent %1"_s.arg(number));
    }
    tag(3, u"rare"_s);
    Settings settings;
    settings.choice = {u"tag"_s, u"rare"_s, {}, 0};
    openSidebar(settings);
    QTRY_COMPARE(row(u"rare"_s)->text(1), u"1"_s);
    QCOMPARE(m_sidebar->filter().tag, u"rare"_s);
    QCOMPARE(m_sidebar->choice(), settings.choice);
}

QTEST_MAIN(tst_Sidebar)
#include "tst_sidebar.moc"
