// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace respool {

class LibraryModel;
class PosterShelf;
class WholeSelection;
struct Recording;

// The recordings as pictures with their names below, as many in a line as fit. Every cell has one
// size, so that its place is reckoned and nothing is kept for a row: what a QListView does itself is
// to lay out each of a million. It is one because screen readers know it. Shares the selection of
// the table. Lives on the ui thread.
class RecordingGrid final : public QListView
{
    Q_OBJECT

public:
    RecordingGrid(LibraryModel *model, WholeSelection *selection, QWidget *parent = nullptr);
    void setPosters(PosterShelf *posters); // must outlive the grid, or leave it before; null: none

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void selectAll() override;
    void doItemsLayout() override;

signals:
    void dragWanted(); // of what is selected

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void startDrag(Qt::DropActions actions) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    int columns() const;
    QSize cell() const;
    QRect rectOf(int row) const; // in the viewport
    int rowAt(const QPoint &point, bool nearest) const;
    void paintCell(QPainter &painter, int row, const QRect &rect) const;
    void paintWords(QPainter &painter, const Recording &recording, const QRect &rect,
                    const QPalette &colours, bool selected) const;

    LibraryModel *m_model;
    WholeSelection *m_whole;
    PosterShelf *m_posters = nullptr;
};

} // namespace respool
