// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

namespace respool {

class Connection;

// The SQL of the table store, the roots that hold recordings. Database thread.
class RootStore
{
public:
    explicit RootStore(Connection &connection)
        : m_connection(connection)
    {}

    Result<StoreId> add(const StoreInfo &store);
    Result<> remove(StoreId id); // and the recordings it knows; no file
    Result<QList<StoreInfo>> all();
    Result<QList<StoreInfo>> roots(); // without counting their recordings
    Result<StoreInfo> byId(StoreId id);
    Result<StoreInfo> byUid(const QString &uid);
    Result<> setState(StoreId id, StoreState state);
    // State, problem and watch of the value; true: that is news.
    Result<bool> setLook(const StoreInfo &store);
    // When all its recordings were found to be gone at once; 0: they are not.
    Result<qint64> emptiedMs(StoreId id);
    Result<> setProblem(StoreId id, const QString &problem, qint64 emptiedMs);
    Result<> setAutoRemux(StoreId id, bool on);
    Result<> forgetWatches(); // by a worker that begins
    Result<> setScanned(StoreId id, qint64 nowMs);

private:
    Result<StoreInfo> find(StoreId id, const QString &uid);

    Connection &m_connection;
};

} // namespace respool
