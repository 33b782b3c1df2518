// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of ExportDialog is about archives.

#include "ui/exportdialog.h"
#include "ui/exporttargetfield.h"

#include <QPushButton>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;

namespace respool {

std::optional<ArchiveWishes> ExportDialog::archive() const
{
    if (!m_archive->isChecked())
        return {};
    return ArchiveWishes{m_archiveTarget->path(), m_archiveTarget->replaces()};
}

QList<RecordingId> ExportDialog::archived() const
{
    QList<RecordingId> ids;
    for (const Recording &recording : m_there)
        ids << recording.id;
    return ids;
}

void ExportDialog::checkArchive()
{
    const QString path = m_archiveTarget->path();
    const bool whole = path.startsWith(u'/') && path.endsWith(u".zip"_s, Qt::CaseInsensitive);
    if (whole || path.isEmpty())
        m_archiveTarget->clearComplaint();
    else
        m_archiveTarget->complain({ErrorCode::InvalidArgument, {}}, path, false);
    m_accept->setEnabled(whole);
    fit();
}

} // namespace respool
