// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cutdisk.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

namespace respool {

namespace {

constexpr qsizetype sectorBytes = 512;

} // namespace

void CutDisk::apply(const DiskEvent &event)
{
    File &file = m_files[event.file];
    if (event.kind != DiskEvent::Kind::Sync) {
        file.pending << event;
        return;
    }
    // SQLite syncs the folder together with a new file, and with it what was deleted there.
    if (!file.certain) {
        for (File &other : m_files) {
            qsizetype settled = 0;
            for (qsizetype i = 0; i < other.pending.size(); ++i) {
                if (other.pending[i].kind == DiskEvent::Kind::Delete)
                    settled = i + 1;
            }
            other.settle(settled);
        }
    }
    file.settle(file.pending.size());
}

void CutDisk::cut(const QString &folder, Keeps keeps, QRandomGenerator &random) const
{
    for (const auto &[name, file] : m_files.asKeyValueRange()) {
        const Content content = left(file, keeps, random);
        if (!content)
            continue;
        QFile target(folder + u'/' + QFileInfo(name).fileName());
        if (!target.open(QIODevice::WriteOnly) || target.write(*content) != content->size())
            qFatal("%s cannot be written", qPrintable(target.fileName()));
    }
}

void CutDisk::File::settle(qsizetype events)
{
    for (qsizetype i = 0; i < events; ++i)
        change(certain, pending[i]);
    pending.remove(0, events);
}

void CutDisk::change(Content &content, const DiskEvent &event)
{
    if (event.kind == DiskEvent::Kind::Delete) {
        content.reset();
        return;
    }
    if (!content)
        content.emplace();
    const qsizetype end = event.offset + event.bytes.size();
    if (event.kind == DiskEvent::Kind::Truncate || content->size() < end)
        content->resize(end, '\0');
    content->replace(event.offset, event.bytes.size(), event.bytes);
}

void CutDisk::tear(Content &content, const DiskEvent &write, QRandomGenerator &random)
{
    for (qint64 at = write.offset; at < write.offset + write.bytes.size();) {
        const qint64 next = (at / sectorBytes + 1) * sectorBytes;
        if (random.bounded(2) == 0)
            change(content, {DiskEvent::Kind::Write, write.file, at,
                             write.bytes.mid(at - write.offset, next - at)});
        at = next;
    }
}

CutDisk::Content CutDisk::left(const File &file, Keeps keeps, QRandomGenerator &random)
{
    Content content = file.certain;
    if (keeps == Keeps::Nothing)
        return content;
    for (const DiskEvent &event : file.pending) {
        if (keeps == Keeps::HalfOfTheSectors && event.kind == DiskEvent::Kind::Write)
            tear(content, event, random);
        else if (random.bounded(2) == 0)
            change(content, event);
        // What was written after a deletion is in another file of the same name.
        else if (event.kind == DiskEvent::Kind::Delete)
            break;
    }
    return content;
}

} // namespace respool
