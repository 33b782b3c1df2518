// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"
#include "core/terminal/replayfacts.h"

#include <QImage>
#include <QObject>

class QWidget;

namespace respool {

// What is known of a part beyond its length.
struct PartFacts
{
    QList<ReplayMarker> markers;
    QList<quint32> activity; // in steps of equal length
    qint64 activityMs = 0;   // for so long from the beginning on
    qint64 readyMs = -1;     // so far it was read; -1: to its end
};

// Plays one part at a time of one kind: video, terminal or log. Times are milliseconds from the
// beginning of the part. Lives on the ui thread and opens files on others; knows no timeline.
class PartPlayer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QWidget *view() const = 0;
    // Stands at fromMs until it is told to play.
    virtual void open(const Recording &recording, const StoreInfo &store, int part,
                      qint64 fromMs) = 0;
    virtual void close() = 0;
    virtual void setGrowing(bool growing) = 0; // at its end it waits for more
    virtual void setPlaying(bool playing) = 0;
    virtual void setSpeed(double speed) = 0;
    virtual void setSkipsIdle(bool skips) = 0;
    virtual void seek(qint64 ms) = 0;
    virtual qint64 position() const = 0;
    virtual void step(int direction) = 0; // to the next frame or event, or the last one: 1, -1
    virtual void showFound(const QString &text) = 0; // marks it wherever it is seen
    virtual bool selectText() { return false; } // with keys; false: it has none to be selected so
    virtual PartFacts facts() const = 0;
    virtual QImage snapshot() const = 0; // null: there is nothing to be seen

signals:
    void moved(qint64 ms);
    void lengthKnown(qint64 ms, bool isAll); // false: there is more that was not looked at yet
    void factsChanged();
    void waiting(bool waits); // what is to be shown has to be read first
    void ended();
    void failed(const respool::Error &error);   // it cannot be shown
    void troubled(const respool::Error &error); // it is shown, but not all of it
};

} // namespace respool
