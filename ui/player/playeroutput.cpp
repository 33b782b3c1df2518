// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves PlayerPane: the selection, and pictures.

#include "core/base/pending.h"
#include "core/terminalreplay.h"
#include "ui/player/partplayer.h"
#include "ui/player/playercontrols.h"
#include "ui/player/playerpane.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<> savePng(const QImage &picture, const QString &name)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit())
        return fail(ErrorCode::Io, u"%1: %2"_s.arg(name, file.errorString()));
    return {};
}

} // namespace

// Once more at the same moment takes it away.
void PlayerPane::mark(PlayerVerb verb)
{
    const qint64 now = m_bar->position();
    auto &end = verb == PlayerVerb::SetIn ? m_selection.inMs : m_selection.outMs;
    if (end == now)
        end.reset();
    else
        end = now;
    if (m_selection.inMs && m_selection.outMs && *m_selection.inMs >= *m_selection.outMs)
        (verb == PlayerVerb::SetIn ? m_selection.outMs : m_selection.inMs).reset();
    m_bar->setSelection(m_selection);
    m_controls->setSelection(m_selection.inMs || m_selection.outMs);
    const qint64 from = m_selection.inMs.value_or(0);
    const qint64 to = m_selection.outMs.value_or(m_timeline.lengthMs());
    notice(tr("Selected: %1 to %2").arg(elapsedText(from), elapsedText(to)));
}

// A clip is cut from one part, the one in which the selection begins.
void PlayerPane::exportSelection()
{
    if (!m_selection.inMs && !m_selection.outMs)
        return notice(tr("Select something first, with i and o"));
    const PartPlace from = m_timeline.placeAt(m_selection.inMs.value_or(0));
    const TimelineStretch *stretch = m_timeline.stretchOf(from.part);
    const Part &part = m_recording.parts[from.part];
    if (part.kind != PartKind::Webm && part.kind != PartKind::Media)
        return notice(tr("A clip can be cut from a video only"));
    TimeRange range;
    range.fromMs = m_selection.inMs ? from.ms : -1;
    if (m_selection.outMs && *m_selection.outMs < stretch->fromMs + stretch->lengthMs)
        range.toMs = *m_selection.outMs - stretch->fromMs;
    emit exportWanted(m_recording, part.name, range);
}

void PlayerPane::copyPicture()
{
    const QImage picture = m_current->snapshot();
    if (picture.isNull())
        return notice(tr("There is nothing to be seen"));
    QGuiApplication::clipboard()->setImage(picture);
    notice(tr("The picture is in the clipboard"));
}

void PlayerPane::savePicture()
{
    const QImage picture = m_current->snapshot();
    if (picture.isNull())
        return notice(tr("There is nothing to be seen"));
    auto *dialog = new QFileDialog(this, tr("Save the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Pictures (*.png)")});
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    QString moment = elapsedText(m_bar->position());
    dialog->selectFile(u"%1 %2.png"_s.arg(m_recording.uid, moment.replace(u':', u'-')));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, picture](const QString &file) { writePicture(picture, file); });
    dialog->open();
}

void PlayerPane::writePicture(const QImage &picture, const QString &file)
{
    inBackground(savePng, picture, file).then(this, [this, file](const Result<> &written) {
        if (written)
            notice(tr("The picture is in %1").arg(file));
        else
            notice(tr("The picture cannot be written: %1").arg(written.error().detail));
    });
}

} // namespace respool
