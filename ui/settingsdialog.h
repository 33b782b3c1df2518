// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QListWidget;
class QSpinBox;
class QStackedWidget;

namespace respool {

class Engine;
class GracePage;

// What a user may choose, page by page. What is a setting of the window it only collects; the hours
// and the trash belong to the database and are set there, the trash with OK. Lives on the ui thread.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Settings settings, Engine &engine, QWidget *parent = nullptr);
    Settings settings() const; // with what was chosen

private:
    QFormLayout *addPage(const QString &name, const QString &iconName);
    void addWholePage(const QString &name, const QString &iconName, QWidget *page);
    QCheckBox *makeSwitch(const QString &name, const QString &text, bool Settings::*member);
    void makeGeneral();
    void makeWork(Engine &engine);
    void makeRecordings();
    void makeNotifications();
    void makeAfterQueue();
    void makePaths(const Engine &engine);
    void layOut();

    Settings m_settings;
    QListWidget *m_names;
    QStackedWidget *m_pages;
    QSpinBox *m_threads = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_appearance = nullptr;
    QComboBox *m_afterQueue = nullptr;
    GracePage *m_grace = nullptr;
    QList<std::pair<QCheckBox *, bool Settings::*>> m_switches;
};

} // namespace respool
