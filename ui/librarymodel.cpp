// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/librarymodel.h"

#include "core/base/pending.h"
#include "ui/postershelf.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int firstPage = 200;      // more than a screen shows
constexpr int stretchSize = 50'000; // a few hundredths of a second
constexpr int reloadMs = 250;
constexpr int countedAtOnce = 10'000; // more are counted when the rows are there
constexpr int comparedAtOnce = 5000;

} // namespace

LibraryModel::LibraryModel(RecordingCatalog &catalog, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog)
    , m_rows(catalog)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadMs);
    connect(&m_reload, &QTimer::timeout, this, &LibraryModel::reload);
    connect(&catalog, &RecordingCatalog::changed, this, [this] {
        if (!m_reload.isActive())
            m_reload.start();
    });
    connect(&m_rows, &RowCache::arrived, this, [this] {
        rowsChanged();
        emit arrived();
    });
    connect(&m_rows, &RowCache::failed, this, &LibraryModel::failed);
}

void LibraryModel::setFilter(const RecordingFilter &filter)
{
    const RecordingSort sort = m_filter.sort;
    const bool descending = m_filter.descending;
    m_filter = filter;
    m_filter.sort = sort;
    m_filter.descending = descending;
    startOver();
    if (isIndexed(sort)) {
        loadFirstPage();
    } else {
        m_isComplete = false;
        reload();
    }
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

void LibraryModel::rowsChanged()
{
    if (!m_ids.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

qint64 LibraryModel::total() const
{
    return m_isComplete ? qint64(m_ids.size()) : std::max(m_atLeast, qint64(m_ids.size()));
}

// All ids anew; the rows stay until they are there.
void LibraryModel::reload()
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    m_isGrowing = false;
    m_took.start();
    m_next.clear();
    walk({});
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
}

// What is on the screen first; the others follow.
void LibraryModel::loadFirstPage()
{
    m_loading = true;
    m_took.start();
    RecordingFilter page = m_filter;
    page.limit = firstPage;
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
                if (found)
                    showFirstPage(*found, total, page.limit);
                else
                    finishLoading(found.error());
            });
        });
}

void LibraryModel::showFirstPage(const QList<Recording> &found, qint64 atLeast, int asked)
{
    m_rows.outdate();
    m_rows.keep(found);
    m_next.clear();
    for (const Recording &recording : found)
        m_next << recording.id.value;
    m_atLeast = atLeast;
    m_isComplete = found.size() < asked;
    m_loaded = true;
    change(m_ids.size() <= comparedAtOnce ? idChanges(m_ids, m_next) : std::nullopt);
    if (m_isComplete) {
        finishLoading({});
        return;
    }
    emit loaded();
    m_next.clear();
    m_isGrowing = true;
    walk({});
}

void LibraryModel::walk(const std::optional<PageStart> &after)
{
    RecordingFilter stretch = m_filter;
    stretch.after = after;
    stretch.limit = stretchSize;
    m_catalog.idsInOrder(stretch).then(
        this, [this, generation = m_generation](const Result<IdStretch> &found) {
            if (generation != m_generation)
                return;
            if (found)
                takeStretch(*found);
            else
                finishLoading(found.error());
        });
}

void LibraryModel::takeStretch(const IdStretch &stretch)
{
    m_next.reserve(m_next.size() + stretch.ids.size());
    for (const RecordingId id : stretch.ids)
        m_next << id.value;
    if (m_isGrowing && m_next.size() > m_ids.size()
        && std::equal(m_ids.cbegin(), m_ids.cend(), m_next.cbegin()))
        appendRows(m_next.sliced(m_ids.size()));
    if (stretch.next)
        walk(stretch.next);
    else
        compare();
}

void LibraryModel::appendRows(const QList<qint64> &ids)
{
    beginInsertRows({}, rowCount(), rowCount() + int(ids.size()) - 1);
    m_ids += ids;
    endInsertRows();
}

