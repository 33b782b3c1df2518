// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/jobkinds.h"

#include "core/work/archivejob.h"
#include "core/work/deletejob.h"
#include "core/work/exportjob.h"
#include "core/work/importjob.h"
#include "core/work/indexjob.h"
#include "core/work/jobwitness.h"
#include "core/work/picturejob.h"
#include "core/work/purgejob.h"
#include "core/work/remuxjob.h"
#include "core/work/restorejob.h"
#include "core/work/scanjob.h"
#include "core/work/verifyjob.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

JobKinds jobKinds(Database &database, const Clock &clock, MediaHost &host,
                  const PictureWishes &pictures, const ScanWishes &scans)
{
    JobKinds kinds{
        {u"delete"_s, deleteKind(database, clock)},
        {u"export"_s, exportKind(database, clock, host)},
        {u"purge"_s, purgeKind(database, clock)},
        {u"remux"_s, remuxKind(database, clock, host, pictures)},
        {u"restore"_s, restoreKind(database, clock)},
        {u"scan"_s, scanKind(database, clock, host, scans)},
        {u"picture"_s, pictureKind(database, clock, host, pictures.folder)},
        {u"archive"_s, archiveKind(database, clock)},
        {u"import"_s, importKind(database, clock, host)},
        {u"verify"_s, verifyKind(database, clock, host)},
        {u"index"_s, indexKind(database, clock, host)},
    };
    for (const QString &name : {u"delete"_s, u"purge"_s, u"restore"_s})
        kinds[name].ended = [&clock](Connection &connection, const JobRecord &job, JobState state) {
            return witnessEnd(connection, clock, job, state);
        };
    return kinds;
}

} // namespace respool
