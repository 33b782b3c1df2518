// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/emptypage.h"

#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto *picture = new QLabel(this);
    picture->setPixmap(QIcon(u":/icons/respool.svg"_s).pixmap(96, 96));
    picture->setAlignment(Qt::AlignCenter);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    m_title->setFont(font);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(picture);
    column->addWidget(m_title);
    column->addWidget(m_text, 0, Qt::AlignCenter);
    column->addWidget(m_button, 0, Qt::AlignCenter);
    column->addStretch();
    connect(m_button, &QPushButton::clicked, this, &EmptyPage::press);
    explain(Reason::NoStore);
}

void EmptyPage::explain(Reason reason)
{
    m_reason = reason;
    switch (reason) {
    case Reason::NoStore:
        m_title->setText(tr("No recordings yet"));
        m_text->setText(tr("A store is a folder that holds recorded sessions. Add one, and Respool "
                           "lists what is in it; nothing in it changes before you say so."));
        m_button->setText(tr("Add a store…"));
        break;
    case Reason::NothingInStore:
        m_title->setText(tr("Nothing here"));
        m_text->setText(
            tr("No recording was found in the store. Scan it again when there is one."));
        m_button->setText(tr("Scan"));
        break;
    case Reason::NothingMatches:
        m_title->setText(tr("Nothing matches"));
        m_text->setText(tr("No recording fits the filter at the left and the words above."));
        m_button->setText(tr("Show all recordings"));
        break;
    case Reason::TrashEmpty:
        m_title->setText(tr("The trash is empty"));
        m_text->setText(tr("What you delete lies here and can be restored, until you empty it."));
        m_button->setText(tr("Show all recordings"));
        break;
    }
    m_button->setAccessibleName(m_button->text());
}

void EmptyPage::press()
{
    switch (m_reason) {
    case Reason::NoStore:
        emit addStoreWanted();
        break;
    case Reason::NothingInStore:
        emit scanWanted();
        break;
    case Reason::NothingMatches:
    case Reason::TrashEmpty:
        emit clearFilterWanted();
        break;
    }
}

} // namespace respool
