// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exportorder.h"
#include "core/workorder.h"

namespace respool {

// What is written of each recording.
struct ExportShape
{
    ExportForm form = ExportForm::Copy;
    bool encodes = false; // then it is WebM
};

// The name proposed for a file of one part, or of all of them (null).
QString exportName(const Recording &recording, const Part *part, const ExportShape &shape);

// One file for each part that can be exported, or for each recording when its parts are joined, in
// a folder; no two have the same name.
QList<ExportItem> exportItems(const QList<Recording> &recordings, const ExportShape &shape,
                              const QString &folder);

} // namespace respool
