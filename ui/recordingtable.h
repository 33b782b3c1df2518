// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

class QMenu;

namespace respool {

class LibraryModel;
class WholeSelection;

// The table of recordings: columns that can be hidden and moved, many rows selected at once.
// "Select all" means all that the filter finds, not only what was read so far; nothing has to be
// read for that.
class RecordingTable final : public QTableView
{
    Q_OBJECT

public:
    explicit RecordingTable(LibraryModel *model, QWidget *parent = nullptr);
    void selectAll() override;
    const WholeSelection &chosen() const { return *m_whole; }
    WholeSelection *wholeSelection() { return m_whole; } // for another view of the same rows
    void makeRoomForPosters(bool shown);                 // before each row
    // What columns are shown, and how; false: nothing usable was kept, and the usual ones are.
    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &kept);
    void resetColumns();
    void fillColumnMenu(QMenu &menu);

signals:
    void dragWanted(); // of what is selected

protected:
    void startDrag(Qt::DropActions actions) override;

private:
    void showColumnMenu(const QPoint &at);
    void restoreUsualColumns();

    WholeSelection *m_whole;
};

} // namespace respool
