// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storagedialog.h"

#include "core/base/units.h"
#include "core/library/recordingcatalog.h"
#include "core/retention.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/retentiondialog.h"
#include "ui/storagebar.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int storageMs = 1000;
constexpr qsizetype monthsShown = 24;

template <typename Row>
qint64 mostOf(const QList<Row> &rows)
{
    qint64 most = 0;
    for (const Row &row : rows)
        most = std::max(most, row.live.bytes + row.trash.bytes);
    return most;
}

QString monthWords(const MonthStorage &month)
{
    return month.year == 0 ? StorageDialog::tr("Unknown")
                           : QLocale().toString(QDate(month.year, month.month, 1), u"MMMM yyyy"_s);
}

} // namespace

StorageDialog::StorageDialog(Retention &retention, RecordingCatalog &catalog, QWidget *parent)
    : QDialog(parent)
    , m_retention(retention)
    , m_page(new QWidget(this))
    , m_message(new QLabel(this))
    , m_later(new QTimer(this))
{
    setWindowTitle(tr("Storage"));
    resize(760, 620);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Storage"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_page);
    auto *around = new QVBoxLayout(m_page);
    around->addStretch();
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"message"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    m_later->setSingleShot(true);
    m_later->setInterval(storageMs);
    connect(m_later, &QTimer::timeout, this, &StorageDialog::reload);
    connect(&catalog, &RecordingCatalog::changed, m_later, [this] {
        if (!m_later->isActive())
            m_later->start();
    });
    reload();
}

void StorageDialog::reload()
{
    if (std::exchange(m_loading, true)) {
        m_loadAgain = true;
        return;
    }
    m_retention.storage().then(this, [this](const Result<StorageReport> &report) {
        m_loading = false;
        m_message->setText(report ? QString() : errorText(report.error()));
        if (report)
            showReport(*report);
        if (std::exchange(m_loadAgain, false))
            m_later->start();
    });
}

// All rows anew: there are some dozens.
void StorageDialog::showReport(const StorageReport &report)
{
    const auto rows = m_page->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(rows);
    delete m_page->layout();
    auto *around = new QVBoxLayout(m_page);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::wide);
    m_grid->setVerticalSpacing(space::whole);
    m_grid->setColumnStretch(1, 1);
    around->addLayout(m_grid);
    around->addStretch();
    showVolumes(report);
    addHeading(tr("Stores"));
    for (const StoreStorage &row : report.stores)
        addRow(row.volume < 0 ? tr("%1 (offline)").arg(row.store.name) : row.store.name, row.live,
               row.trash, mostOf(report.stores));
    addHeading(tr("Kinds"));
    for (const KindStorage &row : report.kinds)
        addRow(wordFor(row.kind), row.live, row.trash, mostOf(report.kinds));
    addHeading(tr("Months"));
    const QList<MonthStorage> months =
        report.months.first(std::min(monthsShown, report.months.size()));
    for (const MonthStorage &row : months)
        addRow(monthWords(row), row.live, row.trash, mostOf(months));
}

void StorageDialog::showVolumes(const StorageReport &report)
{
    addHeading(tr("Volumes"));
    for (const VolumeStorage &volume : report.volumes) {
        const qint64 used = volume.totalBytes - volume.freeBytes;
        addBar(volume.path, used, 0, volume.totalBytes,
               tr("%1 of %2 free").arg(sizeText(volume.freeBytes), sizeText(volume.totalBytes)));
        auto *words = new QLabel(forecastWords(volume.forecast), m_page);
        words->setWordWrap(true);
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, quietColour(colours));
        words->setPalette(colours);
        m_grid->addWidget(words, m_grid->rowCount(), 1, 1, 2);
    }
}

void StorageDialog::addHeading(const QString &text)
{
    auto *label = new QLabel(text, m_page);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(0, space::whole, 0, 0);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 3);
}

void StorageDialog::addRow(const QString &name, const StorageSum &live, const StorageSum &trash,
                           qint64 whole)
{
    const QString words = trash.count > 0
                              ? tr("%1; in the trash %2")
                                    .arg(amountWords(live.count, live.bytes), sizeText(trash.bytes))
                              : amountWords(live.count, live.bytes);
    addBar(name, live.bytes, trash.bytes, whole, words);
}

void StorageDialog::addBar(const QString &name, qint64 used, qint64 trash, qint64 whole,
                           const QString &words)
{
    const int row = m_grid->rowCount();
    auto *label = new QLabel(m_page);
    label->setTextFormat(Qt::PlainText);
    constexpr int nameWidth = 180;
    label->setText(label->fontMetrics().elidedText(name, Qt::ElideMiddle, nameWidth));
    label->setToolTip(name);
    auto *bar = new StorageBar(m_page);
    bar->show(used, trash, whole, tr("%1: %2").arg(name, words));
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(bar, row, 1);
    m_grid->addWidget(new QLabel(words, m_page), row, 2);
}

QString forecastWords(const StorageForecast &forecast)
{
    const QString daily = sizeText(std::abs(forecast.bytesPerDay));
    switch (forecast.trend) {
    case StorageTrend::Fills:
        return StorageDialog::tr("Full on %1 at the present rate of %2 a day.")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(forecast.fullMs).date(),
                                    QLocale::LongFormat),
                 daily);
    case StorageTrend::Shrinks:
        return StorageDialog::tr("More goes than comes: it shrinks by %1 a day.").arg(daily);
    case StorageTrend::Steady:
        return StorageDialog::tr("Not full within ten years at the present rate of %1 a day.")
            .arg(daily);
    case StorageTrend::TooLittle:
        return StorageDialog::tr("Too little is known yet to say when it will be full.");
    }
    Q_UNREACHABLE();
}

} // namespace respool
