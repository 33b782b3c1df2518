// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/librarypage.h"

#include "core/querytext.h"
#include "ui/emptypage.h"
#include "ui/librarymodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int typingMs = 200;

QTableView *makeTable(LibraryModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(LibraryPage::tr("Recordings"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setIconSize({18, 18});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 10);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicator(LibraryModel::Start, Qt::DescendingOrder);
    table->setSortingEnabled(true);
    const QList<int> widths{290, 110, 80, 145, 75, 75, 50, 75, 110};
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, widths[column]);
    header->setStretchLastSection(true);
    return table;
}

// Columns are hidden and shown by a menu of their head; the last one that is left stays.
void addColumnMenu(QHeaderView *header)
{
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(
        header, &QWidget::customContextMenuRequested, header, [header](const QPoint &at) {
            QMenu menu;
            for (int column = 0; column < header->count(); ++column) {
                QAction *action =
                    menu.addAction(header->model()->headerData(column, Qt::Horizontal).toString());
                action->setCheckable(true);
                action->setChecked(!header->isSectionHidden(column));
                action->setEnabled(header->isSectionHidden(column)
                                   || header->count() - header->hiddenSectionCount() > 1);
                QObject::connect(action, &QAction::toggled, header, [header, column](bool shown) {
                    header->setSectionHidden(column, !shown);
                });
            }
            menu.exec(header->mapToGlobal(at));
        });
}

} // namespace

LibraryPage::LibraryPage(RecordingCatalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_model(new LibraryModel(catalog, this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(makeTable(m_model, this))
    , m_empty(new EmptyPage(this))
    , m_typing(new QTimer(this))
{
    addColumnMenu(m_table->horizontalHeader());
    m_search->setPlaceholderText(
        tr("Search: words, kind:video, seekable:no, held:yes, store:name"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(QIcon(u":/icons/search.svg"_s), QLineEdit::LeadingPosition);
    m_search->setAccessibleName(tr("Search"));
    m_count->setAccessibleName(tr("How many recordings are shown"));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 4);
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 1);

    m_typing->setSingleShot(true);
    m_typing->setInterval(typingMs);
    connect(m_typing, &QTimer::timeout, this, &LibraryPage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_model, &LibraryModel::loaded, this, &LibraryPage::showRows);
    connect(m_model, &LibraryModel::failed, this, &LibraryPage::failed);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit activated(m_model->recording(index)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LibraryPage::selectionChanged);
    keepSelection();
    applyFilter();
}

void LibraryPage::keepSelection()
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_kept.clear();
        for (const Recording &recording : selected())
            m_kept << recording.id;
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        QItemSelection selection;
        for (const RecordingId id : std::as_const(m_kept)) {
            if (const QModelIndex index = m_model->indexOf(id); index.isValid())
                selection.select(index, index);
        }
        m_table->selectionModel()->select(selection,
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        emit selectionChanged();
    });
}

void LibraryPage::setFilter(const RecordingFilter &filter)
{
    m_filter = filter;
    applyFilter();
}

void LibraryPage::setStores(const QList<StoreInfo> &stores)
{
    m_stores = stores;
    m_storesKnown = true;
    showRows();
}

void LibraryPage::applyFilter()
{
    const auto typed = filterFromText(m_search->text(), m_stores);
    if (!typed) {
        m_count->setText(typed.error().detail);
        return;
    }
    RecordingFilter filter = *typed;
    if (m_filter.store)
        filter.store = m_filter.store;
    if (m_filter.kind)
        filter.kind = m_filter.kind;
    if (m_filter.state)
        filter.state = m_filter.state;
    if (m_filter.seekable)
        filter.seekable = m_filter.seekable;
    if (m_filter.held)
        filter.held = m_filter.held;
    m_model->setFilter(filter);
}

void LibraryPage::showRows()
{
    if (!m_model->isLoaded() || !m_storesKnown)
        return;
    m_count->setText(tr("%n recording(s)", nullptr, int(m_model->total())));
    if (m_model->rowCount() > 0) {
        m_pages->setCurrentWidget(m_table);
        return;
    }
    const bool narrowed = !m_search->text().isEmpty() || m_filter.kind || m_filter.state
                          || m_filter.seekable || m_filter.held;
    if (m_stores.isEmpty())
        m_empty->explain(EmptyPage::Reason::NoStore);
    else if (m_filter.state == RecordingState::Trashed && m_search->text().isEmpty())
        m_empty->explain(EmptyPage::Reason::TrashEmpty);
    else if (narrowed)
        m_empty->explain(EmptyPage::Reason::NothingMatches);
    else
        m_empty->explain(EmptyPage::Reason::NothingInStore);
    m_pages->setCurrentWidget(m_empty);
}

void LibraryPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryPage::clearSearch()
{
    m_search->clear();
}

QList<Recording> LibraryPage::selected() const
{
    QList<Recording> recordings;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        recordings << m_model->recording(row);
    return recordings;
}

} // namespace respool
