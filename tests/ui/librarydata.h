// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "tests/support/enginefixture.h"

namespace respool {

// A database with one store and recordings in it, without a file behind them.
class LibraryData
{
public:
    void open(int recordings)
    {
        m_fixture.open();
        const auto store = m_fixture.database().wait([](Connection &connection) {
            StoreInfo info;
            info.uid = QStringLiteral("store-uid");
            info.name = QStringLiteral("archive");
            info.path = QStringLiteral("/nowhere/archive");
            return RootStore(connection).add(info);
        });
        QVERIFY(store);
        m_store = *store;
        m_next = 0;
        add(recordings);
    }

    // Each a minute later than the one before it.
    void add(int count)
    {
        const auto added = m_fixture.on<RecordingStore>([&](RecordingStore &&store) -> Result<> {
            for (int i = 0; i < count; ++i)
                TRY(store.upsert(m_store, next(), 1));
            return {};
        });
        QVERIFY(added);
    }

    template <typename F>
    void change(F work)
    {
        QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore &&store) { return work(store); }));
    }

    Database &database() { return m_fixture.database(); }
    FakeClock &clock() { return m_fixture.clock(); }

private:
    Recording next()
    {
        const int number = m_next++;
        Recording recording;
        recording.uid = QStringLiteral("%1").arg(number, 8, 10, QChar(u'0'));
        recording.path = recording.uid;
        recording.kind = RecordingKind::Video;
        recording.startMs = 1'700'000'000'000 + number * 60'000LL;
        recording.durationMs = 5'000;
        recording.bytes = 1'000;
        Part part;
        part.name = QStringLiteral("recording-0.webm");
        part.kind = PartKind::Webm;
        part.bytes = recording.bytes;
        part.seekable = Seekable::No;
        recording.parts = {part};
        return recording;
    }

    EngineFixture m_fixture;
    StoreId m_store;
    int m_next = 0;
};

} // namespace respool
