// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/afterqueuewatch.h"

#include "ui/queuewatch.h"

#include <QApplication>

namespace respool {

namespace {

constexpr int settleMs = 1500;

} // namespace

AfterQueueWatch::AfterQueueWatch(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &AfterQueueWatch::finish);
}

void AfterQueueWatch::choose(AfterQueue action, bool remember)
{
    m_action = action;
    m_remembered = remember;
    emit chosen(action, remember);
}

void AfterQueueWatch::note(const QueueState &state)
{
    // A short job may have come and gone between two looks; then more have ended than before.
    const qint64 ended = state.stats.done + state.stats.failed + state.stats.parked;
    if (state.stats.running > 0 || (m_ended >= 0 && ended > m_ended))
        m_hasWorked = true;
    m_ended = ended;
    if (state.isBusy()) {
        m_settle.stop();
        if (m_countdown)
            m_countdown->reject();
        return;
    }
    if (m_hasWorked && !m_settle.isActive())
        m_settle.start();
}

void AfterQueueWatch::finish()
{
    m_hasWorked = false;
    switch (m_action) {
    case AfterQueue::Nothing:
        return;
    case AfterQueue::Notify:
        spend();
        emit due(AfterQueue::Notify);
        return;
    case AfterQueue::Quit:
        count(tr("All jobs have ended. Respool quits in %1 s."), tr("Quit now"));
        return;
    case AfterQueue::Sleep:
        count(tr("All jobs have ended. The machine goes to sleep in %1 s."), tr("Sleep now"));
        return;
    case AfterQueue::ShutDown:
        count(tr("All jobs have ended. The machine is shut down in %1 s."), tr("Shut down now"));
        return;
    }
}

void AfterQueueWatch::count(const QString &question, const QString &verb)
{
    auto *dialog = new CountdownDialog(question, verb, QApplication::activeWindow());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_elapsed)
        dialog->setElapsed(m_elapsed);
    m_countdown = dialog;
    connect(dialog, &QDialog::finished, this, [this](int result) {
        m_countdown = nullptr;
        const AfterQueue action = m_action;
        spend();
        if (result == QDialog::Accepted)
            emit due(action);
    });
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

// It was for this run only.
void AfterQueueWatch::spend()
{
    if (!m_remembered && m_action != AfterQueue::Nothing)
        choose(AfterQueue::Nothing, false);
}

} // namespace respool
