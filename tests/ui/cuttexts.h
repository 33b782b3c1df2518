// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/player/elidedlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

namespace respool {

// Finds what a window shows only in part, by what each widget says that it needs.
class CutTexts
{
public:
    // A line for each widget below window, itself included, that has not the room for its text.
    static QStringList of(const QWidget &window)
    {
        CutTexts found;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->isVisibleTo(&window) && widget->window() == &window)
                found.look(*widget);
        }
        return found.m_found;
    }

private:
    void look(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            lookAtLabel(*label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            lookAtButton(*button);
        else if (const auto *box = qobject_cast<const QComboBox *>(&widget))
            lookAtBox(*box);
        else if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
            lookAtTabs(*bar);
        else if (const auto *head = qobject_cast<const QHeaderView *>(&widget))
            lookAtHead(*head);
        else if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
            lookAtLine(*line);
        else if (const auto *list = qobject_cast<const QListWidget *>(&widget))
            lookAtList(*list);
        else if (const auto *tree = qobject_cast<const QTreeWidget *>(&widget))
            lookAtTree(*tree);
        else if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
            need(*group, group->title(), group->width(), group->minimumSizeHint().width());
        else if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(&widget))
            need(*spin, spin->text(), spin->width(), spin->minimumSizeHint().width());
    }

    void lookAtLabel(const QLabel &label)
    {
        if (label.text().isEmpty() || qobject_cast<const ElidedLabel *>(&label))
            return;
        need(label, label.text(), label.width(),
             label.wordWrap() ? label.minimumSizeHint().width() : label.sizeHint().width());
        if (label.wordWrap())
            need(label, label.text(), label.height(), label.heightForWidth(label.width()));
        else
            need(label, label.text(), label.height(), label.sizeHint().height());
        lookWhetherHidden(label);
    }

    void lookAtButton(const QAbstractButton &button)
    {
        if (button.objectName() == QStringLiteral("qt_toolbar_ext_button"))
            m_found << QStringLiteral("a tool bar has no room for all of its buttons: %1")
                           .arg(button.parentWidget()->objectName());
        if (button.text().isEmpty())
            return;
        need(button, button.text(), button.width(), button.sizeHint().width());
        need(button, button.text(), button.height(), button.minimumSizeHint().height());
        lookWhetherHidden(button);
    }

    // Beside its text a line may have buttons.
    void lookAtLine(const QLineEdit &line)
    {
        int room = line.width() - 2 * lineMargin;
        for (const auto *button : line.findChildren<QToolButton *>()) {
            if (button->isVisibleTo(&line))
                room -= button->width();
        }
        need(line, line.placeholderText(), room,
             line.fontMetrics().horizontalAdvance(line.placeholderText()));
    }

    void lookAtBox(const QComboBox &box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.editable = box.isEditable();
        const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                        QStyle::SC_ComboBoxEditField, &box);
        const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
        need(box, box.currentText(), field.width(),
             icon + box.fontMetrics().horizontalAdvance(box.currentText()));
    }

    void lookAtTabs(const QTabBar &bar)
    {
        for (int i = 0; i < bar.count(); ++i) {
            need(bar, bar.tabText(i), bar.tabRect(i).width(),
                 bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(i)).width());
            need(bar, bar.tabText(i), bar.width(), bar.tabRect(i).right());
        }
    }

    // What the user may have made narrower was shown whole in the beginning.
    void lookAtHead(const QHeaderView &head)
    {
        if (head.orientation() != Qt::Horizontal || !head.model())
            return;
        for (int i = 0; i < head.count(); ++i) {
            if (!head.isSectionHidden(i))
                needTitle(head, i);
        }
    }

    // A sorted one has its arrow beside the title.
    void needTitle(const QHeaderView &head, int column)
    {
        const QString title = head.model()->headerData(column, Qt::Horizontal).toString();
        const bool sorted = head.isSortIndicatorShown() && head.sortIndicatorSection() == column;
        need(head, title, head.sectionSize(column),
             sorted ? head.sectionSizeHint(column)
                    : head.fontMetrics().horizontalAdvance(title) + 2 * titlePadding);
    }

    void lookAtList(const QListWidget &list)
    {
        for (int i = 0; i < list.count(); ++i)
            need(list, list.item(i)->text(), list.viewport()->width(),
                 list.sizeHintForIndex(list.model()->index(i, 0)).width());
    }

    // What has no titles cannot be made wider by hand.
    void lookAtTree(const QTreeWidget &tree)
    {
        const QAbstractItemView &view = tree; // where the hint is public
        if (tree.isHeaderHidden())
            need(tree, tree.objectName(), tree.columnWidth(0), view.sizeHintForColumn(0));
    }

    // Behind the edge of what it stands in, and nobody can scroll to it.
    void lookWhetherHidden(const QWidget &widget)
    {
        const QWidget *window = widget.window();
        QRect shown(widget.mapTo(window, QPoint()), widget.size());
        for (const QWidget *around = widget.parentWidget(); around && around != window;
             around = around->parentWidget()) {
            if (qobject_cast<const QAbstractScrollArea *>(around))
                return;
        }
        if (!window->rect().contains(shown))
            m_found << QStringLiteral("outside of the window: %1").arg(describe(widget));
    }

    void need(const QWidget &widget, const QString &text, int has, int needs)
    {
        if (!text.isEmpty() && has < needs)
            m_found << QStringLiteral("%1 of %2 pixels for '%3' in %4")
                           .arg(has)
                           .arg(needs)
                           .arg(text, describe(widget));
    }

    static QString describe(const QWidget &widget)
    {
        QStringList names;
        for (const QWidget *each = &widget; each && names.size() < 3; each = each->parentWidget())
            names << QString::fromLatin1(each->metaObject()->className()) + u' '
                         + each->objectName();
        return names.join(QStringLiteral(" < "));
    }

    static constexpr int lineMargin = 4;
    static constexpr int titlePadding = 6;

    QStringList m_found;
};

} // namespace respool
