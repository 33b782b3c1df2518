// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/library/recording.h"

namespace respool {

// The file that an export writes, at a place of the user's choice: written under a hidden name
// beside it, and put there when it is whole. Pool thread.
class ExportTarget
{
public:
    // Errors: NotFound (no such folder), Refused (inside a store, where it would become a recording
    // or lie among the parts of one), InvalidArgument (no name for a file).
    static Result<ExportTarget> open(const QString &path, const QList<StoreInfo> &stores);

    // The hidden file, empty; what an attempt that died left of it is thrown away. Readable by its
    // owner only, as it shows what a recording shows.
    Result<UniqueFd> begin() const;
    const Directory &folder() const { return m_folder; }
    QString partName() const;

    // The hidden file as it is now, in a text for a checkpoint; and whether that very file is what
    // stands at the target.
    Result<QByteArray> note() const;
    bool isInPlace(const QByteArray &note) const;

    Result<> refuseIfThere() const; // Errors: Conflict
    // Errors: Conflict when something is there that must not be replaced.
    Result<> takePlace(bool overwrite) const;
    void discard() const;

private:
    ExportTarget(Directory folder, QString name)
        : m_folder(std::move(folder))
        , m_name(std::move(name))
    {}
    Failure thereAlready() const;

    Directory m_folder;
    QString m_name;
};

} // namespace respool
