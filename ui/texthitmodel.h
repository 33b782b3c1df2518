// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/textcatalog.h"

#include <QAbstractListModel>

namespace respool {

// The lines that a search has found so far, a page at a time. Lives on the ui thread; asks the
// catalogue and never waits. Answers to an older question are dropped.
class TextHitModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit TextHitModel(TextCatalog &catalog, QObject *parent = nullptr);

    void search(const TextQuestion &question);
    void clear();
    const TextHit &hit(const QModelIndex &index) const { return m_hits[index.row()]; }
    bool isSearching() const { return m_loading; }
    bool isWhole() const { return m_whole; } // there is no more

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static QString headText(const TextHit &hit); // where and when

signals:
    void found(); // rows and isWhole() are true now
    void failed(const respool::Error &error);

private:
    void load();

    TextCatalog &m_catalog;
    TextQuestion m_question;
    QList<TextHit> m_hits;
    int m_generation = 0;
    bool m_loading = false;
    bool m_whole = true;
    bool m_replaces = false; // the next page is the first of another question
};

} // namespace respool
