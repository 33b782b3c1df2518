// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/textcollector.h"

#include "core/terminal/screenwipe.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 never = std::numeric_limits<qint64>::max();
constexpr qsizetype mostShown = 100'000;

bool hasWord(const QByteArray &utf8)
{
    for (const char byte : utf8) {
        if (quint8(byte) >= 0x80)
            return std::ranges::any_of(QString::fromUtf8(utf8).toUcs4(), [](uint code) {
                return QChar::isLetterOrNumber(char32_t(code));
            });
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
            || (byte >= '0' && byte <= '9'))
            return true;
    }
    return false;
}

} // namespace

TextCollector::TextCollector(TerminalScreen &screen)
    : m_screen(screen)
    , m_rows(size_t(screen.rows()))
    , m_lookMs(never)
{
    m_screen.watch(this);
}

TextCollector::~TextCollector()
{
    m_screen.watch(nullptr);
}

void TextCollector::advance(qint64 toMs)
{
    if (toMs >= m_lookMs)
        look(toMs);
    m_nowMs = std::max(m_nowMs, toMs);
}

void TextCollector::write(QByteArrayView bytes)
{
    qsizetype from = 0;
    while (const auto wipe = nextWipe(bytes, from)) {
        m_screen.feed(bytes.sliced(from, wipe->at - from));
        // Full-screen programs clear in order to paint; what they show for longer is told anyway.
        const bool home = m_screen.cursorRow() == 0 && m_screen.cursorColumn() == 0;
        const bool below = wipe->what == ScreenWipe::What::Below && !home;
        if (wipe->what == ScreenWipe::What::Switch || !m_screen.isAlternate())
            tellAll(below ? m_screen.cursorRow() + 1 : 0);
        m_screen.feed(bytes.sliced(wipe->at, 1));
        from = wipe->at + 1;
        // The rest of the sequence has no escape in it, so the next search begins behind it.
    }
    m_screen.feed(bytes.sliced(from));
}

void TextCollector::resize(int columns, int rows)
{
    tellAll(0);
    const QSet<QByteArray> said = saidTexts();
    m_resizing = true; // what it pushes out at the top was told just now
    m_screen.resize(columns, rows);
    m_resizing = false;
    startAnew(said);
}

TextLines TextCollector::take()
{
    tellAll(0);
    endPending();
    std::ranges::stable_sort(m_text.lines, {}, &TextLine::atMs);
    return std::move(m_text);
}

void TextCollector::damaged(int fromRow, int untilRow, int fromColumn, int untilColumn)
{
    for (int row = fromRow; row < untilRow; ++row)
        touch(row);
    const bool character = untilRow - fromRow == 1 && untilColumn - fromColumn <= 2;
    if (!character || fromRow < 0 || fromRow >= int(m_rows.size()))
        return;
    if (fromColumn == 0)
        m_rows[size_t(fromRow)].continues = m_wrapFrom >= 0 && m_wrapFrom == fromRow - 1;
    m_wrapFrom = untilColumn == m_screen.columns() ? fromRow : -1;
}

void TextCollector::touch(int row)
{
    if (row < 0 || row >= int(m_rows.size()))
        return;
    Row &touched = m_rows[size_t(row)];
    if (!touched.dirty) {
        touched.dirty = true;
        touched.sinceMs = m_nowMs;
        m_lookMs = std::min(m_lookMs, m_nowMs + standMs);
    }
    touched.changedMs = m_nowMs;
}

void TextCollector::moved(int fromRow, int toRow, int rows)
{
    m_pushed = 0;
    const int last = int(m_rows.size());
    if (fromRow < 0 || toRow < 0 || fromRow + rows > last || toRow + rows > last)
        return;
    const auto begin = m_rows.begin();
    if (toRow < fromRow)
        std::move(begin + fromRow, begin + fromRow + rows, begin + toRow);
    else
        std::move_backward(begin + fromRow, begin + fromRow + rows, begin + toRow + rows);
    for (int row = fromRow; row < fromRow + rows; ++row) {
        if (row < toRow || row >= toRow + rows)
            m_rows[size_t(row)] = {};
    }
    if (m_wrapFrom >= fromRow && m_wrapFrom < fromRow + rows)
        m_wrapFrom += toRow - fromRow;
}

void TextCollector::scrolledOff(const QByteArray &text)
{
    if (m_resizing || m_pushed >= int(m_rows.size()))
        return;
    const Row &row = m_rows[size_t(m_pushed++)];
    if (row.dirty && text != row.said) {
        m_pending += text;
        m_pendingMs = std::max(m_pendingMs, row.changedMs);
    }
    const bool goesOn = m_pushed < int(m_rows.size()) && m_rows[size_t(m_pushed)].continues
                        && m_pending.size() < TextLines::mostLineBytes;
    if (!goesOn)
        endPending();
}

void TextCollector::endPending()
{
    if (!m_pending.isEmpty())
        add(std::exchange(m_pending, {}), std::exchange(m_pendingMs, 0));
}

// A character in the last column leaves the cursor there until the next one comes.
void TextCollector::cursorMoved(int row, int column)
{
    if (row != m_wrapFrom || column != m_screen.columns() - 1)
        m_wrapFrom = -1;
}

void TextCollector::switched(bool alternate)
{
    if (alternate) {
        m_behind = saidTexts();
        m_shown.clear();
        startAnew({});
    } else {
        startAnew(std::exchange(m_behind, {}));
    }
}

