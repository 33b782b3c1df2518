// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

#include <functional>

class QLabel;
class QProgressBar;

namespace respool {

// "The machine is shut down in 12 s": stays on top of all windows, and accepts itself when the time
// is over. Cancel is what Enter, Escape and closing do. Lives on the ui thread.
class CountdownDialog final : public QDialog
{
    Q_OBJECT

public:
    static constexpr int seconds = 15;

    // question: with %1 for the seconds that are left. verb: doing it at once.
    CountdownDialog(QString question, const QString &verb, QWidget *parent = nullptr);
    // Milliseconds of a clock that is not set; tests give their own.
    void setElapsed(std::function<qint64()> elapsed) { m_elapsed = std::move(elapsed); }

private:
    void count(qint64 leftMs);

    const QString m_question;
    QLabel *m_text;
    QProgressBar *m_bar;
    QElapsedTimer m_stopwatch;
    std::function<qint64()> m_elapsed;
    QTimer m_tick;
};

} // namespace respool
