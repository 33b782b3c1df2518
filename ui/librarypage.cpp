// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/librarypage.h"

#include "core/base/clock.h"
#include "ui/emptypage.h"
#include "ui/librarymodel.h"
#include "ui/look.h"
#include "ui/queryedit.h"
#include "ui/querytext.h"
#include "ui/recordinggrid.h"
#include "ui/recordingtable.h"
#include "ui/wholeselection.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int typingMs = 200;

bool asksTheSame(const RecordingFilter &one, const RecordingFilter &other)
{
    const auto parts = [](const RecordingFilter &filter) {
        return std::tuple(filter.store, filter.kind, filter.state, filter.seekable, filter.held,
                          filter.active, filter.flagged, filter.seen, filter.tag,
                          filter.query.toText());
    };
    return parts(one) == parts(other);
}

} // namespace

LibraryPage::LibraryPage(RecordingCatalog &catalog, const RecordingFilter &filter,
                         const QString &words, QWidget *parent)
    : QWidget(parent)
    , m_catalog(catalog)
    , m_model(new LibraryModel(catalog, this))
    , m_search(new QueryEdit(this))
    , m_count(new QLabel(this))
    , m_complaint(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new RecordingTable(m_model, this))
    , m_grid(new RecordingGrid(m_model, m_table->wholeSelection(), this))
    , m_empty(new EmptyPage(this))
    , m_typing(new QTimer(this))
    , m_filter(filter)
{
    m_search->setText(words);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_complaint->setContentsMargins(space::wide, 0, space::wide, space::whole);
    m_complaint->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setAccessibleDescription(tr("What is wrong with the search"));
    m_count->setAccessibleDescription(tr("How many recordings are shown"));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::whole, space::whole, space::wide, space::whole);
    top->setSpacing(space::wide);
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_complaint);
    column->addWidget(m_pages, 1);

    m_typing->setSingleShot(true);
    m_typing->setInterval(typingMs);
    connect(m_typing, &QTimer::timeout, this, &LibraryPage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_model, &LibraryModel::loaded, this, &LibraryPage::showRows);
    connect(m_model, &LibraryModel::arrived, this, [this] {
        if (chosenCount() > 0)
            emit selectionChanged(); // more may be known of it now
    });
    connect(m_search, &QueryEdit::namesWanted, this, &LibraryPage::askForTags);
    connect(m_model, &LibraryModel::failed, this, &LibraryPage::failed);
    serve(*m_table);
    serve(*m_grid);
    connect(m_table, &RecordingTable::dragWanted, this, &LibraryPage::dragSelected);
    connect(m_grid, &RecordingGrid::dragWanted, this, &LibraryPage::dragSelected);
    auto *leave = new QShortcut(Qt::Key_Escape, this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &LibraryPage::escape);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LibraryPage::selectionChanged);
    connect(m_model, &LibraryModel::loaded, this, &LibraryPage::selectionChanged);
    connect(this, &LibraryPage::selectionChanged, this, &LibraryPage::showCount);
    applyFilter();
}

void LibraryPage::setFilter(const RecordingFilter &filter)
{
    m_filter = filter;
    applyFilter();
}

void LibraryPage::setStores(const QList<StoreInfo> &stores)
{
    const bool wasUnknown = !m_storesKnown;
    m_stores = stores;
    m_storesKnown = true;
    offerNames();
    if (wasUnknown && m_search->mistake())
        applyFilter(); // a store that was asked for may be there now
    showRows();
}

void LibraryPage::setNote(const QString &note)
{
    m_note = note;
    showRows();
}

void LibraryPage::showPosters(PosterShelf *posters)
{
    m_model->setPosters(posters);
    m_table->makeRoomForPosters(posters != nullptr);
}

void LibraryPage::showPictures(PosterShelf *pictures)
{
    m_grid->setPosters(pictures);
}

void LibraryPage::serve(QAbstractItemView &list)
{
    list.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&list, &QAbstractItemView::activated, this, [this, &list](const QModelIndex &index) {
        // Whoever came by keyboard has a row under the focus that is not selected yet.
        if (!list.selectionModel()->hasSelection())
            list.selectionModel()->select(index, QItemSelectionModel::ClearAndSelect
                                                     | QItemSelectionModel::Rows);
        emit activated(m_model->recording(index));
    });
    connect(&list, &QWidget::customContextMenuRequested, this, [this, &list](const QPoint &at) {
        emit contextMenuWanted(list.viewport()->mapToGlobal(at));
    });
}

QAbstractItemView *LibraryPage::list() const
{
    return m_view == View::Table ? static_cast<QAbstractItemView *>(m_table) : m_grid;
}

