// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/previewpane.h"

#include "core/base/units.h"
#include "core/keptoriginals.h"
#include "core/library/textcatalog.h"
#include "core/terminal/plaintext.h"
#include "ui/look.h"
#include "ui/picturestrip.h"
#include "ui/placeview.h"

#include <QAudioOutput>
#include <QFile>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QMediaPlayer>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QVideoWidget>
#include <QtConcurrentRun>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 worthResumingMs = 5'000;
constexpr qint64 toldEveryMs = 10'000;

Result<QString> readText(const QString &name, PartKind kind)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"%1: %2"_s.arg(name, file.errorString()));
    switch (kind) {
    case PartKind::Cast:
        return plainTextOfCast(file);
    case PartKind::Trp:
        return plainTextOfTrp(file);
    case PartKind::Slog:
    case PartKind::Webm:
    case PartKind::Media:
        return plainTextOfLog(file);
    }
    Q_UNREACHABLE();
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_player(new QMediaPlayer(this))
    , m_pages(new QStackedWidget(this))
    , m_video(new QVideoWidget(m_pages))
    , m_text(new QPlainTextEdit(m_pages))
    , m_place(new PlaceView(m_pages))
    , m_hint(new QLabel(m_pages))
    , m_overview(makeOverview())
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_verification(new QLabel(this))
    , m_controls(makeControls())
{
    setAccessibleName(tr("Preview"));
    dressTexts();
    m_video->setAccessibleName(tr("Video of the recording"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMargin(space::wide);
    for (QWidget *page :
         {static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_video),
          static_cast<QWidget *>(m_text), m_overview, static_cast<QWidget *>(m_place)})
        m_pages->addWidget(page);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_verification);
    column->addWidget(m_pages, 1);
    column->addWidget(m_controls);

    m_player->setVideoOutput(m_video);
    m_player->setAudioOutput(new QAudioOutput(this));
    connect(m_player, &QMediaPlayer::positionChanged, this, &PreviewPane::showPosition);
    connect(m_player, &QMediaPlayer::durationChanged, this,
            [this](qint64 ms) { m_seek->setRange(0, int(ms)); });
    connect(m_player, &QMediaPlayer::seekableChanged, m_seek, &QWidget::setEnabled);
    connect(m_player, &QMediaPlayer::seekableChanged, this, &PreviewPane::goToStart);
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this, &PreviewPane::goToStart);
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this,
            [this](QMediaPlayer::MediaStatus status) {
                if (status == QMediaPlayer::EndOfMedia && m_playing.value != 0)
                    emit reached(m_playing, 0);
            });
    connect(m_player, &QMediaPlayer::playbackStateChanged, this,
            [this](QMediaPlayer::PlaybackState state) {
                const bool playing = state == QMediaPlayer::PlayingState;
                m_toggle->setIcon(icon(playing ? u"pause"_s : u"play"_s));
                m_toggle->setToolTip(playing ? tr("Pause") : tr("Play"));
                m_toggle->setAccessibleName(m_toggle->toolTip());
                if (state == QMediaPlayer::PausedState)
                    tellPosition();
            });
    connect(m_player, &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error, const QString &text) { emit failed(text); });
    clear();
}

void PreviewPane::dressTexts()
{
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setObjectName(u"text"_s);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Text of the recording"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setContentsMargins(space::wide, space::whole + space::half, space::wide, space::whole);
    m_title->setWordWrap(true);
    m_note->setContentsMargins(space::wide, 0, space::wide, space::whole);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_verification->setObjectName(u"verification"_s);
    m_verification->setContentsMargins(space::wide, 0, space::wide, space::whole);
    m_verification->setForegroundRole(QPalette::PlaceholderText);
    m_verification->hide();
}

