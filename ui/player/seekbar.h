// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/picturecatalog.h"
#include "ui/player/filmtip.h"
#include "ui/player/seekscale.h"

#include <QHash>
#include <QImage>
#include <QPointer>
#include <QWidget>

#include <optional>

class QPainter;

namespace respool {

// A moment of one part that has a name.
struct SeekMark
{
    PartPlace place;
    QString text; // empty: nothing to say of it
};

// What of a recording is chosen, by the timeline; ends that were not set: nothing.
struct SeekSelection
{
    std::optional<qint64> inMs;
    std::optional<qint64> outMs;
};

// The bar below what plays: all parts of the recording with the gaps between them, how much
// happened when, markers and hits, what could be played by now, and where it is. Shows the picture
// of the moment under the mouse. Lives on the ui thread; plays nothing, and moves only when it is
// told to.
class SeekBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SeekBar(QWidget *parent = nullptr);
    ~SeekBar() override;

    void clear();
    void setTimeline(const RecordingTimeline &timeline);
    const RecordingTimeline &timeline() const { return m_timeline; }
    void setClock(TimelineClock clock);
    void setPosition(qint64 ms);
    qint64 position() const { return m_position; }
    // How much happened in a part from its beginning until then, in steps of equal length; any unit.
    void setActivity(int part, const QList<quint32> &steps, qint64 untilMs);
    void setReady(int part, qint64 untilMs); // so far it was read; below 0: to its end
    void setMarkers(const QList<SeekMark> &markers);
    void setHits(const QList<SeekMark> &hits);
    void setSelection(const SeekSelection &selection);
    void setPicture(int part, const RecordingPicture &picture);

    QString valueText() const; // "1:23 of 10:00"
    double xOf(qint64 ms) const;
    bool showsPicture() const; // of the moment under the mouse

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void sought(qint64 ms); // somebody wants to be there

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Activity
    {
        QList<quint32> steps;
        qint64 untilMs = 0;
    };
    struct Film
    {
        QImage sheet;
        QSize tile;
        RecordingPicture picture;
    };

    void layOut();
    void seek(qint64 ms);
    void tell();
    void showTip(const QPoint &at);
    void hideTip();
    QString tipText(double x, qint64 ms) const;
    void paintSpan(QPainter &painter, const SeekScale::Span &span) const;
    void paintActivity(QPainter &painter, const SeekScale::Span &span) const;
    void paintMarks(QPainter &painter) const;
    void paintSelection(QPainter &painter) const;
    QRectF groove() const;
    double xOfMark(const SeekMark &mark) const;

    RecordingTimeline m_timeline;
    SeekScale m_scale;
    TimelineClock m_clock = TimelineClock::Elapsed;
    qint64 m_position = 0;
    double m_paintedX = 0;
    bool m_dragged = false;
    QHash<int, Activity> m_activity;
    QHash<int, qint64> m_ready;
    QHash<int, Film> m_films;
    QList<SeekMark> m_markers, m_hits;
    SeekSelection m_selection;
    QPointer<FilmTip> m_tip; // belongs to the window once it was shown
};

} // namespace respool
