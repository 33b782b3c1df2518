// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/placeview.h"

#include "core/library/textcatalog.h"

#include <QFontDatabase>
#include <QTextBlock>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace respool {

PlaceView::PlaceView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Lines of the recording"));
}

void PlaceView::showPlace(const TextPlace &place, const QList<TextMark> &marks)
{
    QStringList lines;
    if (place.beginsLate)
        lines << tr("(there is more before this)");
    const int chosen = int(lines.size() + place.chosen);
    qsizetype indent = 0;
    for (const TextPlaceLine &line : place.lines) {
        const QString time = placeText(line.atMs) + u"  "_s;
        if (lines.size() == chosen)
            indent = time.size();
        lines << time + line.text;
    }
    if (place.endsEarly)
        lines << tr("(there is more behind this)");
    setPlainText(lines.join(u'\n'));
    const QTextBlock block = document()->findBlockByNumber(chosen);
    QTextCursor cursor(block);
    QTextEdit::ExtraSelection row;
    row.format.setBackground(palette().alternateBase());
    row.format.setProperty(QTextFormat::FullWidthSelection, true);
    row.cursor = cursor;
    QList<QTextEdit::ExtraSelection> selections{row};
    for (const TextMark &mark : marks) {
        QTextEdit::ExtraSelection found;
        found.format.setBackground(palette().highlight());
        found.format.setForeground(palette().highlightedText());
        found.cursor = QTextCursor(block);
        const int from = block.position() + int(indent + mark.from);
        if (from + int(mark.length) > block.position() + block.length())
            continue; // the text is another one by now
        found.cursor.setPosition(from);
        found.cursor.setPosition(from + int(mark.length), QTextCursor::KeepAnchor);
        selections << found;
    }
    setExtraSelections(selections);
    setTextCursor(cursor);
    centerCursor();
    // The page gets its size only when it is shown.
    QTimer::singleShot(0, this, &QPlainTextEdit::centerCursor);
}

QString placeText(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return u"%1:%2:%3"_s.arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace respool
