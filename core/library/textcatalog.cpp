// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/textcatalog.h"

#include "core/db/database.h"
#include "core/library/textsearch.h"

namespace respool {

TextCatalog::TextCatalog(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{}

// By way of this object, as RecordingCatalog answers.
template <typename F>
auto TextCatalog::ask(F question)
{
    return m_database.read(std::move(question)).on(this);
}

QFuture<Result<TextPage>> TextCatalog::search(const TextQuestion &question)
{
    return ask([question](Connection &connection) { return searchText(connection, question); });
}

QFuture<Result<TextCoverage>> TextCatalog::coverage()
{
    return ask([](Connection &connection) { return textCoverage(connection); });
}

QFuture<Result<TextPlace>> TextCatalog::place(const TextHit &hit, int linesAround)
{
    return ask([hit, linesAround](Connection &connection) {
        return textPlace(connection, hit, linesAround);
    });
}

} // namespace respool
