// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/faultyvfs.h"

#include <QMap>

#include <optional>

class QRandomGenerator;

namespace respool {

// What a disk keeps of the writes that no sync has confirmed, when the power goes.
enum class Keeps { Nothing, HalfOfTheWrites, HalfOfTheSectors };

// A folder of databases as a disk holds it: what is there for certain, and what was asked for since
// and may be there or not. Knows nothing of what the files mean.
class CutDisk
{
public:
    void apply(const DiskEvent &event);

    // Writes into folder what is left when the power goes now.
    void cut(const QString &folder, Keeps keeps, QRandomGenerator &random) const;

private:
    using Content = std::optional<QByteArray>; // nothing: there is no such file
    struct File
    {
        Content certain;
        QList<DiskEvent> pending;

        void settle(qsizetype events);
    };

    static void change(Content &content, const DiskEvent &event);
    static void tear(Content &content, const DiskEvent &write, QRandomGenerator &random);
    static Content left(const File &file, Keeps keeps, QRandomGenerator &random);

    QMap<QString, File> m_files;
};

} // namespace respool
