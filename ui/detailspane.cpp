// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/detailspane.h"

#include "core/archivecatalog.h"
#include "core/base/pending.h"
#include "core/base/units.h"
#include "core/evidence.h"
#include "core/keptoriginals.h"
#include "ui/detailstext.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/recordingtext.h"

#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int movingOnMs = 150;
constexpr int mostRowsHigh = 8;

QTreeWidget *makeRows(const QStringList &columns, const QString &name, QWidget *parent)
{
    auto *rows = new QTreeWidget(parent);
    rows->setHeaderLabels(columns);
    rows->setRootIsDecorated(false);
    rows->setUniformRowHeights(true);
    rows->setFrameShape(QFrame::NoFrame);
    rows->setAccessibleName(name);
    rows->header()->setStretchLastSection(true);
    rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rows->setIndentation(0);
    return rows;
}

// As high as its rows, up to some of them.
void fitHeight(QTreeWidget &rows)
{
    const int shown = std::clamp(rows.topLevelItemCount(), 1, mostRowsHigh);
    const int row = rows.fontMetrics().height() + space::whole;
    rows.setFixedHeight(rows.header()->sizeHint().height() + shown * row + space::whole);
    for (int column = 0; column + 1 < rows.columnCount(); ++column)
        rows.resizeColumnToContents(column);
}

void addRow(QTreeWidget &rows, const QStringList &cells, const QString &tip)
{
    auto *item = new QTreeWidgetItem(&rows, cells);
    for (int column = 0; column < cells.size(); ++column)
        item->setToolTip(column, tip);
    item->setData(0, Qt::AccessibleTextRole, cells.join(u", "_s));
}

} // namespace

DetailsPane::DetailsPane(RecordingCatalog &catalog, ArchiveCatalog &archives, Evidence &evidence,
                         QWidget *parent)
    : QScrollArea(parent)
    , m_catalog(catalog)
    , m_archives(archives)
    , m_evidence(evidence)
    , m_title(new QLabel)
    , m_ofOne(new QWidget)
    , m_tags(new QLineEdit)
    , m_note(new QPlainTextEdit)
    , m_hold(new QLabel)
    , m_holdButton(new QPushButton)
    , m_parts(makeRows({tr("Part"), tr("Size"), tr("Duration"), tr("What it is")}, tr("Parts"),
                       m_ofOne))
    , m_kept(new QLabel)
    , m_history(makeRows({tr("When"), tr("What"), tr("Result")}, tr("History"), m_ofOne))
{
    setObjectName(u"details"_s);
    setAccessibleName(tr("Details"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    layOut();
    m_later.setSingleShot(true);
    m_later.setInterval(movingOnMs);
    connect(&m_later, &QTimer::timeout, this, &DetailsPane::lookCloser);
    connect(m_tags, &QLineEdit::editingFinished, this, &DetailsPane::commitTags);
    m_note->installEventFilter(this);
    connect(m_holdButton, &QPushButton::clicked, this, [this] {
        if (m_recording.held)
            emit liftWanted();
        else
            emit holdWanted();
    });
    showNone();
}

void DetailsPane::setFact(Fact fact, const QString &text)
{
    QLabel *value = m_values[fact];
    value->setText(text);
    value->setVisible(!text.isEmpty());
    m_facts->labelForField(value)->setVisible(!text.isEmpty());
}

void DetailsPane::clearFacts()
{
    for (int fact = Store; fact <= Newest; ++fact)
        setFact(Fact(fact), {});
}

void DetailsPane::showNone()
{
    commitTags();
    commitNote();
    ++m_asked;
    m_later.stop();
    m_shows = Shows::None;
    m_recording = {};
    clearFacts();
    m_ofOne->hide();
    m_title->setText(tr("Select a recording to see its details."));
}

// The same one again may be a row that was read anew: what is being typed stays.
void DetailsPane::showOne(const Recording &recording)
{
    const bool same = m_shows == Shows::One && m_recording.id == recording.id;
    if (!same) {
        commitTags();
        commitNote();
        m_history->clear();
        m_kept->hide();
        m_values[Verified]->clear();
    }
    ++m_asked;
    m_shows = Shows::One;
    m_recording = recording;
    if (isVisible())
        fill();
}

void DetailsPane::fill()
{
    const Recording &recording = m_recording;
    const QString verified = m_values[Verified]->text();
    clearFacts();
    m_title->setText(recording.uid);
    setFact(Store, recording.path == recording.uid
                       ? recording.storeName
                       : tr("%1: %2").arg(recording.storeName, recording.path));
    setFact(Kind, wordFor(recording.kind));
    setFact(State, recording.problem.isEmpty()
                       ? stateText(recording)
                       : tr("%1: %2").arg(stateText(recording), recording.problem));
    setFact(Start, timeText(recording.startMs));
    setFact(Duration, durationText(recording.durationMs));
    setFact(Size, tr("%1 in %n part(s)", nullptr, int(recording.parts.size()))
                      .arg(sizeText(recording.bytes)));
    setFact(Streams, mediaText(recording));
    setFact(Verified, verified);
    showMarks(recording);
    showParts(recording);
    fitHeight(*m_history);
    m_ofOne->show();
    m_later.start();
}

void DetailsPane::showMarks(const Recording &recording)
{
    if (!m_tags->hasFocus() || !m_tags->isModified())
        m_tags->setText(recording.tags.join(u", "_s));
    if ((!m_note->hasFocus() || !m_note->document()->isModified())
        && m_note->toPlainText() != recording.note) {
        m_note->setPlainText(recording.note);
        m_note->document()->setModified(false);
    }
    m_hold->setText(recording.held ? recording.holdReason : tr("Under no hold"));
    m_holdButton->setText(recording.held ? tr("Lift…") : tr("Hold…"));
    m_holdButton->setAccessibleName(recording.held ? tr("Lift hold") : tr("Put under hold"));
}

void DetailsPane::showParts(const Recording &recording)
{
    m_parts->clear();
    for (const Part &part : recording.parts)
        addRow(*m_parts,
               {part.name, sizeText(part.bytes), durationText(part.durationMs), partText(part)},
               part.problem.isEmpty() ? part.name : part.problem);
    fitHeight(*m_parts);
}

void DetailsPane::showMany(qint64 count, const Ids &ids)
{
    commitTags();
    commitNote();
    ++m_asked;
    if (m_shows != Shows::Many || m_count != count)
        clearFacts();
    m_shows = Shows::Many;
    m_count = count;
    m_ids = ids;
    m_recording = {};
    m_ofOne->hide();
    m_title->setText(tr("%1 recordings").arg(QLocale().toString(count)));
    m_later.start();
}

void DetailsPane::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_shows == Shows::One)
        fill();
    else if (m_shows == Shows::Many)
        m_later.start();
}

