// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of LibraryModel that says what stands in a cell.

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/librarymodel.h"
#include "ui/look.h"
#include "ui/postershelf.h"
#include "ui/recordingtext.h"

#include <QPalette>
#include <QPixmap>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Numbers stand right, and so do the heads above them.
QVariant alignment(int column)
{
    const bool number = column == LibraryModel::Size || column == LibraryModel::Duration
                        || column == LibraryModel::Parts;
    return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

// Of a row that is on its way.
QVariant placeholder(int column, int role)
{
    if (role == Qt::DisplayRole)
        return column == LibraryModel::Name ? QVariant(u"…"_s) : QVariant();
    if (role == Qt::AccessibleTextRole)
        return LibraryModel::tr("being read");
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    return {};
}

} // namespace

int LibraryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

QString LibraryModel::text(const Recording &recording, int column)
{
    switch (Column(column)) {
    case Name:
        return recording.uid == recording.path ? recording.uid : recording.path;
    case Kind:
        return wordFor(recording.kind);
    case Start:
        return timeText(recording.startMs);
    case Duration:
        return durationText(recording.durationMs);
    case Size:
        return sizeText(recording.bytes);
    case SeekableColumn:
        return seekableText(recording);
    case State:
        return stateText(recording);
    case Store:
        return recording.storeName;
    case Parts:
        return QString::number(recording.parts.size());
    case Tags:
        return recording.tags.join(u", "_s);
    case Note:
        return recording.note.simplified();
    case Media:
        return mediaText(recording);
    case Flag:
        return recording.flagged ? tr("Flagged") : QString();
    case Seen:
        return recording.seen ? tr("Seen") : tr("Unseen");
    case Hold:
        return recording.holdReason;
    case ColumnCount:
        break;
    }
    return {};
}

// Views ask for the rows that they show: so only their pictures are read.
QVariant LibraryModel::decoration(const Recording &recording) const
{
    const QString mark = markNameOf(recording);
    const QString name = mark.isEmpty() ? iconNameOf(recording.kind) : mark;
    if (!m_posters)
        return icon(name);
    return m_posters->tile(recording, name, !mark.isEmpty());
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return m_ids[index.row()];
    const Recording *known = m_rows.wanted(m_ids, index.row());
    if (!known)
        return placeholder(index.column(), role);
    const Recording &recording = *known;
    switch (role) {
    case Qt::DisplayRole:
        return text(recording, index.column());
    case Qt::ToolTipRole:
        return tipText(recording);
    case Qt::DecorationRole:
        return index.column() == Name ? decoration(recording) : QVariant();
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::FontRole:
        return !recording.seen && index.column() == Name ? unseenFont() : QVariant();
    case Qt::ForegroundRole:
        return recording.state == RecordingState::Deleting
                   ? QVariant(QPalette().brush(QPalette::Disabled, QPalette::Text))
                   : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name
                   ? sentenceOf(recording)
                   : tr("%1: %2").arg(
                       headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                       text(recording, index.column()));
    default:
        return {};
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Recording");
    case Kind:
        return tr("Kind");
    case Start:
        return tr("Start");
    case Duration:
        return tr("Duration");
    case Size:
        return tr("Size");
    case SeekableColumn:
        return tr("Seekable");
    case State:
        return tr("State");
    case Store:
        return tr("Store");
    case Parts:
        return tr("Parts");
    case Tags:
        return tr("Tags");
    case Note:
        return tr("Note");
    case Media:
        return tr("Format");
    case Flag:
        return tr("Flag");
    case Seen:
        return tr("Seen");
    case Hold:
        return tr("Hold");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace respool