QSet<QByteArray> TextCollector::saidTexts() const
{
    QSet<QByteArray> texts;
    for (const Row &row : m_rows) {
        if (!row.said.isEmpty())
            texts << row.said;
    }
    return texts;
}

// The rows are others now, but much of what they show was told.
void TextCollector::startAnew(const QSet<QByteArray> &said)
{
    m_rows.assign(size_t(m_screen.rows()), {});
    m_wrapFrom = -1;
    m_pushed = 0;
    for (int row = 0; row < m_screen.rows(); ++row) {
        const QByteArray text = m_screen.utf8(row);
        if (said.contains(text))
            m_rows[size_t(row)].said = text;
        else if (!text.isEmpty())
            touch(row);
    }
}

TextCollector::Group TextCollector::groupAt(int row) const
{
    int until = row + 1;
    while (until < int(m_rows.size()) && m_rows[size_t(until)].continues)
        ++until;
    return {row, until};
}

bool TextCollector::isDirty(const Group &group) const
{
    return std::any_of(m_rows.begin() + group.from, m_rows.begin() + group.until,
                       [](const Row &row) { return row.dirty; });
}

QByteArray TextCollector::textOf(const Group &group) const
{
    QByteArray text;
    for (int row = group.from; row < group.until && text.size() < TextLines::mostLineBytes; ++row)
        text += m_screen.utf8(row);
    return text;
}

void TextCollector::look(qint64 untilMs)
{
    m_lookMs = never;
    for (int row = 0; row < int(m_rows.size());) {
        const Group group = groupAt(row);
        row = group.until;
        if (!isDirty(group))
            continue;
        if (isOver(group, untilMs))
            tell(group);
        else
            m_lookMs = std::min(m_lookMs, untilMs + standMs);
    }
}

// Whether it has stood for long enough. What is painted again and again is looked at now and then,
// and stands when it is the same as the last time.
bool TextCollector::isOver(const Group &group, qint64 untilMs)
{
    const int cursor = m_screen.cursorRow();
    if (m_screen.isCursorVisible() && cursor >= group.from && cursor < group.until)
        return false;
    qint64 changed = 0;
    qint64 since = 0;
    for (int row = group.from; row < group.until; ++row) {
        const Row &one = m_rows[size_t(row)];
        if (one.dirty) {
            changed = std::max(changed, one.changedMs);
            since = std::max(since, one.sinceMs);
        }
    }
    if (untilMs - changed >= standMs)
        return true;
    if (untilMs - since < standMs)
        return false;
    QByteArray text = textOf(group);
    Row &first = m_rows[size_t(group.from)];
    if (text == first.sample)
        return true;
    first.sample = std::move(text);
    for (int row = group.from; row < group.until; ++row)
        m_rows[size_t(row)].sinceMs = untilMs;
    return false;
}

void TextCollector::tellAll(int fromRow)
{
    for (int row = fromRow; row < int(m_rows.size());) {
        const Group group = groupAt(row);
        row = group.until;
        if (isDirty(group))
            tell(group);
    }
}

// What is over the budget stays as it is, and may still be told when it scrolls away.
void TextCollector::tell(const Group &group)
{
    QByteArrayList own;
    qint64 changed = 0;
    bool isNew = false;
    bool isOver = m_screen.isAlternate();
    for (int row = group.from; row < group.until; ++row) {
        const Row &one = m_rows[size_t(row)];
        own << m_screen.utf8(row);
        if (one.dirty && own.last() != one.said) {
            isNew = true;
            isOver = isOver || !one.said.isEmpty();
            changed = std::max(changed, one.changedMs);
        }
    }
    // The beginning of it may have scrolled away already.
    const bool joins = group.from == 0 && m_rows.front().continues && !m_pending.isEmpty();
    QByteArray text = joins ? m_pending + own.join() : own.join();
    if (isNew && isOver && !spend(text)) {
        m_lookMs = std::min(m_lookMs, m_nowMs + standMs);
        return;
    }
    for (int row = group.from; row < group.until; ++row) {
        Row &one = m_rows[size_t(row)];
        one.dirty = false;
        one.said = own[row - group.from];
        one.sample.clear();
    }
    if (isNew && joins)
        m_pending.clear();
    if (isNew)
        add(std::move(text), changed);
}

// Of the budget for what is written over what was there.
bool TextCollector::spend(const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return true;
    if (m_inPlace >= mostInPlace + m_nowMs / 1000 * inPlacePerSecond)
        return false;
    ++m_inPlace;
    return true;
}

void TextCollector::add(QByteArray text, qint64 atMs)
{
    text = beginningOf(text, TextLines::mostLineBytes);
    while (text.endsWith(' '))
        text.chop(1);
    if (!hasWord(text) || isFull())
        return;
    if (m_screen.isAlternate()) {
        const size_t hash = qHash(text);
        if (m_shown.contains(hash))
            return;
        if (m_shown.size() >= mostShown)
            m_shown.clear();
        m_shown << hash;
    }
    m_bytes += text.size();
    m_text.lines << TextLine{atMs, std::move(text)};
    m_text.cutShort = m_text.lines.size() >= TextLines::mostLines
                      || m_bytes >= TextLines::mostTextBytes - TextLines::mostLineBytes;
}

} // namespace respool
