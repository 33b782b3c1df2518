// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/seekbar.h"

#include "core/base/units.h"
#include "ui/look.h"
#include "ui/player/playeraccess.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int barHeight = 34;
constexpr qint64 stepMs = 5000;
constexpr double nearMark = 4;    // pixels
constexpr double leastMove = 0.5; // that is seen

} // namespace

SeekBar::SeekBar(QWidget *parent)
    : QWidget(parent)
{
    installPlayerAccess();
    setAccessibleName(tr("Position"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    clear();
}

SeekBar::~SeekBar()
{
    delete m_tip;
}

QSize SeekBar::sizeHint() const
{
    return {320, barHeight};
}

QSize SeekBar::minimumSizeHint() const
{
    return {80, barHeight};
}

void SeekBar::clear()
{
    m_activity.clear();
    m_ready.clear();
    m_films.clear();
    m_markers.clear();
    m_hits.clear();
    m_selection = {};
    m_dragged = false;
    hideTip();
    m_position = 0;
    setTimeline({});
}

void SeekBar::setTimeline(const RecordingTimeline &timeline)
{
    m_timeline = timeline;
    setEnabled(!timeline.stretches().isEmpty());
    layOut();
    tell();
}

void SeekBar::setClock(TimelineClock clock)
{
    m_clock = clock;
    tell();
}

void SeekBar::setPosition(qint64 ms)
{
    ms = std::clamp<qint64>(ms, 0, m_timeline.lengthMs());
    if (m_dragged || ms == m_position)
        return;
    const bool said = ms / 1000 == m_position / 1000;
    m_position = ms;
    if (!said)
        tell();
    else if (std::abs(xOf(ms) - m_paintedX) >= leastMove)
        update();
}

void SeekBar::setActivity(int part, const QList<quint32> &steps, qint64 untilMs)
{
    m_activity[part] = {steps, untilMs};
    update();
}

void SeekBar::setReady(int part, qint64 untilMs)
{
    if (untilMs < 0)
        m_ready.remove(part);
    else
        m_ready[part] = untilMs;
    update();
}

void SeekBar::setMarkers(const QList<SeekMark> &markers)
{
    m_markers = markers;
    update();
}

void SeekBar::setHits(const QList<SeekMark> &hits)
{
    m_hits = hits;
    update();
}

void SeekBar::setSelection(const SeekSelection &selection)
{
    m_selection = selection;
    update();
}

void SeekBar::setPicture(int part, const RecordingPicture &picture)
{
    Film film{{}, {picture.tileWidth, picture.tileHeight}, picture};
    if (!picture.isTerminal()) {
        film.sheet.loadFromData(picture.jpeg, "JPEG");
        // What was written by hand into the cache may say anything.
        if (film.sheet.isNull() || film.tile.isEmpty() || film.sheet.height() < film.tile.height()
            || film.sheet.width() < film.tile.width() * picture.timesMs.size())
            return;
    }
    m_films[part] = film;
}

QString SeekBar::valueText() const
{
    return tr("%1 of %2", "position, length")
        .arg(m_timeline.text(m_position, m_clock), elapsedText(m_timeline.lengthMs()));
}

double SeekBar::xOf(qint64 ms) const
{
    return m_scale.xOf(ms);
}

bool SeekBar::showsPicture() const
{
    return m_tip && m_tip->isVisible() && m_tip->hasPicture();
}

void SeekBar::layOut()
{
    m_scale = SeekScale(m_timeline, space::whole, width() - 2.0 * space::whole);
    update();
}

void SeekBar::tell()
{
    QAccessibleValueChangeEvent change(this, m_position);
    QAccessible::updateAccessibility(&change);
    update();
}

void SeekBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void SeekBar::seek(qint64 ms)
{
    ms = std::clamp<qint64>(ms, 0, m_timeline.lengthMs());
    m_position = ms;
    tell();
    emit sought(ms);
}

void SeekBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragged = true;
    seek(m_scale.msAt(event->position().x()));
}

void SeekBar::mouseMoveEvent(QMouseEvent *event)
{
    showTip(event->position().toPoint());
    if (m_dragged)
        seek(m_scale.msAt(event->position().x()));
}

void SeekBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragged = false;
}

void SeekBar::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() == 0)
        return QWidget::wheelEvent(event);
    seek(m_position + (event->angleDelta().y() > 0 ? stepMs : -stepMs));
}

void SeekBar::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event); // others mean more than this bar
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return seek(m_position - stepMs);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return seek(m_position + stepMs);
    case Qt::Key_PageDown:
        return seek(m_position - m_timeline.lengthMs() / 10);
    case Qt::Key_PageUp:
        return seek(m_position + m_timeline.lengthMs() / 10);
    case Qt::Key_Home:
        return seek(0);
    case Qt::Key_End:
        return seek(m_timeline.lengthMs());
    default:
        QWidget::keyPressEvent(event);
    }
}

void SeekBar::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    hideTip();
}

void SeekBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    hideTip();
}

void SeekBar::hideTip()
{
    if (m_tip)
        m_tip->hide();
}

double SeekBar::xOfMark(const SeekMark &mark) const
{
    const SeekScale::Span *span = m_scale.spanOf(mark.place.part);
    return span ? m_scale.xOf(*span, mark.place.ms) : -1;
}

// What is under the mouse: a gap, a marker or hit with its words, or the moment.
QString SeekBar::tipText(double x, qint64 ms) const
{
    if (const SeekScale::Span *gap = m_scale.gapAt(x))
        return tr("Nothing was recorded for %1").arg(durationText(gap->gapMs));
    QString text = m_timeline.text(ms, m_clock);
    for (const QList<SeekMark> *marks : {&m_markers, &m_hits}) {
        const auto mark = std::ranges::find_if(*marks, [&](const SeekMark &candidate) {
            return std::abs(xOfMark(candidate) - x) <= nearMark;
        });
        if (mark != marks->end() && !mark->text.isEmpty())
            text += u'\n' + mark->text.simplified().left(80);
    }
    return text;
}

void SeekBar::showTip(const QPoint &at)
{
    const qint64 ms = m_scale.msAt(at.x());
    const PartPlace place = m_timeline.placeAt(ms);
    if (!m_tip)
        m_tip = new FilmTip;
    m_tip->showNoPicture();
    const auto film = m_films.constFind(place.part);
    if (film != m_films.constEnd() && !film->picture.timesMs.isEmpty()) {
        const QList<qint64> &times = film->picture.timesMs;
        const auto nearest = std::ranges::min_element(
            times, {}, [&](qint64 time) { return std::abs(time - place.ms); });
        const int index = int(nearest - times.begin());
        if (film->picture.isTerminal())
            m_tip->showScreen(film->picture.screens.screens.value(index));
        else
            m_tip->showPicture(
                film->sheet.copy(QRect(QPoint(index * film->tile.width(), 0), film->tile)));
    }
    m_tip->showAt(*this, QPoint(at.x(), 0), tipText(at.x(), ms));
}

} // namespace respool
