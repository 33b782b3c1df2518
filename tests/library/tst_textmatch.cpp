// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/textmatch.h"
#include "tests/support/enginefixture.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QRandomGenerator>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_TextMatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void words_becomeAMatch_data();
    void words_becomeAMatch();
    void wordsThatFindNothing_areExplained_data();
    void wordsThatFindNothing_areExplained();
    void noText_isAMistakeOfTheDatabase();
    void aValue_isOnePhrase_data();
    void aValue_isOnePhrase();

private:
    Result<int> ask(const QString &match)
    {
        return m_fixture.database().ask([&](Connection &connection) {
            return connection.read(u"text_hits"_s,
                                   {{u"match"_s, match},
                                    {u"before"_s, qint64(1) << 62},
                                    {u"least"_s, 0},
                                    {u"most"_s, 5}},
                                   [](const Row &) {});
        });
    }

    EngineFixture m_fixture;
};

void tst_TextMatch::words_becomeAMatch_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("typing");
    QTest::addColumn<QString>("match");
    const auto row = [](const char *name, const QString &typed, const QString &match,
                        bool typing = false) { QTest::newRow(name) << typed << typing << match; };
    row("a word", u"root"_s, uR"("root")"_s);
    row("two words", u" root  login "_s, uR"("root" AND "login")"_s);
    row("a phrase", uR"("permission denied" root)"_s, uR"("permission denied" AND "root")"_s);
    row("a phrase that goes on", uR"("permission den"*)"_s, uR"("permission den" *)"_s);
    row("a beginning", u"perm*"_s, uR"("perm" *)"_s);
    row("a contrary", u"root -login"_s, uR"(("root") NOT ("login"))"_s);
    row("contraries", u"-a root -\"b c\""_s, uR"(("root") NOT ("a" OR "b c"))"_s);
    row("words of the language", u"AND OR NOT NEAR text:x"_s,
        uR"("AND" AND "OR" AND "NOT" AND "NEAR" AND "text:x")"_s);
    row("a quote within", u"a\"b"_s, uR"("a""b")"_s);
    row("a quote that is not closed", u"\"a b"_s, uR"("a b")"_s);
    row("what has no letter is left out", u"ls | -- wc"_s, uR"("ls" AND "wc")"_s);
    row("typing", u"root lo"_s, uR"("root" AND "lo" *)"_s, true);
    row("typed to the end", u"root lo "_s, uR"("root" AND "lo")"_s, true);
    row("a phrase while typing", u"\"root lo\""_s, uR"("root lo")"_s, true);
    row("a minus alone", u"a - b"_s, uR"("a" AND "b")"_s);
}

void tst_TextMatch::words_becomeAMatch()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, typing);
    QFETCH(const QString, match);
    const auto made = textMatch(typed, typing);
    QVERIFY2(bool(made), made ? "" : qPrintable(made.error().detail));
    QCOMPARE(*made, match);
    QVERIFY(ask(*made));
}

void tst_TextMatch::wordsThatFindNothing_areExplained_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"  \t"_s;
    QTest::newRow("signs") << u"-- | \"\" * ???"_s;
    QTest::newRow("contraries alone") << u"-a -b"_s;
    QTest::newRow("too many") << u"a "_s.repeated(33);
}

void tst_TextMatch::wordsThatFindNothing_areExplained()
{
    QFETCH(const QString, typed);
    const auto made = textMatch(typed);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
    QVERIFY(made.error().detail.contains(u"write"_s));
}

void tst_TextMatch::noText_isAMistakeOfTheDatabase()
{
    const QStringList pieces{u"a"_s,
                             u"\""_s,
                             u"*"_s,
                             u"-"_s,
                             u" "_s,
                             u"("_s,
                             u")"_s,
                             u"OR"_s,
                             u":"_s,
                             u"^"_s,
                             u"NEAR("_s,
                             u"{"_s,
                             u"+"_s,
                             u"'"_s,
                             u"\\"_s,
                             u";"_s,
                             u"漢"_s,
                             u"\0"_s,
                             u"\U0001F600"_s,
                             QString(QChar(0)),
                             QString(QChar(0xd800)),
                             u"é"_s};
    QRandomGenerator random(7);
    for (int i = 0; i < 3000; ++i) {
        QString typed;
        for (int words = random.bounded(1, 12); words > 0; --words)
            typed += pieces[random.bounded(int(pieces.size()))];
        for (const bool typing : {false, true}) {
            const auto match = textMatch(typed, typing);
            if (!match)
                continue;
            const auto asked = ask(*match);
            QVERIFY2(bool(asked), asked ? "" : qPrintable(typed + u": "_s + asked.error().detail));
        }
        const auto asked = ask(phraseMatch(typed));
        QVERIFY2(bool(asked), asked ? "" : qPrintable(typed + u": "_s + asked.error().detail));
    }
}

void tst_TextMatch::aValue_isOnePhrase_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("match");
    QTest::newRow("a word") << u"root"_s << uR"("root")"_s;
    QTest::newRow("words") << u"a OR b"_s << uR"("a OR b")"_s;
    QTest::newRow("a beginning") << u"permission den*"_s << uR"("permission den" *)"_s;
    QTest::newRow("a quote") << u"a\"b"_s << uR"("a""b")"_s;
    QTest::newRow("a star alone") << u"*"_s << uR"("*")"_s;
}

void tst_TextMatch::aValue_isOnePhrase()
{
    QFETCH(const QString, value);
    QFETCH(const QString, match);
    QCOMPARE(phraseMatch(value), match);
}

QTEST_GUILESS_MAIN(tst_TextMatch)
#include "tst_textmatch.moc"