QWidget *PreviewPane::makeControls()
{
    auto *controls = new QWidget(this);
    m_toggle = new QToolButton(controls);
    m_toggle->setIcon(icon(u"play"_s));
    m_toggle->setToolTip(tr("Play"));
    m_toggle->setAccessibleName(tr("Play"));
    m_seek = new QSlider(Qt::Horizontal, controls);
    m_seek->setAccessibleName(tr("Position"));
    m_time = new QLabel(controls);
    m_fromStart = new QToolButton(controls);
    m_fromStart->setText(tr("From the beginning"));
    m_fromStart->setToolTip(tr("It went on where it was left"));
    m_fromStart->hide();
    connect(m_fromStart, &QToolButton::clicked, this, [this] {
        m_player->setPosition(0);
        m_fromStart->hide();
    });
    connect(m_toggle, &QToolButton::clicked, this, &PreviewPane::togglePlaying);
    connect(m_seek, &QSlider::sliderMoved, m_player, [this](int ms) { m_player->setPosition(ms); });
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(space::whole, space::half, space::wide, space::whole);
    row->setSpacing(space::whole);
    row->addWidget(m_toggle);
    row->addWidget(m_seek, 1);
    row->addWidget(m_time);
    row->addWidget(m_fromStart);
    return controls;
}

QWidget *PreviewPane::makeOverview()
{
    auto *area = new QScrollArea(m_pages);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_pictures = new PictureStrip(area);
    area->setWidget(m_pictures);
    connect(m_pictures, &PictureStrip::chosen, this, [this](qint64 ms) {
        const Recording recording = m_pictured;
        const StoreInfo store = m_store;
        play(recording, store, ms);
    });
    return area;
}

// Where a click on a picture meant, as soon as the player can go there.
void PreviewPane::goToStart()
{
    const auto status = m_player->mediaStatus();
    const bool ready = status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia;
    if (m_fromMs > 0 && ready && m_player->isSeekable()) {
        m_player->setPosition(std::exchange(m_fromMs, 0));
        m_fromStart->show();
    }
}

bool PreviewPane::isPlaying() const
{
    return m_player->playbackState() != QMediaPlayer::StoppedState;
}

void PreviewPane::showPictures(const Recording &recording, const StoreInfo &store,
                               const RecordingPicture &picture)
{
    if (isPlaying() || !m_pictures->setPicture(picture))
        return;
    clear();
    describe(recording, store, true);
    m_pictured = recording;
    m_store = store;
    m_pages->setCurrentWidget(m_overview);
}

void PreviewPane::showPlace(const Recording &recording, const TextHit &hit, const TextPlace &place)
{
    clear();
    m_title->setText(recording.uid);
    QString note = u"%1  ·  %2"_s.arg(hit.part, placeText(hit.atMs));
    if (hit.dayMs > 0)
        note += u"  ·  "_s + timeText(hit.dayMs);
    m_note->setText(note + u'\n' + tr("The lines that could be read in it, and since when."));
    m_note->show();
    m_place->showPlace(place, hit.marks);
    m_pages->setCurrentWidget(m_place);
}

bool PreviewPane::showsPlaceIn(const QString &uid) const
{
    return m_pages->currentWidget() == m_place && m_title->text() == uid;
}

void PreviewPane::clearPictures()
{
    if (m_pages->currentWidget() == m_overview)
        clear();
}

// Its name and what it is. Returns the part that is shown; null: there is none.
void PreviewPane::showVerification(const QString &text)
{
    m_verification->setText(text);
    m_verification->setVisible(!text.isEmpty());
}

const Part *PreviewPane::describe(const Recording &recording, const StoreInfo &store, bool pictures)
{
    // What was repaired lacks something, and can be shown all the same.
    const auto readable = [](const Part &part) {
        return part.problem.isEmpty() || part.seekable == Seekable::Yes;
    };
    const auto part = std::ranges::find_if(recording.parts, readable);
    m_title->setText(recording.uid);
    if (part == recording.parts.end()) {
        m_hint->setText(recording.problem.isEmpty() ? tr("It has nothing to show.")
                                                    : recording.problem);
        return nullptr;
    }
    const QString duration = durationText(part->durationMs).replace(u' ', QChar::Nbsp);
    QString note = u"%1  ·  %2  ·  %3"_s.arg(part->name, timeText(part->startMs), duration);
    if (recording.parts.size() > 1)
        note += u"  ·  "_s + tr("first of %n part(s)", nullptr, int(recording.parts.size()));
    const bool video = part->kind == PartKind::Webm || part->kind == PartKind::Media;
    if (!video && !pictures)
        note += u'\n' + tr("The preview comes from its text: a glance, not a replay.");
    else if (video && part->seekable == Seekable::No)
        note += u'\n' + tr("It is not seekable yet: make it so to jump in it.");
    m_note->setText(note);
    m_note->show();
    tellOfKeptOriginals(recording, store);
    return &*part;
}

