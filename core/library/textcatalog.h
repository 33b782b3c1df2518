// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/query/query.h"
#include "core/library/recording.h"

#include <QFuture>
#include <QObject>

#include <limits>

namespace respool {

class Database;

// What to look for, and where.
struct TextQuestion
{
    QString match;     // of textMatch()
    Query within = {}; // the recordings; one that says nothing about the state leaves out the trash
    qint64 before = std::numeric_limits<qint64>::max(); // TextPage::next of the page before
    int limit = 50;
};

struct TextMark
{
    qsizetype from = 0;
    qsizetype length = 0;
};

// One line in which it stands.
struct TextHit
{
    qint64 line = 0; // its id
    RecordingId recording;
    StoreId store;
    QString uid;
    QString storeName;
    QString part;
    qint64 atMs = 0;  // from the start of the part
    qint64 dayMs = 0; // the instant; 0: it is not known when the part began
    QString text;
    QList<TextMark> marks;
};

// The newest part comes first, from its beginning on. A page ends when it is full, or when much was
// looked at in vain: it may be empty, and be followed by others.
struct TextPage
{
    QList<TextHit> hits;
    qint64 next = 0; // 0: there is no more
};

// A line to be shown.
struct TextPlaceLine
{
    qint64 atMs = 0;
    QString text;
};

// A stretch of what can be read in a part.
struct TextPlace
{
    QList<TextPlaceLine> lines;
    qsizetype chosen = 0;    // the line that was asked for
    bool beginsLate = false; // there is more before it
    bool endsEarly = false;  // there is more behind it
};

// How many of the recordings that hold text are indexed.
struct TextCoverage
{
    qint64 indexed = 0;
    qint64 all = 0;
};

// The text in recordings as window and CLI see it: questions only, answered by the reader thread.
// Lives on the main thread.
class TextCatalog final : public QObject
{
    Q_OBJECT

public:
    explicit TextCatalog(Database &database, QObject *parent = nullptr);

    QFuture<Result<TextPage>> search(const TextQuestion &question);
    QFuture<Result<TextCoverage>> coverage();
    // The lines around a hit, at most so many on each side. Errors: NotFound.
    QFuture<Result<TextPlace>> place(const TextHit &hit, int linesAround);

private:
    template <typename F>
    auto ask(F question);

    Database &m_database;
};

} // namespace respool

Q_DECLARE_METATYPE(respool::TextHit)
