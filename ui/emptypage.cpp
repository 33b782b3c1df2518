// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/emptypage.h"

#include "ui/look.h"

#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString pictureFor(EmptyPage::Reason reason)
{
    switch (reason) {
    case EmptyPage::Reason::NoStore:
        return u"respool"_s;
    case EmptyPage::Reason::Scanning:
        return u"scan"_s;
    case EmptyPage::Reason::NothingInStore:
        return u"store"_s;
    case EmptyPage::Reason::NothingMatches:
        return u"search"_s;
    case EmptyPage::Reason::TrashEmpty:
        return u"trash"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_hint(new QLabel(tr("or drag the folder onto this window"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_picture->setAlignment(Qt::AlignCenter);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    m_title->setFont(font);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(440);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::whole + space::half);
    column->addStretch();
    column->addWidget(m_picture);
    column->addWidget(m_title);
    column->addWidget(m_text, 0, Qt::AlignCenter);
    column->addSpacing(space::half);
    column->addWidget(m_button, 0, Qt::AlignCenter);
    column->addWidget(m_hint);
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
        m_text->setText(
            tr("Step 1 of 3: point at a folder that holds recorded sessions, a store. "
               "Respool lists what is in it; nothing in it changes before you say so."));
        m_button->setText(tr("Add a store…"));
        break;
    case Reason::Scanning:
        m_title->setText(tr("Looking for recordings…"));
        m_text->setText(tr("The store is being scanned. Recordings appear here as they are found; "
                           "the job below shows how far it is."));
        m_button->setText({});
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
    m_button->setVisible(reason != Reason::Scanning);
    const bool first = reason == Reason::NoStore;
    m_button->setIcon(first ? icon(u"add-store"_s) : QIcon());
    m_hint->setVisible(first);
    m_picture->setPixmap(icon(pictureFor(reason)).pixmap(first ? 96 : 56));
}

void EmptyPage::press()
{
    switch (m_reason) {
    case Reason::NoStore:
        emit addStoreWanted();
        break;
    case Reason::Scanning:
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
