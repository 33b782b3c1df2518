// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/querylexer.h"

#include "core/library/query/queryfields.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Kind = QueryToken::Kind;

constexpr std::array operators{"!="_L1, ">="_L1, "<="_L1, ":"_L1, "="_L1, ">"_L1, "<"_L1};

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {}

    QueryTokens run()
    {
        while (skipBlanks() && !m_found.mistake) {
            if (!readSign())
                readOperand();
        }
        m_found.tokens << QueryToken{Kind::End, {}, false, m_text.size(), 0};
        return m_found;
    }

private:
    QChar current() const { return m_text[m_at]; }
    bool atEnd() const { return m_at >= m_text.size(); }

    bool skipBlanks()
    {
        while (!atEnd() && current().isSpace())
            ++m_at;
        return !atEnd();
    }

    void add(Kind kind, qsizetype from, const QString &text, bool quoted = false)
    {
        m_found.tokens << QueryToken{kind, text, quoted, from, m_at - from};
    }

    void addNext(Kind kind, qsizetype length)
    {
        const qsizetype from = m_at;
        m_at += length;
        add(kind, from, m_text.mid(from, length));
    }

    QLatin1StringView operatorAt(qsizetype at) const
    {
        const auto rest = QStringView(m_text).sliced(at);
        const auto found =
            std::ranges::find_if(operators, [&](auto sign) { return rest.startsWith(sign); });
        return found == operators.end() ? QLatin1StringView() : *found;
    }

    // A minus alone is a word, as it may stand between two others.
    bool readSign()
    {
        const QChar c = current();
        if (c == u'(') {
            addNext(Kind::Open, 1);
        } else if (c == u')') {
            addNext(Kind::Close, 1);
        } else if (c == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            addNext(Kind::Not, 1);
        } else if (const auto sign = operatorAt(m_at); !sign.isEmpty()) {
            addNext(Kind::Op, sign.size());
            readValues();
        } else {
            return false;
        }
        return true;
    }

    void readOperand()
    {
        if (current() == u'"') {
            readPhrase(Kind::Word);
            return;
        }
        const qsizetype from = m_at;
        while (!atEnd() && isLetter(current()))
            ++m_at;
        if (m_at > from && isField(from)) {
            add(Kind::Field, from, m_text.sliced(from, m_at - from));
            return;
        }
        readRun(Kind::Word);
        const QString typed = m_text.sliced(from, m_at - from);
        const auto is = [&](QLatin1StringView keyword) {
            return typed.compare(keyword, Qt::CaseInsensitive) == 0;
        };
        add(is("and"_L1)   ? Kind::And
            : is("or"_L1)  ? Kind::Or
            : is("not"_L1) ? Kind::Not
                           : Kind::Word,
            from, typed);
    }

    // Blanks may stand before a comparison, but only behind the name of a field: "a = b" may be
    // three words of a name.
    bool isField(qsizetype from) const
    {
        if (atEnd())
            return false;
        if (!operatorAt(m_at).isEmpty())
            return true;
        qsizetype at = m_at;
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        if (at == m_at || at == m_text.size() || m_text[at] == u':')
            return false;
        return !operatorAt(at).isEmpty() && findField(m_text.sliced(from, m_at - from));
    }

    void readValues()
    {
        const bool tight = m_found.tokens.last().text == u":"_s;
        if (!tight)
            skipBlanks();
        for (;;) {
            readValue();
            if (m_found.mistake || atEnd())
                return;
            if (current() == u',') {
                addNext(Kind::Comma, 1);
                skipBlanks();
            } else if (isDots(m_at)) {
                addNext(Kind::Range, 2);
            } else {
                return;
            }
        }
    }

    void readValue()
    {
        if (atEnd())
            return;
        if (current() == u'"') {
            readPhrase(Kind::Value);
            return;
        }
        const qsizetype from = m_at;
        readRun(Kind::Value);
        if (m_at > from)
            add(Kind::Value, from, m_text.sliced(from, m_at - from));
    }

    bool isDots(qsizetype at) const { return QStringView(m_text).sliced(at).startsWith(u".."); }

    // A parenthesis that was opened within a word belongs to it, "copy(2)"; another one ends it.
    void readRun(Kind kind)
    {
        int open = 0;
        for (; !atEnd(); ++m_at) {
            const QChar c = current();
            if (c.isSpace() || c == u'"' || (c == u')' && open == 0))
                return;
            if (kind == Kind::Value && (c == u',' || isDots(m_at)))
                return;
            open += c == u'(' ? 1 : c == u')' ? -1 : 0;
        }
    }

    void readPhrase(Kind kind)
    {
        const qsizetype from = m_at++;
        QString text;
        bool closed = false;
        while (!atEnd() && !closed) {
            const QChar c = current();
            const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
            if (c == u'\\' && (next == u'"' || next == u'\\'))
                text += m_text[++m_at];
            else if (c == u'"')
                closed = true;
            else
                text += c;
            ++m_at;
        }
        add(kind, from, text, true);
        if (!closed)
            m_found.mistake =
                QueryMistake{ErrorCode::InvalidArgument,
                             u"the quotes are not closed: write a second \""_s, from, m_at - from};
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QueryTokens m_found;
};

} // namespace

QueryTokens queryTokens(const QString &text)
{
    return Lexer(text).run();
}

} // namespace respool
