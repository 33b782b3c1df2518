// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"

#include <QTreeWidget>

namespace respool {

// The stores and the filters at the left, each with how many recordings it stands for. Lives on
// the ui thread; asks the catalogue again when the library changes.
class Sidebar final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit Sidebar(RecordingCatalog &catalog, QWidget *parent = nullptr);

    // What the chosen row stands for; without words to search for.
    RecordingFilter filter() const;
    bool showsTrash() const;
    const QList<StoreInfo> &stores() const { return m_stores; }
    std::optional<StoreId> chosenStore() const { return filter().store; }
    const LibraryCounts &counts() const { return m_counts; }
    void chooseAll();

signals:
    void filterChosen();
    void storesLoaded();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Filter {
        All,
        Active,
        Unseen,
        Flagged,
        Video,
        Terminal,
        Log,
        NotSeekable,
        Damaged,
        Held,
        Missing,
        Trash
    };
    void reload();
    void tint();
    void addFilter(Filter filter, const QString &icon, const QString &text);
    void showCounts(const LibraryCounts &counts);
    void showTags(const QList<TagCount> &tags);
    void showStores(const QList<StoreInfo> &stores);

    RecordingCatalog &m_catalog;
    QTreeWidgetItem *m_filters = nullptr;
    QTreeWidgetItem *m_storesRoot = nullptr;
    QTreeWidgetItem *m_tagsRoot = nullptr;
    QList<StoreInfo> m_stores;
    LibraryCounts m_counts;
    bool m_loading = false;
    bool m_loadAgain = false;
};

} // namespace respool
