// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/workorder.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace respool {

// Where a clip begins and ends, as people write it, and what is wrong with that. Lives on the ui
// thread.
class ClipFields final : public QWidget
{
    Q_OBJECT

public:
    explicit ClipFields(QWidget *parent = nullptr);

    void setLength(qint64 ms); // of what it is cut from; 0: not known
    void setRange(const TimeRange &range);
    std::optional<TimeRange> range() const; // none while what is written is no clip
    bool isExact() const;

signals:
    void changed();

private:
    void check();
    QString complaint() const;
    QString hint() const;

    QLineEdit *m_from, *m_to;
    QLabel *m_note;
    QCheckBox *m_exact;
    qint64 m_lengthMs = 0;
};

} // namespace respool
