// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/reader/mediamessage.h"
#include "core/media/reader/mediaprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int controlThere = 3;

Failure cannotStart(const QString &program, int error)
{
    return fail(
        ErrorCode::Internal,
        u"media files cannot be read: %1 cannot be started (%2); install Respool again, or "
        "name the program in RESPOOL_MEDIA"_s.arg(program.isEmpty() ? u"respool-media"_s : program,
                                                  QString::fromLocal8Bit(std::strerror(error))));
}

// What the new process is to have: nothing of ours but the socket and stderr, and no signal that
// is blocked or ignored here.
class SpawnSettings
{
public:
    explicit SpawnSettings(int control)
    {
        ::posix_spawn_file_actions_init(&m_files);
        ::posix_spawn_file_actions_addopen(&m_files, 0, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_files, 1, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_files, control, controlThere);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t set;
        sigfillset(&set);
        ::posix_spawnattr_setsigdefault(&m_attributes, &set);
        sigemptyset(&set);
        ::posix_spawnattr_setsigmask(&m_attributes, &set);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    ~SpawnSettings()
    {
        ::posix_spawnattr_destroy(&m_attributes);
        ::posix_spawn_file_actions_destroy(&m_files);
    }
    const posix_spawn_file_actions_t *files() const { return &m_files; }
    const posix_spawnattr_t *attributes() const { return &m_attributes; }

private:
    Q_DISABLE_COPY_MOVE(SpawnSettings)

    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

Result<MediaProcess> MediaProcess::start(const QString &program)
{
    if (program.isEmpty())
        return cannotStart(program, ENOENT);
    TRY_LET(SocketPair sockets, SocketPair::make());
    const SpawnSettings settings(sockets.there.get());
    QByteArray path = QFile::encodeName(program);
    const std::array<char *, 2> arguments{path.data(), nullptr};
    MediaProcess process;
    const int error = ::posix_spawn(&process.m_id, path.constData(), settings.files(),
                                    settings.attributes(), arguments.data(), environ);
    if (error != 0) {
        process.m_id = 0;
        return cannotStart(program, error);
    }
    process.m_control = std::move(sockets.here);
    return process;
}

QString MediaProcess::findProgram()
{
    if (const QString named = qEnvironmentVariable("RESPOOL_MEDIA"); !named.isEmpty())
        return named;
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {u""_s, u"/../libexec/respool"_s, u"/../bin"_s}) {
        const QString program = here + folder + u"/respool-media"_s;
        if (QFileInfo(program).isExecutable())
            return program;
    }
    return {};
}

MediaProcess::MediaProcess(MediaProcess &&other) noexcept
    : m_control(std::move(other.m_control))
    , m_id(std::exchange(other.m_id, 0))
{}

MediaProcess &MediaProcess::operator=(MediaProcess &&other) noexcept
{
    std::swap(m_control, other.m_control);
    std::swap(m_id, other.m_id);
    return *this;
}

// Killed, and not only let go of: somebody may have stopped it, and this must not wait.
MediaProcess::~MediaProcess()
{
    if (m_id <= 0)
        return;
    ::kill(m_id, SIGKILL);
    while (::waitpid(m_id, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace respool
