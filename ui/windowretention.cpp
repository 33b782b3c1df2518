// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that is about how long recordings are kept, and how much room they take.

#include "core/base/units.h"
#include "core/engine.h"
#include "core/library/trashgrace.h"
#include "core/retention.h"
#include "ui/actions.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/retentiondialog.h"
#include "ui/sidebar.h"
#include "ui/storagedialog.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

void MainWindow::connectRetention()
{
    connect(m_actions->retention, &QAction::triggered, this, &MainWindow::showRetention);
    connect(m_actions->storage, &QAction::triggered, this, &MainWindow::showStorage);
    connect(m_actions->storeSettings, &QAction::triggered, this, &MainWindow::showStoreSettings);
    connect(m_sidebar, &Sidebar::filterChosen, this, &MainWindow::tellTrash);
    connect(m_sidebar, &Sidebar::storesLoaded, this, &MainWindow::tellTrash);
    connect(&m_engine.retention(), &Retention::changed, this, &MainWindow::tellTrash);
    m_sidebar->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_sidebar, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (m_sidebar->chosenStore())
            menu->addActions({m_actions->scan, m_actions->storeSettings, m_actions->removeStore});
        else if (m_sidebar->showsTrash())
            menu->addAction(m_actions->emptyTrash);
        else
            menu->addActions({m_actions->saveSearch});
        menu->addSeparator();
        m_sidebar->fillMenu(*menu);
        menu->popup(m_sidebar->viewport()->mapToGlobal(at));
    });
}

void MainWindow::showRetention()
{
    auto *dialog =
        new RetentionDialog(m_engine.retention(), m_engine.timetable(), m_sidebar->stores(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showStorage()
{
    auto *dialog = new StorageDialog(m_engine.retention(), m_engine.catalog(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showStoreSettings()
{
    const auto chosen = m_sidebar->chosenStore();
    if (!chosen)
        return;
    m_engine.retention().trash().then(
        this, [this, store = *chosen](const Result<QList<StoreTrash>> &trash) {
            if (!trash)
                return complain(trash.error());
            const auto found = std::ranges::find(*trash, store, &StoreTrash::store);
            if (found != trash->end())
                askForGrace(*found);
        });
}

void MainWindow::askForGrace(const StoreTrash &trash)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Settings of %1").arg(trash.name));
    dialog->setLabelText(tr("How many days does what is deleted stay in the trash?\n"
                            "0: until the trash is emptied by hand."));
    dialog->setIntRange(0, mostGraceDays);
    dialog->setIntValue(trash.graceDays);
    connect(dialog, &QInputDialog::intValueSelected, this, [this, trash](int days) {
        m_engine.retention()
            .setTrashGrace(trash.store, days)
            .then(this, [this](const Result<> &set) {
                if (!set)
                    complain(set.error());
            });
    });
    dialog->open();
}

// How much lies in the trash, and when the first of it goes, beside the list of it.
void MainWindow::tellTrash()
{
    if (!m_sidebar->showsTrash()) {
        m_library->setNote({});
        return;
    }
    m_engine.retention().trash().then(this, [this](const Result<QList<StoreTrash>> &trash) {
        if (!trash || !m_sidebar->showsTrash())
            return;
        qint64 bytes = 0, goesMs = 0;
        for (const StoreTrash &store : *trash) {
            bytes += store.bytes;
            const qint64 goes = store.goesMs(store.oldestMs);
            if (goes > 0)
                goesMs = goesMs == 0 ? goes : std::min(goesMs, goes);
        }
        m_library->setNote(
            goesMs > 0
                ? tr("%1 · the first goes on %2").arg(sizeText(bytes), timeText(goesMs).left(10))
                : sizeText(bytes));
    });
}

} // namespace respool
