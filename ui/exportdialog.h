// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/commands.h"
#include "ui/exportnames.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLayout;
class QPushButton;
class QRadioButton;

namespace respool {

class ClipFields;
class ExportTargetField;

// What is to be written of recordings, and where: one file of one recording, or files of several
// in a folder. Says before anything happens what cannot be done. Accepted: items() are the user's
// word, and could be written a moment ago. Lives on the ui thread; looks at folders on a pool
// thread. Knows nothing of the queue.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    // folder: the one to propose; empty: the user's videos.
    ExportDialog(const QList<Recording> &recordings, QList<StoreInfo> stores, const QString &folder,
                 QWidget *parent = nullptr);

    // Proposes a clip of one part of a single recording.
    void proposeClip(const QString &part, const TimeRange &range);

    QList<ExportItem> items() const;
    QString folder() const; // that they are written into
    // When all files of recordings are to go into one archive: where, and which ones.
    std::optional<ArchiveWishes> archive() const;
    QList<RecordingId> archived() const;

private:
    void fillChoices();
    QLayout *makeShapes();
    void layOut();
    bool isSingle() const { return m_recordings.size() == 1; }
    const Part *part() const; // of a single recording; null: all
    ExportShape shape() const;
    QString limits() const;
    void showChoice();
    void checkArchive();
    QList<ExportItem> itemsOf(const QList<Recording> &recordings) const;
    void check();
    void complain(const Error &error, const QString &target);
    void fit();
    void submit();

    QList<Recording> m_recordings; // those that have a video to export
    QList<Recording> m_there;      // those that have files
    const QList<StoreInfo> m_stores;
    qsizetype m_leftAlone = 0;
    QString m_folder;
    QFormLayout *m_form;
    QRadioButton *m_copy, *m_clipped, *m_joined, *m_archive;
    QComboBox *m_part;
    ClipFields *m_clip;
    QCheckBox *m_transcode;
    ExportTargetField *m_target = nullptr;
    ExportTargetField *m_archiveTarget;
    QPushButton *m_accept;
};

} // namespace respool
