// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/librarymodel.h"

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/postershelf.h"
#include "ui/recordingtext.h"

#include <QPalette>
#include <QPixmap>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int firstPage = 500;
constexpr int largestPage = 8000;
constexpr int reloadMs = 250;
constexpr int countedAtOnce = 10'000; // more are counted when the rows are there

// Numbers stand right, and so do the heads above them.
QVariant alignment(int column)
{
    const bool number = column == LibraryModel::Size || column == LibraryModel::Duration
                        || column == LibraryModel::Parts;
    return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

LibraryModel::LibraryModel(RecordingCatalog &catalog, QObject *parent)
    : PagedRows(parent)
    , m_catalog(catalog)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadMs);
    connect(&m_reload, &QTimer::timeout, this, &LibraryModel::reload);
    connect(&catalog, &RecordingCatalog::changed, this, [this] {
        if (!m_reload.isActive())
            m_reload.start();
    });
}

void LibraryModel::setFilter(const RecordingFilter &filter)
{
    const RecordingSort sort = m_filter.sort;
    const bool descending = m_filter.descending;
    m_filter = filter;
    m_filter.sort = sort;
    m_filter.descending = descending;
    startOver();
}

void LibraryModel::setPosters(PosterShelf *posters)
{
    if (m_posters)
        m_posters->disconnect(this);
    m_posters = posters;
    if (posters) {
        connect(posters, &PosterShelf::arrived, this, [this](RecordingId id) {
            if (const QModelIndex row = indexOf(id); row.isValid())
                decorationsChanged(row.row(), row.row());
        });
        connect(posters, &PosterShelf::changed, this,
                [this] { decorationsChanged(0, rowCount() - 1); });
    }
    decorationsChanged(0, rowCount() - 1);
}

void LibraryModel::decorationsChanged(int first, int last)
{
    if (last >= first)
        emit dataChanged(index(first, Name), index(last, Name), {Qt::DecorationRole});
}

void LibraryModel::reload()
{
    load(std::max(firstPage, int(items().size())));
}

// Answers to the filter or order before this are dropped when they come.
void LibraryModel::startOver()
{
    ++m_generation;
    *m_obsolete = true;
    m_obsolete = std::make_shared<std::atomic_bool>(false);
    m_filter.obsolete = m_obsolete;
    m_loading = false;
    m_loadAgain = false;
    load(firstPage);
}

void LibraryModel::load(int limit)
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    m_took.start();
    RecordingFilter page = m_filter;
    page.limit = limit;
    const int generation = m_generation;
    m_catalog.countUpTo(page, countedAtOnce)
        .then(this, [this, page, generation](const Result<qint64> &count) {
            if (generation != m_generation)
                return;
            if (!count) {
                finishLoading(count.error());
                return;
            }
            m_catalog.find(page).then(this, [this, page, generation, total = *count](
                                                const Result<QList<Recording>> &found) {
                if (generation != m_generation)
                    return;
                if (found) {
                    m_total = std::max(total, qint64(found->size()));
                    m_counted = total <= countedAtOnce;
                    m_loaded = true;
                    replaceItems(*found);
                    if (!m_counted)
                        countAll(page);
                }
                finishLoading(found ? Error() : found.error());
            });
        });
}

// The rows are shown already: of a large library it may take a moment.
void LibraryModel::countAll(const RecordingFilter &page)
{
    m_catalog.count(page).then(this,
                               [this, generation = m_generation](const Result<qint64> &count) {
                                   if (generation != m_generation || !count)
                                       return; // until the next load there is a lower bound
                                   m_total = std::max(*count, qint64(items().size()));
                                   m_counted = true;
                                   emit counted();
                               });
}

void LibraryModel::finishLoading(const Error &error)
{
    m_loading = false;
    // A library so large that reading takes long is read less often.
    m_reload.setInterval(std::max(reloadMs, 4 * int(m_took.elapsed())));
    if (m_posters)
        m_posters->lookAgain(); // what changed may be that one was drawn
    if (error.code == ErrorCode::None)
        emit loaded();
    else
        emit failed(error);
    if (std::exchange(m_loadAgain, false))
        reload();
}

bool LibraryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && items().size() < m_total;
}

void LibraryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_loading = true;
    m_took.start();
    RecordingFilter page = m_filter;
    if (!items().isEmpty())
        page.after = PageStart::after(items().last(), page.sort);
    page.limit = std::clamp(int(items().size()), firstPage, largestPage);
    const int generation = m_generation;
    m_catalog.find(page).then(this, [this, generation](const Result<QList<Recording>> &found) {
        if (generation != m_generation)
            return;
        if (found && !found->isEmpty())
            appendItems(*found);
        else if (found)
            m_total = items().size(); // fewer than were counted: they went meanwhile
        finishLoading(found ? Error() : found.error());
    });
}

void LibraryModel::sort(int column, Qt::SortOrder order)
{
    switch (column) {
    case Name:
        m_filter.sort = RecordingSort::Name;
        break;
    case Start:
        m_filter.sort = RecordingSort::Start;
        break;
    case Duration:
        m_filter.sort = RecordingSort::Duration;
        break;
    case Size:
        m_filter.sort = RecordingSort::Bytes;
        break;
    default:
        return; // the database keeps no order of the others
    }
    m_filter.descending = order == Qt::DescendingOrder;
    startOver();
}

Recording LibraryModel::recording(const QModelIndex &index) const
{
    return items().value(index.row());
}

QModelIndex LibraryModel::indexOf(RecordingId id) const
{
    const auto row = std::ranges::find(items(), id, &Recording::id);
    return row == items().end() ? QModelIndex() : index(int(row - items().begin()), 0);
}

int LibraryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
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
    const Recording &recording = items()[index.row()];
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
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(recording, index.column()));
    case IdRole:
        return recording.id.value;
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
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace respool
