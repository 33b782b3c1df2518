// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/replaysource.h"

#include "core/terminal/asciicast.h"
#include "core/terminal/trp.h"

#include <QIODevice>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using EventKind = ReplayEvent::Kind;

ReplayEvent replayEventOf(CastEvent &&event)
{
    ReplayEvent result{.atMs = std::llround(event.seconds * 1000)};
    const char code = event.code.size() == 1 ? event.code[0] : '\0';
    if (code == 'r') {
        const QList<QByteArray> numbers = event.data.split('x');
        result.columns = numbers[0].toInt();
        result.rows = numbers.value(1).toInt();
        result.kind = result.columns > 0 && result.rows > 0 ? EventKind::Resize : EventKind::Other;
        return result;
    }
    result.kind = code == 'o'   ? EventKind::Output
                  : code == 'i' ? EventKind::Input
                  : code == 'm' ? EventKind::Marker
                                : EventKind::Other;
    result.data = std::move(event.data);
    return result;
}

ReplayEvent replayEventOf(TrpChunk &&chunk)
{
    ReplayEvent result{.atMs = chunk.atMs, .columns = chunk.columns(), .rows = chunk.rows()};
    if (result.columns > 0 && result.rows > 0)
        result.kind = EventKind::Resize;
    else if (chunk.type == TrpChunk::Output || chunk.type == TrpChunk::Input)
        result.kind = chunk.type == TrpChunk::Output ? EventKind::Output : EventKind::Input;
    result.data = std::move(chunk.payload);
    return result;
}

} // namespace

struct ReplaySource::Readers
{
    QIODevice *device = nullptr;
    std::optional<CastReader> cast;
    std::optional<TrpReader> trp;
    qint64 atMs = 0; // of the event before
};

ReplaySource::ReplaySource(std::unique_ptr<Readers> readers)
    : m_readers(std::move(readers))
{}

ReplaySource::ReplaySource(ReplaySource &&other) noexcept = default;
ReplaySource::~ReplaySource() = default;

Result<ReplaySource> ReplaySource::open(QIODevice &device, ReplayFormat format)
{
    if (!device.seek(0))
        return fail(ErrorCode::Io, device.errorString());
    auto readers = std::make_unique<Readers>();
    readers->device = &device;
    if (format == ReplayFormat::Trp) {
        readers->trp.emplace(device);
        return ReplaySource(std::move(readers));
    }
    TRY_LET(CastReader cast, CastReader::open(device));
    readers->cast.emplace(std::move(cast));
    return ReplaySource(std::move(readers));
}

int ReplaySource::columns() const
{
    return m_readers->cast ? m_readers->cast->columns() : 0;
}

int ReplaySource::rows() const
{
    return m_readers->cast ? m_readers->cast->rows() : 0;
}

bool ReplaySource::isWhole() const
{
    return m_readers->cast && m_readers->cast->version() == 1;
}

Result<> ReplaySource::goOn(const ReplayPlace &place)
{
    if (!isWhole() && place.at > m_readers->device->size())
        return fail(ErrorCode::Media, u"the file became shorter"_s);
    m_readers->atMs = place.atMs;
    if (m_readers->cast)
        return m_readers->cast->goOn({place.at, place.seconds});
    return m_readers->trp->goOn({place.at, place.atMs});
}

ReplayPlace ReplaySource::place() const
{
    if (!m_readers->cast)
        return {m_readers->trp->place().at, 0, m_readers->atMs};
    const CastPlace place = m_readers->cast->place();
    return {place.at, place.seconds, m_readers->atMs};
}

Result<std::optional<ReplayEvent>> ReplaySource::next()
{
    std::optional<ReplayEvent> event;
    if (m_readers->cast) {
        TRY_LET(std::optional<CastEvent> read, m_readers->cast->next());
        if (read)
            event = replayEventOf(std::move(*read));
    } else {
        TRY_LET(std::optional<TrpChunk> read, m_readers->trp->next());
        if (read)
            event = replayEventOf(std::move(*read));
    }
    if (event)
        m_readers->atMs = event->atMs;
    return event;
}

bool ReplaySource::isTorn() const
{
    return m_readers->cast ? m_readers->cast->isTorn() : m_readers->trp->isTorn();
}

qint64 ReplaySource::unreadable() const
{
    return m_readers->cast ? m_readers->cast->unreadable() : 0;
}

} // namespace respool
