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

constexpr int mostTags = 20; // the others are found by the search

} // namespace

Sidebar::Sidebar(RecordingCatalog &catalog, const Settings &remembered, QWidget *parent)
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

    setEditTriggers(QAbstractItemView::NoEditTriggers);
    addRows();
    beginWith(remembered);

    connect(this, &QTreeWidget::currentItemChanged, this, &Sidebar::filterChosen);
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(400);
    connect(later, &QTimer::timeout, this, &Sidebar::reload);
    connect(&catalog, &RecordingCatalog::changed, later, [later] {
        if (!later->isActive())
            later->start();
    });
    connect(this, &QTreeWidget::itemChanged, this, &Sidebar::takeName);
    tint();
    QTimer::singleShot(0, this, &Sidebar::reload); // when those who want to hear of it can
}

void Sidebar::addRows()
{
    m_filters = addHeading(tr("Library"));
    addFilter(m_filters, Filter::All, u"respool"_s, tr("All recordings"));
    addFilter(m_filters, Filter::Active, u"recording"_s, tr("Recording now"));
    addFilter(m_filters, Filter::Unseen, u"unseen"_s, tr("Unseen"));
    addFilter(m_filters, Filter::Flagged, u"flag"_s, tr("Flagged"));
    addFilter(m_filters, Filter::Held, u"lock"_s, tr("Under hold"));
    addFilter(m_filters, Filter::NotSeekable, u"remux"_s, tr("Not seekable"));
    addFilter(m_filters, Filter::Damaged, u"warning"_s, tr("Damaged"));
    addFilter(m_filters, Filter::Missing, u"error"_s, tr("Missing"));
    addFilter(m_filters, Filter::Trash, u"trash"_s, tr("Trash"));
    m_kinds = addHeading(tr("Kinds"));
    addFilter(m_kinds, Filter::Video, u"video"_s, tr("Videos"));
    addFilter(m_kinds, Filter::Terminal, u"terminal"_s, tr("Terminals"));
    addFilter(m_kinds, Filter::Log, u"log"_s, tr("Logs"));
    m_storesRoot = addHeading(tr("Stores"));
    m_searchesRoot = addHeading(tr("Saved searches"));
    m_searchesRoot->setHidden(true);
    m_tagsRoot = addHeading(tr("Tags"));
    m_tagsRoot->setHidden(true);
}

QTreeWidgetItem *Sidebar::addHeading(const QString &text)
{
    auto *heading = new QTreeWidgetItem(this, {text});
    heading->setFlags(Qt::ItemIsEnabled);
    QFont small = font();
    small.setWeight(QFont::DemiBold);
    small.setPointSizeF(small.pointSizeF() * 0.9);
    heading->setFont(0, small);
    heading->setExpanded(true);
    heading->setFirstColumnSpanned(true);
    return heading;
}

// more: there are more than these. The number is heard with the name, and not once more.
void Sidebar::setCount(QTreeWidgetItem *item, qint64 count, bool more)
{
    const QString number = QLocale().toString(count) + (more ? u"+"_s : QString());
    item->setText(1, number);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, countRole, count);
    item->setData(0, Qt::AccessibleTextRole,
                  more ? tr("%1, more than %n recording(s)", nullptr, int(count)).arg(item->text(0))
                       : tr("%1, %n recording(s)", nullptr, int(count)).arg(item->text(0)));
}

void Sidebar::setHidesEmptyRows(bool hides)
{
    m_hidesEmpty = hides;
    hideEmptyRows();
}

// What is chosen stays, and so do the ways to everything and to the trash, and what is no filter.
void Sidebar::hideEmptyRows()
{
    for (QTreeWidgetItem *heading : {m_filters, m_kinds, m_tagsRoot}) {
        for (int row = 0; row < heading->childCount(); ++row) {
            QTreeWidgetItem *item = heading->child(row);
            const bool isWay = heading == m_filters
                               && (row == int(Filter::All)
                                   || item->data(0, filterRole).toInt() == int(Filter::Trash));
            item->setHidden(m_hidesEmpty && !isWay && item != currentItem()
                            && item->data(0, countRole).toLongLong() == 0);
        }
    }
}

// Headings and numbers stand back behind the names.
void Sidebar::tint()
{
    const QSignalBlocker quiet(this);
    const QColor colour = quietColour(palette());
    for (QTreeWidgetItem *heading :
         {m_filters, m_kinds, m_storesRoot, m_searchesRoot, m_tagsRoot}) {
        heading->setForeground(0, colour);
        for (int row = 0; row < heading->childCount(); ++row)
            heading->child(row)->setForeground(1, colour);
    }
}

void Sidebar::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tagsRoot)
        tint();
}

void Sidebar::addFilter(QTreeWidgetItem *heading, Filter filter, const QString &iconName,
                        const QString &text)
{
    auto *item = new QTreeWidgetItem(heading, {text});
    item->setIcon(0, icon(iconName));
    item->setData(0, filterRole, int(filter));
    item->setToolTip(0, text); // it may be too long for its place
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
    if (item->parent() == m_searchesRoot)
        return chosen; // its words stand in the search field
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
    const QSignalBlocker quiet(this);
    const QList<qint64> numbers{counts.all,   counts.active,      counts.unseen,  counts.flagged,
                                counts.held,  counts.notSeekable, counts.damaged, counts.missing,
                                counts.video, counts.terminal,    counts.log,     counts.trashed};
    QTreeWidgetItem *trash = m_filters->child(m_filters->childCount() - 1);
    trash->setText(0, counts.trashed > 0 ? tr("Trash (%1)").arg(sizeText(counts.trashedBytes))
                                         : tr("Trash"));
    for (const QTreeWidgetItem *heading : {m_filters, m_kinds}) {
        for (int row = 0; row < heading->childCount(); ++row) {
            QTreeWidgetItem *item = heading->child(row);
            setCount(item, numbers.value(item->data(0, filterRole).toInt()));
        }
    }
    hideEmptyRows();
    viewport()->update();
}

} // namespace respool
