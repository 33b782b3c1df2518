// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/query.h"
#include "core/library/query/queryfields.h"
#include "core/library/query/querylexer.h"
#include "core/library/query/queryvalues.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Kind = QueryToken::Kind;
using Node = std::optional<QueryNode>;

QueryOp operatorOf(const QString &sign)
{
    if (sign == ":"_L1)
        return QueryOp::Has;
    if (sign == "="_L1)
        return QueryOp::Equal;
    if (sign == "!="_L1)
        return QueryOp::NotEqual;
    if (sign.startsWith(u'>'))
        return sign.size() == 1 ? QueryOp::Greater : QueryOp::GreaterEqual;
    return sign.size() == 1 ? QueryOp::Less : QueryOp::LessEqual;
}

// Recursion is bounded by mostQueryDepth. A function that returns nothing has told the mistake.
class Parser
{
public:
    Parser(const QueryTokens &tokens, const QueryContext &context)
        : m_tokens(tokens.tokens)
        , m_context(context)
    {}

    ParsedQuery run()
    {
        if (current().kind == Kind::End)
            return {};
        Node root = any(0);
        if (root && current().kind == Kind::Close)
            root = closesNothing();
        if (m_mistake)
            return {{}, m_mistake};
        return {Query{std::move(root)}};
    }

private:
    const QueryToken &current() const { return m_tokens[m_at]; }
    const QueryToken &before() const { return m_tokens[std::max<qsizetype>(0, m_at - 1)]; }
    const QueryToken &take() { return m_tokens[m_at++]; }

    std::nullopt_t wrong(const QueryToken &token, const QString &message,
                         ErrorCode code = ErrorCode::InvalidArgument)
    {
        if (!m_mistake)
            m_mistake = QueryMistake{code, message, token.at, token.length};
        return std::nullopt;
    }

    // One node of its kind, whatever was in parentheses within it.
    static QueryNode joined(QueryNode::Kind kind, std::vector<QueryNode> nodes)
    {
        if (nodes.size() == 1)
            return std::move(nodes.front());
        QueryNode all{kind};
        for (QueryNode &node : nodes) {
            if (node.kind == kind)
                std::ranges::move(node.children, std::back_inserter(all.children));
            else
                all.children.push_back(std::move(node));
        }
        return all;
    }

    Node any(int depth)
    {
        std::vector<QueryNode> nodes;
        for (;;) {
            Node node = all(depth);
            if (!node)
                return std::nullopt;
            nodes.push_back(std::move(*node));
            if (current().kind != Kind::Or)
                return joined(QueryNode::Kind::Any, std::move(nodes));
            take();
        }
    }

    Node all(int depth)
    {
        std::vector<QueryNode> nodes;
        for (;;) {
            Node node = negated(depth);
            if (!node)
                return std::nullopt;
            nodes.push_back(std::move(*node));
            const Kind next = current().kind;
            if (next == Kind::And)
                take();
            else if (next == Kind::Or || next == Kind::Close || next == Kind::End)
                return joined(QueryNode::Kind::All, std::move(nodes));
        }
    }

    Node negated(int depth)
    {
        bool negative = false;
        for (; current().kind == Kind::Not; take())
            negative = !negative;
        Node node = operand(depth);
        if (!node || !negative)
            return node;
        if (node->kind == QueryNode::Kind::Not)
            return std::move(node->children.front());
        QueryNode contrary{QueryNode::Kind::Not};
        contrary.children.push_back(std::move(*node));
        return contrary;
    }

    Node operand(int depth)
    {
        switch (current().kind) {
        case Kind::Word:
            return words();
        case Kind::Field:
            return condition();
        case Kind::Open:
            return group(depth);
        case Kind::Close:
            if (m_at == 0)
                return closesNothing();
            return wrong(before(), before().kind == Kind::Open
                                       ? u"nothing stands between these parentheses"_s
                                       : missing());
        case Kind::And:
        case Kind::Or:
            return wrong(current(),
                         u"nothing stands before %1: write a condition, or write the "
                         "word within quotes to search for it"_s.arg(current().text.toUpper()));
        case Kind::Op:
            return wrong(current(),
                         u"no field stands before '%1': write one, such as size%1…, or "
                         "write it within quotes to search for it"_s.arg(current().text));
        case Kind::Value:
        case Kind::Comma:
        case Kind::Range:
            return wrong(current(), u"'%1' cannot stand here: write the value within quotes if it "
                                    "belongs to it"_s.arg(current().text));
        case Kind::Not: // negated() has taken it
        case Kind::End:
            break;
        }
        return wrong(before(), missing());
    }

    std::nullopt_t closesNothing()
    {
        return wrong(current(), u"this parenthesis closes nothing: take it away, or write it "
                                "within quotes to search for it"_s);
    }

    QString missing() const
    {
        return u"nothing follows '%1': write a condition behind it"_s.arg(before().text);
    }

    Node group(int depth)
    {
        const QueryToken &open = take();
        if (depth >= mostQueryDepth)
            return wrong(open, u"more than %1 parentheses lie within each other: write the query "
                               "with fewer"_s.arg(mostQueryDepth));
        Node node = any(depth + 1);
        if (!node)
            return std::nullopt;
        if (current().kind != Kind::Close)
            return wrong(open, u"this parenthesis is not closed: write a ')' behind what it is "
                               "about"_s);
        take();
        return node;
    }

