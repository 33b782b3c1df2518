// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/previewpane.h"

#include "core/base/pending.h"
#include "core/base/units.h"
#include "core/keptoriginals.h"
#include "core/library/textcatalog.h"
#include "ui/look.h"
#include "ui/picturestrip.h"
#include "ui/placeview.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_place(new PlaceView(m_pages))
    , m_hint(new QLabel(m_pages))
    , m_overview(makeOverview())
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_verification(new QLabel(this))
{
    setAccessibleName(tr("Preview"));
    dressTexts();
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMargin(space::wide);
    for (QWidget *page :
         {static_cast<QWidget *>(m_hint), m_overview, static_cast<QWidget *>(m_place)})
        m_pages->addWidget(page);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // A label that can be selected in knows no margins of its own.
    auto *title = new QVBoxLayout;
    title->setContentsMargins(space::wide, space::whole + space::half, space::wide, space::whole);
    title->addWidget(m_title);
    column->addLayout(title);
    column->addWidget(m_note);
    column->addWidget(m_verification);
    column->addWidget(m_pages, 1);
    clear();
}

void PreviewPane::dressTexts()
{
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    m_note->setContentsMargins(space::wide, 0, space::wide, space::whole);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_verification->setObjectName(u"verification"_s);
    m_verification->setContentsMargins(space::wide, 0, space::wide, space::whole);
    m_verification->setForegroundRole(QPalette::PlaceholderText);
    m_verification->hide();
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
    connect(m_pictures, &PictureStrip::chosen, this,
            [this](qint64 ms) { emit playWanted(m_pictured, m_store, ms); });
    return area;
}

void PreviewPane::showPictures(const Recording &recording, const StoreInfo &store,
                               const RecordingPicture &picture)
{
    if (!m_pictures->setPicture(picture))
        return;
    clear();
    describe(recording, store);
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

void PreviewPane::showVerification(const QString &text)
{
    m_verification->setText(text);
    m_verification->setVisible(!text.isEmpty());
}

// Its name, and what can be seen of it first.
void PreviewPane::describe(const Recording &recording, const StoreInfo &store)
{
    // What was repaired lacks something, and can be shown all the same.
    const auto readable = [](const Part &part) {
        return part.problem.isEmpty() || part.seekable == Seekable::Yes;
    };
    const auto part = std::ranges::find_if(recording.parts, readable);
    m_title->setText(recording.uid);
    if (part == recording.parts.end()) {
        m_note->setText(recording.problem);
        m_note->setVisible(!recording.problem.isEmpty());
        return;
    }
    const QString duration = durationText(part->durationMs).replace(u' ', QChar::Nbsp);
    QString note = u"%1  ·  %2  ·  %3"_s.arg(part->name, timeText(part->startMs), duration);
    if (recording.parts.size() > 1)
        note += u"  ·  "_s + tr("first of %n part(s)", nullptr, int(recording.parts.size()));
    m_note->setText(note);
    m_note->show();
    tellOfKeptOriginals(recording, store);
}

void PreviewPane::tellOfKeptOriginals(const Recording &recording, const StoreInfo &store)
{
    const auto found = [this, described = ++m_described](const Result<QList<KeptOriginal>> &kept) {
        if (kept && !kept->isEmpty() && described == m_described)
            m_note->setText(m_note->text() + u'\n' + keptOriginalsText(*kept));
    };
    inBackground(keptOriginals, recording, store).then(this, found);
}

QString PreviewPane::keptOriginalsText(const QList<KeptOriginal> &kept)
{
    QStringList names;
    for (const KeptOriginal &original : kept)
        names << u"%1 (%2)"_s.arg(original.name, sizeText(original.bytes));
    return tr("It was repaired and lacks what could not be read. The damaged "
              "original is kept beside it: %1. Whoever does not need it any more "
              "may delete that file.")
        .arg(names.join(u", "_s));
}

void PreviewPane::clear()
{
    ++m_described;
    m_title->clear();
    m_note->hide();
    m_hint->setText(tr("Double-click a recording, or press Enter, to look at it here."));
    m_pages->setCurrentWidget(m_hint);
}

} // namespace respool
