// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"

#include <QWidget>

class QAbstractItemView;
class QLabel;
class QStackedWidget;
class QTimer;

namespace respool {

class EmptyPage;
class LibraryModel;
class PosterShelf;
class QueryEdit;
class RecordingGrid;
class RecordingTable;

// The search field and the table of recordings, or why there is none. Lives on the ui thread.
class LibraryPage final : public QWidget
{
    Q_OBJECT

public:
    // Asks for what filter and words find at once.
    LibraryPage(RecordingCatalog &catalog, const RecordingFilter &filter, const QString &words,
                QWidget *parent = nullptr);

    void setFilter(const RecordingFilter &filter); // of the sidebar; the query is added
    void setStores(const QList<StoreInfo> &stores);
    void setNote(const QString &note);        // beside the number of recordings
    void showPosters(PosterShelf *posters);   // in the table; null: icons
    void showPictures(PosterShelf *pictures); // in the grid
    enum class View { Table, Grid };
    void setView(View view); // of the same rows, with the same selection
    View view() const { return m_view; }
    QString query() const; // what stands in the search field
    void setQuery(const QString &text);
    // The words and the choice of the sidebar, as one query; see filterText().
    QString wholeQuery() const;
    void focusSearch();
    void clearSearch();
    QList<Recording> selected() const;    // those that were read, of many the first
    std::optional<Recording> one() const; // when exactly one is selected, and known
    qint64 chosenCount() const;
    // All that the filter finds was chosen, but for what was taken out by hand.
    bool allChosen() const;
    // What was chosen, read or not.
    QFuture<Result<QList<RecordingId>>> chosen();
    // Selects it; false: it is not among the rows that were read.
    bool choose(const Recording &recording);
    void lookFor(const Recording &recording); // by its id, and selects it when it is there
    RecordingTable *table() const { return m_table; }
    QAbstractItemView *list() const; // what is shown now: the table, or the grid
    QueryEdit *search() const { return m_search; }
    EmptyPage *emptyPage() const { return m_empty; }

signals:
    void selectionChanged();
    void activated(const respool::Recording &recording);
    void contextMenuWanted(const QPoint &at); // on the screen
    void failed(const respool::Error &error);

private:
    void applyFilter();
    void askForTags();
    void offerNames();
    void showRows();
    void showCount();
    void serve(QAbstractItemView &list);
    void dragSelected();
    void escape();
    bool isBeingScanned() const;

    RecordingCatalog &m_catalog;
    LibraryModel *m_model;
    QueryEdit *m_search;
    QLabel *m_count;
    QLabel *m_complaint; // about the words of the search
    QStackedWidget *m_pages;
    RecordingTable *m_table;
    RecordingGrid *m_grid;
    View m_view = View::Table;
    EmptyPage *m_empty;
    QTimer *m_typing;
    RecordingFilter m_filter;
    QList<StoreInfo> m_stores;
    QStringList m_tags;
    RecordingId m_wanted; // to be selected when it is there
    QString m_note;
    bool m_storesKnown = false;
};

} // namespace respool
