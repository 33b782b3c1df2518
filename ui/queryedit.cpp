// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queryedit.h"

#include "ui/look.h"
#include "ui/querysheet.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextCharFormat>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QueryEdit::QueryEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_candidates(new QStringListModel(this))
    , m_completer(new QCompleter(m_candidates, this))
{
    setPlaceholderText(
        tr("Search: words, kind:video, size>100M, start>-7d, tag:audit; F1 for help"));
    setClearButtonEnabled(true);
    setMaxLength(int(mostQueryLength));
    addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    QAction *help = addAction(icon(u"help"_s), QLineEdit::TrailingPosition);
    help->setObjectName(u"queryHelp"_s);
    help->setToolTip(tr("How to search (F1)"));
    connect(help, &QAction::triggered, this, &QueryEdit::showHelp);
    // Not setCompleter(): that one replaces the whole text.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("What may stand here"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &QueryEdit::take);
    connect(this, &QLineEdit::textEdited, this, &QueryEdit::offer);
}

bool QueryEdit::isOffering() const
{
    return m_completer->popup()->isVisible();
}

QStringList QueryEdit::offered() const
{
    return isOffering() ? m_candidates->stringList() : QStringList();
}

void QueryEdit::offer()
{
    const QueryCompletion completion = completionAt(text(), cursorPosition(), m_names);
    QAbstractItemView *popup = m_completer->popup();
    if (completion.candidates.isEmpty()) {
        popup->hide();
        return;
    }
    m_from = completion.from;
    m_candidates->setStringList(completion.candidates);
    QRect place = cursorRect();
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width()
                   + 2 * space::whole);
    m_completer->complete(place);
    // Chosen already, so that Enter and Tab take it.
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

// A field was taken: its values are offered next.
void QueryEdit::take(const QString &candidate)
{
    const qsizetype place = cursorPosition();
    setSelection(int(m_from), int(place - m_from));
    insert(candidate);
    if (candidate.endsWith(u':'))
        offer();
}

void QueryEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction *save = menu->addAction(tr("Save search…"));
    save->setEnabled(!m_mistake);
    connect(save, &QAction::triggered, this, &QueryEdit::saveWanted);
    menu->popup(event->globalPos());
}

void QueryEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        emit namesWanted();
}

// While the list is open, Tab takes what is chosen in it instead of leaving the field.
bool QueryEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isOffering()) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            keyPressEvent(key);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_F1:
        showHelp();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
        if (isOffering()) {
            event->ignore(); // the list does what is due
            return;
        }
        break;
    case Qt::Key_Question:
        if (text().isEmpty()) {
            showHelp();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

// QLineEdit has formats for the text of input methods only, so the mark goes in as one of those.
// It is laid over the text that is there, and leaves with the next change.
void QueryEdit::setMistake(const std::optional<QueryMistake> &mistake)
{
    m_mistake = mistake;
    QList<QInputMethodEvent::Attribute> attributes;
    if (mistake) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(accentColour(Accent::Bad, palette()));
        attributes << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat,
                                                   int(mistake->position) - cursorPosition(),
                                                   int(mistake->length), format);
    }
    QInputMethodEvent event({}, attributes);
    inputMethodEvent(&event);
}

void QueryEdit::showHelp()
{
    if (!m_sheet)
        m_sheet = new QuerySheet(this);
    m_sheet->showUnder(*this);
}

} // namespace respool
