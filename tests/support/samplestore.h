// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/cliprocess.h"
#include "tests/support/samples.h"

#include <QMap>
#include <QTemporaryDir>

namespace respool {

// A Gateway's store in a temporary folder, with a queue of its own and a respoolctl for both. The
// files are an hour old, so that nothing takes them for being recorded right now.
class SampleStore
{
public:
    explicit SampleStore(const samples::StoreMix &mix = {});

    // Adds the store and scans it.
    CliResult addAndScan();

    Cli &cli() { return m_cli; }
    QString path() const { return m_folder.filePath(QStringLiteral("store")); }
    QString folderOf(const QString &id) const { return path() + u'/' + id; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    QString outside() const { return filePath(QStringLiteral("outside")); } // for what is exported

    QStringList ids() const { return m_ids; }
    QStringList webmIds() const { return m_webmIds; }
    QStringList smallIds() const { return m_smallIds; }

    // A further recording with these files; returns its id.
    QString add(int number, const QMap<QString, QByteArray> &files);

    // Keeps the store, its queue and what is outside under a name, and takes them back to what they
    // were then.
    void save(const QString &name) const;
    void load(const QString &name) const;

    // state -> ids, as list tells it.
    QMap<QString, QStringList> idsByState();
    QList<QJsonObject> jobs();
    // The numbers of crashed attempts (error 43) over all jobs.
    int crashedAttempts();

    QMap<QString, QByteArray> tree() const;

private:
    void age() const;

    QTemporaryDir m_folder;
    Cli m_cli;
    QStringList m_ids, m_webmIds, m_smallIds;
};

// Every file and folder below path with a hash of its content. The names that hold a time or an
// identity of their own are made the same in every store.
QMap<QString, QByteArray> treeOf(const QString &path);

// Names below path that no finished work leaves behind.
QStringList strayFiles(const QString &path);

// What is in one tree and not, or otherwise, in the other; empty if they are equal.
QString difference(const QMap<QString, QByteArray> &is, const QMap<QString, QByteArray> &was);

} // namespace respool
