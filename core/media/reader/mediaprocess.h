// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"

#include <sys/types.h>

namespace respool {

// A running respool-media and the socket by which it takes requests. Its children die with it.
class MediaProcess
{
public:
    // Errors: Internal when the program cannot be started.
    static Result<MediaProcess> start(const QString &program);
    // Where the program is: what RESPOOL_MEDIA names, or else beside the running program, in
    // ../libexec/respool or in ../bin. Empty: nowhere. Main thread, with a QCoreApplication.
    static QString findProgram();

    MediaProcess() = default;
    MediaProcess(MediaProcess &&other) noexcept;
    MediaProcess &operator=(MediaProcess &&other) noexcept;
    ~MediaProcess(); // ends it

    int control() const { return m_control.get(); }
    pid_t id() const { return m_id; }
    explicit operator bool() const { return m_id > 0; }

private:
    Q_DISABLE_COPY(MediaProcess)

    UniqueFd m_control;
    pid_t m_id = 0;
};

} // namespace respool
