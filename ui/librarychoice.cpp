// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of LibraryPage that knows what is selected.

#include "ui/librarymodel.h"
#include "ui/librarypage.h"
#include "ui/look.h"
#include "ui/queryedit.h"
#include "ui/recordingtable.h"
#include "ui/wholeselection.h"

#include <QDrag>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int mostLookedAt = 1000;

} // namespace

bool LibraryPage::choose(const Recording &recording)
{
    const QModelIndex row = m_model->indexOf(recording.id);
    if (!row.isValid())
        return false;
    m_wanted = {};
    list()->setCurrentIndex(row);
    list()->scrollTo(row, QAbstractItemView::PositionAtCenter);
    return true;
}

void LibraryPage::lookFor(const Recording &recording)
{
    m_wanted = recording.id;
    m_search->setText(
        u"id:"_s + queryQuoted(recording.uid)
        + (recording.state == RecordingState::Trashed ? u" state:trash"_s : QString()));
    m_typing->stop();
    applyFilter();
}

// The files of what is selected, for another program; of what is in the trash there are none.
void LibraryPage::dragSelected()
{
    QList<QUrl> files;
    for (const Recording &recording : selected()) {
        const auto store = std::ranges::find(m_stores, recording.store, &StoreInfo::id);
        if (store == m_stores.end() || recording.state == RecordingState::Trashed
            || recording.state == RecordingState::Missing)
            continue;
        for (const Part &part : recording.parts)
            files << QUrl::fromLocalFile(fileOf(*store, recording, part));
    }
    if (files.isEmpty())
        return;
    auto *content = new QMimeData;
    content->setUrls(files);
    auto *drag = new QDrag(this);
    drag->setMimeData(content);
    drag->setPixmap(icon(u"video"_s).pixmap(32, 32));
    drag->exec(Qt::CopyAction); // never a move: what leaves a store is deleted by a job
}

// Many are looked at only as far as that takes no time.
QList<Recording> LibraryPage::selected() const
{
    QList<Recording> recordings;
    const auto runs = m_table->chosen().runs();
    if (runs.size() == 1 && runs.first().first == runs.first().second) {
        const Recording one = m_model->recording(m_model->index(runs.first().first, 0));
        return one.uid.isEmpty() ? QList<Recording>() : QList<Recording>{one};
    }
    int looks = mostLookedAt;
    for (const auto &[first, last] : runs) {
        for (int row = first; row <= last && looks > 0; ++row, --looks) {
            if (const Recording *known = m_model->known(row))
                recordings << *known;
        }
    }
    return recordings;
}

std::optional<Recording> LibraryPage::one() const
{
    const QList<Recording> known = chosenCount() == 1 ? selected() : QList<Recording>();
    return known.isEmpty() ? std::nullopt : std::optional(known.first());
}

bool LibraryPage::allChosen() const
{
    return m_table->chosen().isAll();
}

qint64 LibraryPage::chosenCount() const
{
    const WholeSelection &chosen = m_table->chosen();
    return chosen.isAll() ? m_model->total() - chosen.left().size() : chosen.rows();
}

QFuture<Result<QList<RecordingId>>> LibraryPage::chosen()
{
    if (!allChosen()) {
        QList<RecordingId> ids;
        for (const auto &[first, last] : m_table->chosen().runs()) {
            for (int row = first; row <= last; ++row)
                ids << m_model->idAt(row);
        }
        return QtFuture::makeReadyFuture(Result<QList<RecordingId>>(ids));
    }
    return m_catalog.ids(m_model->filter())
        .then(this, [left = m_table->chosen().left()](Result<QList<RecordingId>> ids) {
            if (ids)
                ids->removeIf([&](RecordingId id) { return left.contains(id.value); });
            return ids;
        });
}

} // namespace respool
