// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QCompleter;
class QLineEdit;
class QPlainTextEdit;
class QStringListModel;

namespace respool {

// The tags, the note and the flag of one recording or of many. Of many it shows what they have in
// common, and what nobody touches stays as it is with each of them. Lives on the ui thread; changes
// nothing by itself.
class MarksDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Field { Tags, Note };

    explicit MarksDialog(const QList<Recording> &recordings, QWidget *parent = nullptr);

    void begin(Field field);
    void offerTags(const QStringList &tags); // to complete with

    QStringList addedTags() const;
    QStringList removedTags() const;
    std::optional<QString> note() const; // empty: as it was
    std::optional<bool> flagged() const; // likewise

private:
    QStringList typedTags() const;
    void completeTag(const QString &typed);
    void takeTag(const QString &tag);

    QStringList m_common; // the tags that all of them have
    Qt::CheckState m_wasFlagged = Qt::Unchecked;
    QLineEdit *m_tags;
    QPlainTextEdit *m_note;
    QCheckBox *m_flag;
    QStringListModel *m_offered;
    QCompleter *m_completer;
};

} // namespace respool
