// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texthitmodel.h"

#include "core/base/units.h"
#include "ui/placeview.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

TextHitModel::TextHitModel(TextCatalog &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalog(catalog)
{}

void TextHitModel::search(const TextQuestion &question)
{
    m_question = question;
    ++m_generation;
    m_replaces = true; // what was found before stays until then
    m_whole = false;
    load();
}

void TextHitModel::clear()
{
    ++m_generation;
    m_loading = false;
    m_whole = true;
    beginResetModel();
    m_hits.clear();
    endResetModel();
}

void TextHitModel::load()
{
    m_loading = true;
    m_catalog.search(m_question)
        .then(this, [this, generation = m_generation](const Result<TextPage> &page) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (!page) {
                m_whole = true;
                emit failed(page.error());
                return;
            }
            if (std::exchange(m_replaces, false)) {
                beginResetModel();
                m_hits = page->hits;
                endResetModel();
            } else if (!page->hits.isEmpty()) {
                const int from = int(m_hits.size());
                beginInsertRows({}, from, from + int(page->hits.size()) - 1);
                m_hits << page->hits;
                endInsertRows();
            }
            m_question.before = page->next;
            m_whole = page->next == 0;
            // Much was looked at in vain: it goes on, and lets others ask in between.
            if (!m_whole && page->hits.isEmpty())
                load();
            else
                emit found();
        });
}

int TextHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QString TextHitModel::headText(const TextHit &hit)
{
    QStringList parts{hit.uid, hit.storeName};
    if (hit.dayMs > 0)
        parts << timeText(hit.dayMs);
    parts << tr("at %1").arg(placeText(hit.atMs));
    return parts.join(u"  ·  "_s);
}

QVariant TextHitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TextHit &line = m_hits[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::ToolTipRole:
        return u"%1\n%2"_s.arg(line.uid, line.part);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headText(line), line.text);
    default:
        return {};
    }
}

bool TextHitModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && !m_whole;
}

void TextHitModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load();
}

} // namespace respool
