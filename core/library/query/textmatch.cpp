// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/textmatch.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct TextWord
{
    QString text;
    bool contrary = false;
    bool quoted = false;
    bool begins = false; // with a star behind it
};

// What the index makes words of; the rest separates them (unicode61 of SQLite).
bool hasIndexedLetter(const QString &text)
{
    return std::ranges::any_of(text.toUcs4(), [](uint code) {
        return QChar::isLetterOrNumber(char32_t(code))
               || QChar::category(char32_t(code)) == QChar::Other_PrivateUse;
    });
}

TextWord nextWord(const QString &typed, qsizetype &at)
{
    TextWord word;
    word.contrary = typed[at] == u'-' && at + 1 < typed.size() && !typed[at + 1].isSpace();
    at += word.contrary ? 1 : 0;
    word.quoted = typed[at] == u'"';
    if (word.quoted) {
        const qsizetype end = typed.indexOf(u'"', at + 1);
        word.text = typed.mid(at + 1, (end < 0 ? typed.size() : end) - at - 1);
        at = end < 0 ? typed.size() : end + 1;
        word.begins = at < typed.size() && typed[at] == u'*';
        at += word.begins ? 1 : 0;
        return word;
    }
    const qsizetype from = at;
    while (at < typed.size() && !typed[at].isSpace())
        ++at;
    word.text = typed.mid(from, at - from);
    while (word.text.endsWith(u'*')) {
        word.begins = true;
        word.text.chop(1);
    }
    return word;
}

// Within quotes nothing has a meaning but the quote itself. Half of a letter outside the first plane
// would take the next letter, which may be the quote, for its other half.
QString quotedForIndex(const QString &words, bool begins)
{
    QString text = QString::fromUtf8(words.toUtf8());
    text.remove(QChar(u'\0'));
    text.replace(u'"', u"\"\""_s);
    return u'"' + text + (begins ? u"\" *"_s : u"\""_s);
}

} // namespace

Result<QString> textMatch(const QString &typed, bool typing)
{
    QStringList wanted, unwanted;
    for (qsizetype at = 0; at < typed.size();) {
        if (typed[at].isSpace()) {
            ++at;
            continue;
        }
        TextWord word = nextWord(typed, at);
        if (!hasIndexedLetter(word.text))
            continue;
        word.begins = word.begins || (typing && at == typed.size() && !word.quoted);
        (word.contrary ? unwanted : wanted) << quotedForIndex(word.text, word.begins);
    }
    if (wanted.isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    unwanted.isEmpty()
                        ? u"there is no word to look for: write one with letters or digits"_s
                        : u"there are only words that must not be there: write one to look for"_s);
    if (wanted.size() + unwanted.size() > mostTextWords)
        return fail(ErrorCode::InvalidArgument,
                    u"there are more than %1 words to look for: write fewer"_s.arg(mostTextWords));
    const QString all = wanted.join(u" AND "_s);
    return unwanted.isEmpty() ? all : u'(' + all + u") NOT ("_s + unwanted.join(u" OR "_s) + u')';
}

// Of other letters the index may think otherwise.
bool isOneWord(const QString &value)
{
    const qsizetype end = value.endsWith(u'*') ? value.size() - 1 : value.size();
    return end > 0 && std::all_of(value.begin(), value.begin() + end, [](QChar letter) {
               return letter.unicode() < 0x80 && letter.isLetterOrNumber();
           });
}

QString phraseMatch(const QString &value)
{
    const bool begins = value.endsWith(u'*') && value.size() > 1;
    const QString text = begins ? value.chopped(1) : value;
    return quotedForIndex(text, begins && hasIndexedLetter(text));
}

} // namespace respool
