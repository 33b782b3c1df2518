// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gracepage.h"

#include "core/retention.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace respool {

GracePage::GracePage(Retention &retention, QWidget *parent)
    : QWidget(parent)
    , m_retention(retention)
    , m_form(new QFormLayout)
    , m_note(new QLabel(this))
{
    m_note->setWordWrap(true);
    sayBelow(*m_note,
             tr("What is deleted stays in the trash for so many days and can be restored; then it "
                "is deleted for good. 0: until the trash is emptied by hand."),
             false);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_form->setHorizontalSpacing(space::wide);
    m_form->setVerticalSpacing(space::whole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::wide);
    column->addWidget(m_note);
    column->addLayout(m_form);
    column->addStretch();
    retention.trash().then(this, [this](const Result<QList<StoreTrash>> &stores) {
        if (stores)
            show(*stores);
        else
            sayBelow(*m_note, errorText(stores.error()), true);
    });
}

void GracePage::show(const QList<StoreTrash> &stores)
{
    for (const StoreTrash &store : stores) {
        auto *days = new QSpinBox(this);
        days->setRange(0, mostGraceDays);
        days->setValue(store.graceDays);
        const auto nameUnit = [days] { days->setSuffix(tr(" day(s)", nullptr, days->value())); };
        connect(days, &QSpinBox::valueChanged, days, nameUnit);
        nameUnit();
        days->setAccessibleName(tr("Days in the trash of %1").arg(store.name));
        auto *name = new QLabel(store.name, this);
        name->setTextFormat(Qt::PlainText);
        name->setBuddy(days);
        m_form->addRow(name, days);
        m_stores << std::pair(store, days);
    }
}

void GracePage::apply()
{
    for (const auto &[store, days] : std::as_const(m_stores)) {
        if (days->value() == store.graceDays)
            continue;
        // The page goes with its dialog; the window shows what the stores say from then on.
        m_retention.setTrashGrace(store.store, days->value())
            .then(&m_retention, [name = store.name](const Result<> &set) {
                if (!set)
                    qWarning("%s: %s", qPrintable(name), qPrintable(set.error().detail));
            });
    }
}

} // namespace respool
