// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTimer;

namespace respool {

class EmptyPage;
class LibraryModel;
class PosterShelf;
class QueryField;
class RecordingTable;

// The search field and the table of recordings, or why there is none. Lives on the ui thread.
class LibraryPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryPage(RecordingCatalog &catalog, QWidget *parent = nullptr);

    void setFilter(const RecordingFilter &filter); // of the sidebar; the query is added
    void setStores(const QList<StoreInfo> &stores);
    void setNote(const QString &note);      // beside the number of recordings
    void showPosters(PosterShelf *posters); // null: icons
    void focusSearch();
    void clearSearch();
    QList<Recording> selected() const;
    RecordingTable *table() const { return m_table; }
    EmptyPage *emptyPage() const { return m_empty; }

signals:
    void selectionChanged();
    void activated(const respool::Recording &recording);
    void failed(const respool::Error &error);

private:
    void applyFilter();
    void askForTags();
    void offerNames();
    void showRows();
    bool isBeingScanned() const;

    RecordingCatalog &m_catalog;
    LibraryModel *m_model;
    QueryField *m_search;
    QLabel *m_count;
    QLabel *m_complaint; // about the words of the search
    QStackedWidget *m_pages;
    RecordingTable *m_table;
    EmptyPage *m_empty;
    QTimer *m_typing;
    RecordingFilter m_filter;
    QList<StoreInfo> m_stores;
    QStringList m_tags;
    QString m_note;
    bool m_storesKnown = false;
};

} // namespace respool
