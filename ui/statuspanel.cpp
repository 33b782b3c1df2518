// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/statuspanel.h"

#include "ui/holdwatch.h"
#include "ui/jobtext.h"
#include "ui/look.h"

#include <QApplication>
#include <QFont>
#include <QLabel>
#include <QPalette>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int blinkMs = 400;
constexpr int blinksOfNews = 8; // then it stands still, accented
constexpr int queueBarWidth = 120;
constexpr int wholeBar = 1000;

QString leftOf(const QueueState &state)
{
    if (!state.leftMs || state.stats.running == 0)
        return {};
    const QString left = leftText(*state.leftMs);
    return state.isAtLeast ? StatusPanel::tr("more than %1 left").arg(left)
                           : StatusPanel::tr("%1 left").arg(left);
}

} // namespace

StatusPanel::StatusPanel(QStatusBar &bar, QueueWatch &watch)
    : QObject(&bar)
    , m_watch(watch)
    , m_worker(new QLabel(&bar))
    , m_counts(new QLabel(&bar))
    , m_progress(new QProgressBar(&bar))
    , m_failed(new QToolButton(&bar))
{
    m_worker->setAccessibleDescription(tr("Who runs the jobs"));
    m_counts->setAccessibleDescription(tr("Jobs"));
    m_progress->setAccessibleName(tr("Progress of the queue"));
    m_progress->setRange(0, wholeBar);
    m_progress->setFixedWidth(queueBarWidth);
    m_progress->setMaximumHeight(m_progress->fontMetrics().height() + space::half);
    m_progress->hide();
    m_failed->setObjectName(u"failures"_s);
    m_failed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_failed->setIcon(icon(u"warning"_s));
    m_failed->setAccessibleName(tr("Failed jobs"));
    m_failed->hide();
    bar.setContentsMargins(space::whole, 0, 0, 0);
    bar.addWidget(m_progress);
    bar.addWidget(m_counts);
    bar.addWidget(m_failed);
    bar.addPermanentWidget(m_worker);
    m_blink.setInterval(blinkMs);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        accent(++m_blinks % 2 == 0);
        if (m_blinks >= blinksOfNews)
            m_blink.stop();
    });
    connect(m_failed, &QToolButton::clicked, this, &StatusPanel::attentionWanted);
    connect(&watch, &QueueWatch::changed, this, &StatusPanel::show);
    connect(&watch.queue(), &JobQueue::troubleChanged, this, &StatusPanel::show);
}

void StatusPanel::setWorker(bool mine)
{
    m_worker->setText(mine ? tr("This window runs the jobs") : tr("Another Respool runs the jobs"));
}

void StatusPanel::setHolds(const WorkHolds &holds)
{
    m_holds = holds;
    show();
}

void StatusPanel::show()
{
    const QueueState &state = m_watch.state();
    const QueueStats &stats = state.stats;
    QStringList parts{
        tr("%1 running, %2 waiting").arg(stats.running).arg(stats.queued + stats.delayed)};
    if (const QString left = leftOf(state); !left.isEmpty())
        parts << left;
    if (stats.paused > 0)
        parts << tr("%n paused", nullptr, int(stats.paused));
    if (stats.pausedKinds.contains(QString()))
        parts << tr("the queue is paused");
    if (const QString wait = waitTextOfAll(m_holds); !wait.isEmpty())
        parts << wait;
    if (m_watch.queue().trouble().code != ErrorCode::None)
        parts << tr("the queue stands still");
    m_counts->setText(parts.join(u" · "_s));
    m_progress->setVisible(stats.running > 0 && state.permille >= 0);
    m_progress->setValue(state.permille);
    showFailures(stats);
}

// Those that nobody has looked at are told until somebody does; the others quietly.
void StatusPanel::showFailures(const QueueStats &stats)
{
    const int failed = int(stats.failed + stats.parked);
    const int unseen = int(stats.unseen);
    m_failed->setText(unseen > 0 ? tr("%n failed, not looked at", nullptr, unseen)
                                 : tr("%n failed", nullptr, failed));
    m_failed->setToolTip(tr("Show the jobs that failed (%n in all)", nullptr, failed));
    m_failed->setVisible(failed > 0);
    if (unseen > m_unseen) {
        m_blinks = 0;
        m_blink.start();
    } else if (unseen == 0) {
        m_blink.stop();
    }
    const bool isNews = unseen > m_unseen;
    m_unseen = unseen;
    if (isNews || !m_blink.isActive())
        accent(unseen > 0);
}

void StatusPanel::accent(bool on)
{
    QPalette colours = QApplication::palette(m_failed);
    if (on)
        colours.setColor(QPalette::ButtonText, accentColour(Accent::Bad, colours));
    m_failed->setPalette(colours);
    QFont font = QApplication::font(m_failed);
    font.setBold(m_unseen > 0); // and not by colour alone
    m_failed->setFont(font);
}

} // namespace respool
