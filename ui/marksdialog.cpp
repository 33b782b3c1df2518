// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/marksdialog.h"

#include "ui/detailstext.h"
#include "ui/look.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

bool hasTag(const QStringList &tags, const QString &tag)
{
    return tags.contains(tag, Qt::CaseInsensitive);
}

QStringList commonTags(const QList<Recording> &recordings)
{
    QStringList common = recordings.first().tags;
    for (const Recording &recording : recordings)
        common.removeIf([&](const QString &tag) { return !hasTag(recording.tags, tag); });
    return common;
}

Qt::CheckState flagOf(const QList<Recording> &recordings)
{
    const auto flagged = std::ranges::count_if(recordings, &Recording::flagged);
    return flagged == 0                   ? Qt::Unchecked
           : flagged == recordings.size() ? Qt::Checked
                                          : Qt::PartiallyChecked;
}

} // namespace

MarksDialog::MarksDialog(const QList<Recording> &recordings, QWidget *parent)
    : QDialog(parent)
    , m_common(commonTags(recordings))
    , m_wasFlagged(flagOf(recordings))
    , m_tags(new QLineEdit(m_common.join(u", "_s), this))
    , m_note(new QPlainTextEdit(this))
    , m_flag(new QCheckBox(tr("Fla&gged"), this))
    , m_offered(new QStringListModel(this))
    , m_completer(new QCompleter(m_offered, this))
{
    const int count = int(recordings.size());
    setWindowTitle(tr("Tags and note"));
    setMinimumWidth(460);
    const auto differs = [&](const Recording &recording) {
        return recording.note != recordings.first().note;
    };
    const bool different = std::ranges::any_of(recordings, differs);
    m_note->setPlainText(different ? QString() : recordings.first().note);
    m_note->setPlaceholderText(different
                                   ? tr("They have different notes. What you write replaces all.")
                                   : tr("What is to be known about it"));
    m_note->setTabChangesFocus(true);
    m_note->setAccessibleName(tr("Note"));
    m_note->document()->setModified(false);
    m_tags->setPlaceholderText(tr("Words to find it by, with commas between them"));
    m_tags->setAccessibleName(tr("Tags"));
    m_flag->setAccessibleName(tr("Flagged"));
    m_flag->setTristate(m_wasFlagged == Qt::PartiallyChecked);
    m_flag->setCheckState(m_wasFlagged);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setWidget(m_tags);
    connect(m_tags, &QLineEdit::textEdited, this, &MarksDialog::completeTag);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &MarksDialog::takeTag);

    auto *title = new QLabel(
        count == 1 ? recordings.first().uid : tr("%n recording(s)", nullptr, count), this);
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title->setForegroundRole(QPalette::PlaceholderText);
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(space::wide);
    fields->setVerticalSpacing(space::whole);
    fields->addRow(tr("&Tags:"), m_tags);
    fields->addRow(tr("&Note:"), m_note);
    fields->addRow(QString(), m_flag);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Save)->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole + space::half);
    column->addWidget(title);
    column->addLayout(fields, 1);
    column->addWidget(buttons);
}

void MarksDialog::begin(Field field)
{
    if (field == Field::Note) {
        m_note->setFocus();
        m_note->moveCursor(QTextCursor::End);
    } else {
        m_tags->setFocus();
    }
}

void MarksDialog::offerTags(const QStringList &tags)
{
    m_offered->setStringList(tags);
}

QStringList MarksDialog::typedTags() const
{
    return tagsFrom(m_tags->text());
}

// What stands behind the last comma before the cursor.
void MarksDialog::completeTag(const QString &typed)
{
    const QString before = typed.left(m_tags->cursorPosition());
    const QString begun = before.section(u',', -1).trimmed();
    if (begun.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(begun);
    m_completer->complete();
}

void MarksDialog::takeTag(const QString &tag)
{
    const int place = m_tags->cursorPosition();
    const QString text = m_tags->text();
    const qsizetype comma = text.left(place).lastIndexOf(u',');
    const QString before = comma >= 0 ? text.left(comma + 1) + u' ' : QString();
    m_tags->setText(before + tag + text.mid(place));
    m_tags->setCursorPosition(int(before.size() + tag.size()));
}

QStringList MarksDialog::addedTags() const
{
    QStringList added = typedTags();
    added.removeIf([this](const QString &tag) { return hasTag(m_common, tag); });
    return added;
}

QStringList MarksDialog::removedTags() const
{
    QStringList removed = m_common;
    removed.removeIf([typed = typedTags()](const QString &tag) { return hasTag(typed, tag); });
    return removed;
}

std::optional<QString> MarksDialog::note() const
{
    if (!m_note->document()->isModified())
        return {};
    return m_note->toPlainText();
}

std::optional<bool> MarksDialog::flagged() const
{
    if (m_flag->checkState() == m_wasFlagged || m_flag->checkState() == Qt::PartiallyChecked)
        return {};
    return m_flag->isChecked();
}

} // namespace respool
