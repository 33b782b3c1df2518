// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/querynames.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype gram = 3;
constexpr qsizetype mostGrams = 16; // these leave few enough to look at

QString phrase(const QList<uint> &letters, qsizetype at)
{
    QString text = QString::fromUcs4(reinterpret_cast<const char32_t *>(&letters[at]), gram);
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString nameSource(const QString &text, QVariantList &binds)
{
    const QList<uint> letters = text.toUcs4();
    if (letters.isEmpty() || letters.contains(0u))
        return {};
    if (letters.size() >= gram) {
        QStringList phrases;
        const qsizetype last = letters.size() - gram;
        for (qsizetype at = 0; at <= last && phrases.size() < mostGrams; ++at)
            phrases << phrase(letters, at);
        phrases.removeDuplicates();
        binds << phrases.join(u" AND "_s);
        return u"SELECT rowid FROM name_gram WHERE name_gram MATCH ?"_s;
    }
    // Each letter of a name begins one of its threes. The index has them in small letters, and only
    // of these is it certain which they are.
    const auto isPlain = [](uint letter) { return letter < 128; };
    if (!std::ranges::all_of(letters, isPlain))
        return {};
    const QString begin = text.toLower();
    binds << begin << begin + u"\U0010FFFF"_s;
    return u"SELECT v.doc FROM name_letter v WHERE v.term >= ? AND v.term < ?"_s;
}

} // namespace respool
