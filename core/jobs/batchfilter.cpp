// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/batchfilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A text as LIKE finds it likeAnywhere; what LIKE would take for a sign of its own is escaped.
QString likeAnywhere(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

QJsonArray kindsOf(const JobWord &word)
{
    return QJsonArray::fromStringList(word.kinds);
}

QJsonArray statesOf(const JobWord &word)
{
    QJsonArray states;
    for (const JobState state : word.states)
        states << int(state);
    return states;
}

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

bool isIn(JobGroup group, JobState state)
{
    switch (group) {
    case JobGroup::All:
        return true;
    case JobGroup::Open:
        return !hasEnded(state);
    case JobGroup::Attention:
        return state >= JobState::Failed;
    case JobGroup::Ended:
        return hasEnded(state);
    }
    Q_UNREACHABLE();
}

QVariantHash searchValues(const QList<JobWord> &words)
{
    QList<JobWord> longest = words; // first: it is found least often
    std::ranges::stable_sort(longest, std::greater(),
                             [](const JobWord &word) { return word.text.size(); });
    const JobWord first = longest.value(0); // without words everything is found
    QJsonArray others;
    for (const JobWord &word : longest.mid(1))
        others << QJsonObject{{u"like"_s, likeAnywhere(word.text)},
                              {u"kinds"_s, kindsOf(word)},
                              {u"states"_s, statesOf(word)}};
    return {{u"like"_s, likeAnywhere(first.text)},
            {u"kinds"_s, jsonText(kindsOf(first))},
            {u"states"_s, jsonText(statesOf(first))},
            {u"words"_s, jsonText(others)}};
}

} // namespace respool
