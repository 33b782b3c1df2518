// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archivecatalog.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/storefixture.h"
#include "ui/detailspane.h"
#include "ui/detailstext.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_DetailsPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void one_isShownWithPartsAndHistory();
    void hold_tellsWhoAndWhy();
    void keptOriginal_isNamed();
    void tagsAndNote_areEditedInPlace();
    void whatIsTyped_belongsToWhereItWasTyped();
    void rowReadAgain_leavesWhatIsTyped();
    void many_areSummed();
    void answersToAnOlderSelection_areDropped();
    void tags_areReadFromALine();

private:
    bool says(const QString &text) const;
    QTreeWidget *rows(const QString &name) const;
    Recording recording(const QString &uid) const;
    template <typename T>
    T answer(QFuture<Result<T>> future) const
    {
        while (!future.isFinished())
            QCoreApplication::processEvents();
        return *future.result();
    }

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<DetailsPane> m_pane;
};

void tst_DetailsPane::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_store->addSession(firstUid, 2);
    m_store->addSession(secondUid);
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    m_engine = *Engine::start(options);
    QVERIFY(m_engine->work());
    m_engine->commands().openStore(m_store->path());
    QTRY_COMPARE(answer(m_engine->catalog().count({})), 2);
    QTRY_VERIFY(m_engine->isIdle());
    m_pane = std::make_unique<DetailsPane>(m_engine->catalog(), m_engine->archives(),
                                           m_engine->evidence());
    m_pane->setStores(answer(m_engine->catalog().stores()));
    m_pane->resize(380, 800);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_DetailsPane::cleanup()
{
    m_pane.reset();
    m_engine.reset();
}

