// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playerkeys.h"

#include <QKeyEvent>
#include <QSet>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_PlayerKeys : public QObject
{
    Q_OBJECT

private slots:
    void keys_areAllExplained();
};

void tst_PlayerKeys::keys_areAllExplained()
{
    QSet<PlayerVerb> explained, pressed;
    for (const PlayerKey &key : playerKeys()) {
        QVERIFY(!key.keys.isEmpty() && !key.what.isEmpty());
        explained << key.verb;
    }
    const auto take = [&](int key, Qt::KeyboardModifiers modifiers, const QString &text) {
        const auto verb = playerKeyPress(QKeyEvent(QEvent::KeyPress, key, modifiers, text));
        if (verb)
            pressed << verb->verb;
        return verb.has_value();
    };
    for (const QChar letter : u",.[]<>-+sa/nNmlioecpvwf?q7"_s)
        QVERIFY2(take(0, {}, letter), qPrintable(QString(letter)));
    for (const Qt::Key key :
         {Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp,
          Qt::Key_PageDown, Qt::Key_F11, Qt::Key_F1, Qt::Key_F3, Qt::Key_Escape})
        QVERIFY(take(key, {}, {}));
    QVERIFY(take(Qt::Key_Left, Qt::ShiftModifier, {}));
    QVERIFY(take(Qt::Key_Right, Qt::ShiftModifier, {}));
    QCOMPARE(pressed, explained);
    // Those of the window are not the player's.
    QVERIFY(!take(Qt::Key_F, Qt::ControlModifier, u"f"_s));
    QVERIFY(!take(Qt::Key_Delete, {}, {}));
    QVERIFY(!take(Qt::Key_Z, {}, u"z"_s));
}

QTEST_MAIN(tst_PlayerKeys)
#include "tst_playerkeys.moc"
