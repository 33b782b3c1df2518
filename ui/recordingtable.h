// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace respool {

class LibraryModel;

// The table of recordings: columns that can be hidden and moved, many rows selected at once.
// "Select all" means all that the filter finds, not only the pages that were read so far.
class RecordingTable final : public QTableView
{
    Q_OBJECT

public:
    explicit RecordingTable(LibraryModel *model, QWidget *parent = nullptr);
    void selectAll() override;
    void makeRoomForPosters(bool shown); // before each row

private:
    void showColumnMenu(const QPoint &at);

    LibraryModel *m_library;
    int m_selectFor = -1; // the filter whose rows are to be selected once they are all there
};

} // namespace respool