void DetailsPane::lookCloser()
{
    if (!isVisible() || m_shows == Shows::None)
        return;
    if (m_shows == Shows::Many) {
        askForSums();
        return;
    }
    const auto isNow = [this, asked = m_asked] { return asked == m_asked; };
    m_archives.verified(m_recording.id).then(this, [this, isNow](const Result<VerifiedState> &v) {
        if (v && isNow())
            showVerified(*v);
    });
    m_evidence.historyOf(m_recording.uid)
        .then(this, [this, isNow](const Result<RecordingHistory> &history) {
            if (!history)
                emit failed(history.error());
            else if (isNow())
                showHistory(*history);
        });
    const auto store = std::ranges::find(m_stores, m_recording.store, &StoreInfo::id);
    if (store == m_stores.end())
        return;
    inBackground(keptOriginals, m_recording, *store)
        .then(this, [this, isNow](const Result<QList<KeptOriginal>> &kept) {
            if (kept && isNow()) // a store that is offline has none to show
                showKept(*kept);
        });
}

void DetailsPane::askForSums()
{
    m_ids().then(this, [this, asked = m_asked](const Result<QList<RecordingId>> &ids) {
        if (asked != m_asked)
            return;
        if (!ids) {
            emit failed(ids.error());
            return;
        }
        m_catalog.sums(*ids).then(this, [this, asked](const Result<RecordingSums> &sums) {
            if (asked != m_asked)
                return;
            if (sums)
                showSums(*sums);
            else
                emit failed(sums.error());
        });
    });
}

void DetailsPane::showSums(const RecordingSums &sums)
{
    setFact(Kind, kindsText(sums));
    setFact(State, sums.held > 0 ? tr("%n under hold", nullptr, int(sums.held)) : QString());
    setFact(Duration, durationText(sums.durationMs));
    setFact(Size, sizeText(sums.bytes));
    setFact(Oldest, timeText(sums.oldestMs));
    setFact(Newest, timeText(sums.newestMs));
}

void DetailsPane::showVerified(const VerifiedState &state)
{
    const QString when =
        state.verifiedMs > 0 ? verificationText(state.verifiedMs) : tr("Not verified yet");
    setFact(Verified, state.sums > 0
                          ? tr("%1; %n SHA-256 sum(s) are kept", nullptr, int(state.sums)).arg(when)
                          : when);
}

void DetailsPane::showHistory(const RecordingHistory &history)
{
    m_history->clear();
    for (const HistoryLine &line : historyLines(history))
        addRow(*m_history, {timeText(line.atMs), line.what, line.result}, line.tip);
    fitHeight(*m_history);
    if (m_recording.held)
        m_hold->setText(holdText(m_recording, history));
}

void DetailsPane::showKept(const QList<KeptOriginal> &kept)
{
    QStringList lines;
    for (const KeptOriginal &file : kept)
        lines << tr("Kept original: %1, %2").arg(file.name, sizeText(file.bytes));
    m_kept->setText(lines.join(u'\n'));
    m_kept->setVisible(!lines.isEmpty());
}

bool DetailsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        commitNote();
    return QScrollArea::eventFilter(watched, event);
}

void DetailsPane::commitTags()
{
    if (m_shows != Shows::One || !m_tags->isModified())
        return;
    m_tags->setModified(false);
    const QStringList typed = tagsFrom(m_tags->text());
    QStringList added, removed;
    for (const QString &tag : typed) {
        if (!m_recording.tags.contains(tag, Qt::CaseInsensitive))
            added << tag;
    }
    for (const QString &tag : m_recording.tags) {
        if (!typed.contains(tag, Qt::CaseInsensitive))
            removed << tag;
    }
    if (!added.isEmpty() || !removed.isEmpty())
        emit tagsEdited(m_recording.id, added, removed);
}

void DetailsPane::commitNote()
{
    if (m_shows != Shows::One || !m_note->document()->isModified())
        return;
    m_note->document()->setModified(false);
    if (m_note->toPlainText() != m_recording.note)
        emit noteEdited(m_recording.id, m_note->toPlainText());
}

} // namespace respool
