// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/retentioneditor.h"

#include "core/base/clock.h"
#include "core/base/units.h"
#include "core/retention.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/queryedit.h"
#include "ui/retentiondialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int typingMs = 250;
constexpr int previewLines = 4;
constexpr double gigabyte = 1e9;
constexpr double usualDays = 90, usualGigabytes = 500, usualCount = 100;

} // namespace

RetentionEditor::RetentionEditor(Retention &retention, const QList<StoreInfo> &stores,
                                 RetentionRule rule, QWidget *parent)
    : QDialog(parent)
    , m_retention(retention)
    , m_rule(std::move(rule))
    , m_stores(stores)
    , m_name(new QLineEdit(this))
    , m_nameError(makeComplaint(u"nameError"_s, this))
    , m_query(new QueryEdit(this))
    , m_queryError(makeComplaint(u"queryError"_s, this))
    , m_bound(new QComboBox(this))
    , m_amount(new QDoubleSpinBox(this))
    , m_preview(new QLabel(this))
    , m_typing(new QTimer(this))
{
    setWindowTitle(m_rule.id.value > 0 ? tr("Change the retention rule")
                                       : tr("New retention rule"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingMs);
    fill(stores);
    layOut();
    connect(m_typing, &QTimer::timeout, this, &RetentionEditor::preview);
    connect(m_name, &QLineEdit::textChanged, m_nameError, &QWidget::hide);
    connect(m_query, &QLineEdit::textChanged, this, &RetentionEditor::check);
    connect(m_bound, &QComboBox::currentIndexChanged, this, &RetentionEditor::showBound);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &RetentionEditor::nameUnit);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &RetentionEditor::check);
    check();
    m_name->setFocus();
}

