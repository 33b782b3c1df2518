// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/ratiotable.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Three digits that count, and no more than a figure has.
QString figure(double value)
{
    const double size = std::abs(value);
    return QString::number(value, 'f',
                           size >= 100 || size == 0 ? 0
                           : size >= 10             ? 1
                           : size >= 1              ? 2
                                                    : 3);
}

QString wish(const RatioRow &row)
{
    if (row.atLeast)
        return u">= "_s + figure(*row.atLeast);
    if (row.atMost)
        return u"<= "_s + figure(*row.atMost);
    return u"-"_s;
}

QString answer(const RatioRow &row)
{
    const auto holds = row.holds();
    return !holds ? u"-"_s : *holds ? u"holds"_s : u"SHORT"_s;
}

QStringList cells(const RatioRow &row)
{
    return {row.what,
            figure(row.ours) + u' ' + row.unit,
            row.theirs ? figure(*row.theirs) : u"-"_s,
            row.peer,
            row.theirs ? figure(row.judged()) : u"-"_s,
            wish(row),
            answer(row)};
}

} // namespace

std::optional<bool> RatioRow::holds() const
{
    if (!atLeast && !atMost)
        return {};
    return judged() >= atLeast.value_or(judged()) && judged() <= atMost.value_or(judged());
}

void RatioTable::add(RatioRow row)
{
    // A long run tells on the way what it has found.
    std::fprintf(stderr, "%s: %s\n", qPrintable(row.what),
                 qPrintable(cells(row).mid(1).join(u"  "_s)));
    m_rows.push_back(std::move(row));
}

void RatioTable::print() const
{
    std::vector<QStringList> lines{
        {u"what"_s, u"ours"_s, u"beside"_s, u"which is"_s, u"ratio"_s, u"wished"_s, u""_s}};
    std::ranges::transform(m_rows, std::back_inserter(lines), cells);
    std::vector<qsizetype> widths(size_t(lines.front().size()), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[size_t(i)] = std::max(widths[size_t(i)], line[i].size());
    }
    std::printf("\n");
    for (const QString &line : m_notes)
        std::printf("%s\n", qPrintable(line));
    std::printf("\n");
    for (const QStringList &line : lines) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const auto width = int(widths[size_t(i)]);
            const bool isNumber = i == 1 || i == 2 || i == 4;
            text +=
                (isNumber ? line[i].rightJustified(width) : line[i].leftJustified(width)) + u"  "_s;
        }
        std::printf("%s\n", qPrintable(text.trimmed()));
    }
    const auto judged =
        std::ranges::count_if(m_rows, [](const RatioRow &row) { return bool(row.holds()); });
    const auto held = std::ranges::count_if(
        m_rows, [](const RatioRow &row) { return row.holds().value_or(false); });
    std::printf("\n%td of %td wishes hold\n", held, judged);
    std::fflush(stdout);
}

} // namespace respool
