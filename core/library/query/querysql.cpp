// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/querysql.h"

#include "core/db/dialect.h"
#include "core/library/query/queryfields.h"
#include "core/library/query/querynames.h"
#include "core/library/query/textmatch.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

class Compiler
{
public:
    explicit Compiler(const Dialect &dialect)
        : m_dialect(dialect)
    {}

    QString condition(const QueryNode &node)
    {
        QStringList parts;
        for (const QueryNode &child : node.children)
            parts << condition(child); // as deep as the tree, which is bounded
        switch (node.kind) {
        case QueryNode::Kind::All:
            return u'(' + parts.join(u" AND "_s) + u')';
        case QueryNode::Kind::Any:
            return u'(' + parts.join(u" OR "_s) + u')';
        case QueryNode::Kind::Not:
            return u"NOT "_s + parts.first();
        case QueryNode::Kind::Term:
            return term(node.term);
        }
        Q_UNREACHABLE();
    }

    const QVariantList &binds() const { return m_binds; }

    // The ids of all that it may hold for; empty: no way to them is known.
    QString setOf(const QueryNode &node)
    {
        QStringList any;
        if (node.kind == QueryNode::Kind::Term && node.term.op != QueryOp::NotEqual) {
            for (const QueryValue &value : node.term.values)
                any << setOf(node.term, value);
        } else if (node.kind == QueryNode::Kind::Any) {
            for (const QueryNode &child : node.children)
                any << setOf(child);
        }
        return any.isEmpty() || any.contains(QString()) ? QString() : any.join(u" UNION ALL "_s);
    }

private:
    QString term(const QueryTerm &term)
    {
        const QueryField &field = *term.field;
        const QString sql = field.type == QueryType::Choice || field.type == QueryType::Store
                                ? list(term)
                                : each(term);
        return term.op == QueryOp::NotEqual ? u"NOT "_s + sql : sql;
    }

    QString list(const QueryTerm &term)
    {
        QStringList marks;
        for (const QueryValue &value : term.values) {
            m_binds << value.from;
            marks << u"?"_s;
        }
        const QString sql = filled(term.field->sql, marks.join(term.field->isMask ? u'|' : u','));
        // An index by this column has the order of a list for one value only. Of several, the
        // plus keeps SQLite from taking it and sorting all that they find.
        return marks.size() > 1 && sql.startsWith("r."_L1) ? u'+' + sql : sql;
    }

    QString each(const QueryTerm &term)
    {
        QStringList any;
        for (const QueryValue &value : term.values)
            any << one(term, value);
        return any.size() == 1 ? any.first() : u'(' + any.join(u" OR "_s) + u')';
    }

    QString one(const QueryTerm &term, const QueryValue &value)
    {
        const QueryField &field = *term.field;
        switch (field.type) {
        case QueryType::Text:
            return text(field.sql, patternOf(term.op, value.text));
        case QueryType::Match:
            return filled(field.sql, matching(field, value.text));
        case QueryType::Tag:
            m_binds << value.text;
            return filled(field.sql, u"= lower(?)"_s);
        case QueryType::Prefix:
            return prefix(field.sql, term.op, value.text);
        case QueryType::YesNo:
            return yesOrNoCondition(field, value.from == 1);
        case QueryType::Count:
        case QueryType::Size:
        case QueryType::Duration:
        case QueryType::Date:
            return between(field, field.sql, term.op, value);
        case QueryType::Choice:
        case QueryType::Store:
            break;
        }
        Q_UNREACHABLE();
    }

    QString matching(const QueryField &field, const QString &words)
    {
        m_binds << phraseMatch(words);
        return filled(isOneWord(words) ? field.setWord : field.set, u"?"_s);
    }

    // All that one value of a condition may hold for; empty: no way is known.
    QString setOf(const QueryTerm &term, const QueryValue &value)
    {
        const QueryField &field = *term.field;
        switch (field.type) {
        case QueryType::Text:
            return names(field.set, patternOf(term.op, value.text), value.text);
        case QueryType::Match:
            return matching(field, value.text);
        case QueryType::Tag:
            m_binds << value.text;
            return filled(field.set, u"= lower(?)"_s);
        case QueryType::Prefix:
            return filled(field.set, prefix("i.uid"_L1, term.op, value.text));
        case QueryType::YesNo:
            return value.from == 1 ? field.set : field.setNo;
        case QueryType::Count:
        case QueryType::Size:
        case QueryType::Duration:
        case QueryType::Date:
            return field.set.isEmpty() ? QString() : between(field, field.set, term.op, value);
        case QueryType::Choice:
        case QueryType::Store:
            m_binds << value.from;
            return filled(field.set, u"?"_s);
        }
        Q_UNREACHABLE();
    }

