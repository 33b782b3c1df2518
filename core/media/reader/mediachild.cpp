// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/reader/mediachild.h"

#include "core/media/mediarequest.h"
#include "core/media/reader/processlimits.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QLoggingCategory>

#include <cerrno>
#include <csignal>
#include <new>
#include <sys/prctl.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Q_LOGGING_CATEGORY(readerLog, "respool.media.reader", QtInfoMsg)

constexpr qint64 progressMs = 100;

void dieWithParent(pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(0); // it was gone before the signal was asked for
}

void takeSignals()
{
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGXFSZ, SIG_IGN); // a file that would become too large is an error of write()
}

Result<std::vector<MediaFile>> filesOf(MediaMessage &message)
{
    const QJsonArray paths = message.object[u"paths"_s].toArray();
    std::vector<MediaFile> files;
    for (UniqueFd &fd : message.files) {
        const QString path = paths.at(qsizetype(files.size())).toString();
        TRY_LET(MediaFile file, MediaFile::adopt(std::move(fd), path));
        files.push_back(std::move(file));
    }
    return files;
}

// Tells the host how far a task is, but not more often than somebody looks.
class Teller
{
public:
    explicit Teller(int socket)
        : m_socket(socket)
    {}

    void operator()(qint64 done, qint64 total)
    {
        if (m_last.isValid() && m_last.elapsed() < progressMs)
            return;
        m_last.start();
        sendMessage(m_socket, {{u"done"_s, done}, {u"total"_s, total}});
    }

private:
    int m_socket;
    QElapsedTimer m_last;
};

Result<QJsonObject> doTask(MediaChildWork &work)
{
    MediaMessage &message = work.message;
    const QString verb = message.object[u"verb"_s].toString();
    const MediaTask task = mediaTask(verb, work.further);
    if (!task)
        return fail(
            ErrorCode::InvalidArgument,
            u"this respool-media does not know \"%1\": it is of another version"_s.arg(verb));
    try {
        TRY_LET(const std::vector<MediaFile> files, filesOf(message));
        return task(message.object[u"options"_s].toObject(), files, Teller(work.request.get()));
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::Media,
                    u"%1 was given up: it wanted more than %2 MiB of memory"_s
                        .arg(message.object[u"paths"_s].toArray().at(0).toString())
                        .arg(message.object[u"memoryBytes"_s].toInteger() / mib));
    }
}

QJsonObject answerTo(const Result<QJsonObject> &result)
{
    if (result)
        return {{u"result"_s, *result}};
    return {{u"error"_s, QJsonObject{{u"code"_s, int(result.error().code)},
                                     {u"detail"_s, result.error().detail}}}};
}

} // namespace

qint64 addressSpaceBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').first().toLongLong() * ::sysconf(_SC_PAGESIZE);
}

void runMediaChild(MediaChildWork work)
{
    dieWithParent(work.parent);
    takeSignals();
    const QJsonObject &object = work.message.object;
    limitMyself({.memoryBytes = work.ownBytes + object[u"memoryBytes"_s].toInteger(),
                 .cpuMs = object[u"cpuMs"_s].toInteger(),
                 .fileBytes = object[u"fileBytes"_s].toInteger()});
    if (const auto shut = work.filter.enter(); !shut)
        qCDebug(readerLog, "no system call filter: %s", qPrintable(shut.error().detail));
    const auto result = doTask(work);
    if (sendMessage(work.request.get(), answerTo(result)) == EMSGSIZE)
        sendMessage(work.request.get(),
                    answerTo(fail(ErrorCode::Media, u"the answer is too large"_s)));
    ::_exit(0);
}

} // namespace respool
