// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/deletedialog.h"

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype mostListed = 200;
constexpr qsizetype mostStores = 6;

QIcon iconFor(const Error &error)
{
    if (error.code == ErrorCode::Refused)
        return icon(u"lock"_s);
    return icon(error.code == ErrorCode::Busy ? u"waiting"_s : u"warning"_s);
}

QLabel *largeLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

// "12 recordings are left alone (3 under hold, 9 being recorded):"
QString leftText(const DeletePlan &plan)
{
    QStringList why;
    if (const qint64 held = plan.count(RefusalKind::Held); held > 0)
        why << DeleteDialog::tr("%n under hold", nullptr, int(held));
    if (const qint64 active = plan.count(RefusalKind::Active); active > 0)
        why << DeleteDialog::tr("%n being recorded", nullptr, int(active));
    const QString left =
        DeleteDialog::tr("%n recording(s) are left alone", nullptr, int(plan.refused.size()));
    return why.isEmpty() ? left + u':' : u"%1 (%2):"_s.arg(left, why.join(u", "_s));
}

// What is usual in the words of the window; what has gone wrong as it was told.
QString refusalText(const Refusal &refusal)
{
    switch (refusal.kind) {
    case RefusalKind::Held:
        return DeleteDialog::tr("%1 is under hold (%2)").arg(refusal.uid, refusal.holdReason);
    case RefusalKind::Active:
        return DeleteDialog::tr("%1 is being recorded").arg(refusal.uid);
    case RefusalKind::Deleting:
        return DeleteDialog::tr("%1 is being deleted already").arg(refusal.uid);
    case RefusalKind::Trashed:
        return DeleteDialog::tr("%1 is in the trash already").arg(refusal.uid);
    case RefusalKind::Other:
        return errorText(refusal.error);
    }
    Q_UNREACHABLE();
}

QListWidget *refusedList(const DeletePlan &plan, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setAccessibleName(DeleteDialog::tr("Recordings that are left alone"));
    for (const Refusal &refusal : plan.refused.first(std::min(plan.refused.size(), mostListed)))
        (new QListWidgetItem(iconFor(refusal.error), refusalText(refusal), list))
            ->setToolTip(refusal.uid);
    if (plan.refused.size() > mostListed)
        new QListWidgetItem(DeleteDialog::tr("and %n more; the report names all", nullptr,
                                             int(plan.refused.size() - mostListed)),
                            list);
    list->setIconSize({18, 18});
    list->setTextElideMode(Qt::ElideMiddle);
    list->setMaximumHeight(std::min<int>(int(plan.refused.size()), 6) * rowHeight(*list)
                           + space::whole);
    return list;
}

} // namespace

DeleteDialog::DeleteDialog(DeletePlan plan, QWidget *parent)
    : QDialog(parent)
    , m_plan(std::move(plan))
    , m_permanent(new QCheckBox(tr("Delete for &good, without the trash"), this))
    , m_reason(new QLineEdit(this))
    , m_warning(new QLabel(this))
    , m_accept(new QPushButton(this))
{
    setWindowTitle(tr("Delete recordings"));
    setMinimumWidth(580);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole + space::half);
    const int ready = int(m_plan.ready.size());
    column->addWidget(largeLabel(ready > 0 ? tr("Delete %n recording(s)?", nullptr, ready)
                                           : tr("None of these can be deleted"),
                                 this));
    column->addLayout(makeFacts());
    if (!m_plan.refused.isEmpty()) {
        column->addWidget(new QLabel(leftText(m_plan), this));
        column->addWidget(refusedList(m_plan, this));
    }
    m_permanent->setAccessibleName(tr("Delete for good, without the trash"));
    column->addWidget(m_permanent);
    m_warning->setWordWrap(true);
    column->addWidget(m_warning);
    if (m_plan.wantsTyping())
        column->addLayout(makeTyping());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_permanent, &QCheckBox::toggled, this, &DeleteDialog::showChoice);
    m_permanent->setChecked(m_plan.permanent);
    showChoice();
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
}

