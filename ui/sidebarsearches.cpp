// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Sidebar that keeps searches.

#include "core/base/clock.h"
#include "ui/look.h"
#include "ui/sidebar.h"

#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

int Sidebar::chosenSearchRow() const
{
    QTreeWidgetItem *item = currentItem();
    return item && item->parent() == m_searchesRoot ? m_searchesRoot->indexOfChild(item) : -1;
}

std::optional<SavedSearch> Sidebar::chosenSearch() const
{
    const int row = chosenSearchRow();
    return row < 0 ? std::nullopt : std::optional(m_searches.value(row));
}

void Sidebar::fillSearches()
{
    {
        const QSignalBlocker quiet(this); // rows move under the choice, which stays
        while (m_searchesRoot->childCount() > m_searches.size())
            delete m_searchesRoot->child(m_searchesRoot->childCount() - 1);
        while (m_searchesRoot->childCount() < m_searches.size())
            new QTreeWidgetItem(m_searchesRoot);
        for (int row = 0; row < m_searches.size(); ++row) {
            QTreeWidgetItem *item = m_searchesRoot->child(row);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable);
            item->setText(0, m_searches[row].name);
            item->setText(1, {});
            item->setToolTip(0, m_searches[row].query);
            item->setIcon(0, icon(u"search"_s));
            item->setData(0, Qt::AccessibleTextRole, m_searches[row].name);
        }
        m_searchesRoot->setHidden(m_searches.isEmpty());
        m_searchesRoot->setExpanded(true);
    }
    viewport()->update();
    tint();
}

void Sidebar::showSearches()
{
    fillSearches();
    ++m_counting;
    countSearch(0);
}

// One after the other, so that they never fill the way of other questions.
void Sidebar::countSearch(int row)
{
    if (row >= m_searches.size())
        return;
    const ParsedQuery parsed =
        parseQuery(m_searches[row].query, {.nowMs = SystemClock().nowMs(), .stores = m_stores});
    if (parsed.mistake) { // of a store that was forgotten, say
        countSearch(row + 1);
        return;
    }
    RecordingFilter filter;
    filter.query = parsed.query;
    m_catalog.countUpTo(filter, mostCounted)
        .then(this, [this, row, counting = m_counting](const Result<qint64> &count) {
            if (counting != m_counting || row >= m_searchesRoot->childCount())
                return;
            if (state() == EditingState)
                return; // a row that changes takes back what is being typed into it
            if (count) {
                const QSignalBlocker quiet(this);
                setCount(m_searchesRoot->child(row), std::min<qint64>(*count, mostCounted),
                         *count > mostCounted);
                tint();
                viewport()->update();
            }
            countSearch(row + 1);
        });
}

void Sidebar::keepSearch(const SavedSearch &search)
{
    auto known = std::ranges::find(m_searches, search.name, &SavedSearch::name);
    if (known == m_searches.end())
        known = m_searches.insert(m_searches.size(), search);
    else
        known->query = search.query;
    const int row = int(known - m_searches.begin());
    showSearches();
    setCurrentItem(m_searchesRoot->child(row));
    emit searchesChanged();
}

void Sidebar::renameSearch()
{
    if (chosenSearchRow() >= 0)
        editItem(currentItem(), 0);
}

void Sidebar::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTreeWidget::closeEditor(editor, hint);
    ++m_counting;
    countSearch(0);
}

// What was typed into the row; a name that is empty or taken is none.
void Sidebar::takeName(QTreeWidgetItem *item)
{
    const int row = m_searchesRoot->indexOfChild(item);
    if (row < 0 || row >= m_searches.size() || m_searches[row].name == item->text(0))
        return;
    const QString name = item->text(0).simplified();
    const bool taken = std::ranges::find(m_searches, name, &SavedSearch::name) != m_searches.end();
    if (!name.isEmpty() && !taken)
        m_searches[row].name = name;
    showSearches();
    emit searchesChanged();
}

void Sidebar::removeSearch()
{
    const int row = chosenSearchRow();
    if (row < 0)
        return;
    m_searches.removeAt(row);
    chooseAll();
    showSearches();
    emit searchesChanged();
}

void Sidebar::moveSearch(int by)
{
    const int row = chosenSearchRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_searches.size())
        return;
    m_searches.move(row, to);
    {
        const QSignalBlocker quiet(this); // it is the same search
        setCurrentItem(m_searchesRoot->child(to));
    }
    showSearches();
    emit searchesChanged();
}

void Sidebar::fillMenu(QMenu &menu)
{
    const int row = chosenSearchRow();
    if (row >= 0) {
        const auto add = [&](const QString &text, const QKeySequence &key, bool enabled) {
            QAction *action = menu.addAction(text);
            action->setShortcut(key);
            action->setEnabled(enabled);
            return action;
        };
        connect(add(tr("Re&name"), Qt::Key_F2, true), &QAction::triggered, this,
                &Sidebar::renameSearch);
        connect(add(tr("Move &up"), Qt::CTRL | Qt::Key_Up, row > 0), &QAction::triggered, this,
                [this] { moveSearch(-1); });
        connect(add(tr("Move &down"), Qt::CTRL | Qt::Key_Down, row + 1 < m_searches.size()),
                &QAction::triggered, this, [this] { moveSearch(1); });
        connect(add(tr("&Remove search"), Qt::Key_Delete, true), &QAction::triggered, this,
                &Sidebar::removeSearch);
        menu.addSeparator();
    }
    QAction *hide = menu.addAction(tr("&Hide empty rows"));
    hide->setCheckable(true);
    hide->setChecked(m_hidesEmpty);
    connect(hide, &QAction::triggered, this, [this](bool hides) {
        setHidesEmptyRows(hides);
        emit hidingChanged();
    });
}

// The keys of a search are its own while it is chosen here; else they are the window's.
bool Sidebar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && chosenSearchRow() >= 0) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QTreeWidget::event(event);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->modifiers() == Qt::ControlModifier;
    if (chosenSearchRow() >= 0) {
        switch (event->key()) {
        case Qt::Key_F2:
            renameSearch();
            return;
        case Qt::Key_Delete:
            removeSearch();
            return;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (moves) {
                moveSearch(event->key() == Qt::Key_Up ? -1 : 1);
                return;
            }
            break;
        default:
            break;
        }
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace respool
