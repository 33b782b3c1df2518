// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/finddialog.h"

#include "core/base/clock.h"
#include "core/library/query/textmatch.h"
#include "core/library/recordingcatalog.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/queryedit.h"
#include "ui/texthitdelegate.h"
#include "ui/texthitmodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int wordsTypingMs = 150;
constexpr int coverageMs = 2000;
constexpr int hitsAtOnce = 50;

} // namespace

FindDialog::FindDialog(TextCatalog &texts, RecordingCatalog &catalog, QList<StoreInfo> stores,
                       QWidget *parent)
    : QDialog(parent)
    , m_texts(texts)
    , m_stores(std::move(stores))
    , m_model(new TextHitModel(texts, this))
    , m_words(new QLineEdit(this))
    , m_within(new QueryEdit(this))
    , m_complaint(makeComplaint(tr("What is wrong with the search"), this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this))
    , m_coverage(new QLabel(this))
    , m_typing(new QTimer(this))
    , m_later(new QTimer(this))
{
    setWindowTitle(tr("Find in recordings"));
    resize(860, 560);
    layOut();
    m_typing->setSingleShot(true);
    m_typing->setInterval(wordsTypingMs);
    m_later->setSingleShot(true);
    m_later->setInterval(coverageMs);
    for (QLineEdit *field : {m_words, static_cast<QLineEdit *>(m_within)}) {
        connect(field, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
        field->installEventFilter(this);
    }
    connect(m_typing, &QTimer::timeout, this, &FindDialog::search);
    connect(m_later, &QTimer::timeout, this, &FindDialog::askForCoverage);
    connect(&catalog, &RecordingCatalog::changed, m_later, [later = m_later] {
        if (!later->isActive())
            later->start();
    });
    connect(m_model, &TextHitModel::found, this, &FindDialog::showCount);
    connect(m_model, &TextHitModel::failed, this,
            [this](const Error &error) { complain(errorText(error)); });
    const auto choose = [this](const QModelIndex &index) { emit chosen(m_model->hit(index)); };
    connect(m_list, &QListView::clicked, this, choose);
    m_list->installEventFilter(this);
    showCount();
    QTimer::singleShot(0, this, &FindDialog::askForCoverage);
}

void FindDialog::layOut()
{
    m_words->setObjectName(u"words"_s);
    m_words->setAccessibleName(tr("Words to find"));
    m_words->setPlaceholderText(tr("Words, \"phrases\", begin* and -not"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_within->setAccessibleName(tr("Recordings to look in"));
    m_within->setPlaceholderText(tr("In all recordings, or kind:log start>-7d"));
    m_list->setObjectName(u"hits"_s);
    m_list->setAccessibleName(tr("Lines that were found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TextHitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAlternatingRowColors(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setWordWrap(true);
    m_coverage->setObjectName(u"coverage"_s);
    m_coverage->setForegroundRole(QPalette::PlaceholderText);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(space::whole);
    fields->addWidget(m_words, 3);
    fields->addWidget(m_within, 2);
    auto *below = new QHBoxLayout;
    below->addWidget(m_count, 1);
    below->addWidget(m_coverage);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::whole);
    column->addLayout(fields);
    column->addWidget(m_complaint);
    column->addWidget(m_list, 1);
    column->addLayout(below);
}

void FindDialog::begin()
{
    show();
    raise();
    activateWindow();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FindDialog::search()
{
    complain({});
    ParsedQuery within = parseQuery(
        m_within->text(),
        {.nowMs = SystemClock().nowMs(), .zone = QTimeZone::systemTimeZone(), .stores = m_stores});
    m_within->setMistake(within.mistake);
    if (within.mistake)
        return complain(within.mistake->message);
    if (m_words->text().trimmed().isEmpty()) {
        m_model->clear();
        return showCount();
    }
    const auto match = textMatch(m_words->text(), true);
    if (!match)
        return complain(match.error().detail);
    TextQuestion question;
    question.match = *match;
    question.within = std::move(within.query);
    question.limit = hitsAtOnce;
    m_model->search(question);
}

void FindDialog::showCount()
{
    const int lines = m_model->rowCount();
    if (m_words->text().trimmed().isEmpty())
        m_count->setText(tr("Finds what could be read in terminals and logs."));
    else if (lines == 0 && m_model->isWhole())
        m_count->setText(tr("Nothing was found."));
    else if (m_model->isWhole())
        m_count->setText(tr("%n line(s)", nullptr, lines));
    else
        m_count->setText(tr("More than %n line(s), the newest first", nullptr, lines));
}

void FindDialog::askForCoverage()
{
    m_texts.coverage().then(this, [this](const Result<TextCoverage> &coverage) {
        if (!coverage)
            return; // the search tells of the same trouble
        const bool whole = coverage->indexed >= coverage->all;
        m_coverage->setText(
            whole ? QString()
                  : tr("%1 of %n recording(s) are indexed.", nullptr, int(coverage->all))
                        .arg(coverage->indexed));
        m_coverage->setVisible(!whole);
    });
}

void FindDialog::complain(const QString &text)
{
    sayBelow(*m_complaint, text, true);
    m_complaint->setVisible(!text.isEmpty());
}

// Enter and the arrow down lead from the field to what was found, Enter there to the recording.
bool FindDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_list && enter && m_list->currentIndex().isValid()) {
        emit chosen(m_model->hit(m_list->currentIndex()));
        return true;
    }
    if (watched == m_words && (enter || key == Qt::Key_Down)) {
        if (m_model->rowCount() > 0) {
            m_list->setFocus(Qt::OtherFocusReason);
            m_list->setCurrentIndex(m_model->index(0));
        }
        return true;
    }
    if (watched == m_within && enter)
        return !m_within->isOffering(); // it must not close the dialog
    return QDialog::eventFilter(watched, event);
}

} // namespace respool
