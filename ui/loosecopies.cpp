// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/loosecopies.h"

#include "core/base/pending.h"
#include "core/loosefiles.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<RemuxReport> writeCopy(const QString &file, const std::stop_token &stop)
{
    LooseFiles files;
    LooseFiles::Remux copy;
    copy.path = file;
    copy.output = LooseCopies::copyNameOf(file);
    return files.remux(copy, stop, [](qint64, qint64) {});
}

} // namespace

LooseCopies::~LooseCopies()
{
    m_stop.request_stop();
}

QString LooseCopies::copyNameOf(const QString &file)
{
    const QFileInfo info(file);
    return u"%1/%2.seekable.%3"_s.arg(info.absolutePath(), info.completeBaseName(), info.suffix());
}

void LooseCopies::write(const QStringList &files)
{
    m_waiting += files;
    writeNext();
}

void LooseCopies::writeNext()
{
    if (m_writing || m_waiting.isEmpty())
        return;
    m_writing = true;
    const QString file = m_waiting.takeFirst();
    inBackground(writeCopy, file, m_stop.get_token())
        .then(this, [this, file](const Result<RemuxReport> &report) {
            m_writing = false;
            if (!report)
                emit failed(report.error());
            else if (report->alreadySeekable)
                emit wasSeekable(file);
            else
                emit written(copyNameOf(file));
            writeNext();
        });
}

} // namespace respool