    Node words()
    {
        const QueryToken &token = take();
        if (token.text.isEmpty())
            return wrong(token, u"these quotes are empty: write what to search for between them"_s);
        QueryTerm term{&wordField()};
        term.values << QueryValue{token.text};
        return counted(std::move(term), token);
    }

    // Bounds what the database is asked for, not the text.
    Node counted(QueryTerm term, const QueryToken &token)
    {
        m_values += int(term.values.size());
        if (m_values > mostQueryValues)
            return wrong(token, u"the query has more than %1 words and values: ask for fewer"_s.arg(
                                    mostQueryValues));
        QueryNode node;
        node.term = std::move(term);
        return node;
    }

    Node condition()
    {
        const QueryToken &name = take();
        const QueryField *field = findField(name.text);
        const QueryToken &sign = take();
        if (!field)
            return unknownField(name);
        QueryTerm term{field, operatorOf(sign.text)};
        const bool compares = term.op >= QueryOp::Greater;
        if (compares && !field->isOrdered())
            return wrong(sign, u"'%1' has no order: write %2"_s.arg(field->name, field->example));
        do {
            const auto value = oneValue(*field, term.op);
            if (!value)
                return std::nullopt;
            term.values << *value;
        } while (current().kind == Kind::Comma && take().kind == Kind::Comma);
        if (compares && term.values.size() > 1)
            return wrong(sign,
                         u"'%1' compares with one value: write a list behind ':'"_s.arg(sign.text));
        return counted(std::move(term), name);
    }

    std::nullopt_t unknownField(const QueryToken &name)
    {
        const QueryField *nearest = nearestField(name.text);
        return wrong(
            name,
            nearest ? u"there is no field '%1': did you mean '%2'?"_s.arg(name.text, nearest->name)
                    : u"there is no field '%1': write the word within quotes to search "
                      "for it, or one of %2"_s.arg(name.text, fieldNames().join(u", "_s)));
    }

    std::optional<QueryValue> oneValue(const QueryField &field, QueryOp op)
    {
        QueryValue value;
        const bool starts = current().kind == Kind::Value;
        const QueryToken &first = current();
        if (starts)
            value.text = take().text;
        if (current().kind == Kind::Range)
            return rangeFrom(field, op, first, value);
        if (!starts)
            return wrong(before(),
                         u"a value must follow '%1', as in %2"_s.arg(before().text, field.example));
        if (value.text.isEmpty())
            return wrong(first,
                         u"these quotes are empty: write a value, as in %1"_s.arg(field.example));
        const auto interval = intervalFor(field, first);
        if (!interval)
            return std::nullopt;
        const bool instant = field.type == QueryType::Date && interval->from > 0
                             && interval->to - interval->from == 1;
        if (instant && op < QueryOp::Greater)
            return wrong(first, u"'%1' is an instant, at which nothing begins or ends: write %2>%1 "
                                "or %2<%1"_s.arg(first.text, field.name));
        value.from = interval->from;
        value.to = interval->to;
        return value;
    }

    // Either end may be left out: that side is open then.
    std::optional<QueryValue> rangeFrom(const QueryField &field, QueryOp op,
                                        const QueryToken &first, QueryValue value)
    {
        const QueryToken &dots = take();
        if (!field.isOrdered())
            return wrong(dots, u"'%1' has no order, and so no range: write the value within quotes "
                               "if the dots belong to it"_s.arg(field.name));
        if (op >= QueryOp::Greater)
            return wrong(dots, u"a range is compared with ':': write %1:%2..…"_s.arg(field.name,
                                                                                     value.text));
        value.range = true;
        value.from = field.zeroIsUnknown ? 1 : 0;
        value.to = std::numeric_limits<qint64>::max();
        if (&first != &dots) {
            const auto from = intervalFor(field, first);
            if (!from)
                return std::nullopt;
            value.from = std::max(value.from, from->from);
        }
        const QueryToken &last = current();
        if (last.kind == Kind::Value) {
            value.last = take().text;
            const auto to = intervalFor(field, last);
            if (!to)
                return std::nullopt;
            value.to = to->to;
        } else if (&first == &dots) {
            return wrong(dots, u"a range needs one end: write it before or behind the dots"_s);
        }
        if (value.from >= value.to)
            return wrong(dots, u"the range ends before it begins: write the smaller value first"_s);
        return value;
    }

    std::optional<QueryInterval> intervalFor(const QueryField &field, const QueryToken &token)
    {
        const auto interval = intervalOf(field, token.text, m_context);
        if (!interval)
            return wrong(token, interval.error().detail, interval.error().code);
        return *interval;
    }

    const QList<QueryToken> &m_tokens;
    const QueryContext &m_context;
    qsizetype m_at = 0;
    int m_values = 0;
    std::optional<QueryMistake> m_mistake;
};

} // namespace

ParsedQuery parseQuery(const QString &text, const QueryContext &context)
{
    if (text.size() > mostQueryLength)
        return {{},
                QueryMistake{ErrorCode::InvalidArgument,
                             u"the query is longer than %1 characters: write a shorter one"_s.arg(
                                 mostQueryLength),
                             mostQueryLength, text.size() - mostQueryLength}};
    const QueryTokens tokens = queryTokens(text);
    if (tokens.mistake)
        return {{}, tokens.mistake};
    return Parser(tokens, context).run();
}

} // namespace respool
