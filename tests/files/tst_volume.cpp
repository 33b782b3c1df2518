// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileattributes.h"
#include "core/files/fileio.h"
#include "core/files/volume.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_Volume : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void free_isWhatDfSays();
    void reserve_keepsTheSize();
    void reserve_saysWhatIsMissing();
    void identity_changesWithTheContent();
    void readAndWrite_areAtAPosition();

private:
    Directory root() const { return *Directory::open(m_root->path()); }

    std::unique_ptr<QTemporaryDir> m_root;
};

void tst_Volume::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

void tst_Volume::free_isWhatDfSays()
{
    const QByteArray mountPoint = QFile::encodeName(m_root->path());
    if (::mount("none", mountPoint.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("mounting is not permitted here");
    const auto before = freeBytes(root());
    samples::writeFile(m_root->filePath(u"a"_s), samples::zeros(256 * 1024));
    const auto after = freeBytes(root());
    ::umount2(mountPoint.constData(), MNT_DETACH);
    QCOMPARE(*before, 1024 * 1024);
    QCOMPARE(*after, 768 * 1024);
}

void tst_Volume::reserve_keepsTheSize()
{
    const auto file = root().createExclusive(u"a"_s, 0600);
    QVERIFY(reserveSpace(root(), *file, 100'000));
    QCOMPARE(identityOf(*file, u"a"_s)->bytes, 0);
    QVERIFY(cutFile(*file, 0, u"a"_s));
}

void tst_Volume::reserve_saysWhatIsMissing()
{
    const QByteArray mountPoint = QFile::encodeName(m_root->path());
    if (::mount("none", mountPoint.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("mounting is not permitted here");
    const auto reserved = [this]() -> Result<> {
        const Directory folder = root();
        TRY_LET(const UniqueFd file, folder.createExclusive(u"a"_s, 0600));
        return reserveSpace(folder, file, 1024 * 1024 + 4242);
    }();
    const auto free = freeBytes(root());
    ::umount2(mountPoint.constData(), MNT_DETACH);
    QVERIFY(!reserved);
    QCOMPARE(reserved.error().code, ErrorCode::NoSpace);
    QVERIFY2(reserved.error().detail.startsWith(u"4242 more bytes"_s),
             qPrintable(reserved.error().detail));
    QVERIFY(reserved.error().detail.contains(m_root->path()));
    QCOMPARE(*free, 1024 * 1024);
}

void tst_Volume::identity_changesWithTheContent()
{
    const QString path = m_root->filePath(u"a"_s);
    samples::writeFile(path, "12345");
    const auto file = root().openForReading(u"a"_s);
    const FileIdentity before = *identityOf(*file, path);
    QCOMPARE(before.bytes, 5);
    QVERIFY(before == *identityOf(*file, path));
    samples::writeFile(path, "1234567");
    QVERIFY(before != *identityOf(*file, path));
    QCOMPARE(*linkCountOf(*file, path), 1u);
}

void tst_Volume::readAndWrite_areAtAPosition()
{
    const auto file = root().createExclusive(u"a"_s, 0600);
    QCOMPARE(writeAt(file->get(), "abc", 3, 2), 3);
    char data[8] = {};
    QCOMPARE(readAt(file->get(), data, 8, 1), 4);
    QCOMPARE(QByteArray(data, 4), QByteArray("\0abc", 4));
    QCOMPARE(readAt(file->get(), data, 8, 100), 0);
    QCOMPARE(readAt(-1, data, 8, 0), -EBADF);
    QCOMPARE(writeAt(-1, data, 8, 0), -EBADF);
}

QTEST_GUILESS_MAIN(tst_Volume)
#include "tst_volume.moc"
