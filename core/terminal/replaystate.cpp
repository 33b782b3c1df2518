// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/replaystate.h"

#include "core/base/sizedbytes.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 stateMagic = 0x52535354; // "RSST"
constexpr qint64 mostMs = qint64(1) << 50;
constexpr double mostStateSeconds = 1e9;
constexpr qint64 mostCharacterBytes = 4;

} // namespace

QByteArray ReplayState::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << stateMagic << place.at << place.seconds << place.atMs << lastOutputMs
           << quint16(screen.columns) << quint16(screen.rows);
    writeSized(stream, screen.lastCharacter);
    writeSized(stream, screen.drawing);
    return bytes;
}

Result<ReplayState> ReplayState::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    ReplayState state;
    quint32 magic = 0;
    quint16 columns = 0, rows = 0;
    stream >> magic >> state.place.at >> state.place.seconds >> state.place.atMs
        >> state.lastOutputMs >> columns >> rows;
    state.screen.lastCharacter = readSized(stream, mostCharacterBytes);
    state.screen.drawing = readSized(stream, mostBytes);
    state.screen.columns = columns;
    state.screen.rows = rows;
    const auto isTime = [](qint64 ms) { return ms >= 0 && ms <= mostMs; };
    const bool good = magic == stateMagic && stream.status() == QDataStream::Ok
                      && state.place.at >= 0 && state.place.seconds >= 0
                      && state.place.seconds <= mostStateSeconds && isTime(state.place.atMs)
                      && isTime(state.lastOutputMs) && stream.atEnd();
    if (!good)
        return fail(ErrorCode::Media, u"this is no state of a replay"_s);
    return state;
}

Result<ReplayPlayer> ReplayPlayer::open(QIODevice &device, ReplayFormat format,
                                        const QByteArray &state)
{
    TRY_LET(ReplaySource source, ReplaySource::open(device, format));
    ReplayPlayer player(std::move(source));
    if (state.isEmpty()) {
        player.m_screen =
            std::make_unique<TerminalScreen>(player.m_source.columns(), player.m_source.rows());
    } else {
        TRY_LET(const ReplayState begin, ReplayState::fromBytes(state));
        TRY(player.m_source.goOn(begin.place));
        player.m_screen = TerminalScreen::restored(begin.screen);
        player.m_lastOutputMs = begin.lastOutputMs;
    }
    TRY(player.read());
    return player;
}

Result<> ReplayPlayer::read()
{
    m_place = m_source.place();
    TRY_LET(m_event, m_source.next());
    if (!m_event)
        m_place.at = m_source.place().at; // empty lines and comments are read for good
    return {};
}

Result<> ReplayPlayer::play()
{
    Q_ASSERT(m_event);
    if (m_event->kind == ReplayEvent::Kind::Resize)
        m_screen->resize(m_event->columns, m_event->rows);
    if (m_event->kind == ReplayEvent::Kind::Output) {
        m_screen->feed(m_event->data);
        m_lastOutputMs = m_event->atMs;
    }
    return read();
}

bool ReplayPlayer::isSettled() const
{
    const bool combines = m_event && m_event->kind == ReplayEvent::Kind::Output
                          && !m_event->data.isEmpty() && quint8(m_event->data[0]) >= 0x80;
    return !combines && m_screen->isSettled();
}

ReplayState ReplayPlayer::state()
{
    return {m_place, m_lastOutputMs, m_screen->state()};
}

} // namespace respool
