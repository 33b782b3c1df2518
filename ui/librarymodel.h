// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"
#include "ui/pagedrows.h"

#include <QElapsedTimer>
#include <QTimer>

namespace respool {

class PosterShelf;

// The recordings that a filter finds, a page at a time. Lives on the ui thread; asks the catalogue
// and never waits. Reloads by itself, at most four times a second, when the library changes.
class LibraryModel final : public PagedRows<Recording>
{
    Q_OBJECT

public:
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
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole + 1 }; // the number of the RecordingId

    explicit LibraryModel(RecordingCatalog &catalog, QObject *parent = nullptr);

    const RecordingFilter &filter() const { return m_filter; }
    void setFilter(const RecordingFilter &filter);
    // Pictures before the rows; null: icons. The shelf must outlive the model, or leave it before.
    void setPosters(PosterShelf *posters);
    void reload();
    qint64 total() const { return m_total; } // of all pages
    bool isLoaded() const { return m_loaded; }
    bool isCounted() const { return m_counted; } // total() is not only a lower bound
    Recording recording(const QModelIndex &index) const;
    QModelIndex indexOf(RecordingId id) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void loaded();  // the rows and total() are those of the filter now
    void counted(); // total() is exact now
    void failed(const respool::Error &error);

private:
    void startOver();
    void load(int limit);
    void countAll(const RecordingFilter &page);
    void finishLoading(const Error &error);
    void decorationsChanged(int first, int last);
    QVariant decoration(const Recording &recording) const;
    static QString text(const Recording &recording, int column);

    RecordingCatalog &m_catalog;
    PosterShelf *m_posters = nullptr;
    RecordingFilter m_filter;
    qint64 m_total = 0;
    bool m_counted = true;
    bool m_loaded = false;
    bool m_loading = false;
    bool m_loadAgain = false;
    int m_generation = 0; // answers to an older filter are dropped
    std::shared_ptr<std::atomic_bool> m_obsolete = std::make_shared<std::atomic_bool>(false);
    QElapsedTimer m_took;
    QTimer m_reload;
};

} // namespace respool