void RetentionEditor::fill(const QList<StoreInfo> &stores)
{
    m_name->setObjectName(u"name"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setText(m_rule.name);
    m_query->setObjectName(u"query"_s);
    m_query->setAccessibleName(tr("Recordings"));
    m_query->setPlaceholderText(tr("Words of a search; none: every recording"));
    QueryNames names;
    for (const StoreInfo &store : stores)
        names.stores << store.name;
    m_query->setNames(names);
    m_query->setText(m_rule.query);
    m_bound->setObjectName(u"bound"_s);
    m_bound->setAccessibleName(tr("What it limits"));
    m_bound->addItem(tr("what is older than"), int(RetentionBound::Age));
    m_bound->addItem(tr("the oldest of each store beyond"), int(RetentionBound::Size));
    m_bound->addItem(tr("all but the newest"), int(RetentionBound::Count));
    m_amount->setObjectName(u"amount"_s);
    m_amount->setAccessibleName(tr("Limit"));
    m_bound->setCurrentIndex(m_bound->findData(int(m_rule.bound)));
    showBound();
    if (m_rule.amount > 0)
        m_amount->setValue(m_rule.bound == RetentionBound::Size ? double(m_rule.amount) / gigabyte
                                                                : double(m_rule.amount));
    m_preview->setObjectName(u"preview"_s);
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setMinimumHeight(previewLines * fontMetrics().lineSpacing());
    m_preview->setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

void RetentionEditor::layOut()
{
    auto *limit = new QHBoxLayout;
    limit->addWidget(m_bound, 1);
    limit->addWidget(m_amount);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::wide);
    form->setVerticalSpacing(space::whole);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(QString(), m_nameError);
    form->addRow(tr("&Recordings:"), m_query);
    form->addRow(QString(), m_queryError);
    auto *deletes = new QLabel(tr("&Delete:"), this);
    deletes->setBuddy(m_bound);
    form->addRow(deletes, limit);
    form->addRow(QString(), m_preview);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(m_rule.id.value > 0 ? tr("&Save rule") : tr("&Add rule"),
                                QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &RetentionEditor::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::wide);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    resize(620, sizeHint().height());
}

void RetentionEditor::showBound()
{
    switch (RetentionBound(m_bound->currentData().toInt())) {
    case RetentionBound::Unknown:
        break;
    case RetentionBound::Age:
        m_amount->setDecimals(0);
        m_amount->setRange(1, mostRetentionDays);
        m_amount->setValue(usualDays);
        break;
    case RetentionBound::Size:
        m_amount->setDecimals(1);
        m_amount->setRange(0.1, 1e9);
        m_amount->setValue(usualGigabytes);
        break;
    case RetentionBound::Count:
        m_amount->setDecimals(0);
        m_amount->setRange(1, 1e9);
        m_amount->setValue(usualCount);
        break;
    }
    nameUnit();
    check();
}

void RetentionEditor::nameUnit()
{
    const int amount = int(m_amount->value());
    switch (RetentionBound(m_bound->currentData().toInt())) {
    case RetentionBound::Unknown:
        break;
    case RetentionBound::Age:
        m_amount->setSuffix(tr(" day(s)", nullptr, amount));
        break;
    case RetentionBound::Size:
        m_amount->setSuffix(tr(" GB"));
        break;
    case RetentionBound::Count:
        m_amount->setSuffix(tr(" recording(s)", nullptr, amount));
        break;
    }
}

// The place of a mistake is shown at once, and what the rule means a moment later.
void RetentionEditor::check()
{
    ++m_asked;
    const ParsedQuery parsed = parseQuery(
        m_query->text(),
        {.nowMs = SystemClock().nowMs(), .zone = QTimeZone::systemTimeZone(), .stores = m_stores});
    m_query->setMistake(parsed.mistake);
    m_queryError->setVisible(parsed.mistake.has_value());
    if (m_save)
        m_save->setEnabled(!parsed.mistake);
    if (parsed.mistake) {
        m_typing->stop();
        m_queryError->setText(parsed.mistake->message);
        m_preview->clear();
        return;
    }
    m_typing->start();
}

void RetentionEditor::preview()
{
    const int number = ++m_asked;
    m_preview->setText(tr("Looking…"));
    m_retention.plan({rule()}, RetentionLook::Catalogue)
        .then(this, [this, number](const Result<RetentionPlan> &plan) {
            if (number != m_asked)
                return;
            if (!plan || plan->rules.first().error.code != ErrorCode::None) {
                m_preview->setText(errorText(plan ? plan->rules.first().error : plan.error()));
                return;
            }
            const qint64 stay = plan->rules.first().choice.stay.size();
            QString text = plan->count > 0
                               ? tr("Would delete %1 now, from %2 to %3.")
                                     .arg(amountWords(plan->count, plan->bytes),
                                          timeText(plan->oldestMs), timeText(plan->newestMs))
                               : tr("Would delete nothing now.");
            if (stay > 0)
                text += u'\n'
                        + tr("%n recording(s) stay though the limit says otherwise: under hold, "
                             "flagged, missing or offline.",
                             nullptr, int(stay));
            m_preview->setText(text);
        });
}

RetentionRule RetentionEditor::rule() const
{
    RetentionRule made = m_rule;
    made.name = m_name->text().trimmed();
    made.query = m_query->text().trimmed();
    made.language = queryLanguage;
    made.bound = RetentionBound(m_bound->currentData().toInt());
    const double amount = m_amount->value();
    made.amount = std::llround(made.bound == RetentionBound::Size ? amount * gigabyte : amount);
    return made;
}

void RetentionEditor::save()
{
    m_nameError->hide();
    m_save->setEnabled(false); // a second click would ask for the same name again
    const auto end = [this](const Error &error) {
        m_save->setEnabled(true);
        if (error.code == ErrorCode::None)
            accept();
        else
            complain(error);
    };
    if (m_rule.id.value > 0)
        m_retention.changeRule(rule()).then(
            this, [end](const Result<> &changed) { end(changed ? Error() : changed.error()); });
    else
        m_retention.addRule(rule()).then(this, [end](const Result<RetentionRuleId> &added) {
            end(added ? Error() : added.error());
        });
}

void RetentionEditor::complain(const Error &error)
{
    const bool ofName = m_name->text().trimmed().isEmpty() || error.code == ErrorCode::Conflict;
    QLabel *label = ofName ? m_nameError : m_queryError;
    label->setText(errorText(error));
    label->show();
    (ofName ? m_name : static_cast<QWidget *>(m_query))->setFocus();
}

} // namespace respool
