// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

#include <string_view>
#include <vector>

namespace respool {

// What tells a file or a folder that has changed from one that has not, at the price of a look at
// it. Works on names as the disk has them and makes no QString: there may be a million.

// The same in every run and on every machine.
quint64 hashOf(std::string_view text);

// Names one after the other in one piece of memory: they take little more than their letters.
class NameList
{
public:
    void add(std::string_view name);
    void sort();
    qsizetype size() const { return qsizetype(m_starts.size()); }
    const char *raw(qsizetype index) const { return m_text.data() + m_starts[size_t(index)]; }
    std::string_view view(qsizetype index) const { return raw(index); }
    QString name(qsizetype index) const;

private:
    std::vector<char> m_text; // each ends with a zero
    std::vector<size_t> m_starts;
};

// The folders in a folder; no links, and none that is hidden.
Result<NameList> folderNames(const Directory &folder);
// Two handles of one folder.
bool isSameFolder(const Directory &one, const Directory &other);
// Whether its names can be read; reads the first ones only.
Result<> canBeListed(const Directory &folder);

// A number for all files that lie in this folder and are not hidden: other names, inodes, sizes or
// times (in nanoseconds) give another one. 0: it cannot be looked at.
quint64 stampOfFolder(const Directory &around, const char *name);
// The same for one file, from what was seen of it.
quint64 stampOf(const FileEntry &file);
quint64 stampOfFile(const Directory &root, const QString &path);

} // namespace respool
