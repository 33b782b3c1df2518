// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archivecatalog.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "core/retention.h"
#include "ui/afterqueuewatch.h"
#include "ui/auditdialog.h"
#include "ui/countdowndialog.h"
#include "ui/deletedialog.h"
#include "ui/exportdialog.h"
#include "ui/finddialog.h"
#include "ui/firstrundialog.h"
#include "ui/importdialog.h"
#include "ui/marksdialog.h"
#include "ui/reportdialog.h"
#include "ui/retentiondialog.h"
#include "ui/retentioneditor.h"
#include "ui/scheduledialog.h"
#include "ui/scheduleeditor.h"
#include "ui/settingsdialog.h"
#include "ui/storagedialog.h"

#include <memory>
#include <utility>

namespace respool {

// Every dialog of the window by a name, for tests that look at all of them.
class Dialogs
{
public:
    // recordings: one at least, of the first of the stores.
    Dialogs(Engine &engine, QList<Recording> recordings, QList<StoreInfo> stores)
        : m_engine(engine)
        , m_recordings(std::move(recordings))
        , m_stores(std::move(stores))
    {}

    void setReported(BatchId batch) { m_batch = batch; } // else a batch that deleted nothing

    static QStringList names()
    {
        using namespace Qt::Literals::StringLiterals;
        return {u"audit log"_s,      u"countdown"_s,      u"deletion"_s, u"large deletion"_s,
                u"export"_s,         u"export of many"_s, u"find"_s,     u"first store"_s,
                u"import"_s,         u"tags and note"_s,  u"report"_s,   u"retention"_s,
                u"retention rule"_s, u"schedules"_s,      u"schedule"_s, u"settings"_s,
                u"storage"_s};
    }

    std::unique_ptr<QDialog> make(const QString &which) const
    {
        using namespace Qt::Literals::StringLiterals;
        if (which == u"audit log")
            return std::make_unique<AuditDialog>(m_engine.evidence(), QString());
        if (which == u"deletion" || which == u"large deletion")
            return std::make_unique<DeleteDialog>(planOf(which == u"deletion" ? 3 : 3000));
        if (which == u"export")
            return std::make_unique<ExportDialog>(m_recordings.first(1), m_stores, QString());
        if (which == u"export of many")
            return std::make_unique<ExportDialog>(m_recordings, m_stores, QString());
        if (which == u"find")
            return std::make_unique<FindDialog>(m_engine.texts(), m_engine.catalog(), m_stores);
        if (which == u"import")
            return std::make_unique<ImportDialog>(m_engine.archives(), u"/no/archive.zip"_s,
                                                  m_stores, StoreId());
        if (which == u"countdown")
            return std::make_unique<CountdownDialog>(
                AfterQueueWatch::tr("All jobs have ended. The machine is shut down in %1 s."),
                AfterQueueWatch::tr("Shut down now"));
        return makeOther(which);
    }

private:
    std::unique_ptr<QDialog> makeOther(const QString &which) const
    {
        if (which == u"first store")
            return std::make_unique<FirstRunDialog>(m_engine.catalog(), m_stores.first().name,
                                                    Settings());
        if (which == u"tags and note")
            return std::make_unique<MarksDialog>(m_recordings);
        if (which == u"report")
            return std::make_unique<ReportDialog>(m_engine.evidence(), m_batch);
        if (which == u"retention")
            return std::make_unique<RetentionDialog>(m_engine.retention(), m_engine.timetable(),
                                                     m_stores);
        if (which == u"retention rule")
            return std::make_unique<RetentionEditor>(m_engine.retention(), m_stores,
                                                     RetentionRule());
        if (which == u"schedule")
            return std::make_unique<ScheduleEditor>(m_engine.timetable(), m_stores);
        if (which == u"schedules")
            return std::make_unique<ScheduleDialog>(m_engine.timetable(), m_engine.queue(),
                                                    m_stores);
        if (which == u"settings")
            return std::make_unique<SettingsDialog>(Settings(), m_engine);
        return std::make_unique<StorageDialog>(m_engine.retention(), m_engine.catalog());
    }

    DeletePlan planOf(qsizetype recordings) const
    {
        using namespace Qt::Literals::StringLiterals;
        DeletePlan plan;
        plan.ready.fill(m_recordings.first().id, recordings);
        plan.uids.fill(m_recordings.first().uid, recordings);
        StorePlan part;
        part.store = m_stores.first().id;
        part.name = m_stores.first().name;
        part.recordings = recordings;
        plan.stores = {part};
        plan.refused = {{m_recordings.first().uid, {}, RefusalKind::Held, u"case 12"_s},
                        {m_recordings.last().uid, {}, RefusalKind::Active}};
        return plan;
    }

    Engine &m_engine;
    QList<Recording> m_recordings;
    QList<StoreInfo> m_stores;
    BatchId m_batch{1};
};

} // namespace respool
