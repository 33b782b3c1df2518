// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <unistd.h>

namespace respool {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::None : result.error().code;
}

inline constexpr auto firstUid = QLatin1StringView("2f6b1d5e-0000-4000-8000-000000000001");
inline constexpr auto secondUid = QLatin1StringView("2f6b1d5e-0000-4000-8000-000000000002");

// A store made by hand in a temporary folder.
class StoreFixture
{
public:
    QString path(const QString &name = {}) const
    {
        return name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
    }
    Directory root() const { return *Directory::open(m_folder.path()); }

    void write(const QString &name, const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }
    void link(const QString &target, const QString &name) const
    {
        QVERIFY(::symlink(QFile::encodeName(target), QFile::encodeName(path(name))) == 0);
    }
    bool isThere(const QString &name) const
    {
        return QFileInfo::exists(path(name)) || QFileInfo(path(name)).isSymLink();
    }
    // One chunk of terminal output that says "part N", as a .trp has it.
    static QByteArray terminalPart(int number)
    {
        const QByteArray text = "part " + QByteArray::number(number);
        return QByteArray(6, '\0') + char(text.size()) + '\0' + text;
    }
    // A recording as the Gateway leaves it, with terminal parts.
    void addSession(const QString &uid, int parts = 1) const
    {
        QByteArrayList files;
        for (int i = 0; i < parts; ++i) {
            const QString name = QStringLiteral("recording-%1.trp").arg(i);
            write(uid + u'/' + name, terminalPart(i));
            files << R"({"fileName":")" + name.toUtf8()
                         + R"(","startTime":1700000000,"duration":60})";
        }
        write(uid + QStringLiteral("/recording.json"),
              R"({"sessionId":")" + uid.toUtf8() + R"(","startTime":1700000000,"duration":60,)"
                  + R"("files":[)" + files.join(',') + "]}");
    }
    // Everything below the folder, sorted, with hidden names.
    QStringList tree(const QString &name = {}) const
    {
        QStringList found;
        walk(path(name), {}, found);
        found.sort();
        return found;
    }

private:
    static void walk(const QString &folder, const QString &prefix, QStringList &found)
    {
        const auto entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden
                                                        | QDir::System | QDir::NoDotAndDotDot);
        for (const QFileInfo &entry : entries) {
            found << prefix + entry.fileName();
            if (entry.isDir() && !entry.isSymLink())
                walk(entry.filePath(), prefix + entry.fileName() + u'/', found);
        }
    }

    QTemporaryDir m_folder;
};

} // namespace respool
