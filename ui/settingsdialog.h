// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace respool {

// What a user may choose: how many jobs run at once, the language, light or dark, what becomes of
// damaged originals. It changes nothing by itself; but for the last, what was chosen counts from
// the next start.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings settings, QWidget *parent = nullptr);
    Settings settings() const; // with what was chosen

private:
    Settings m_settings;
    QSpinBox *m_threads;
    QComboBox *m_language;
    QComboBox *m_appearance;
    QCheckBox *m_keepDamaged;
};

} // namespace respool