    // %2 before %1, as the table of fields has them.
    QString names(QLatin1StringView set, const QString &pattern, const QString &text)
    {
        QString sql = set;
        if (sql.contains("%2"_L1)) {
            const QString source = nameSource(text, m_binds);
            if (source.isEmpty())
                return {};
            sql.replace(u"%2"_s, source
                                     + u" UNION ALL SELECT n.id FROM recording n"
                                       " WHERE n.named = 0 AND (n.uid %1 OR n.path %1)"_s);
        }
        return this->text(sql, pattern);
    }

    static QString filled(const QString &sql, const QString &with)
    {
        return QString(sql).replace(u"%1"_s, with);
    }

    static QString patternOf(QueryOp op, const QString &text)
    {
        return op == QueryOp::Has ? containing(text) : escaped(text);
    }

    static QString escaped(QString text)
    {
        for (const QChar special : {u'\\', u'%', u'_'})
            text.replace(special, u'\\' + QString(special));
        return text;
    }

    static QString containing(const QString &text) { return u'%' + escaped(text) + u'%'; }

    QString text(const QString &sql, const QString &pattern)
    {
        for (qsizetype i = sql.count("%1"_L1); i > 0; --i)
            m_binds << pattern;
        return filled(sql, m_dialect.like + u" ? ESCAPE '\\'"_s);
    }

    // Two ranges instead of LIKE, for the index: as it was typed, and in lower case, as the ids
    // are that we make.
    QString prefix(QLatin1StringView column, QueryOp op, const QString &text)
    {
        QStringList any;
        for (const QString &begin : {text, text.toLower()}) {
            m_binds << begin << (op == QueryOp::Has ? begin + u"\U0010FFFF"_s : begin);
            any << u"%1 BETWEEN ? AND ?"_s.arg(column);
        }
        return u'(' + any.join(u" OR "_s) + u')';
    }

    // The interval of a date is compared as a whole: after 2026-01 is from February on. Numbers
    // are no intervals.
    QString between(const QueryField &field, QLatin1StringView sql, QueryOp op,
                    const QueryValue &value)
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        const qint64 least = field.zeroIsUnknown ? 1 : 0;
        qint64 low = least, high = most;
        switch (op) {
        case QueryOp::Has:
        case QueryOp::Equal:
        case QueryOp::NotEqual:
            low = value.from;
            high = value.to - 1;
            break;
        case QueryOp::Greater:
            low = value.to;
            break;
        case QueryOp::GreaterEqual:
            low = std::max(least, value.from);
            break;
        case QueryOp::Less:
            high = value.from - 1;
            break;
        case QueryOp::LessEqual:
            high = value.to - 1;
            break;
        }
        m_binds << low << high;
        return filled(sql, u"BETWEEN ? AND ?"_s);
    }

    const Dialect &m_dialect;
    QVariantList m_binds;
};

} // namespace

CompiledQuery conditionOf(const Query &query, const Dialect &dialect)
{
    if (query.isEmpty())
        return {};
    Compiler compiler(dialect);
    const QString sql = compiler.condition(*query.root);
    return {sql, compiler.binds()};
}

QList<CompiledQuery> setsOf(const Query &query, const Dialect &dialect)
{
    constexpr int mostSets = 8;   // each is counted before one is taken
    constexpr int mostBinds = 99; // and SQLite joins no more than 500 to one
    QList<CompiledQuery> sets;
    const auto add = [&](const QueryNode &node) {
        Compiler compiler(dialect);
        const QString sql = compiler.setOf(node);
        if (!sql.isEmpty() && compiler.binds().size() <= mostBinds && sets.size() < mostSets)
            sets << CompiledQuery{sql, compiler.binds()};
    };
    if (query.root && query.root->kind == QueryNode::Kind::All)
        std::ranges::for_each(query.root->children, add);
    else if (query.root)
        add(*query.root);
    return sets;
}

bool isOnly(const Query &query, bool QueryField::*kind)
{
    const auto holds = [kind](const auto &self, const QueryNode &node) -> bool {
        return node.kind == QueryNode::Kind::Term
                   ? node.term.field->*kind
                   : std::ranges::all_of(node.children, [&](const QueryNode &child) {
                         return self(self, child); // as deep as the tree, which is bounded
                     });
    };
    return !query.root || holds(holds, *query.root);
}

QString yesOrNoCondition(const QueryField &field, bool yes)
{
    if (yes)
        return field.sql;
    return field.sqlNo.isEmpty() ? u"NOT %1"_s.arg(field.sql) : QString(field.sqlNo);
}

} // namespace respool
