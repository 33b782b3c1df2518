// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/postershelf.h"

#include "core/base/pending.h"
#include "ui/look.h"
#include "ui/picturestrip.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int mostKept = 1000;
constexpr int mostBytes = 12'000'000;
constexpr int mostWaiting = 256; // more rows than any screen shows
constexpr int mostRunning = 2;   // the thread pool has jobs to do, too
constexpr int againMs = 2000;
constexpr int iconSide = 18;
constexpr int markSide = 14;

// Thread pool. Null: nothing that could be shown.
QImage drawTile(const Result<RecordingPicture> &answer, QSize size, qreal ratio)
{
    if (!answer)
        return {};
    QImage tile(size * ratio, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    if (answer->isTerminal()) {
        paintScreenFromAfar(painter, tile.rect(), answer->screens.screens.first());
    } else {
        const QImage sheet = QImage::fromData(answer->jpeg, "JPEG");
        const QRect first(0, 0, answer->tileWidth, answer->tileHeight);
        if (first.isEmpty() || !sheet.rect().contains(first))
            return {};
        QRect place(QPoint(), first.size().scaled(tile.size(), Qt::KeepAspectRatio));
        place.moveCenter(tile.rect().center());
        painter.drawImage(place, sheet, first);
    }
    painter.end();
    tile.setDevicePixelRatio(ratio);
    return tile;
}

} // namespace

PosterShelf::PosterShelf(Ask ask, QObject *parent)
    : PosterShelf(std::move(ask), small, parent)
{}

PosterShelf::PosterShelf(Ask ask, QSize size, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
    , m_size(size)
    , m_kept(std::min(mostKept, mostBytes / (size.width() * size.height() * 4)))
{
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        const QList<qint64> ids = m_kept.keys();
        for (const qint64 id : ids) {
            if (m_kept.object(id)->picture.isNull())
                m_kept.remove(id);
        }
        emit changed();
    });
}

void PosterShelf::setStores(const QList<StoreInfo> &stores)
{
    m_stores.clear();
    for (const StoreInfo &store : stores)
        m_stores.insert(store.id.value, store);
    emit changed();
}

// Every change of the library leads here; the files are looked at less often.
void PosterShelf::lookAgain()
{
    if (!m_again.isActive())
        m_again.start();
}

QPixmap PosterShelf::tile(const Recording &recording, const QString &icon, bool isMark)
{
    const Kept *kept = m_kept.object(recording.id.value);
    if (!kept || kept->bytes != recording.bytes)
        want(recording);
    if (!kept || kept->picture.isNull()) {
        QPixmap &tile = m_icons[icon];
        if (tile.isNull()) {
            tile = blank();
            QPainter painter(&tile);
            respool::icon(icon).paint(&painter, (m_size.width() - iconSide) / 2,
                                      (m_size.height() - iconSide) / 2, iconSide, iconSide);
        }
        return tile;
    }
    if (!isMark)
        return kept->picture;
    QPixmap tile = kept->picture;
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect corner(m_size.width() - markSide, m_size.height() - markSide, markSide, markSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QGuiApplication::palette().color(QPalette::Base));
    painter.drawRoundedRect(corner, 3, 3);
    respool::icon(icon).paint(&painter, corner.adjusted(1, 1, -1, -1));
    return tile;
}

QPixmap PosterShelf::blank() const
{
    const qreal ratio = qApp->devicePixelRatio();
    QPixmap tile(m_size * ratio);
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    return tile;
}

void PosterShelf::want(const Recording &recording)
{
    const qint64 id = recording.id.value;
    if (recording.kind == RecordingKind::Log || m_asked.contains(id)
        || !m_stores.contains(recording.store.value))
        return;
    m_asked.insert(id);
    m_waiting << recording;
    if (m_waiting.size() > mostWaiting) // it has scrolled away by now
        m_asked.remove(m_waiting.takeFirst().id.value);
    // Not at once: an answer that is there already would come while a row is being painted.
    QMetaObject::invokeMethod(this, &PosterShelf::askNext, Qt::QueuedConnection);
}

void PosterShelf::askNext()
{
    while (m_running < mostRunning && !m_waiting.isEmpty()) {
        const Recording recording = m_waiting.takeLast();
        ++m_running;
        m_ask(recording, m_stores.value(recording.store.value))
            .then(this, [this, recording](const Result<RecordingPicture> &answer) {
                const auto drawn = [this, recording](const QImage &picture) {
                    --m_running;
                    m_asked.remove(recording.id.value);
                    keep(recording, picture);
                    askNext();
                };
                inBackground(drawTile, answer, m_size, qApp->devicePixelRatio()).then(this, drawn);
            });
    }
}

void PosterShelf::keep(const Recording &recording, const QImage &picture)
{
    const qint64 id = recording.id.value;
    m_kept.insert(id, new Kept{QPixmap::fromImage(picture), recording.bytes});
    if (!picture.isNull())
        emit arrived(recording.id);
}

} // namespace respool