// What has changed is found on the thread pool: it may be a million rows.
void LibraryModel::compare()
{
    inBackground(idChanges, m_ids, m_next)
        .then(this,
              [this, generation = m_generation](const std::optional<QList<IdChange>> &changes) {
                  if (generation != m_generation)
                      return;
                  if (!m_isGrowing)
                      m_rows.outdate();
                  m_isComplete = true;
                  m_loaded = true;
                  change(changes);
                  rowsChanged(); // views ask anew for what they show
                  finishLoading({});
              });
}

// The last place first: those before it are then still where they were.
void LibraryModel::change(const std::optional<QList<IdChange>> &changes)
{
    if (!changes) {
        beginResetModel();
        m_ids = m_next;
        endResetModel();
        return;
    }
    for (auto change = changes->crbegin(); change != changes->crend(); ++change) {
        const int at = int(change->at);
        if (change->removed > 0) {
            beginRemoveRows({}, at, at + int(change->removed) - 1);
            m_ids.remove(at, change->removed);
            endRemoveRows();
        }
        if (change->inserted > 0) {
            beginInsertRows({}, at, at + int(change->inserted) - 1);
            m_ids.insert(at, change->inserted, 0);
            std::copy_n(m_next.cbegin() + change->from, change->inserted, m_ids.begin() + at);
            endInsertRows();
        }
    }
}

void LibraryModel::finishLoading(const Error &error)
{
    m_loading = false;
    // A library so large that reading takes long is read less often.
    m_reload.setInterval(std::max(reloadMs, 4 * int(m_took.elapsed())));
    m_next.clear();
    m_next.squeeze();
    if (m_posters)
        m_posters->lookAgain(); // what changed may be that one was drawn
    if (error.code == ErrorCode::None)
        emit loaded();
    else
        emit failed(error);
    if (std::exchange(m_loadAgain, false))
        reload();
}

void LibraryModel::sort(int column, Qt::SortOrder order)
{
    static constexpr std::array<RecordingSort, ColumnCount> sorts{
        RecordingSort::Name,     RecordingSort::Kind,  RecordingSort::Start,
        RecordingSort::Duration, RecordingSort::Bytes, RecordingSort::Seekable,
        RecordingSort::State,    RecordingSort::Store, RecordingSort::Parts,
        RecordingSort::Tags,     RecordingSort::Note,  RecordingSort::Media,
        RecordingSort::Flagged,  RecordingSort::Seen,  RecordingSort::Held};
    const bool descending = order == Qt::DescendingOrder;
    if (column < 0 || column >= ColumnCount
        || (m_filter.sort == sorts[size_t(column)] && m_filter.descending == descending))
        return;
    m_filter.sort = sorts[size_t(column)];
    m_filter.descending = descending;
    startOver();
    if (m_loaded)
        reload(); // in one go, so that what is selected is still there
    else
        loadFirstPage();
}

Recording LibraryModel::recording(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Recording *known = m_rows.wanted(m_ids, index.row());
    if (known)
        return *known;
    Recording coming;
    coming.id = idAt(index.row());
    return coming;
}

const Recording *LibraryModel::known(int row) const
{
    return m_rows.known(m_ids[row]);
}

QModelIndex LibraryModel::indexOf(RecordingId id) const
{
    constexpr int near = 500;
    const auto from = m_ids.cbegin() + std::clamp(m_lastFound - near, 0, rowCount());
    const auto to = m_ids.cbegin() + std::clamp(m_lastFound + near, 0, rowCount());
    auto found = std::find(from, to, id.value);
    if (found == to)
        found = std::find(m_ids.cbegin(), m_ids.cend(), id.value);
    if (found == m_ids.cend())
        return {};
    m_lastFound = int(found - m_ids.cbegin());
    return index(m_lastFound, 0);
}

QModelIndexList LibraryModel::match(const QModelIndex &start, int role, const QVariant &value,
                                    int hits, Qt::MatchFlags flags) const
{
    if (role != IdRole)
        return QAbstractTableModel::match(start, role, value, hits, flags);
    const QModelIndex found = indexOf(RecordingId{value.toLongLong()});
    return found.isValid() ? QModelIndexList{found} : QModelIndexList();
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

} // namespace respool
