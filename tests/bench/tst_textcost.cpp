// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminaltext.h"

#include <QBuffer>
#include <QTest>

#include <ctime>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// How fast the text of a terminal is read.
class tst_TextCost : public QObject
{
    Q_OBJECT

private slots:
    void text_ofALargeRecording_data();
    void text_ofALargeRecording();
};

void tst_TextCost::text_ofALargeRecording_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("frame");
    QTest::newRow("output, 80x24") << 80 << 24 << QString();
    QTest::newRow("output, 200x50") << 200 << 50 << QString();
    QTest::newRow("full screen, 80x24") << 80 << 24 << u"\\u001b[H"_s;
}

void tst_TextCost::text_ofALargeRecording()
{
    QFETCH(const int, columns);
    QFETCH(const int, rows);
    QFETCH(const QString, frame);
    constexpr qsizetype size = 100 << 20;
    QByteArray cast =
        u"{\"version\": 2, \"width\": %1, \"height\": %2}\n"_s.arg(columns).arg(rows).toUtf8();
    for (int i = 0; cast.size() < size; ++i) {
        cast += u"[%1, \"o\", \""_s.arg(i * 0.05).toUtf8() + frame.toUtf8();
        for (int line = 0; line < 20; ++line)
            cast += "Nov 28 17:40:0" + QByteArray::number(line % 10) + " host kernel: eth0 link "
                    + QByteArray::number(i * 31 + line) + " is up and running\\r\\n";
        cast += "\"]\n";
    }
    QBuffer buffer(&cast);
    buffer.open(QIODevice::ReadOnly);
    const std::clock_t begin = std::clock(); // others may work on this machine
    const auto text = textOfCast(buffer);
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    QVERIFY(bool(text));
    const double read = double(buffer.pos()) / (1 << 20);
    qInfo("%.1f of 100 MiB in %.2f s: %.1f MiB/s, %lld lines, cut short: %d", read, seconds,
          read / seconds, qlonglong(text->lines.size()), int(text->cutShort));
}

QTEST_GUILESS_MAIN(tst_TextCost)
#include "tst_textcost.moc"
