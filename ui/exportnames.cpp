// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exportnames.h"

#include <QFileInfo>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A copy keeps its container where an export can be one; Matroska takes every codec.
QString endingFor(const Part *part, const ExportShape &shape)
{
    if (!part || shape.form != ExportForm::Copy || shape.encodes)
        return u".webm"_s;
    const QString had = QFileInfo(part->name).suffix().toLower();
    return had == "webm"_L1 || had == "mp4"_L1 ? u'.' + had : u".mkv"_s;
}

QString withNumber(const QString &name, int number)
{
    const QFileInfo info(name);
    return u"%1-%2.%3"_s.arg(info.completeBaseName()).arg(number).arg(info.suffix());
}

} // namespace

QString exportName(const Recording &recording, const Part *part, const ExportShape &shape)
{
    // In a folder store the recording is a file, with an ending of its own.
    const QFileInfo place(recording.path);
    QString name = partKindOf(place.fileName()) ? place.completeBaseName() : place.fileName();
    if (part && exportableParts(recording).size() > 1)
        name += u'-' + QFileInfo(part->name).completeBaseName();
    if (shape.form == ExportForm::Clip)
        name += "-clip"_L1;
    return name + endingFor(part, shape);
}

QList<ExportItem> exportItems(const QList<Recording> &recordings, const ExportShape &shape,
                              const QString &folder)
{
    QList<ExportItem> items;
    QSet<QString> taken;
    const auto add = [&](const Recording &recording, const Part *part) {
        const QString proposed = exportName(recording, part, shape);
        QString name = proposed;
        for (int number = 2; taken.contains(name); ++number)
            name = withNumber(proposed, number);
        taken.insert(name);
        ExportItem item;
        item.id = recording.id;
        item.wishes.target = folder + u'/' + name;
        item.wishes.part = part ? part->name : QString();
        item.wishes.join = shape.form == ExportForm::Join;
        item.wishes.transcode = shape.encodes;
        items << item;
    };
    for (const Recording &recording : recordings) {
        const QList<Part> parts = exportableParts(recording);
        if (shape.form == ExportForm::Join) {
            add(recording, nullptr);
            continue;
        }
        for (const Part &part : parts)
            add(recording, &part);
    }
    return items;
}

} // namespace respool
