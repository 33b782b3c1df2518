// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace respool {

class LibraryModel;
class WholeSelection;

// The table of recordings: columns that can be hidden and moved, many rows selected at once.
// "Select all" means all that the filter finds, not only the pages that were read so far; none has to
// be read for that.
class RecordingTable final : public QTableView
{
    Q_OBJECT

public:
    explicit RecordingTable(LibraryModel *model, QWidget *parent = nullptr);
    void selectAll() override;
    const WholeSelection &chosen() const { return *m_whole; }
    void makeRoomForPosters(bool shown); // before each row

private:
    void showColumnMenu(const QPoint &at);

    WholeSelection *m_whole;
};

} // namespace respool
