// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settingsdialog.h"

#include "core/engine.h"
#include "ui/gracepage.h"
#include "ui/hourspage.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int mostThreads = 16;
constexpr int namesWidth = 190;

void choose(QComboBox &box, const QVariant &value)
{
    box.setCurrentIndex(std::max(0, box.findData(value)));
}

QLabel *makeNote(const QString &text, QWidget *parent)
{
    auto *note = new QLabel(parent);
    note->setWordWrap(true);
    sayBelow(*note, text, false);
    return note;
}

} // namespace

SettingsDialog::SettingsDialog(Settings settings, Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_settings(std::move(settings))
    , m_names(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_grace(new GracePage(engine.retention(), this))
{
    setWindowTitle(tr("Settings"));
    makeGeneral();
    makeWork(engine);
    makeRecordings();
    addWholePage(tr("Trash"), u"trash"_s, m_grace);
    makeNotifications();
    makeAfterQueue();
    makePaths(engine);
    layOut();
}

void SettingsDialog::layOut()
{
    m_names->setAccessibleName(tr("Pages"));
    m_names->setFixedWidth(namesWidth);
    m_names->setIconSize({18, 18});
    m_names->setSpacing(2);
    m_names->setCurrentRow(0);
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_grace->apply();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::wide);
    row->addWidget(m_names);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::wide);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    resize(720, 460);
}

void SettingsDialog::addWholePage(const QString &name, const QString &iconName, QWidget *page)
{
    new QListWidgetItem(icon(iconName), name, m_names);
    m_pages->addWidget(page);
}

QFormLayout *SettingsDialog::addPage(const QString &name, const QString &iconName)
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::wide);
    form->setVerticalSpacing(space::whole);
    addWholePage(name, iconName, page);
    return form;
}

QCheckBox *SettingsDialog::makeSwitch(const QString &name, const QString &text,
                                      bool Settings::*member)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setChecked(m_settings.*member);
    m_switches << std::pair(box, member);
    return box;
}

void SettingsDialog::makeGeneral()
{
    m_language = new QComboBox(this);
    m_language->setObjectName(u"language"_s);
    // A language is written in itself, so that whoever reads it finds it.
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Français"_s, u"fr"_s);
    m_language->setAccessibleName(tr("Language"));
    choose(*m_language, m_settings.language);
    m_appearance = new QComboBox(this);
    m_appearance->setObjectName(u"appearance"_s);
    m_appearance->addItem(tr("As the system"), QString());
    m_appearance->addItem(tr("Light"), u"light"_s);
    m_appearance->addItem(tr("Dark"), u"dark"_s);
    m_appearance->setAccessibleName(tr("Appearance"));
    choose(*m_appearance, m_settings.appearance);
    QFormLayout *form = addPage(tr("General"), u"settings"_s);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(tr("&Appearance:"), m_appearance);
    form->addRow(makeNote(tr("Both count at once: the window is made anew."), this));
}

void SettingsDialog::makeWork(Engine &engine)
{
    m_threads = new QSpinBox(this);
    m_threads->setObjectName(u"threads"_s);
    m_threads->setRange(1, mostThreads);
    m_threads->setValue(m_settings.threads);
    m_threads->setAccessibleName(tr("Jobs at the same time"));
    QFormLayout *form = addPage(tr("Work"), u"play"_s);
    m_threads->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    form->addRow(tr("&Jobs at the same time:"), m_threads);
    form->addRow(makeSwitch(u"staysAwake"_s, tr("&Keep the machine awake while jobs run"),
                            &Settings::staysAwake));
    auto *hours = new HoursPage(engine.timetable(), this);
    hours->layout()->setContentsMargins(0, 0, 0, 0); // it stands in a page that has some
    form->addRow(hours);
}

void SettingsDialog::makeRecordings()
{
    QFormLayout *form = addPage(tr("Recordings"), u"recording"_s);
    form->addRow(makeSwitch(u"drawsPictures"_s, tr("&Draw pictures of new recordings"),
                            &Settings::drawsPictures));
    form->addRow(makeSwitch(u"readsTexts"_s, tr("&Read the texts of terminals for the search"),
                            &Settings::readsTexts));
    form->addRow(makeSwitch(u"keepDamaged"_s,
                            tr("&Keep the damaged original beside a repaired recording"),
                            &Settings::keepDamaged));
    form->addRow(
        makeNote(tr("When not everything in a damaged recording can be read, the original stays as "
                    "NAME.orig. Without it, what was lost cannot be looked for again."),
                 this));
}

void SettingsDialog::makeNotifications()
{
    QFormLayout *form = addPage(tr("Notifications"), u"warning"_s);
    form->addRow(makeNote(tr("While no window of Respool is in front, tell me:"), this));
    form->addRow(
        makeSwitch(u"tellsEnds"_s, tr("when what I &asked for is finished"), &Settings::tellsEnds));
    form->addRow(
        makeSwitch(u"tellsFailures"_s, tr("when something &failed"), &Settings::tellsFailures));
    form->addRow(makeNote(tr("Beside the window:"), this));
    form->addRow(makeSwitch(u"showsTray"_s, tr("&Show an icon with the progress in the tray"),
                            &Settings::showsTray));
}

void SettingsDialog::makeAfterQueue()
{
    m_afterQueue = new QComboBox(this);
    m_afterQueue->setObjectName(u"afterQueue"_s);
    m_afterQueue->setAccessibleName(tr("When the queue is done"));
    m_afterQueue->addItem(tr("Do nothing"), int(AfterQueue::Nothing));
    m_afterQueue->addItem(tr("Notify me"), int(AfterQueue::Notify));
    m_afterQueue->addItem(tr("Quit Respool"), int(AfterQueue::Quit));
    m_afterQueue->addItem(tr("Let the machine sleep"), int(AfterQueue::Sleep));
    m_afterQueue->addItem(tr("Shut the machine down"), int(AfterQueue::ShutDown));
    choose(*m_afterQueue, int(m_settings.afterQueue));
    QFormLayout *form = addPage(tr("After the queue"), u"quit"_s);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("&When the queue is done:"), m_afterQueue);
    form->addRow(makeNote(tr("Every time. For one time only, choose it in the menu of the jobs. "
                             "What ends Respool or the machine can be called off for 15 seconds."),
                          this));
}

void SettingsDialog::makePaths(const Engine &engine)
{
    QFormLayout *form = addPage(tr("Paths"), u"folder-open"_s);
    const auto add = [this, form](const QString &label, const QString &path) {
        auto *line = new QLineEdit(path, this);
        line->setReadOnly(true);
        line->setCursorPosition(0);
        line->setAccessibleName(label);
        form->addRow(label, line);
    };
    add(tr("Data folder:"), engine.options().dataFolder);
    add(tr("Database:"), engine.options().database.file);
    const QString media = qEnvironmentVariable("RESPOOL_MEDIA");
    add(tr("Media process:"), media.isEmpty() ? tr("the one that came with Respool") : media);
    form->addRow(makeNote(tr("They are chosen at the start: --data or RESPOOL_DATA, --database or "
                             "RESPOOL_DATABASE, RESPOOL_MEDIA. Messages go to stderr."),
                          this));
}

Settings SettingsDialog::settings() const
{
    Settings chosen = m_settings;
    chosen.threads = m_threads->value();
    chosen.language = m_language->currentData().toString();
    chosen.appearance = m_appearance->currentData().toString();
    chosen.afterQueue = AfterQueue(m_afterQueue->currentData().toInt());
    for (const auto &[box, member] : m_switches)
        chosen.*member = box->isChecked();
    return chosen;
}

} // namespace respool
