// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/webm/cuelist.h"
#include "core/media/webm/webmhead.h"

namespace respool {

// An element that the SeekHead is to lead to.
struct SeekTarget
{
    quint32 id = 0;
    qint64 outputAt = 0;
};

// What stands before the first Cluster of a seekable file: EBML header, Segment of known size,
// SeekHead, Info with Duration, Tracks, what else the original had there, Cues, and Void up to
// the first Cluster. How long it is, is fixed before the first Cluster is written; what goes in,
// is known only at the end.
class WebmFront
{
public:
    // fileBytes decides how much room the Cues get; docType is what the copy is to be.
    WebmFront(const WebmHead &head, const QByteArray &docType, qint64 fileBytes);

    qint64 bytes() const { return m_bytes; }
    void padTo(qint64 bytes); // more Void, never less
    qsizetype mostCues() const;

    // Exactly bytes() long. Thins the cues when they need more room than there is.
    QByteArray build(double durationTicks, CueList cues, const QList<SeekTarget> &behind,
                     qint64 outputBytes) const;

private:
    qint64 segmentDataAt() const;
    QList<SeekTarget> seekTargets(qint64 infoBytes, qint64 cueBytes,
                                  const QList<SeekTarget> &behind) const;
    QByteArray cuesElement(const QList<WebmCue> &cues) const;

    QByteArray m_ebml;
    QByteArray m_infoChildren; // without Duration and what is bound to it
    QByteArray m_tracks;
    QByteArray m_extras;
    qint64 m_cueBytes;
    qint64 m_bytes;
};

} // namespace respool