bool tst_DetailsPane::says(const QString &text) const
{
    return std::ranges::any_of(m_pane->findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

QTreeWidget *tst_DetailsPane::rows(const QString &name) const
{
    for (QTreeWidget *tree : m_pane->findChildren<QTreeWidget *>()) {
        if (tree->accessibleName() == name)
            return tree;
    }
    return nullptr;
}

Recording tst_DetailsPane::recording(const QString &uid) const
{
    return answer(m_engine->catalog().recording(uid));
}

void tst_DetailsPane::one_isShownWithPartsAndHistory()
{
    QVERIFY(says(u"Select a recording"_s));
    m_engine->commands().verifyRecordings({recording(firstUid).id});
    QTRY_VERIFY(m_engine->isIdle());
    m_pane->showOne(recording(firstUid));
    QVERIFY(says(firstUid));
    QCOMPARE(rows(u"Parts"_s)->topLevelItemCount(), 2);
    QCOMPARE(rows(u"Parts"_s)->topLevelItem(1)->text(0), u"recording-1.trp"_s);
    QTRY_VERIFY(rows(u"History"_s)->topLevelItemCount() > 0);
    QTRY_VERIFY(says(u"Verified today; 2 SHA-256"_s));
    m_pane->showNone();
    QVERIFY(says(u"Select a recording"_s));
    QVERIFY(!rows(u"Parts"_s)->isVisible());
}

void tst_DetailsPane::hold_tellsWhoAndWhy()
{
    auto *button = m_pane->findChild<QPushButton *>(u"detailsHold"_s);
    QSignalSpy hold(m_pane.get(), &DetailsPane::holdWanted);
    QSignalSpy lift(m_pane.get(), &DetailsPane::liftWanted);
    m_pane->showOne(recording(firstUid));
    button->click();
    QCOMPARE(hold.size(), 1);
    m_engine->commands().addHold({recording(firstUid).id}, u"case 12"_s);
    QTRY_VERIFY(recording(firstUid).held);
    m_pane->showOne(recording(firstUid));
    QVERIFY(says(u"case 12"_s));
    QTRY_VERIFY(says(u"case 12 ("_s)); // and who and when, from the log
    button->click();
    QCOMPARE(lift.size(), 1);
}

void tst_DetailsPane::keptOriginal_isNamed()
{
    m_store->write(QString(firstUid) + u"/recording-0.trp.orig"_s, "what it was");
    m_pane->showOne(recording(firstUid));
    QTRY_VERIFY(says(u"recording-0.trp.orig"_s));
}

void tst_DetailsPane::tagsAndNote_areEditedInPlace()
{
    QSignalSpy tags(m_pane.get(), &DetailsPane::tagsEdited);
    QSignalSpy note(m_pane.get(), &DetailsPane::noteEdited);
    Recording shown = recording(firstUid);
    shown.tags = {u"audit"_s, u"old"_s};
    m_pane->showOne(shown);
    auto *line = m_pane->findChild<QLineEdit *>(u"detailsTags"_s);
    auto *text = m_pane->findChild<QPlainTextEdit *>(u"detailsNote"_s);
    QCOMPARE(line->text(), u"audit, old"_s);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"Audit, new"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(tags.size(), 1);
    QCOMPARE(tags.first().at(1).toStringList(), QStringList{u"new"_s});
    QCOMPARE(tags.first().at(2).toStringList(), QStringList{u"old"_s});
    text->setFocus();
    QTest::keyClicks(text, u"a leak"_s);
    line->setFocus();
    QCOMPARE(note.size(), 1);
    QCOMPARE(note.first().at(1).toString(), u"a leak"_s);
}

void tst_DetailsPane::whatIsTyped_belongsToWhereItWasTyped()
{
    QSignalSpy note(m_pane.get(), &DetailsPane::noteEdited);
    m_pane->showOne(recording(firstUid));
    auto *text = m_pane->findChild<QPlainTextEdit *>(u"detailsNote"_s);
    text->setFocus();
    QTest::keyClicks(text, u"of the first"_s);
    m_pane->showOne(recording(secondUid));
    QCOMPARE(note.size(), 1);
    QCOMPARE(note.first().at(0).value<RecordingId>(), recording(firstUid).id);
    QCOMPARE(text->toPlainText(), QString());
}

void tst_DetailsPane::rowReadAgain_leavesWhatIsTyped()
{
    QSignalSpy note(m_pane.get(), &DetailsPane::noteEdited);
    m_pane->showOne(recording(firstUid));
    auto *text = m_pane->findChild<QPlainTextEdit *>(u"detailsNote"_s);
    text->setFocus();
    QTest::keyClicks(text, u"not yet"_s);
    m_pane->showOne(recording(firstUid));
    QCOMPARE(text->toPlainText(), u"not yet"_s);
    QVERIFY(note.isEmpty());
}

void tst_DetailsPane::many_areSummed()
{
    const QList<RecordingId> ids{recording(firstUid).id, recording(secondUid).id};
    m_pane->showMany(2,
                     [ids] { return QtFuture::makeReadyFuture(Result<QList<RecordingId>>(ids)); });
    QVERIFY(says(u"2 recordings"_s));
    QTRY_VERIFY(says(u"Terminal: 2"_s));
    QVERIFY(!rows(u"Parts"_s)->isVisible());
}

void tst_DetailsPane::answersToAnOlderSelection_areDropped()
{
    m_engine->commands().addHold({recording(firstUid).id}, u"case 12"_s);
    QTRY_VERIFY(recording(firstUid).held);
    m_pane->showOne(recording(firstUid));
    QTRY_VERIFY(rows(u"History"_s)->topLevelItemCount() > 0);
    m_pane->showOne(recording(secondUid));
    QCOMPARE(rows(u"History"_s)->topLevelItemCount(), 0);
    QVERIFY(!says(u"case 12"_s));
}

void tst_DetailsPane::tags_areReadFromALine()
{
    QCOMPARE(tagsFrom(u" a ,, B  c,A , d"_s), (QStringList{u"a"_s, u"B c"_s, u"d"_s}));
}

QTEST_MAIN(tst_DetailsPane)
#include "tst_detailspane.moc"
