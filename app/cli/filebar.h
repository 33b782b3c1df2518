// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "core/jobs/progressrate.h"

#include <QElapsedTimer>

namespace respool {

// The progress of work on one file, for a person who looks at stderr; silent otherwise.
class FileBar
{
public:
    FileBar(const Console &console, const QString &file);

    void draw(qint64 doneBytes, qint64 totalBytes);
    void end(); // only when something was drawn

private:
    const Console &m_console;
    QString m_file;
    QElapsedTimer m_elapsed;
    qint64 m_drawnMs = 0;
    bool m_drawn = false;
    ProgressRate m_rate;
};

} // namespace respool
