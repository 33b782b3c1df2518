// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/querysql.h"

#include "core/db/dialect.h"
#include "core/library/query/queryfields.h"
#include "core/library/query/textmatch.h"

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
        const QString sql = filled(*term.field, marks.join(u','));
        // An index by this column has the order of a list for one value only. Of several, the
        // plus keeps SQLite from taking it and sorting all that they find.
        return marks.size() > 1 && !sql.contains("SELECT"_L1) ? u'+' + sql : sql;
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
            return text(field,
                        term.op == QueryOp::Has ? containing(value.text) : escaped(value.text));
        case QueryType::Match:
            m_binds << phraseMatch(value.text);
            return QString(isOneWord(value.text) ? field.sqlWord : field.sql)
                .replace(u"%1"_s, u"?"_s);
        case QueryType::Tag:
            m_binds << value.text;
            return filled(field, u"= lower(?)"_s);
        case QueryType::Prefix:
            return prefix(field, term.op, value.text);
        case QueryType::YesNo:
            return yesOrNoCondition(field, value.from == 1);
        case QueryType::Count:
        case QueryType::Size:
        case QueryType::Duration:
        case QueryType::Date:
            return between(field, term.op, value);
        case QueryType::Choice:
        case QueryType::Store:
            break;
        }
        Q_UNREACHABLE();
    }

    static QString filled(const QueryField &field, const QString &with)
    {
        return QString(field.sql).replace(u"%1"_s, with);
    }

    static QString escaped(QString text)
    {
        for (const QChar special : {u'\\', u'%', u'_'})
            text.replace(special, u'\\' + QString(special));
        return text;
    }

    static QString containing(const QString &text) { return u'%' + escaped(text) + u'%'; }

    QString text(const QueryField &field, const QString &pattern)
    {
        for (qsizetype i = field.sql.count("%1"_L1); i > 0; --i)
            m_binds << pattern;
        return filled(field, m_dialect.like + u" ? ESCAPE '\\'"_s);
    }

    // Two ranges instead of LIKE, for the index: as it was typed, and in lower case, as the ids
    // are that we make.
    QString prefix(const QueryField &field, QueryOp op, const QString &text)
    {
        QStringList any;
        for (const QString &begin : {text, text.toLower()}) {
            m_binds << begin << (op == QueryOp::Has ? begin + u"\U0010FFFF"_s : begin);
            any << u"%1 BETWEEN ? AND ?"_s.arg(field.sql);
        }
        return u'(' + any.join(u" OR "_s) + u')';
    }

    // The interval of a date is compared as a whole: after 2026-01 is from February on. Numbers
    // are no intervals.
    QString between(const QueryField &field, QueryOp op, const QueryValue &value)
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
        return filled(field, u"BETWEEN ? AND ?"_s);
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

QString yesOrNoCondition(const QueryField &field, bool yes)
{
    if (yes)
        return field.sql;
    return field.sqlNo.isEmpty() ? u"NOT %1"_s.arg(field.sql) : QString(field.sqlNo);
}

} // namespace respool
