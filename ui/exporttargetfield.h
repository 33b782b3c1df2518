// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace respool {

// Where an export goes: a file, or the folder of several; whether it replaces what is there; and
// what is wrong with it. Looks at no file itself. Lives on the ui thread.
class ExportTargetField final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { File, Archive, Folder };
    explicit ExportTargetField(Kind kind, QWidget *parent = nullptr);

    void propose(const QString &path); // counts until the user writes another one
    QString path() const;
    QString folder() const; // that is written into
    bool replaces() const;
    // target: the file that the error is about; copies: that may be Matroska or MP4, too.
    void complain(const Error &error, const QString &target, bool copies);
    void clearComplaint();

signals:
    void changed();

private:
    void browse();
    void say(const QString &complaint);

    const Kind m_kind;
    bool m_named = false; // by the user: proposals stay away
    QLineEdit *m_path;
    QLabel *m_complaint;
    QCheckBox *m_replace;
};

} // namespace respool
