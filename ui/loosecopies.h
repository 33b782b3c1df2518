// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QStringList>

#include <stop_token>

namespace respool {

// Writes seekable copies of media files that belong to no store beside them, one after the other
// on a thread of the pool. Not a job: what is not finished when the program ends leaves nothing.
// Lives on the ui thread.
class LooseCopies final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~LooseCopies() override;

    void write(const QStringList &files);
    static QString copyNameOf(const QString &file); // NAME.seekable.webm

signals:
    void written(const QString &copy);
    void wasSeekable(const QString &file); // there is nothing to do
    void failed(const respool::Error &error);

private:
    void writeNext();

    QStringList m_waiting;
    bool m_writing = false;
    std::stop_source m_stop;
};

} // namespace respool
