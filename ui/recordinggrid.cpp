// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordinggrid.h"

#include "core/base/units.h"
#include "ui/librarymodel.h"
#include "ui/look.h"
#include "ui/postershelf.h"
#include "ui/recordingtext.h"
#include "ui/wholeselection.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionFocusRect>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int lines = 2; // of text below a picture

} // namespace

RecordingGrid::RecordingGrid(LibraryModel *model, WholeSelection *selection, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_whole(selection)
{
    setModel(model);
    delete selectionModel();
    setSelectionModel(selection);
    setObjectName(u"recordingGrid"_s);
    setAccessibleName(tr("Recordings as pictures"));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or the width would depend on the height
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragEnabled(true);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RecordingGrid::updateGeometries);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordingGrid::updateGeometries);
}

void RecordingGrid::setPosters(PosterShelf *posters)
{
    if (m_posters)
        m_posters->disconnect(this);
    m_posters = posters;
    if (posters) {
        connect(posters, &PosterShelf::arrived, viewport(), qOverload<>(&QWidget::update));
        connect(posters, &PosterShelf::changed, viewport(), qOverload<>(&QWidget::update));
    }
    updateGeometries();
    viewport()->update();
}

QSize RecordingGrid::cell() const
{
    return PosterShelf::large
           + QSize(2 * space::whole, 3 * space::whole + lines * fontMetrics().height());
}

int RecordingGrid::columns() const
{
    return std::max(1, viewport()->width() / cell().width());
}

QRect RecordingGrid::rectOf(int row) const
{
    const QSize size = cell();
    const int across = columns();
    // What is left over lies between the cells.
    const int left = viewport()->width() * (row % across) / across
                     + std::max(0, (viewport()->width() / across - size.width()) / 2);
    return {QPoint(left, row / across * size.height() - verticalOffset()), size};
}

// nearest: the row whose cell is next to a point between or beside them; else -1.
int RecordingGrid::rowAt(const QPoint &point, bool nearest) const
{
    const int rows = m_model->rowCount();
    const int across = columns();
    const int column =
        std::clamp(point.x() * across / std::max(1, viewport()->width()), 0, across - 1);
    const int line = std::max(0, (point.y() + verticalOffset()) / cell().height());
    const qint64 row = qint64(line) * across + column;
    if (row < rows && (nearest || rectOf(int(row)).contains(point)))
        return int(row);
    return nearest ? rows - 1 : -1;
}

QRect RecordingGrid::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? rectOf(index.row()) : QRect();
}

QModelIndex RecordingGrid::indexAt(const QPoint &point) const
{
    const int row = rowAt(point, false);
    return row >= 0 ? m_model->index(row, 0) : QModelIndex();
}

void RecordingGrid::selectAll()
{
    m_whole->chooseAll();
}

int RecordingGrid::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void RecordingGrid::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
}

void RecordingGrid::scrollContentsBy(int, int)
{
    viewport()->update();
}

