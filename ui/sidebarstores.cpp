// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Sidebar that shows stores and tags.

#include "core/base/units.h"
#include "ui/look.h"
#include "ui/sidebar.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// How its changes become known, and what is wrong with it.
QString tipOf(const StoreInfo &store)
{
    QStringList lines{Sidebar::tr("%1\n%2").arg(store.path, sizeText(store.bytes))};
    lines << (store.state == StoreState::Online ? Sidebar::tr("Online") : Sidebar::tr("Offline"));
    switch (store.watch) {
    case StoreWatch::None:
        break;
    case StoreWatch::Watched:
        lines << Sidebar::tr("Watched: what changes in it is seen at once");
        break;
    case StoreWatch::Network:
        lines << Sidebar::tr("Rescanned every 10 minutes: a network mount cannot be watched");
        break;
    case StoreWatch::Limit:
        lines << Sidebar::tr("Rescanned every 10 minutes: it has more folders than the system "
                             "can watch (fs.inotify.max_user_watches)");
        break;
    }
    if (store.autoRemux)
        lines << Sidebar::tr("New recordings are made seekable by themselves");
    if (!store.problem.isEmpty())
        lines << store.problem;
    return lines.join(u'\n');
}

} // namespace

// The one that is chosen stays where it is, even if others have become more frequent.
void Sidebar::showTags(const QList<TagCount> &tags)
{
    QList<TagCount> shown = tags;
    const QString chosen = filter().tag;
    const auto isChosen = [&](const TagCount &tag) {
        return tag.name.compare(chosen, Qt::CaseInsensitive) == 0;
    };
    const bool isRare = !chosen.isEmpty() && std::ranges::none_of(shown, isChosen);
    if (isRare)
        shown << TagCount{chosen, currentItem()->data(0, countRole).toLongLong()};
    {
        const QSignalBlocker quiet(this); // rows move under the choice, which stays
        while (m_tagsRoot->childCount() > shown.size())
            delete m_tagsRoot->child(m_tagsRoot->childCount() - 1);
        while (m_tagsRoot->childCount() < shown.size())
            new QTreeWidgetItem(m_tagsRoot);
        for (int row = 0; row < shown.size(); ++row) {
            QTreeWidgetItem *item = m_tagsRoot->child(row);
            item->setText(0, shown[row].name);
            item->setToolTip(0, shown[row].name);
            item->setIcon(0, icon(u"tag"_s));
            item->setData(0, tagRole, shown[row].name);
            setCount(item, shown[row].recordings);
            if (!chosen.isEmpty() && isChosen(shown[row]))
                setCurrentItem(item);
        }
        m_tagsRoot->setHidden(shown.isEmpty());
        m_tagsRoot->setExpanded(true);
        hideEmptyRows();
    }
    viewport()->update();
    tint();
    if (isRare)
        countChosenTag();
    else if (m_remembered.row == u"tag")
        m_remembered = {};
}

void Sidebar::showStores(const QList<StoreInfo> &known)
{
    QList<StoreInfo> stores = known;
    const auto added = std::exchange(m_added, {});
    if (added && m_loadAgain && !std::ranges::count(stores, added->id, &StoreInfo::id)) {
        stores << *added; // this answer is from before
        m_added = added;
    }
    m_stores = stores;
    const std::optional<StoreId> chosen = chosenStore();
    const bool isThere = chosen && isStillThere(*chosen, stores);
    if (m_remembered.row == u"store")
        m_remembered = {};
    QSignalBlocker quiet(this);
    while (m_storesRoot->childCount() > stores.size())
        delete m_storesRoot->child(m_storesRoot->childCount() - 1);
    while (m_storesRoot->childCount() < stores.size())
        new QTreeWidgetItem(m_storesRoot);
    for (int row = 0; row < stores.size(); ++row) {
        const StoreInfo &store = stores[row];
        QTreeWidgetItem *item = m_storesRoot->child(row);
        const bool offline = store.state == StoreState::Offline;
        item->setText(0, offline ? tr("%1 (offline)").arg(store.name) : store.name);
        item->setIcon(0, icon(offline || !store.problem.isEmpty() ? u"warning"_s : u"store"_s));
        item->setToolTip(0, tipOf(store));
        item->setData(0, storeRole, store.id.value);
        setCount(item, store.recordings);
        if (isThere && chosen == store.id)
            setCurrentItem(item);
    }
    if (chosen && !isThere)
        chooseAll();
    tint();
    quiet.unblock();
    viewport()->update();
    if (chosen && !isThere)
        emit filterChosen(); // it was forgotten
    emit storesLoaded();
    ++m_counting;
    countSearch(0);
}

} // namespace respool
