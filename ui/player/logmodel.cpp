// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/logmodel.h"

#include "core/base/units.h"
#include "core/library/recordingtimeline.h"
#include "ui/look.h"

#include <QGuiApplication>
#include <QPalette>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

void LogModel::setLog(const SessionLog &log)
{
    const int before = rowCount();
    const int now = int(log.entries.size());
    const bool grew = before > 0 && now > before;
    if (grew)
        beginInsertRows({}, before, now - 1);
    else if (now != before)
        beginResetModel();
    m_log = log;
    find();
    if (grew)
        endInsertRows();
    else if (now != before)
        endResetModel();
}

void LogModel::setWallClock(bool wall)
{
    m_wallClock = wall;
    if (rowCount() > 0)
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

void LogModel::showFound(const QString &text)
{
    m_sought = text;
    find();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, What));
}

void LogModel::find()
{
    m_found.clear();
    for (int row = 0; !m_sought.isEmpty() && row < rowCount(); ++row) {
        if (SessionLog::textOf(m_log.entries[row]).contains(m_sought, Qt::CaseInsensitive))
            m_found << row;
    }
}

int LogModel::rowAt(qint64 ms) const
{
    int found = -1;
    for (int row = 0; row < m_log.timesMs.size(); ++row) {
        if (m_log.timesMs[row] <= ms && (found < 0 || m_log.timesMs[row] >= m_log.timesMs[found]))
            found = row;
    }
    return found;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_log.entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString LogModel::timeTextOf(int row) const
{
    const QDateTime &time = m_log.entries[row].time;
    return m_wallClock && time.isValid() ? timeText(time.toMSecsSinceEpoch())
                                         : elapsedText(timeMs(row));
}

QString LogModel::sentenceOf(int row) const
{
    const SlogEntry &entry = m_log.entries[row];
    return tr("At %1: %2, %3")
        .arg(timeTextOf(row), wordForLogEvent(entry.event), SessionLog::textOf(entry));
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SlogEntry &entry = m_log.entries[index.row()];
    if (role == Qt::AccessibleTextRole)
        return sentenceOf(index.row());
    if (role == Qt::BackgroundRole && m_found.contains(index.row())) {
        QColor mark = accentColour(Accent::Caution, QGuiApplication::palette());
        mark.setAlphaF(0.25F);
        return mark;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Time:
        return timeTextOf(index.row());
    case Event:
        return wordForLogEvent(entry.event);
    case What:
        return SessionLog::textOf(entry);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Time:
        return tr("Time");
    case Event:
        return tr("Event");
    case What:
        return tr("What happened");
    case ColumnCount:
        break;
    }
    return {};
}

QString wordForLogEvent(const QString &event)
{
    if (event == "session.start"_L1)
        return LogModel::tr("Start");
    if (event == "session.action"_L1)
        return LogModel::tr("Action");
    if (event == "session.end"_L1)
        return LogModel::tr("End");
    return event;
}

QString wordForLogWarning(const QString &warning)
{
    static constexpr std::array<std::pair<const char *, const char *>, 11> words{{
        {"malformed-line", QT_TRANSLATE_NOOP("respool::LogModel", "A line cannot be read")},
        {"missing-session-start", QT_TRANSLATE_NOOP("respool::LogModel", "The start is missing")},
        {"missing-session-end", QT_TRANSLATE_NOOP("respool::LogModel", "The end is missing")},
        {"duplicate-sequence", QT_TRANSLATE_NOOP("respool::LogModel", "A number occurs twice")},
        {"missing-sequence", QT_TRANSLATE_NOOP("respool::LogModel", "Numbers are missing")},
        {"sequence-order-mismatch",
         QT_TRANSLATE_NOOP("respool::LogModel", "The entries are out of order")},
        {"unknown-event-type",
         QT_TRANSLATE_NOOP("respool::LogModel", "An event of an unknown sort")},
        {"invalid-field", QT_TRANSLATE_NOOP("respool::LogModel", "A field holds what it must not")},
        {"entry-limit-exceeded",
         QT_TRANSLATE_NOOP("respool::LogModel", "The log holds more than is shown")},
        {"string-truncated", QT_TRANSLATE_NOOP("respool::LogModel", "A text is cut")},
        {"unterminated-final-line",
         QT_TRANSLATE_NOOP("respool::LogModel", "The last line has no end")},
    }};
    const qsizetype end = warning.indexOf(QRegularExpression(u"[:,]"_s));
    const QString code = warning.left(end);
    const auto word = std::ranges::find_if(
        words, [&](const auto &pair) { return code == QLatin1StringView(pair.first); });
    if (word == words.end())
        return warning;
    return LogModel::tr(word->second) + (end < 0 ? QString() : warning.mid(end));
}

} // namespace respool
