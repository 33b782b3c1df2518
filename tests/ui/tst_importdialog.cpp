// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/transferfixture.h"
#include "ui/importdialog.h"
#include "ui/look.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyLook(u"light"_s); }
    void init();
    void archive_isTold();
    void noArchive_isExplained();

private:
    TransferFixture m_fixture;
    std::unique_ptr<ArchiveCatalog> m_archives;
};

void tst_ImportDialog::init()
{
    m_fixture.open();
    m_fixture.files().addSession(firstUid);
    m_archives = std::make_unique<ArchiveCatalog>(m_fixture.database(), m_fixture.m_host);
}

void tst_ImportDialog::archive_isTold()
{
    QVERIFY(m_fixture.archive({m_fixture.know(firstUid)}));
    ImportDialog dialog(*m_archives, m_fixture.zip(), {m_fixture.info()}, {});
    dialog.show();
    auto *accept = dialog.findChild<QPushButton *>(u"accept"_s);
    QVERIFY(!accept->isEnabled()); // nothing is known of it yet
    QTRY_VERIFY(accept->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(u"facts"_s)->text().contains(u"1 recording"_s));
    QVERIFY(dialog.findChild<QLabel *>(u"cautions"_s)->text().contains(u"in this store already"_s));
    QCOMPARE(dialog.wishes().file, m_fixture.zip());
    QCOMPARE(dialog.wishes().store, m_fixture.info().id);
    if (const QString shots = qEnvironmentVariable("RESPOOL_SHOTS"); !shots.isEmpty())
        QVERIFY(dialog.grab().save(shots + u"/import.png"_s));
}

void tst_ImportDialog::noArchive_isExplained()
{
    QFile file(m_fixture.zip());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no archive");
    file.close();
    ImportDialog dialog(*m_archives, m_fixture.zip(), {m_fixture.info()}, {});
    const auto *cautions = dialog.findChild<QLabel *>(u"cautions"_s);
    QTRY_VERIFY(!cautions->isHidden());
    QVERIFY(!dialog.findChild<QPushButton *>(u"accept"_s)->isEnabled());
}

QTEST_MAIN(tst_ImportDialog)
#include "tst_importdialog.moc"
