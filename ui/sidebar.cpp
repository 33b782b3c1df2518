// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar.h"

#include "core/base/units.h"
#include "ui/look.h"

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int filterRole = Qt::UserRole;
constexpr int storeRole = Qt::UserRole + 1;
constexpr int tagRole = Qt::UserRole + 2;
constexpr int mostTags = 20; // the others are found by the search

QTreeWidgetItem *addHeading(QTreeWidget *tree, const QString &text)
{
    auto *heading = new QTreeWidgetItem(tree, {text});
    heading->setFlags(Qt::ItemIsEnabled);
    QFont font = tree->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    heading->setFont(0, font);
    heading->setExpanded(true);
    heading->setFirstColumnSpanned(true);
    return heading;
}

void setCount(QTreeWidgetItem *item, qint64 count)
{
    item->setText(1, QLocale().toString(count));
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
}

// How its changes become known, and what is wrong with it.
QString tipOf(const StoreInfo &store)
{
    QStringList lines{Sidebar::tr("%1\n%2").arg(store.path, sizeText(store.bytes))};
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

Sidebar::Sidebar(RecordingCatalog &catalog, QWidget *parent)
    : QTreeWidget(parent)
    , m_catalog(catalog)
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Stores and filters"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(space::whole);
    setIconSize({18, 18});
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    m_filters = addHeading(this, tr("Library"));
    addFilter(Filter::All, u"respool"_s, tr("All recordings"));
    addFilter(Filter::Active, u"recording"_s, tr("Recording now"));
    addFilter(Filter::Unseen, u"unseen"_s, tr("Unseen"));
    addFilter(Filter::Flagged, u"flag"_s, tr("Flagged"));
    addFilter(Filter::Video, u"video"_s, tr("Videos"));
    addFilter(Filter::Terminal, u"terminal"_s, tr("Terminals"));
    addFilter(Filter::Log, u"log"_s, tr("Logs"));
    addFilter(Filter::NotSeekable, u"remux"_s, tr("Not seekable"));
    addFilter(Filter::Damaged, u"warning"_s, tr("Damaged"));
    addFilter(Filter::Held, u"lock"_s, tr("Under hold"));
    addFilter(Filter::Missing, u"error"_s, tr("Missing"));
    addFilter(Filter::Trash, u"trash"_s, tr("Trash"));
    m_storesRoot = addHeading(this, tr("Stores"));
    m_tagsRoot = addHeading(this, tr("Tags"));
    m_tagsRoot->setHidden(true);
    setCurrentItem(m_filters->child(0));

    connect(this, &QTreeWidget::currentItemChanged, this, &Sidebar::filterChosen);
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(400);
    connect(later, &QTimer::timeout, this, &Sidebar::reload);
    connect(&catalog, &RecordingCatalog::changed, later, [later] {
        if (!later->isActive())
            later->start();
    });
    tint();
    QTimer::singleShot(0, this, &Sidebar::reload); // when those who want to hear of it can
}

// Headings and numbers stand back behind the names.
void Sidebar::tint()
{
    const QColor quiet = quietColour(palette());
    for (QTreeWidgetItem *heading : {m_filters, m_storesRoot, m_tagsRoot}) {
        heading->setForeground(0, quiet);
        for (int row = 0; row < heading->childCount(); ++row)
            heading->child(row)->setForeground(1, quiet);
    }
}

void Sidebar::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tagsRoot)
        tint();
}

void Sidebar::addFilter(Filter filter, const QString &iconName, const QString &text)
{
    auto *item = new QTreeWidgetItem(m_filters, {text});
    item->setIcon(0, icon(iconName));
    item->setData(0, filterRole, int(filter));
}

RecordingFilter Sidebar::filter() const
{
    RecordingFilter chosen;
    const QTreeWidgetItem *item = currentItem();
    if (!item || !item->parent())
        return chosen;
    if (item->parent() == m_storesRoot) {
        chosen.store = StoreId{item->data(0, storeRole).toLongLong()};
        return chosen;
    }
    if (item->parent() == m_tagsRoot) {
        chosen.tag = item->data(0, tagRole).toString();
        return chosen;
    }
    switch (Filter(item->data(0, filterRole).toInt())) {
    case Filter::All:
        break;
    case Filter::Active:
        chosen.active = true;
        break;
    case Filter::Unseen:
        chosen.seen = false;
        break;
    case Filter::Flagged:
        chosen.flagged = true;
        break;
    case Filter::Video:
        chosen.kind = RecordingKind::Video;
        break;
    case Filter::Terminal:
        chosen.kind = RecordingKind::Terminal;
        break;
    case Filter::Log:
        chosen.kind = RecordingKind::Log;
        break;
    case Filter::NotSeekable:
        chosen.seekable = false;
        break;
    case Filter::Damaged:
        chosen.state = RecordingState::Damaged;
        break;
    case Filter::Held:
        chosen.held = true;
        break;
    case Filter::Missing:
        chosen.state = RecordingState::Missing;
        break;
    case Filter::Trash:
        chosen.state = RecordingState::Trashed;
        break;
    }
    return chosen;
}

bool Sidebar::showsTrash() const
{
    return filter().state == RecordingState::Trashed;
}

void Sidebar::chooseAll()
{
    setCurrentItem(m_filters->child(0));
}

void Sidebar::reload()
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    m_catalog.counts().then(this, [this](const Result<LibraryCounts> &counts) {
        if (counts)
            showCounts(*counts);
        m_catalog.stores().then(this, [this](const Result<QList<StoreInfo>> &stores) {
            m_loading = false;
            if (stores)
                showStores(*stores);
            if (std::exchange(m_loadAgain, false))
                reload();
        });
        m_catalog.tagCounts(mostTags).then(this, [this](const Result<QList<TagCount>> &tags) {
            if (tags)
                showTags(*tags);
        });
    });
}

void Sidebar::showCounts(const LibraryCounts &counts)
{
    m_counts = counts;
    const QList<qint64> numbers{counts.all,     counts.active,   counts.unseen,  counts.flagged,
                                counts.video,   counts.terminal, counts.log,     counts.notSeekable,
                                counts.damaged, counts.held,     counts.missing, counts.trashed};
    for (int row = 0; row < m_filters->childCount(); ++row)
        setCount(m_filters->child(row), numbers.value(row));
    QTreeWidgetItem *trash = m_filters->child(m_filters->childCount() - 1);
    trash->setText(0, counts.trashed > 0 ? tr("Trash (%1)").arg(sizeText(counts.trashedBytes))
                                         : tr("Trash"));
}

// The one that is chosen stays where it is, even if nothing has it any more.
void Sidebar::showTags(const QList<TagCount> &tags)
{
    QList<TagCount> shown = tags;
    const QString chosen = filter().tag;
    const auto isChosen = [&](const TagCount &tag) {
        return tag.name.compare(chosen, Qt::CaseInsensitive) == 0;
    };
    if (!chosen.isEmpty() && std::ranges::none_of(shown, isChosen))
        shown << TagCount{chosen, 0};
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
    }
    viewport()->update();
    tint();
}

void Sidebar::showStores(const QList<StoreInfo> &stores)
{
    m_stores = stores;
    const std::optional<StoreId> chosen = chosenStore();
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
        if (chosen == store.id)
            setCurrentItem(item);
    }
    tint();
    emit storesLoaded();
}

} // namespace respool
