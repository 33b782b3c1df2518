// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storagereport.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QTimer;

namespace respool {

class JobQueue;
class RecordingCatalog;
class Retention;

// What lies where: by volume with the date it is full, by store, kind and month. Follows the
// library while it is open. Lives on the ui thread; the sums are asked elsewhere.
class StorageDialog final : public QDialog
{
    Q_OBJECT

public:
    StorageDialog(Retention &retention, RecordingCatalog &catalog, QWidget *parent = nullptr);

private:
    void reload();
    void showReport(const StorageReport &report);
    void showVolumes(const StorageReport &report);
    void addHeading(const QString &text);
    void addRow(const QString &name, const StorageSum &live, const StorageSum &trash, qint64 whole);
    void addBar(const QString &name, qint64 used, qint64 trash, qint64 whole, const QString &words);

    Retention &m_retention;
    QWidget *m_page;
    QGridLayout *m_grid = nullptr;
    QLabel *m_message;
    QTimer *m_later;
    bool m_loading = false;
    bool m_loadAgain = false;
};

// When a volume is full, in the user's words.
QString forecastWords(const StorageForecast &forecast);

} // namespace respool
