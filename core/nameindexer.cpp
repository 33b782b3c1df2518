// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/nameindexer.h"

#include "core/db/database.h"
#include "core/library/recordingcatalog.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int laterMs = 1000;
constexpr int namesAtOnce = 2000; // 20 ms: nothing else is written meanwhile

} // namespace

NameIndexer::NameIndexer(Database &database, RecordingCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, &NameIndexer::fill);
    connect(&catalog, &RecordingCatalog::changed, this, [this] {
        if (!m_later.isActive())
            m_later.start();
    });
    m_later.start();
}

// What a power cut takes back is written again: index and mark go together.
void NameIndexer::fill()
{
    if (m_filling)
        return;
    m_filling = true;
    m_database
        .note([](Connection &connection) -> Result<int> {
            TRY(connection.run(u"name_gram_fill"_s, {{u"most"_s, namesAtOnce}}));
            return connection.run(u"name_gram_filled"_s, {{u"most"_s, namesAtOnce}});
        })
        .then(this, [this](const Result<int> &names) {
            m_filling = false;
            if (!names)
                qWarning("names cannot be indexed: %s", qPrintable(names.error().detail));
            else if (*names == namesAtOnce)
                fill();
            else
                emit filled();
        });
}

} // namespace respool