void RecordingGrid::updateGeometries()
{
    const int across = columns();
    const int all = (m_model->rowCount() + across - 1) / across * cell().height();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(cell().height() / 3);
    verticalScrollBar()->setRange(0, std::max(0, all - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void RecordingGrid::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

// The first that is shown stays the first.
void RecordingGrid::resizeEvent(QResizeEvent *event)
{
    const int before = std::max(1, event->oldSize().width() / cell().width());
    const int top = verticalOffset() / cell().height() * before;
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    if (before != columns() && event->oldSize().width() > 0)
        verticalScrollBar()->setValue(top / columns() * cell().height());
}

void RecordingGrid::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect rect = visualRect(index);
    QScrollBar *bar = verticalScrollBar();
    const int page = viewport()->height();
    if (hint == PositionAtCenter)
        bar->setValue(bar->value() + rect.center().y() - page / 2);
    else if (hint == PositionAtTop || rect.top() < 0)
        bar->setValue(bar->value() + rect.top());
    else if (hint == PositionAtBottom || rect.bottom() > page)
        bar->setValue(bar->value() + rect.bottom() - page + 1);
}

QModelIndex RecordingGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return {};
    if (!currentIndex().isValid())
        return m_model->index(rowAt({0, 0}, true), 0);
    const int across = columns();
    const int page = std::max(1, viewport()->height() / cell().height()) * across;
    const int at = currentIndex().row();
    const auto to = [&](int row) { return m_model->index(std::clamp(row, 0, rows - 1), 0); };
    switch (action) {
    case MoveUp:
        return to(at >= across ? at - across : at);
    case MoveDown:
        return to(at + across < rows ? at + across : at);
    case MoveLeft:
    case MovePrevious:
        return to(at - 1);
    case MoveRight:
    case MoveNext:
        return to(at + 1);
    case MovePageUp:
        return to(at - page >= 0 ? at - page : at % across);
    case MovePageDown:
        return to(at + page);
    case MoveHome:
        return to(0);
    case MoveEnd:
        return to(rows - 1);
    }
    Q_UNREACHABLE();
}

// Drawn with the mouse: what the rectangle touches. Else, from the one corner to the other: all
// rows between them, as in a text.
void RecordingGrid::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    QItemSelection chosen;
    const auto add = [&](int first, int last) {
        if (first >= 0 && last >= first)
            chosen.append(
                {m_model->index(first, 0), m_model->index(last, LibraryModel::ColumnCount - 1)});
    };
    if (state() != DragSelectingState) {
        const int from = rowAt(rect.topLeft(), true), to = rowAt(rect.bottomRight(), true);
        add(std::min(from, to), std::max(from, to));
    } else if (m_model->rowCount() > 0) {
        const QRect drawn = rect.normalized();
        const int across = columns(), height = cell().height();
        const int last = (m_model->rowCount() - 1) / across;
        const int top = std::max(0, (drawn.top() + verticalOffset()) / height);
        const int bottom = std::min(last, (drawn.bottom() + verticalOffset()) / height);
        const int left = rowAt({drawn.left(), 0}, true) % across;
        const int right = std::clamp(drawn.right() * across / viewport()->width(), 0, across - 1);
        for (int line = top; line <= bottom; ++line)
            add(line * across + std::min(left, right),
                std::min(line * across + right, m_model->rowCount() - 1));
    }
    selectionModel()->select(chosen, command);
}

QRegion RecordingGrid::visualRegionForSelection(const QItemSelection &selection) const
{
    return selection.isEmpty() ? QRegion() : QRegion(viewport()->rect());
}

void RecordingGrid::startDrag(Qt::DropActions)
{
    emit dragWanted();
}

void RecordingGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().base());
    const int across = columns(), height = cell().height();
    const int first = verticalOffset() / height * across;
    const int end = std::min(m_model->rowCount(),
                             ((verticalOffset() + viewport()->height()) / height + 1) * across);
    for (int row = first; row < end; ++row) {
        const QRect rect = rectOf(row);
        if (rect.intersects(event->rect()))
            paintCell(painter, row, rect);
    }
}

void RecordingGrid::paintCell(QPainter &painter, int row, const QRect &rect) const
{
    const QModelIndex index = m_model->index(row, 0);
    const Recording recording = m_model->recording(index);
    const bool selected = selectionModel()->isSelected(index);
    const QPalette &colours = palette();
    const auto group = hasFocus() ? QPalette::Active : QPalette::Inactive;
    const QRect frame = rect.adjusted(space::half, space::half, -space::half, -space::half);
    painter.setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.brush(group, QPalette::Highlight));
        painter.drawRoundedRect(frame, space::half, space::half);
    }
    const QRect picture({rect.left() + space::whole, rect.top() + space::whole},
                        PosterShelf::large);
    painter.fillRect(picture, colours.brush(QPalette::AlternateBase));
    if (recording.uid.isEmpty()) // on its way
        return;
    const QString mark = markNameOf(recording);
    const QString name = mark.isEmpty() ? iconNameOf(recording.kind) : mark;
    if (m_posters)
        painter.drawPixmap(picture.topLeft(), m_posters->tile(recording, name, !mark.isEmpty()));
    paintWords(painter, recording, QRect(picture.bottomLeft(), rect.bottomRight()), colours,
               selected);
    if (index.row() == currentIndex().row() && hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.rect = frame;
        focus.state |= QStyle::State_KeyboardFocusChange;
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void RecordingGrid::paintWords(QPainter &painter, const Recording &recording, const QRect &rect,
                               const QPalette &colours, bool selected) const
{
    const int high = fontMetrics().height();
    QRect line(rect.left(), rect.top() + space::half, PosterShelf::large.width(), high);
    const QFont plain = painter.font();
    if (!recording.seen)
        painter.setFont(unseenFont());
    painter.setPen(colours.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const QString name = recording.path.isEmpty() ? recording.uid : recording.path;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name, Qt::ElideMiddle, line.width()));
    painter.setFont(plain);
    if (!selected)
        painter.setPen(quietColour(colours));
    line.translate(0, high);
    const QString facts =
        u"%1 · %2"_s.arg(timeText(recording.startMs).left(16), durationText(recording.durationMs));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(facts, Qt::ElideRight, line.width()));
}

} // namespace respool
