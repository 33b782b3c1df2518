// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/query.h"
#include "core/library/query/querycompletion.h"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace respool {

class QuerySheet;

// A line to type a query into: offers fields and values while it is written, marks what is wrong
// with it, and explains the language. Lives on the ui thread; asks nobody for the names it offers.
class QueryEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);

    void setNames(const QueryNames &names) { m_names = names; }
    // Underlines the place of the mistake in a text; nothing: takes the mark away.
    void setMistake(const std::optional<QueryMistake> &mistake);
    const std::optional<QueryMistake> &mistake() const { return m_mistake; }
    void showHelp();

    bool isOffering() const; // a list of completions is open
    QStringList offered() const;

signals:
    void saveWanted();  // the text is to be kept under a name
    void namesWanted(); // somebody is about to type: setNames() with those of now

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offer();
    void take(const QString &candidate);

    QStringListModel *m_candidates;
    QCompleter *m_completer;
    QuerySheet *m_sheet = nullptr;
    QueryNames m_names;
    qsizetype m_from = 0; // what a completion replaces begins here
    std::optional<QueryMistake> m_mistake;
};

} // namespace respool
