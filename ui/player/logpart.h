// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/player/partplayer.h"

class QTimer;

namespace respool {

class LogView;
class PlayDriver;
struct SessionLog;

// Plays session logs: walks over their entries as they happened. One that is being written is read
// again every few seconds.
class LogPart final : public PartPlayer
{
    Q_OBJECT

public:
    explicit LogPart(QWidget *parent);

    QWidget *view() const override;
    LogView *log() const { return m_view; }
    void open(const Recording &recording, const StoreInfo &store, int part, qint64 fromMs) override;
    void close() override;
    void setGrowing(bool growing) override;
    void setPlaying(bool playing) override;
    void setSpeed(double speed) override;
    void setSkipsIdle(bool skips) override;
    void seek(qint64 ms) override;
    qint64 position() const override;
    void step(int direction) override;
    void showFound(const QString &text) override;
    PartFacts facts() const override;
    QImage snapshot() const override;

private:
    void read();
    void take(const SessionLog &log);

    LogView *m_view;
    PlayDriver *m_driver;
    QTimer *m_again;
    Recording m_recording;
    StoreInfo m_store;
    int m_part = -1;
    bool m_growing = false;
    int m_opened = 0; // counts, so that answers about an older part are dropped
};

} // namespace respool
