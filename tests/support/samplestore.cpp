// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QByteArray digest(const QFileInfo &file)
{
    if (file.isSymLink())
        return "link to " + file.symLinkTarget().toUtf8();
    if (file.isDir())
        return "folder";
    return QCryptographicHash::hash(samples::readFile(file.filePath()), QCryptographicHash::Sha256)
        .toHex();
}

QDirIterator everythingIn(const QString &path)
{
    return QDirIterator(path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories);
}

// With times and modes: they are what a scan goes by.
void copyTree(const QString &from, const QString &into)
{
    if (QProcess::execute(u"cp"_s, {u"-a"_s, from, into}) != 0)
        qFatal("cannot copy %s", qPrintable(from));
}

} // namespace

SampleStore::SampleStore(const samples::StoreMix &mix)
    : m_cli(m_folder.filePath(u"data"_s))
    , m_ids(samples::makeGatewayStore(path(), mix))
{
    for (const QString &id : std::as_const(m_ids)) {
        const bool webm = QFile::exists(folderOf(id) + u"/recording-0.webm"_s);
        (webm ? m_webmIds : m_smallIds) << id;
    }
    age();
}

void SampleStore::age() const
{
    const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(-3600);
    for (QDirIterator files = everythingIn(path()); files.hasNext();) {
        QFile file(files.next());
        if (!files.fileInfo().isFile() || files.fileInfo().isSymLink())
            continue;
        if (!file.open(QIODevice::ReadWrite)
            || !file.setFileTime(then, QFileDevice::FileModificationTime))
            qFatal("cannot age %s", qPrintable(file.fileName()));
    }
}

CliResult SampleStore::addAndScan()
{
    CliResult added =
        m_cli.run({u"store"_s, u"add"_s, path(), u"--kind"_s, u"gateway"_s, u"--name"_s, u"s"_s});
    return added.status == 0 ? m_cli.run({u"scan"_s}) : added;
}

QString SampleStore::add(int number, const QMap<QString, QByteArray> &files)
{
    const QString id = samples::recordingId(number);
    if (!QDir().mkpath(folderOf(id)))
        qFatal("cannot make %s", qPrintable(folderOf(id)));
    for (const auto &[name, content] : files.asKeyValueRange())
        samples::writeFile(folderOf(id) + u'/' + name, content);
    age();
    return id;
}

void SampleStore::save(const QString &name) const
{
    const QString target = filePath(u"saved-"_s + name);
    if (!QDir().mkpath(target) || !QDir().mkpath(m_cli.dataFolder()) || !QDir().mkpath(outside()))
        qFatal("cannot make %s", qPrintable(target));
    copyTree(path(), target);
    copyTree(outside(), target);
    copyTree(m_cli.dataFolder(), target);
}

void SampleStore::load(const QString &name) const
{
    QDir(path()).removeRecursively();
    QDir(m_cli.dataFolder()).removeRecursively();
    QDir(outside()).removeRecursively();
    copyTree(filePath(u"saved-%1/store"_s.arg(name)), m_folder.path());
    copyTree(filePath(u"saved-%1/outside"_s.arg(name)), m_folder.path());
    copyTree(filePath(u"saved-%1/data"_s.arg(name)), m_folder.path());
}

QMap<QString, QStringList> SampleStore::idsByState()
{
    QMap<QString, QStringList> states;
    // What is in the trash is not in the library, so that it is asked for by itself.
    for (const QStringList &verb :
         {QStringList{u"list"_s, u"--limit"_s, u"0"_s}, QStringList{u"trash"_s, u"list"_s}}) {
        const CliResult listed = m_cli.run(verb);
        if (listed.status != 0)
            qFatal("%s", qPrintable(listed.text()));
        for (const QJsonValue &recording : listed.array()) {
            QStringList &ids = states[recording[u"state"_s].toString()];
            if (!ids.contains(recording[u"id"_s].toString()))
                ids << recording[u"id"_s].toString();
        }
    }
    for (QStringList &ids : states)
        ids.sort();
    return states;
}

QList<QJsonObject> SampleStore::jobs()
{
    QList<QJsonObject> all;
    const CliResult listed = m_cli.run({u"jobs"_s, u"--limit"_s, u"0"_s});
    if (listed.status != 0)
        qFatal("%s", qPrintable(listed.text()));
    for (const QJsonValue &job : listed.array())
        all << job.toObject();
    return all;
}

int SampleStore::crashedAttempts()
{
    int crashed = 0;
    for (const QJsonObject &job : jobs()) {
        const CliResult shown =
            m_cli.run({u"job"_s, u"show"_s, QString::number(job[u"id"_s].toInteger())});
        for (const QJsonValue &attempt : shown.object()[u"attempts"_s].toArray())
            crashed += attempt[u"error"_s][u"code"_s].toInt() == 43 ? 1 : 0;
    }
    return crashed;
}

QMap<QString, QByteArray> SampleStore::tree() const
{
    return treeOf(path());
}

QMap<QString, QByteArray> treeOf(const QString &path)
{
    static const QRegularExpression batch(u"\\b\\d{8}-\\d{6}-\\d+"_s);
    QMap<QString, QByteArray> found;
    const QDir root(path);
    for (QDirIterator files = everythingIn(path); files.hasNext();) {
        files.next();
        QString name = root.relativeFilePath(files.filePath());
        const bool identity = name == u".respool/store.json"_s;
        found[name.replace(batch, u"BATCH"_s)] =
            identity ? QByteArray("identity") : digest(files.fileInfo());
    }
    return found;
}

QStringList strayFiles(const QString &path)
{
    static const QRegularExpression expected(
        u"^(\\.respool(/store\\.json|/trash|/purge)?"
        "|(\\.respool/trash/\\d{8}-\\d{6}-\\d+(/[0-9a-f-]{36}(/"
        "recording(-0\\.\\w+(\\.orig)?|\\.json))?)?)"
        "|[0-9a-f-]{36}(/recording(-0\\.\\w+(\\.orig)?|\\.json))?)$"_s);
    QStringList strays;
    const QDir root(path);
    for (QDirIterator files = everythingIn(path); files.hasNext();) {
        const QString name = root.relativeFilePath(files.next());
        if (!expected.match(name).hasMatch() || name.contains("respool-part"_L1))
            strays << name;
    }
    return strays;
}

QString difference(const QMap<QString, QByteArray> &is, const QMap<QString, QByteArray> &was)
{
    QStringList lines;
    for (const auto &[name, hash] : is.asKeyValueRange()) {
        if (!was.contains(name))
            lines << u"only now: "_s + name;
        else if (was[name] != hash)
            lines << u"differs: "_s + name;
    }
    for (const auto &[name, hash] : was.asKeyValueRange()) {
        if (!is.contains(name))
            lines << u"missing: "_s + name;
    }
    return lines.join(u'\n');
}

} // namespace respool