void PreviewPane::tellOfKeptOriginals(const Recording &recording, const StoreInfo &store)
{
    const auto found = [this, described = ++m_described](const Result<QList<KeptOriginal>> &kept) {
        if (!kept || kept->isEmpty() || described != m_described)
            return;
        QStringList names;
        for (const KeptOriginal &original : *kept)
            names << u"%1 (%2)"_s.arg(original.name, sizeText(original.bytes));
        m_note->setText(m_note->text() + u'\n'
                        + tr("It was repaired and lacks what could not be read. The damaged "
                             "original is kept beside it: %1. Whoever does not need it any more "
                             "may delete that file.")
                              .arg(names.join(u", "_s)));
    };
    QtConcurrent::run(keptOriginals, recording, store).then(this, found);
}

void PreviewPane::play(const Recording &recording, const StoreInfo &store, qint64 fromMs)
{
    clear();
    const Part *part = describe(recording, store, false);
    if (!part)
        return;
    const bool video = part->kind == PartKind::Webm || part->kind == PartKind::Media;
    m_playing = video ? recording.id : RecordingId();
    m_told = 0;
    emit played(recording);
    m_fromMs = video && part->seekable != Seekable::No ? fromMs : 0;
    const QString file = fileOf(store, recording, *part);
    if (video)
        playFile(file);
    else
        showText(file, part->kind);
}

// Nobody goes on with what has just begun, or has ended.
void PreviewPane::tellPosition()
{
    if (m_playing.value == 0 || m_player->duration() <= 0)
        return;
    const qint64 at = m_player->position();
    const bool within = at >= worthResumingMs && at <= m_player->duration() - worthResumingMs;
    m_told = at;
    emit reached(m_playing, within ? at : 0);
}

void PreviewPane::clear()
{
    if (isPlaying())
        tellPosition();
    m_playing = {};
    m_fromStart->hide();
    m_shown.clear();
    ++m_described;
    m_fromMs = 0;
    m_player->stop();
    m_player->setSource({});
    m_title->clear();
    m_note->hide();
    m_hint->setText(tr("Double-click a recording, or press Enter, to look at it here."));
    m_pages->setCurrentWidget(m_hint);
    m_controls->hide();
}

void PreviewPane::playFile(const QString &file)
{
    m_pages->setCurrentWidget(m_video);
    m_controls->show();
    m_player->setSource(QUrl::fromLocalFile(file));
    m_player->play();
}

void PreviewPane::showText(const QString &file, PartKind kind)
{
    m_shown = file;
    QtConcurrent::run(readText, file, kind).then(this, [this, file](const Result<QString> &text) {
        if (m_shown != file)
            return;
        if (!text) {
            emit failed(text.error().detail);
            return;
        }
        m_text->setPlainText(*text);
        m_pages->setCurrentWidget(m_text);
    });
}

void PreviewPane::showPosition(qint64 ms)
{
    if (!m_seek->isSliderDown())
        m_seek->setValue(int(ms));
    if (std::abs(ms - m_told) >= toldEveryMs)
        tellPosition();
    m_time->setText(u"%1 / %2"_s.arg(durationText(std::max<qint64>(ms, 1)),
                                     durationText(m_player->duration())));
}

void PreviewPane::togglePlaying()
{
    if (m_player->playbackState() == QMediaPlayer::PlayingState)
        m_player->pause();
    else
        m_player->play();
}

} // namespace respool
