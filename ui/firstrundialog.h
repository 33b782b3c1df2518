// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"
#include "core/settings/settings.h"

#include <QDialog>

class QCheckBox;
class QLabel;

namespace respool {

// The second and third step after somebody has pointed at the first folder: what was found in it,
// while it is being found, and what Respool may do unasked. Lives on the ui thread.
class FirstRunDialog final : public QDialog
{
    Q_OBJECT

public:
    FirstRunDialog(RecordingCatalog &catalog, const QString &store, const Settings &settings,
                   QWidget *parent = nullptr);

    Settings settings() const; // with what was chosen
    bool makesSeekable() const;

private:
    void layOut();
    void look();
    void show(const LibraryCounts &counts);

    RecordingCatalog &m_catalog;
    Settings m_settings;
    QLabel *m_found;
    QCheckBox *m_pictures, *m_texts, *m_seekable;
};

} // namespace respool
