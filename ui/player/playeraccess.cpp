// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playeraccess.h"

#include "ui/player/seekbar.h"
#include "ui/player/terminalview.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

class SeekAccess final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit SeekAccess(SeekBar *bar)
        : QAccessibleWidget(bar, QAccessible::Slider)
        , m_bar(*bar)
    {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    // Not every bridge hands the text of a value on: it is the description as well.
    QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Value || what == QAccessible::Description)
            return m_bar.valueText();
        return QAccessibleWidget::text(what);
    }

    QVariant currentValue() const override { return m_bar.position(); }
    void setCurrentValue(const QVariant &value) override { emit m_bar.sought(value.toLongLong()); }
    QVariant maximumValue() const override { return m_bar.timeline().lengthMs(); }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    SeekBar &m_bar;
};

// The screen as one text with a line for each row.
class TerminalAccess final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit TerminalAccess(TerminalView *view)
        : QAccessibleWidget(view, QAccessible::Terminal)
        , m_view(*view)
    {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Value ? m_view.text() : QAccessibleWidget::text(what);
    }

    QString text(int from, int until) const override
    {
        return m_view.text().mid(from, until - from);
    }
    int characterCount() const override { return int(m_view.text().size()); }
    int cursorPosition() const override { return m_view.cursorOffset(); }
    void setCursorPosition(int offset) override { m_view.setCursorOffset(offset); }
    QString attributes(int offset, int *from, int *until) const override
    {
        *from = offset;
        *until = offset;
        return {};
    }
    QRect characterRect(int) const override { return {}; }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void selection(int index, int *from, int *until) const override
    {
        const auto [first, last] = m_view.selectedOffsets();
        *from = index == 0 ? first : 0;
        *until = index == 0 ? last : 0;
    }
    int selectionCount() const override
    {
        const auto [from, until] = m_view.selectedOffsets();
        return from < until ? 1 : 0;
    }
    void addSelection(int from, int until) override { m_view.selectOffsets(from, until); }
    void removeSelection(int) override { m_view.selectOffsets(0, 0); }
    void setSelection(int, int from, int until) override { m_view.selectOffsets(from, until); }
    void scrollToSubstring(int, int) override {}

private:
    TerminalView &m_view;
};

QAccessibleInterface *makePlayerAccess(const QString &, QObject *object)
{
    if (auto *bar = qobject_cast<SeekBar *>(object))
        return new SeekAccess(bar);
    if (auto *view = qobject_cast<TerminalView *>(object))
        return new TerminalAccess(view);
    return nullptr;
}

} // namespace

void installPlayerAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(makePlayerAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace respool
