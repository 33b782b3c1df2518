// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/batchfilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A text as LIKE finds it anywhere; what LIKE would take for a sign of its own is escaped.
QString anywhere(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
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

QString toJson(const QList<JobWord> &words)
{
    QJsonArray all;
    for (const JobWord &word : words) {
        QJsonArray states;
        for (const JobState state : word.states)
            states << int(state);
        all << QJsonObject{{u"like"_s, anywhere(word.text)},
                           {u"kinds"_s, QJsonArray::fromStringList(word.kinds)},
                           {u"states"_s, states}};
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace respool
