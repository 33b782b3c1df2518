// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archivecatalog.h"

#include "core/base/pending.h"
#include "core/db/database.h"
#include "core/library/storeidentity.h"
#include "core/library/storescanner.h"
#include "core/library/sumstore.h"
#include "core/work/importplan.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// How many of them the store knows already.
Result<qsizetype> countKnown(Database &database, const StoreInfo &store, const QStringList &paths)
{
    return database.ask([&](Connection &connection) -> Result<qsizetype> {
        qsizetype count = 0;
        for (const QString &path : paths) {
            TRY_LET(const qint64 id,
                    connection.number(u"recording_id_by_uid"_s, {{u"store"_s, store.id.value},
                                                                 {u"uid"_s, uidOf(store, path)}}));
            count += id > 0 ? 1 : 0;
        }
        return count;
    });
}

Result<ArchiveContents> contentsOf(Database &database, MediaHost &host, const QString &path,
                                   const StoreInfo &store)
{
    const QFileInfo info(path);
    TRY_LET(const Directory folder, Directory::open(info.path()));
    TRY_LET(const MediaFile archive, MediaFile::open(folder, info.fileName()));
    TRY_LET(const ImportPlan plan, planImport(ArchiveReader(host), archive, {}));
    TRY(openStore(store));
    ArchiveContents contents;
    contents.wishes = {path, store.id, archive.identity.bytes, archive.identity.mtimeNs / 1'000'000,
                       plan.bytes};
    contents.ours = plan.ours;
    contents.recordings = plan.recordings.size();
    contents.bytes = plan.bytes;
    QStringList places;
    for (const ImportRecording &recording : plan.recordings) {
        if (!recording.about.notes.holdReason.isEmpty())
            ++contents.held;
        if (const auto place = importPath(recording.about, store.kind))
            places << *place;
        else
            contents.refused << Refusal{recording.about.uid, place.error()};
    }
    TRY_LET(contents.there, countKnown(database, store, places));
    return contents;
}

} // namespace

ArchiveCatalog::ArchiveCatalog(Database &database, MediaHost &host, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_host(host)
{}

QFuture<Result<ArchiveContents>> ArchiveCatalog::look(const QString &file, const StoreInfo &store)
{
    return inBackground([this, path = QFileInfo(file).absoluteFilePath(), store] {
               return contentsOf(m_database, m_host, path, store);
           })
        .on(this);
}

QFuture<Result<VerifiedState>> ArchiveCatalog::verified(RecordingId id)
{
    return m_database
        .read([id](Connection &connection) -> Result<VerifiedState> {
            SumStore sums(connection);
            VerifiedState state;
            TRY_LET(state.verifiedMs, sums.verifiedMs(id));
            TRY_LET(const QList<PartSum> known, sums.ofRecording(id));
            state.sums = known.size();
            return state;
        })
        .on(this);
}

} // namespace respool
