// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of DetailsPane that puts its fields in their places.

#include "ui/detailspane.h"
#include "ui/look.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int noteLines = 3;

// Their fields begin below each other.
void align(const QFormLayout &one, const QFormLayout &other)
{
    QList<QWidget *> labels;
    int widest = 0;
    for (const QFormLayout *form : {&one, &other}) {
        for (int row = 0; row < form->rowCount(); ++row) {
            labels << form->itemAt(row, QFormLayout::LabelRole)->widget();
            widest = std::max(widest, labels.last()->sizeHint().width());
        }
    }
    for (QWidget *label : labels)
        label->setMinimumWidth(widest);
}

} // namespace

void DetailsPane::layOut()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::wide, space::whole, space::wide, space::wide);
    column->setSpacing(space::whole);
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts = new QFormLayout;
    m_facts->setHorizontalSpacing(space::wide);
    m_facts->setVerticalSpacing(space::half);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const QStringList names{tr("Store:"),    tr("Kind:"),  tr("State:"),  tr("Start:"),
                            tr("Duration:"), tr("Size:"),  tr("Format:"), tr("Verified:"),
                            tr("Oldest:"),   tr("Newest:")};
    for (int fact = Store; fact <= Newest; ++fact)
        m_values << addFact(names[fact]);
    auto *marks = new QFormLayout;
    marks->setHorizontalSpacing(space::wide);
    marks->setVerticalSpacing(space::whole);
    layOutMarks(*marks);
    align(*m_facts, *marks);
    auto *ofOne = new QVBoxLayout(m_ofOne);
    ofOne->setContentsMargins(0, 0, 0, 0);
    ofOne->setSpacing(space::whole);
    ofOne->addLayout(marks);
    ofOne->addWidget(m_parts);
    ofOne->addWidget(m_kept);
    ofOne->addWidget(m_history);
    m_kept->setWordWrap(true);
    m_kept->setTextFormat(Qt::PlainText);
    column->addWidget(m_title);
    column->addLayout(m_facts);
    column->addWidget(m_ofOne);
    column->addStretch(1);
    setWidget(content);
}

void DetailsPane::layOutMarks(QFormLayout &form)
{
    m_tags->setAccessibleName(tr("Tags"));
    m_tags->setObjectName(u"detailsTags"_s);
    m_tags->setPlaceholderText(tr("Words to find it by, with commas between them"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setObjectName(u"detailsNote"_s);
    m_note->setPlaceholderText(tr("What is to be known about it"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteLines * m_note->fontMetrics().lineSpacing() + 2 * space::whole);
    m_hold->setWordWrap(true);
    m_hold->setTextFormat(Qt::PlainText);
    m_holdButton->setObjectName(u"detailsHold"_s);
    auto *hold = new QHBoxLayout;
    hold->addWidget(m_hold, 1);
    hold->addWidget(m_holdButton);
    form.setRowWrapPolicy(QFormLayout::WrapLongRows);
    form.addRow(tr("Tags:"), m_tags);
    form.addRow(tr("Note:"), m_note);
    form.addRow(tr("Hold:"), hold);
}

QLabel *DetailsPane::addFact(const QString &name)
{
    auto *value = new QLabel;
    value->setWordWrap(true);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addRow(name, value);
    return value;
}

} // namespace respool