void LibraryPage::setView(View view)
{
    const bool focused = list()->hasFocus();
    const QModelIndex current = list()->currentIndex();
    m_view = view;
    if (m_pages->currentWidget() != m_empty)
        m_pages->setCurrentWidget(list());
    list()->scrollTo(current, QAbstractItemView::PositionAtCenter);
    if (focused)
        list()->setFocus();
}

// First the words of the search, then the selection.
void LibraryPage::escape()
{
    if (!m_search->text().isEmpty())
        m_search->clear();
    else
        m_table->clearSelection();
    list()->setFocus();
}

QString LibraryPage::query() const
{
    return m_search->text();
}

void LibraryPage::setQuery(const QString &text)
{
    m_search->setText(text);
    m_typing->stop();
    applyFilter();
}

QString LibraryPage::wholeQuery() const
{
    const QString chosen = filterText(m_filter, m_stores);
    const QString words = m_search->text().simplified();
    if (chosen.isEmpty() || words.isEmpty())
        return chosen + words;
    // What is joined by OR must stay together.
    return words.contains(u" OR "_s) ? u"%1 (%2)"_s.arg(chosen, words)
                                     : u"%1 %2"_s.arg(chosen, words);
}

void LibraryPage::askForTags()
{
    m_catalog.tags().then(this, [this](const Result<QStringList> &tags) {
        if (!tags)
            return; // nothing is offered then; the rows tell of the same trouble
        m_tags = *tags;
        offerNames();
    });
}

void LibraryPage::offerNames()
{
    QueryNames names{{}, m_tags};
    for (const StoreInfo &store : m_stores)
        names.stores << store.name;
    m_search->setNames(names);
}

// What was found by the last query that was right stays, until another one is. Before the first one
// it is what the sidebar says, unless stores may come that the query names.
void LibraryPage::applyFilter()
{
    ParsedQuery typed = parseQuery(
        m_search->text(),
        {.nowMs = SystemClock().nowMs(), .zone = QTimeZone::systemTimeZone(), .stores = m_stores});
    m_search->setMistake(typed.mistake);
    m_complaint->setVisible(typed.mistake.has_value());
    if (typed.mistake) {
        m_complaint->setText(typed.mistake->message);
        if (!m_storesKnown || m_model->isLoaded())
            return;
        typed.query = {};
    }
    RecordingFilter filter = m_filter;
    filter.query = std::move(typed.query);
    // All that another filter finds is not what was chosen.
    if (allChosen() && !asksTheSame(filter, m_model->filter()))
        m_table->clearSelection();
    m_model->setFilter(filter);
}

void LibraryPage::showRows()
{
    if (!m_model->isLoaded() || !m_storesKnown)
        return;
    showCount();
    if (const QModelIndex row = m_model->indexOf(m_wanted); row.isValid()) {
        m_wanted = {};
        list()->setCurrentIndex(row);
    }
    if (m_model->rowCount() > 0) {
        m_pages->setCurrentWidget(list());
        return;
    }
    const bool narrowed = !m_search->text().isEmpty() || m_filter.kind || m_filter.state
                          || m_filter.seekable || m_filter.held || m_filter.flagged || m_filter.seen
                          || !m_filter.tag.isEmpty();
    if (m_stores.isEmpty())
        m_empty->explain(EmptyPage::Reason::NoStore);
    else if (isBeingScanned())
        m_empty->explain(EmptyPage::Reason::Scanning);
    else if (m_filter.state == RecordingState::Trashed && m_search->text().isEmpty())
        m_empty->explain(EmptyPage::Reason::TrashEmpty);
    else if (narrowed)
        m_empty->explain(EmptyPage::Reason::NothingMatches);
    else
        m_empty->explain(EmptyPage::Reason::NothingInStore);
    m_pages->setCurrentWidget(m_empty);
}

// One that is chosen shows itself.
void LibraryPage::showCount()
{
    const int all = int(m_model->total());
    const qint64 chosen = chosenCount();
    const QString count = chosen > 1 || (chosen > 0 && allChosen())
                              ? tr("%1 of %n recording(s) selected", nullptr, all).arg(chosen)
                          : m_model->isCounted()
                              ? tr("%n recording(s)", nullptr, all)
                              : tr("more than %n recording(s)", nullptr, all - 1);
    m_count->setText(m_note.isEmpty() ? count : u"%1 · %2"_s.arg(count, m_note));
}

// A store that was never scanned to its end says nothing by having no recordings.
bool LibraryPage::isBeingScanned() const
{
    return std::ranges::any_of(m_stores, [this](const StoreInfo &store) {
        return store.scannedMs == 0 && store.state == StoreState::Online
               && m_filter.store.value_or(store.id) == store.id;
    });
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

} // namespace respool
