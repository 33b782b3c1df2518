// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Sidebar that remembers which row was chosen.

#include "ui/look.h"
#include "ui/sidebar.h"

#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// In the order of Sidebar::Filter; they stand in the settings.
constexpr std::array filterNames{"all"_L1,   "active"_L1,      "unseen"_L1,  "flagged"_L1,
                                 "held"_L1,  "notSeekable"_L1, "damaged"_L1, "missing"_L1,
                                 "video"_L1, "terminal"_L1,    "log"_L1,     "trash"_L1};

} // namespace

SidebarChoice Sidebar::choice() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item || !item->parent())
        return {};
    const QString name = item->text(0);
    if (item->parent() == m_storesRoot) {
        const StoreId id{item->data(0, storeRole).toLongLong()};
        const auto store = std::ranges::find(m_stores, id, &StoreInfo::id);
        if (store == m_stores.end()) // a window that was closed before it knew them
            return m_remembered.store == id.value ? m_remembered : SidebarChoice{};
        return {u"store"_s, store->name, store->uid, id.value};
    }
    if (item->parent() == m_tagsRoot)
        return {u"tag"_s, item->data(0, tagRole).toString(), {}, 0};
    if (const auto search = chosenSearch())
        return {u"search"_s, search->name, {}, 0};
    const int filter = item->data(0, filterRole).toInt();
    return filter == int(Filter::All) ? SidebarChoice{}
                                      : SidebarChoice{filterNames.at(filter), {}, {}, 0};
}

// A store and a tag get a row of their own until all are known, so that their recordings can be
// asked for without waiting.
void Sidebar::beginWith(const Settings &remembered)
{
    m_searches = remembered.searches;
    m_hidesEmpty = remembered.hidesEmptyRows;
    fillSearches(); // they are counted when the stores are known that they may name
    chooseAll();
    const SidebarChoice &choice = remembered.choice;
    if (choice.row == u"store" && choice.store > 0) {
        m_remembered = choice;
        setCurrentItem(addStoreRow(StoreId{choice.store}, choice.name));
    } else if (choice.row == u"tag" && !choice.name.isEmpty()) {
        m_remembered = choice;
        auto *item = new QTreeWidgetItem(m_tagsRoot, {choice.name});
        item->setData(0, tagRole, choice.name);
        m_tagsRoot->setHidden(false);
        m_tagsRoot->setExpanded(true);
        setCurrentItem(item);
    } else if (choice.row == u"search") {
        const auto search = std::ranges::find(m_searches, choice.name, &SavedSearch::name);
        if (search != m_searches.end())
            setCurrentItem(m_searchesRoot->child(int(search - m_searches.begin())));
    } else {
        const auto name = std::ranges::find(filterNames, choice.row);
        for (QTreeWidgetItem *heading : {m_filters, m_kinds}) {
            for (int row = 0; row < heading->childCount(); ++row) {
                if (heading->child(row)->data(0, filterRole).toInt() == name - filterNames.begin())
                    setCurrentItem(heading->child(row));
            }
        }
    }
}

QTreeWidgetItem *Sidebar::addStoreRow(StoreId id, const QString &name)
{
    auto *item = new QTreeWidgetItem(m_storesRoot, {name});
    item->setIcon(0, icon(u"store"_s));
    item->setData(0, storeRole, id.value);
    return item;
}

void Sidebar::chooseStore(const StoreInfo &store)
{
    for (int row = 0; row < m_storesRoot->childCount(); ++row) {
        if (m_storesRoot->child(row)->data(0, storeRole).toLongLong() == store.id.value)
            return setCurrentItem(m_storesRoot->child(row));
    }
    m_added = store;
    setCurrentItem(addStoreRow(store.id, store.name));
    reload();
}

// Whether the chosen store is among stores and, at the beginning, still the one that was chosen:
// the number of one that was forgotten may be another's by the next start.
bool Sidebar::isStillThere(StoreId id, const QList<StoreInfo> &stores) const
{
    const auto store = std::ranges::find(stores, id, &StoreInfo::id);
    return store != stores.end()
           && (m_remembered.store != id.value || m_remembered.storeUid == store->uid);
}

// One that is not among the most frequent. Nothing has it any more: then it is not what the window
// begins with.
void Sidebar::countChosenTag()
{
    RecordingFilter tagged;
    tagged.tag = filter().tag;
    m_catalog.countUpTo(tagged, mostCounted)
        .then(this, [this, tag = tagged.tag](const Result<qint64> &count) {
            if (!count || filter().tag != tag)
                return;
            const bool begins = std::exchange(m_remembered, {}).name == tag;
            if (begins && *count == 0) {
                const std::unique_ptr<QTreeWidgetItem> gone(currentItem());
                chooseAll();
                m_tagsRoot->setHidden(m_tagsRoot->childCount() == 1);
                return;
            }
            const QSignalBlocker quiet(this);
            setCount(currentItem(), std::min<qint64>(*count, mostCounted), *count > mostCounted);
            tint();
            viewport()->update();
        });
}

} // namespace respool