QLayout *DeleteDialog::makeFacts()
{
    auto *facts = new QFormLayout;
    facts->setHorizontalSpacing(space::wide);
    facts->setVerticalSpacing(space::whole);
    const auto fact = [&](const QString &name, const QString &value) {
        auto *label = new QLabel(value, this);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
        label->setAccessibleName(u"%1 %2"_s.arg(name, value));
        facts->addRow(name, label);
    };
    fact(tr("Size:"), sizeText(m_plan.bytes));
    if (m_plan.oldestMs > 0) {
        fact(tr("Oldest:"), timeText(m_plan.oldestMs));
        fact(tr("Newest:"), timeText(m_plan.newestMs));
    }
    for (const StorePlan &store : m_plan.stores.first(std::min(m_plan.stores.size(), mostStores))) {
        fact(tr("%1:").arg(store.name), {});
        m_stores << qobject_cast<QLabel *>(
            facts->itemAt(facts->rowCount() - 1, QFormLayout::FieldRole)->widget());
    }
    if (m_plan.stores.size() > mostStores)
        fact({}, tr("and %n more store(s)", nullptr, int(m_plan.stores.size() - mostStores)));
    if (m_plan.missing > 0)
        fact(tr("Missing:"),
             tr("%n recording(s), of which no files are left", nullptr, int(m_plan.missing)));
    m_reason->setPlaceholderText(tr("Kept with the deletion, e.g. the ticket"));
    m_reason->setAccessibleName(tr("Reason"));
    facts->addRow(tr("&Reason:"), m_reason);
    return facts;
}

QLayout *DeleteDialog::makeTyping()
{
    auto *row = new QFormLayout;
    row->setHorizontalSpacing(space::wide);
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(u"typed"_s);
    const QString question = tr("Type %1 to confirm:").arg(m_plan.ready.size());
    m_typed->setAccessibleName(question);
    connect(m_typed, &QLineEdit::textChanged, this, &DeleteDialog::showChoice);
    row->addRow(question, m_typed);
    return row;
}

bool DeleteDialog::isConfirmed() const
{
    return !m_typed || m_typed->text().trimmed() == QString::number(m_plan.ready.size());
}

void DeleteDialog::showStores()
{
    for (qsizetype i = 0; i < m_stores.size(); ++i) {
        const StorePlan &store = m_plan.stores[i];
        const QString where = m_permanent->isChecked() ? tr("for good")
                              : store.trashOnVolume    ? tr("into its trash, on the same volume")
                                                       : tr("its trash is on another volume");
        m_stores[i]->setText(tr("%n recording(s), %1, %2", nullptr, int(store.recordings))
                                 .arg(sizeText(store.bytes), where));
        m_stores[i]->setToolTip(store.path);
        m_stores[i]->setAccessibleName(store.name + u": "_s + m_stores[i]->text());
    }
}

void DeleteDialog::showChoice()
{
    showStores();
    const int count = int(m_plan.ready.size());
    const bool permanent = m_permanent->isChecked();
    m_accept->setText(permanent ? tr("Delete %n recording(s) for good", nullptr, count)
                                : tr("Move %n recording(s) to the trash", nullptr, count));
    m_accept->setIcon(icon(permanent ? u"delete"_s : u"trash"_s));
    m_accept->setEnabled(count > 0 && isConfirmed());
    m_accept->setAccessibleName(m_accept->text());
    QPalette colours = palette();
    if (permanent)
        colours.setColor(QPalette::WindowText, accentColour(Accent::Bad, colours));
    m_warning->setPalette(colours);
    m_warning->setText(permanent ? tr("They cannot be restored.")
                                 : tr("They can be restored until the trash is emptied."));
}

DeletePlan DeleteDialog::plan() const
{
    DeletePlan plan = m_plan;
    plan.permanent = m_permanent->isChecked();
    return plan;
}

DeleteOptions DeleteDialog::options() const
{
    return {m_permanent->isChecked(), m_reason->text()};
}

} // namespace respool
