// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace respool {

// What stands where there is nothing to list: why, and the one button that helps.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Reason { NoStore, Scanning, NothingInStore, NothingMatches, TrashEmpty };
    explicit EmptyPage(QWidget *parent = nullptr);
    void explain(Reason reason);

signals:
    void addStoreWanted();
    void scanWanted();
    void clearFilterWanted();

private:
    void press();

    Reason m_reason = Reason::NoStore;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QLabel *m_hint;
};

} // namespace respool
