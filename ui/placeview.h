// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace respool {

struct TextMark;
struct TextPlace;

// The lines around one that was found, each with its time, and that one marked. Lives on the ui
// thread.
class PlaceView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PlaceView(QWidget *parent = nullptr);

    void showPlace(const TextPlace &place, const QList<TextMark> &marks);
};

// Where something is in a part: 1:02:03.
QString placeText(qint64 ms);

} // namespace respool
