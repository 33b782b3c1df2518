// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/jobkinds.h"

#include "core/work/deletejob.h"
#include "core/work/exportjob.h"
#include "core/work/indexjob.h"
#include "core/work/picturejob.h"
#include "core/work/purgejob.h"
#include "core/work/remuxjob.h"
#include "core/work/restorejob.h"
#include "core/work/scanjob.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

JobKinds jobKinds(Database &database, const Clock &clock, MediaHost &host,
                  const PictureWishes &pictures, bool readsTexts)
{
    return {
        {u"delete"_s, deleteKind(database, clock)},
        {u"export"_s, exportKind(database, clock, host)},
        {u"purge"_s, purgeKind(database, clock)},
        {u"remux"_s, remuxKind(database, clock, host, pictures)},
        {u"restore"_s, restoreKind(database, clock)},
        {u"scan"_s, scanKind(database, clock, host, pictures.unasked, readsTexts)},
        {u"picture"_s, pictureKind(database, clock, host, pictures.folder)},
        {u"index"_s, indexKind(database, clock, host)},
    };
}

} // namespace respool
