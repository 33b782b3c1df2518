// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/importplan.h"
#include "core/work/workstore.h"

namespace respool {

struct JobId;

// The hidden folder of one import in its store, and the way from there to where recordings lie.
// Every call may run twice. Pool thread.
class ImportPlace
{
public:
    // What an earlier run left in it is thrown away.
    static Result<ImportPlace> open(const OpenedStore &store, JobId job);
    static Result<> remove(const Directory &root, JobId job);

    // Whether the recording is where it would be put, with the same content. Errors: Conflict when
    // something else is there; as importPath().
    Result<bool> isThere(const CarriedRecording &recording, const std::stop_token &stop) const;
    // Compares what was written with what is in its place; for archives without sums.
    Result<bool> isSameAsThere(const CarriedRecording &recording,
                               const std::stop_token &stop) const;

    // Its files, empty and open for writing.
    Result<std::vector<UniqueFd>> make(const CarriedRecording &recording) const;
    // Checks the sums of what was written, gives it its times and has it on disk. Errors: Media.
    Result<> complete(const CarriedRecording &recording, const std::stop_token &stop) const;
    Result<> put(const CarriedRecording &recording) const; // by one rename
    void discard(const CarriedRecording &recording) const;

private:
    ImportPlace(const OpenedStore &store, Directory folder)
        : m_store(store)
        , m_folder(std::move(folder))
    {}
    Result<bool> differs(const Directory &folder, const CarriedFile &file,
                         const std::stop_token &stop) const;
    Result<std::optional<Directory>> existing(const CarriedRecording &recording) const;
    QList<CarriedFile> filesInPlace(const CarriedRecording &recording) const;

    const OpenedStore &m_store;
    Directory m_folder;
};

} // namespace respool
