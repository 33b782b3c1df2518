// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/keyhelp.h"

#include "ui/look.h"
#include "ui/player/playerkeys.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

KeyHelp::KeyHelp(QWidget *player)
    : QFrame(player)
    , m_table(new QTableWidget(0, 2, this))
{
    setAccessibleName(tr("Keys of the player"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::NoFrame);
    auto *title = new QLabel(tr("Keys"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *away = new QToolButton(this);
    away->setObjectName(u"closeKeys"_s);
    away->setIcon(icon(u"cancel"_s));
    away->setToolTip(tr("Close (Esc)"));
    away->setAccessibleName(tr("Close the list of keys"));
    connect(away, &QToolButton::clicked, this, &KeyHelp::close);
    for (const PlayerKey &key : playerKeys()) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(key.keys));
        m_table->setItem(row, 1, new QTableWidgetItem(key.what));
        m_table->item(row, 0)->setData(Qt::AccessibleTextRole, u"%1: %2"_s.arg(key.keys, key.what));
    }
    m_table->setAccessibleName(tr("Keys and what they do"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(*m_table);
    m_table->horizontalHeader()->hide();
    m_table->resizeColumnToContents(0);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(away);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::whole, space::whole, space::whole);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    for (QObject *heard : {static_cast<QObject *>(player), static_cast<QObject *>(m_table),
                           static_cast<QObject *>(away)})
        heard->installEventFilter(this);
    hide();
}

void KeyHelp::open()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_table->setCurrentCell(0, 0);
    m_table->setFocus();
}

void KeyHelp::close()
{
    if (isHidden())
        return;
    hide();
    emit closed();
}

bool KeyHelp::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Escape && key->key() != Qt::Key_F1 && key->text() != u"?"_s)
        return QFrame::eventFilter(watched, event);
    close();
    return true;
}

} // namespace respool
