// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"

#include <QScrollArea>
#include <QTimer>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace respool {

class ArchiveCatalog;
class Evidence;
struct KeptOriginal;
struct RecordingHistory;
struct VerifiedState;

// All that is known of the recording that is selected, and what people say of it, to be changed in
// place; of several, their sums. Follows the selection: what is in the list already at once, the
// rest when nobody moves on for a moment, and nothing while it is not seen. Lives on the ui thread;
// asks and never waits, and changes nothing itself.
class DetailsPane final : public QScrollArea
{
    Q_OBJECT

public:
    using Ids = std::function<QFuture<Result<QList<RecordingId>>>()>;

    DetailsPane(RecordingCatalog &catalog, ArchiveCatalog &archives, Evidence &evidence,
                QWidget *parent = nullptr);

    void setStores(const QList<StoreInfo> &stores) { m_stores = stores; }
    void showNone();
    void showOne(const Recording &recording);
    void showMany(qint64 count, const Ids &ids); // ids: asked for when they are needed

signals:
    void tagsEdited(respool::RecordingId id, const QStringList &added, const QStringList &removed);
    void noteEdited(respool::RecordingId id, const QString &note);
    void holdWanted();
    void liftWanted();
    void failed(const respool::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Shows { None, One, Many };
    enum Fact { Store, Kind, State, Start, Duration, Size, Streams, Verified, Oldest, Newest };
    void layOut();
    void layOutMarks(QFormLayout &form);
    QLabel *addFact(const QString &name);
    void setFact(Fact fact, const QString &text); // empty: the row is hidden
    void clearFacts();
    void fill(); // with what is known of the one that is selected
    void showParts(const Recording &recording);
    void showMarks(const Recording &recording);
    void lookCloser();
    void askForSums();
    void showSums(const RecordingSums &sums);
    void showHistory(const RecordingHistory &history);
    void showVerified(const VerifiedState &state);
    void showKept(const QList<KeptOriginal> &kept);
    void commitTags();
    void commitNote();

    RecordingCatalog &m_catalog;
    ArchiveCatalog &m_archives;
    Evidence &m_evidence;
    QList<StoreInfo> m_stores;
    Shows m_shows = Shows::None;
    Recording m_recording;
    qint64 m_count = 0;
    Ids m_ids;
    int m_asked = 0; // counts, so that answers about an older selection are dropped
    QTimer m_later;

    QLabel *m_title;
    QFormLayout *m_facts = nullptr;
    QList<QLabel *> m_values; // in the order of Fact
    QWidget *m_ofOne;         // what several do not have
    QLineEdit *m_tags;
    QPlainTextEdit *m_note;
    QLabel *m_hold;
    QPushButton *m_holdButton;
    QTreeWidget *m_parts;
    QLabel *m_kept;
    QTreeWidget *m_history;
};

} // namespace respool
