// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingsdialog.h"

#include "ui/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int mostThreads = 16;

void choose(QComboBox &box, const QString &value)
{
    box.setCurrentIndex(std::max(0, box.findData(value)));
}

QLabel *makeNote(const QString &text, QWidget *parent)
{
    auto *note = new QLabel(text, parent);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    return note;
}

} // namespace

SettingsDialog::SettingsDialog(Settings settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(std::move(settings))
    , m_threads(new QSpinBox(this))
    , m_language(new QComboBox(this))
    , m_appearance(new QComboBox(this))
    , m_keepDamaged(
          new QCheckBox(tr("&Keep the damaged original beside a repaired recording"), this))
{
    setWindowTitle(tr("Settings"));
    m_threads->setRange(1, mostThreads);
    m_threads->setValue(m_settings.threads);
    m_threads->setAccessibleName(tr("Jobs at the same time"));
    // A language is written in itself, so that whoever reads it finds it.
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Français"_s, u"fr"_s);
    m_language->setAccessibleName(tr("Language"));
    choose(*m_language, m_settings.language);
    m_appearance->addItem(tr("As the system"), QString());
    m_appearance->addItem(tr("Light"), u"light"_s);
    m_appearance->addItem(tr("Dark"), u"dark"_s);
    m_appearance->setAccessibleName(tr("Appearance"));
    choose(*m_appearance, m_settings.appearance);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::wide);
    form->setVerticalSpacing(space::whole);
    form->addRow(tr("&Jobs at the same time:"), m_threads);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(tr("&Appearance:"), m_appearance);
    m_keepDamaged->setObjectName(u"keepDamaged"_s);
    m_keepDamaged->setChecked(m_settings.keepDamaged);
    auto *note = makeNote(tr("These count from the next start of Respool."), this);
    auto *damage =
        makeNote(tr("When not everything in a damaged recording can be read, the original stays as "
                    "NAME.orig. Without it, what was lost cannot be looked for again."),
                 this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::wide);
    column->addLayout(form);
    column->addWidget(note);
    auto *originals = new QVBoxLayout;
    originals->setSpacing(space::half);
    originals->addWidget(m_keepDamaged);
    originals->addWidget(damage);
    column->addLayout(originals);
    column->addWidget(buttons);
}

Settings SettingsDialog::settings() const
{
    Settings chosen = m_settings;
    chosen.threads = m_threads->value();
    chosen.language = m_language->currentData().toString();
    chosen.appearance = m_appearance->currentData().toString();
    chosen.keepDamaged = m_keepDamaged->isChecked();
    return chosen;
}

} // namespace respool
