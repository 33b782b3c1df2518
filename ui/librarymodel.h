// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"
#include "ui/idchanges.h"
#include "ui/rowcache.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

namespace respool {

class PosterShelf;

// The recordings that a filter finds: the ids of all of them in their order, eight bytes each, and
// of those that are looked at everything (RowCache). So every place of a million rows is one step
// away, and a selection is always one of ids. A row that is on its way is a placeholder. Lives on
// the ui thread; asks the catalogue and never waits. Reloads by itself, at most four times a
// second, when the library changes.
class LibraryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    // What a layout of the columns that was kept knows them by: new ones come at the end.
    enum Column {
        Name,
        Kind,
        Start,
        Duration,
        Size,
        SeekableColumn,
        State,
        Store,
        Parts,
        Tags,
        Note,
        Media,
        Flag,
        Seen,
        Hold,
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole + 1 }; // the number of the RecordingId

    explicit LibraryModel(RecordingCatalog &catalog, QObject *parent = nullptr);

    const RecordingFilter &filter() const { return m_filter; }
    void setFilter(const RecordingFilter &filter);
    // Pictures before the rows; null: icons. The shelf must outlive the model, or leave it before.
    void setPosters(PosterShelf *posters);
    void reload();
    qint64 total() const;
    bool isLoaded() const { return m_loaded; }      // the first rows are those of the filter
    bool isCounted() const { return m_isComplete; } // total() is not only a lower bound
    // Without a uid while it is on its way; it is read then.
    Recording recording(const QModelIndex &index) const;
    const Recording *known(int row) const; // null: it was not read yet, and is not read for this
    RecordingId idAt(int row) const { return RecordingId{m_ids[row]}; }
    QModelIndex indexOf(RecordingId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    // Of IdRole without a look at every row.
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                          Qt::MatchFlags flags) const override;

signals:
    void loaded();  // the rows are those of the filter now, and all of them if isCounted()
    void arrived(); // rows that were on their way
    void failed(const respool::Error &error);

private:
    void startOver();
    void loadFirstPage();
    void showFirstPage(const QList<Recording> &found, qint64 atLeast, int asked);
    void walk(const std::optional<PageStart> &after);
    void takeStretch(const IdStretch &stretch);
    void compare();
    void change(const std::optional<QList<IdChange>> &changes);
    void appendRows(const QList<qint64> &ids);
    void finishLoading(const Error &error);
    void rowsChanged();
    void decorationsChanged(int first, int last);
    QVariant decoration(const Recording &recording) const;
    static QString text(const Recording &recording, int column);

    RecordingCatalog &m_catalog;
    mutable RowCache m_rows; // a view that paints a row wants it
    PosterShelf *m_posters = nullptr;
    RecordingFilter m_filter;
    QList<qint64> m_ids;
    QList<qint64> m_next; // what m_ids will be, as far as it was read
    qint64 m_atLeast = 0; // rows, while m_ids is not complete
    bool m_isComplete = false;
    bool m_isGrowing = false; // the rows after the first page are shown as they come
    bool m_loaded = false;
    bool m_loading = false;
    bool m_loadAgain = false;
    int m_generation = 0; // answers to an older filter are dropped
    std::shared_ptr<std::atomic_bool> m_obsolete = std::make_shared<std::atomic_bool>(false);
    QElapsedTimer m_took;
    QTimer m_reload;
    mutable int m_lastFound = 0; // rows near the one that was looked for last are looked for next
};

} // namespace respool
