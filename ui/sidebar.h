// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"
#include "core/settings/settings.h"

#include <QTreeWidget>

class QMenu;

namespace respool {

// The stores, the filters and the searches that were kept, each with how many recordings it stands
// for. Lives on the ui thread; asks the catalogue again when the library changes.
class Sidebar final : public QTreeWidget
{
    Q_OBJECT

public:
    // Begins with the searches that are kept, and with the row that was chosen last, before stores
    // and tags are known; once they are, one that is gone gives way to all recordings.
    explicit Sidebar(RecordingCatalog &catalog, const Settings &remembered = {},
                     QWidget *parent = nullptr);

    // What the chosen row stands for; without words to search for.
    RecordingFilter filter() const;
    bool showsTrash() const;
    const QList<StoreInfo> &stores() const { return m_stores; }
    std::optional<StoreId> chosenStore() const { return filter().store; }
    const LibraryCounts &counts() const { return m_counts; }
    void chooseAll();
    void chooseStore(const StoreInfo &store); // which may have been added this instant
    SidebarChoice choice() const;             // to be remembered

    const QList<SavedSearch> &searches() const { return m_searches; }
    std::optional<SavedSearch> chosenSearch() const;
    // Adds it, or gives the one of this name another query, and chooses it.
    void keepSearch(const SavedSearch &search);
    void renameSearch(); // the chosen one, in place
    void removeSearch(); // likewise
    void moveSearch(int by);
    bool hidesEmptyRows() const { return m_hidesEmpty; }
    void setHidesEmptyRows(bool hides);
    // What can be done with the chosen row, but for what only the window knows.
    void fillMenu(QMenu &menu);

signals:
    void filterChosen();
    void storesLoaded();
    void searchesChanged();
    void hidingChanged();

protected slots:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int mostCounted = 10'000; // of a search or tag; more are no news
    // What an item knows in its first column.
    static constexpr int filterRole = Qt::UserRole;
    static constexpr int storeRole = Qt::UserRole + 1;
    static constexpr int tagRole = Qt::UserRole + 2;
    static constexpr int countRole = Qt::UserRole + 3;
    enum class Filter {
        All,
        Active,
        Unseen,
        Flagged,
        Held,
        NotSeekable,
        Damaged,
        Missing,
        Video,
        Terminal,
        Log,
        Trash
    };
    void addRows();
    void reload();
    void tint();
    QTreeWidgetItem *addHeading(const QString &text);
    void addFilter(QTreeWidgetItem *heading, Filter filter, const QString &icon,
                   const QString &text);
    void setCount(QTreeWidgetItem *item, qint64 count, bool more = false);
    void hideEmptyRows();
    void beginWith(const Settings &remembered);
    QTreeWidgetItem *addStoreRow(StoreId id, const QString &name);
    bool isStillThere(StoreId id, const QList<StoreInfo> &stores) const;
    void countChosenTag();
    void showCounts(const LibraryCounts &counts);
    void showTags(const QList<TagCount> &tags);
    void showStores(const QList<StoreInfo> &known);
    void fillSearches();
    void showSearches();
    void countSearch(int row);
    void takeName(QTreeWidgetItem *item);
    int chosenSearchRow() const; // -1: none

    RecordingCatalog &m_catalog;
    QTreeWidgetItem *m_filters = nullptr, *m_kinds = nullptr, *m_storesRoot = nullptr,
                    *m_searchesRoot = nullptr, *m_tagsRoot = nullptr;
    QList<StoreInfo> m_stores;
    QList<SavedSearch> m_searches;
    LibraryCounts m_counts;
    std::optional<StoreInfo> m_added; // which the answer that is on its way may not know
    SidebarChoice m_remembered;       // as long as it is not known whether that row is still there
    bool m_loading = false;
    bool m_loadAgain = false;
    bool m_hidesEmpty = false;
    int m_counting = 0; // counts, so that answers about older searches are dropped
};

} // namespace respool
