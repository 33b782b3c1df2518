// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/terminalscreen.h"
#include "core/terminal/textlines.h"

#include <QSet>

#include <vector>

namespace respool {

// Gathers the lines that somebody who looks at a screen could read. Any one thread.
//
// A line is told when it scrolls away, or when it has stood for standMs while the cursor was
// elsewhere: what is being typed is told once it is done. Rows that a long line was wrapped over
// are one line. What stands where it stood, though it was painted again, is not told again, nor is
// what a full-screen program has shown before. Lines that are written over in place, as clocks
// and meters are, have a budget: so many, and a few more for each second of the recording.
// A line without a letter or a digit is none.
class TextCollector final : private TerminalWatcher
{
public:
    static constexpr qint64 standMs = 300;
    static constexpr qint64 mostInPlace = 20'000;
    static constexpr qint64 inPlacePerSecond = 5;

    explicit TextCollector(TerminalScreen &screen);
    ~TextCollector() override;

    void advance(qint64 toMs); // nothing happens on the screen until then
    void write(QByteArrayView bytes);
    void resize(int columns, int rows);

    bool isFull() const { return m_text.cutShort; }
    // All of it, in the order of time; call it once, at the end.
    TextLines take();

private:
    struct Row
    {
        QByteArray said;   // what was told of it last
        QByteArray sample; // what it showed when it was looked at last
        qint64 sinceMs = 0;
        qint64 changedMs = 0;
        bool dirty = false;
        bool continues = false; // the row above
    };
    struct Group
    {
        int from = 0;
        int until = 0;
    };

    void damaged(int fromRow, int untilRow, int fromColumn, int untilColumn) override;
    void moved(int fromRow, int toRow, int rows) override;
    void scrolledOff(const QByteArray &text) override;
    void cursorMoved(int row, int column) override;
    void switched(bool alternate) override;

    void touch(int row);
    void look(qint64 untilMs);
    void tellAll(int fromRow);
    bool isOver(const Group &group, qint64 untilMs);
    void tell(const Group &group);
    Group groupAt(int row) const;
    bool isDirty(const Group &group) const;
    QByteArray textOf(const Group &group) const;
    void endPending();
    QSet<QByteArray> saidTexts() const;
    void startAnew(const QSet<QByteArray> &said);
    bool spend(const QByteArray &text);
    void add(QByteArray text, qint64 atMs);

    TerminalScreen &m_screen;
    std::vector<Row> m_rows;
    qint64 m_nowMs = 0;
    qint64 m_lookMs = 0; // when a row may have stood for long enough
    int m_pushed = 0;    // rows that have left the screen since the last move
    int m_wrapFrom = -1; // the row whose last column was written last
    bool m_resizing = false;
    QByteArray m_pending; // a long line of which the beginning has scrolled away
    qint64 m_pendingMs = 0;
    QSet<QByteArray> m_behind; // what was told of the screen that is hidden now
    QSet<size_t> m_shown;      // by the full-screen program, as hashes
    TextLines m_text;
    qsizetype m_bytes = 0;
    qint64 m_inPlace = 0;
};

} // namespace respool
