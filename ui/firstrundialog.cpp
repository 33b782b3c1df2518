// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/firstrundialog.h"

#include "core/base/units.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int countsMs = 500;
constexpr int mostFoundLines = 4; // all, by kind, not seekable, damaged: nothing below may move

QLabel *makeStep(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

} // namespace

FirstRunDialog::FirstRunDialog(RecordingCatalog &catalog, const QString &store,
                               const Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_settings(settings)
    , m_found(new QLabel(this))
    , m_pictures(new QCheckBox(tr("&Draw pictures of them, for the list and the preview"), this))
    , m_texts(new QCheckBox(tr("&Read the texts of terminals, so that they can be searched"), this))
    , m_seekable(new QCheckBox(tr("&Make videos seekable when their recording has ended"), this))
{
    setWindowTitle(tr("The first store: %1").arg(store));
    m_found->setObjectName(u"found"_s);
    m_found->setText(tr("Looking…"));
    m_found->setWordWrap(true);
    m_found->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_found->setMinimumHeight(mostFoundLines * m_found->fontMetrics().lineSpacing());
    m_pictures->setObjectName(u"pictures"_s);
    m_pictures->setChecked(settings.drawsPictures);
    m_texts->setObjectName(u"texts"_s);
    m_texts->setChecked(settings.readsTexts);
    m_seekable->setObjectName(u"seekable"_s);
    layOut();
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(countsMs);
    connect(later, &QTimer::timeout, this, &FirstRunDialog::look);
    connect(&catalog, &RecordingCatalog::changed, later, [later] {
        if (!later->isActive())
            later->start();
    });
    later->start();
}

void FirstRunDialog::layOut()
{
    auto *note = new QLabel(this);
    note->setWordWrap(true);
    sayBelow(
        *note,
        tr("Nothing else in the folder changes before you say so. All of this can be chosen anew "
           "later."),
        false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole);
    column->addWidget(makeStep(tr("Step 2 of 3: what was found"), this));
    column->addWidget(m_found);
    column->addSpacing(space::whole);
    column->addWidget(makeStep(tr("Step 3 of 3: what Respool may do unasked"), this));
    column->addWidget(m_pictures);
    column->addWidget(m_texts);
    column->addWidget(m_seekable);
    column->addWidget(note);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(460);
}

void FirstRunDialog::look()
{
    m_catalog.counts().then(this, [this](const Result<LibraryCounts> &counts) {
        if (counts)
            show(*counts);
    });
}

void FirstRunDialog::show(const LibraryCounts &counts)
{
    if (counts.all == 0) {
        m_found->setText(tr("No recording so far. What comes later is found by itself."));
        return;
    }
    QStringList kinds;
    const auto add = [&kinds](qint64 count, const QString &text) {
        if (count > 0)
            kinds << text;
    };
    add(counts.video, tr("%n video(s)", nullptr, int(counts.video)));
    add(counts.terminal, tr("%n terminal(s)", nullptr, int(counts.terminal)));
    add(counts.log, tr("%n log(s)", nullptr, int(counts.log)));
    QStringList lines{
        tr("%n recording(s), %1", nullptr, int(counts.all)).arg(sizeText(counts.bytes)),
        kinds.join(u", "_s)};
    if (counts.notSeekable > 0)
        lines << tr("%n of them can be made seekable", nullptr, int(counts.notSeekable));
    if (counts.damaged > 0)
        lines << tr("%n damaged", nullptr, int(counts.damaged));
    lines.removeAll(QString());
    m_found->setText(lines.join(u'\n'));
}

Settings FirstRunDialog::settings() const
{
    Settings chosen = m_settings;
    chosen.drawsPictures = m_pictures->isChecked();
    chosen.readsTexts = m_texts->isChecked();
    return chosen;
}

bool FirstRunDialog::makesSeekable() const
{
    return m_seekable->isChecked();
}

} // namespace respool
