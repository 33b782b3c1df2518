// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QString>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace respool {

// Every name below a folder with what it is and holds, byte for byte: names need not be text.
using TreePrint = std::map<std::string, std::string>;

inline TreePrint printOf(const QString &path)
{
    namespace fs = std::filesystem;
    const fs::path root = QFile::encodeName(path).toStdString();
    TreePrint print;
    if (fs::is_symlink(root)) {
        print["."] = "link to " + fs::read_symlink(root).string();
        return print;
    }
    if (!fs::exists(root)) {
        print["."] = "not there";
        return print;
    }
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(root)) {
        std::string &content = print[entry.path().lexically_relative(root).string()];
        if (entry.is_symlink()) {
            content = "link to " + fs::read_symlink(entry.path()).string();
        } else if (entry.is_directory()) {
            content = "folder";
        } else {
            std::ifstream file(entry.path(), std::ios::binary);
            content = "file " + std::string(std::istreambuf_iterator<char>(file), {});
        }
    }
    return print;
}

} // namespace respool
