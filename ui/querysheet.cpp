// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/querysheet.h"

#include "core/library/query/queryfields.h"
#include "ui/look.h"

#include <QCoreApplication>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString row(const QString &example, const QString &meaning)
{
    return u"<tr><td><tt>%1</tt></td><td width=\"16\"></td><td>%2</td></tr>"_s.arg(
        example.toHtmlEscaped(), meaning.toHtmlEscaped());
}

} // namespace

QuerySheet::QuerySheet(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(u"querySheet"_s);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("How to search"));
    auto *text = new QLabel(u"<table>%1</table><hr/><table>%2</table>"_s.arg(rules(), fields()));
    text->setTextFormat(Qt::RichText);
    text->setMargin(space::wide);
    text->setAccessibleName(accessibleName());
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(text);
    area->setFocusPolicy(Qt::NoFocus); // keys close the sheet
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
    constexpr int scrollBar = 24;
    m_whole = text->sizeHint() + QSize(scrollBar, 2 * frameWidth());
}

QString QuerySheet::rules()
{
    return row(u"kiosk \"night shift\""_s,
               tr("The id, path, store, a tag or the note contains each of these"))
           + row(u"size>100M duration<=10m"_s, tr("Comparisons: : = != > >= < <="))
           + row(u"kind:terminal,log"_s, tr("Any of several values"))
           + row(u"size:100M..2G start:..2026-01"_s, tr("From, to; one end may be left out"))
           + row(u"a OR b   NOT a   -a"_s, tr("AND binds before OR, and need not be written"))
           + row(u"(a OR b) c"_s, tr("Parentheses hold together what belongs together"))
           + row(u"\"or\" \"a:b\""_s, tr("Within quotes nothing has a meaning of its own"));
}

QString QuerySheet::fields()
{
    QString rows;
    for (const QueryField &field : queryFields())
        rows += row(field.example, QCoreApplication::translate("QueryField", field.help));
    return rows;
}

// Below the widget as far as the screen goes; what has no room can be scrolled.
void QuerySheet::showUnder(const QWidget &widget)
{
    const QRect screen = widget.screen()->availableGeometry();
    const QPoint under = widget.mapToGlobal(QPoint(0, widget.height()));
    const int height = std::min(m_whole.height(), screen.bottom() - under.y());
    const int left = std::max(screen.left(), std::min(under.x(), screen.right() - m_whole.width()));
    setGeometry(left, under.y(), m_whole.width(), height);
    show();
    setFocus(Qt::PopupFocusReason);
}

void QuerySheet::keyPressEvent(QKeyEvent *)
{
    close();
}

} // namespace respool
