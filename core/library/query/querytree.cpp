// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/query.h"
#include "core/library/query/queryfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

bool choosesState(const QueryNode &node)
{
    return (node.kind == QueryNode::Kind::Term && node.term.field->choosesState)
           || std::ranges::any_of(node.children, [](const QueryNode &child) {
                  return choosesState(child); // as deep as the tree, which is bounded
              });
}

QString signOf(QueryOp op)
{
    switch (op) {
    case QueryOp::Has:
        return u":"_s;
    case QueryOp::Equal:
        return u"="_s;
    case QueryOp::NotEqual:
        return u"!="_s;
    case QueryOp::Greater:
        return u">"_s;
    case QueryOp::GreaterEqual:
        return u">="_s;
    case QueryOp::Less:
        return u"<"_s;
    case QueryOp::LessEqual:
        return u"<="_s;
    }
    Q_UNREACHABLE();
}

// A value may begin with a minus: -7d.
QString valueText(const QString &text)
{
    return text.startsWith(u'-') && queryQuoted(text.sliced(1)) == text.sliced(1)
               ? text
               : queryQuoted(text);
}

QString termText(const QueryTerm &term)
{
    if (term.field == &wordField())
        return queryQuoted(term.values.first().text);
    QStringList values;
    for (const QueryValue &value : term.values) {
        if (!value.range) {
            values << valueText(value.text);
            continue;
        }
        const auto end = [](const QString &text) {
            return text.isEmpty() ? QString() : valueText(text);
        };
        values << end(value.text) + u".."_s + end(value.last);
    }
    return term.field->name + signOf(term.op) + values.join(u',');
}

// Where AND and OR meet, parentheses help who reads it; AND within OR does without.
enum class Parentheses { Helpful, Needed };

bool needsParentheses(const QueryNode &child, const QueryNode &parent)
{
    return child.kind == QueryNode::Kind::Any
           || (child.kind == QueryNode::Kind::All && parent.kind == QueryNode::Kind::Not);
}

bool hasParentheses(const QueryNode &child, const QueryNode &parent, Parentheses which)
{
    return which == Parentheses::Needed
               ? needsParentheses(child, parent)
               : child.kind == QueryNode::Kind::Any || child.kind == QueryNode::Kind::All;
}

int depthOf(const QueryNode &node, Parentheses which)
{
    int depth = 0;
    for (const QueryNode &child : node.children)
        depth =
            std::max(depth, depthOf(child, which) + (hasParentheses(child, node, which) ? 1 : 0));
    return depth;
}

QString textOf(const QueryNode &node, Parentheses which)
{
    QStringList parts;
    for (const QueryNode &child : node.children) {
        const QString text = textOf(child, which);
        parts << (hasParentheses(child, node, which) ? u'(' + text + u')' : text);
    }
    switch (node.kind) {
    case QueryNode::Kind::All:
        return parts.join(u" AND "_s);
    case QueryNode::Kind::Any:
        return parts.join(u" OR "_s);
    case QueryNode::Kind::Not:
        return u"NOT "_s + parts.first();
    case QueryNode::Kind::Term:
        return termText(node.term);
    }
    Q_UNREACHABLE();
}

} // namespace

bool Query::choosesState() const
{
    return root && respool::choosesState(*root);
}

// What was read in parentheses that it needed must not become deeper than what is read.
QString Query::toText() const
{
    if (!root)
        return {};
    const bool readable = depthOf(*root, Parentheses::Helpful) <= mostQueryDepth;
    return textOf(*root, readable ? Parentheses::Helpful : Parentheses::Needed);
}

QString queryQuoted(const QString &text)
{
    static const QRegularExpression plain(u"^[\\w.][\\w./+-]*$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression keyword(u"^(and|or|not)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (plain.match(text).hasMatch() && !text.contains(u".."_s) && !keyword.match(text).hasMatch()
        && !text.endsWith(u'\n'))
        return text;
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

Result<Query> readQuery(const QString &text, const QueryContext &context)
{
    ParsedQuery parsed = parseQuery(text, context);
    if (!parsed.mistake)
        return std::move(parsed.query);
    return fail(parsed.mistake->code,
                u"at character %1 of the query: %2"_s.arg(parsed.mistake->position + 1)
                    .arg(parsed.mistake->message));
}

} // namespace respool
