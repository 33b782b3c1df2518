// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exportdialog.h"

#include "core/base/pending.h"
#include "core/base/units.h"
#include "ui/clipfields.h"
#include "ui/exporttargetfield.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

bool isThere(const Recording &recording)
{
    return recording.state == RecordingState::Present || recording.state == RecordingState::Damaged;
}

bool canBeExported(const Recording &recording)
{
    return isThere(recording) && !exportableParts(recording).isEmpty();
}

bool hasSeveralParts(const Recording &recording)
{
    return exportableParts(recording).size() > 1;
}

// The first that could not be written, and why.
struct Trouble
{
    QString target;
    Error error;
};

Trouble examineAll(const QList<ExportItem> &items, const QList<StoreInfo> &stores)
{
    for (const ExportItem &item : items) {
        if (const auto fine = examineExportTarget(item.wishes, stores); !fine)
            return {item.wishes.target, fine.error()};
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(const QList<Recording> &recordings, QList<StoreInfo> stores,
                           const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_stores(std::move(stores))
    , m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::MoviesLocation)
                                : folder)
    , m_form(new QFormLayout)
    , m_copy(new QRadioButton(tr("A &copy that players can seek in"), this))
    , m_clipped(new QRadioButton(tr("A c&lip"), this))
    , m_joined(new QRadioButton(tr("All parts &joined in one WebM"), this))
    , m_archive(new QRadioButton(tr("All files in a &ZIP archive"), this))
    , m_part(new QComboBox(this))
    , m_clip(new ClipFields(this))
    , m_transcode(new QCheckBox(tr("&Encode anew as VP9 and Opus"), this))
    , m_accept(new QPushButton(icon(u"export"_s), tr("E&xport"), this))
{
    std::ranges::copy_if(recordings, std::back_inserter(m_recordings), canBeExported);
    m_leftAlone = recordings.size() - m_recordings.size();
    m_target = new ExportTargetField(
        isSingle() ? ExportTargetField::Kind::File : ExportTargetField::Kind::Folder, this);
    std::ranges::copy_if(recordings, std::back_inserter(m_there), isThere);
    m_archiveTarget = new ExportTargetField(ExportTargetField::Kind::Archive, this);
    setWindowTitle(tr("Export"));
    setMinimumWidth(620);
    fillChoices();
    layOut();
    for (const QRadioButton *choice : {m_copy, m_clipped, m_joined, m_archive})
        connect(choice, &QRadioButton::toggled, this, &ExportDialog::showChoice);
    connect(m_part, &QComboBox::currentIndexChanged, this, &ExportDialog::showChoice);
    connect(m_transcode, &QCheckBox::toggled, this, &ExportDialog::showChoice);
    connect(m_clip, &ClipFields::changed, this, &ExportDialog::check);
    connect(m_target, &ExportTargetField::changed, this, &ExportDialog::check);
    connect(m_archiveTarget, &ExportTargetField::changed, this, &ExportDialog::check);
    showChoice();
    (m_archive->isChecked() ? m_archiveTarget : m_target)->setFocus();
}

void ExportDialog::fillChoices()
{
    m_copy->setObjectName(u"copy"_s);
    m_clipped->setObjectName(u"clip"_s);
    m_joined->setObjectName(u"join"_s);
    m_archive->setObjectName(u"archive"_s);
    m_archiveTarget->setObjectName(u"archiveTarget"_s);
    (m_recordings.isEmpty() ? m_archive : m_copy)->setChecked(true);
    m_copy->setEnabled(!m_recordings.isEmpty());
    m_transcode->setEnabled(!m_recordings.isEmpty());
    m_archive->setEnabled(!m_there.isEmpty());
    m_clipped->setEnabled(isSingle());
    m_joined->setEnabled(std::ranges::any_of(m_recordings, hasSeveralParts));
    m_part->setObjectName(u"part"_s);
    m_part->setAccessibleName(tr("Part"));
    if (isSingle()) {
        for (const Part &part : exportableParts(m_recordings.first()))
            m_part->addItem(u"%1  ·  %2  ·  %3"_s.arg(part.name, durationText(part.durationMs),
                                                      sizeText(part.bytes)),
                            part.name);
    }
    m_transcode->setObjectName(u"transcode"_s);
    m_transcode->setToolTip(tr("Takes long, and loses a little. For codecs that the new file "
                               "would not take."));
    m_accept->setObjectName(u"accept"_s);
}

QLayout *ExportDialog::makeShapes()
{
    auto *shapes = new QVBoxLayout;
    shapes->setSpacing(space::half);
    for (QRadioButton *choice : {m_copy, m_clipped, m_joined, m_archive})
        shapes->addWidget(choice);
    if (const QString text = limits(); !text.isEmpty()) {
        auto *note = makeComplaint(u"limits"_s, this);
        sayBelow(*note, text, false);
        note->show();
        shapes->addWidget(note);
    }
    return shapes;
}

// Why some of it cannot be chosen, or is left alone.
QString ExportDialog::limits() const
{
    QStringList lines;
    if (m_recordings.size() > 1)
        lines << tr("A clip can be cut from one recording at a time.");
    if (m_leftAlone > 0)
        lines << tr("%n of the chosen recordings have no video: only an archive takes them.",
                    nullptr, int(m_leftAlone));
    return lines.join(u'\n');
}

void ExportDialog::layOut()
{
    m_form->setHorizontalSpacing(space::wide);
    m_form->setVerticalSpacing(space::whole);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(tr("What:"), makeShapes());
    m_form->addRow(tr("&Part:"), m_part);
    m_form->addRow(tr("&From:"), m_clip);
    m_form->addRow(QString(), m_transcode);
    m_form->addRow(isSingle() ? tr("F&ile:") : tr("F&older:"), m_target);
    m_form->addRow(tr("F&ile:"), m_archiveTarget);
    auto *title =
        new QLabel(m_there.isEmpty() ? tr("None of these has a file that can be exported")
                                     : tr("Export %n recording(s)", nullptr, int(m_there.size())),
                   this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::whole + space::half);
    column->addWidget(title);
    column->addLayout(m_form);
    column->addStretch();
    column->addWidget(buttons);
    for (int row = 0; m_there.isEmpty() && row < m_form->rowCount(); ++row)
        m_form->setRowVisible(row, false);
}

void ExportDialog::proposeClip(const QString &name, const TimeRange &range)
{
    if (const int at = m_part->findData(name); at >= 0) {
        m_part->setCurrentIndex(at);
        m_clipped->setChecked(true);
        m_clip->setRange(range);
    }
}

const Part *ExportDialog::part() const
{
    static const QList<Part> none;
    const auto &parts = isSingle() ? m_recordings.first().parts : none;
    const auto found = std::ranges::find(parts, m_part->currentData().toString(), &Part::name);
    return found == parts.end() || m_joined->isChecked() ? nullptr : &*found;
}

ExportShape ExportDialog::shape() const
{
    ExportShape shape;
    if (m_clipped->isChecked())
        shape.form = ExportForm::Clip;
    else if (m_joined->isChecked())
        shape.form = ExportForm::Join;
    shape.encodes = m_transcode->isChecked();
    return shape;
}

void ExportDialog::showChoice()
{
    if (m_there.isEmpty()) {
        m_accept->setEnabled(false);
        return;
    }
    const bool archives = m_archive->isChecked();
    m_form->setRowVisible(m_target, !archives);
    m_form->setRowVisible(m_archiveTarget, archives);
    m_form->setRowVisible(m_transcode, !archives);
    const bool choosesPart = m_part->count() > 1 && !m_joined->isChecked() && !archives;
    m_form->setRowVisible(m_part, choosesPart);
    m_form->setRowVisible(m_clip, m_clipped->isChecked());
    m_archiveTarget->propose(m_folder + u'/'
                             + (m_there.size() == 1 ? m_there.first().uid : tr("recordings"))
                             + u".zip"_s);
    if (archives) {
        check();
        return;
    }
    if (const Part *chosen = part())
        m_clip->setLength(chosen->durationMs);
    m_target->propose(isSingle()
                          ? m_folder + u'/' + exportName(m_recordings.first(), part(), shape())
                          : m_folder);
    check();
}

QList<ExportItem> ExportDialog::itemsOf(const QList<Recording> &recordings) const
{
    QList<ExportItem> items;
    if (isSingle()) {
        ExportItem item;
        item.id = recordings.first().id;
        item.wishes.target = m_target->path();
        item.wishes.part = part() ? part()->name : QString();
        item.wishes.join = m_joined->isChecked();
        item.wishes.transcode = m_transcode->isChecked();
        if (m_clipped->isChecked()) {
            item.wishes.range = m_clip->range().value_or(TimeRange());
            item.wishes.exact = m_clip->isExact();
        }
        items << item;
    } else {
        items = exportItems(recordings, shape(), m_target->path());
    }
    for (ExportItem &item : items)
        item.wishes.overwrite = m_target->replaces();
    return items;
}

QList<ExportItem> ExportDialog::items() const
{
    return itemsOf(m_recordings);
}

QString ExportDialog::folder() const
{
    return m_target->folder();
}

// What the command would refuse, as far as that can be told without looking at files. Of several
// recordings one is like the other: the names of their files are ours.
void ExportDialog::check()
{
    if (m_archive->isChecked()) {
        checkArchive();
        return;
    }
    const bool whole = (!m_clipped->isChecked() || m_clip->range()) && !m_target->path().isEmpty();
    Error error;
    if (whole) {
        const ExportItem item = itemsOf(m_recordings.first(1)).first();
        const auto order = planExport(m_recordings.first(), item.wishes);
        error = order ? Error() : order.error();
        complain(error, item.wishes.target);
    } else {
        m_target->clearComplaint();
    }
    m_accept->setEnabled(whole && error.code == ErrorCode::None);
    fit();
}

void ExportDialog::complain(const Error &error, const QString &target)
{
    const ExportShape wanted = shape();
    if (error.code == ErrorCode::None)
        m_target->clearComplaint();
    else
        m_target->complain(error, target, wanted.form == ExportForm::Copy && !wanted.encodes);
}

// As high as what is shown of it, whatever the user made of its width.
void ExportDialog::fit()
{
    layout()->activate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : sizeHint().height();
    resize(width(), wanted);
}

void ExportDialog::submit()
{
    m_accept->setEnabled(false); // a second click would ask twice
    ExportTargetField *target = m_archive->isChecked() ? m_archiveTarget : m_target;
    QList<ExportItem> wanted;
    if (const auto wishes = archive())
        wanted << ExportItem{{}, {.target = wishes->target, .overwrite = wishes->overwrite}};
    else
        wanted = items();
    inBackground(examineAll, wanted, m_stores).then(this, [this, target](const Trouble &trouble) {
        m_accept->setEnabled(true);
        if (trouble.error.code == ErrorCode::None) {
            accept();
            return;
        }
        if (target == m_target)
            complain(trouble.error, trouble.target);
        else
            target->complain(trouble.error, trouble.target, false);
        fit();
        target->setFocus();
    });
}

} // namespace respool
