// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exporttargetfield.h"

#include "ui/errortext.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString wordsFor(const Error &error, const QString &target, bool copies, bool archive)
{
    const QFileInfo file(target);
    if (!QDir::isAbsolutePath(target))
        return ExportTargetField::tr("Write the whole path, from / on.");
    if (error.code == ErrorCode::Conflict)
        return ExportTargetField::tr(
                   "%1 exists already: choose another name, or let it be replaced.")
            .arg(file.fileName());
    if (error.code == ErrorCode::NotFound)
        return ExportTargetField::tr("There is no folder %1.").arg(file.path());
    if (error.code == ErrorCode::Refused)
        return ExportTargetField::tr(
            "That is inside a store, where it would become a recording: choose "
            "another folder.");
    if (error.code == ErrorCode::PermissionDenied)
        return ExportTargetField::tr("Nothing may be written in %1.").arg(file.path());
    if (error.code == ErrorCode::InvalidArgument && archive)
        return ExportTargetField::tr("The name must end in .zip.");
    if (error.code == ErrorCode::InvalidArgument && file.suffix().toLower() != "webm"_L1)
        return copies ? ExportTargetField::tr("The name must end in .webm, .mkv or .mp4.")
                      : ExportTargetField::tr(
                          "The name must end in .webm: clips, joined parts and what is "
                          "encoded anew are WebM.");
    return errorText(error);
}

} // namespace

ExportTargetField::ExportTargetField(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_path(new QLineEdit(this))
    , m_complaint(makeComplaint(u"targetError"_s, this))
    , m_replace(new QCheckBox(kind != Kind::Folder ? tr("&Replace the file if it is there")
                                                   : tr("&Replace files that are there"),
                              this))
{
    m_path->setObjectName(u"target"_s);
    m_path->setAccessibleName(kind != Kind::Folder ? tr("File") : tr("Folder"));
    m_replace->setObjectName(u"replace"_s);
    auto *choose = new QPushButton(icon(u"folder-open"_s), tr("&Browse…"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::whole);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addLayout(row);
    column->addWidget(m_complaint);
    column->addWidget(m_replace);
    setFocusPolicy(Qt::StrongFocus); // else the key of its label leads nowhere
    setFocusProxy(m_path);
    connect(choose, &QPushButton::clicked, this, &ExportTargetField::browse);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_named = true; });
    connect(m_path, &QLineEdit::textChanged, this, &ExportTargetField::changed);
    connect(m_replace, &QCheckBox::toggled, this, &ExportTargetField::changed);
}

void ExportTargetField::propose(const QString &path)
{
    if (!m_named)
        m_path->setText(path);
}

QString ExportTargetField::path() const
{
    return QDir::cleanPath(m_path->text().trimmed());
}

QString ExportTargetField::folder() const
{
    return m_kind != Kind::Folder ? QFileInfo(path()).path() : path();
}

bool ExportTargetField::replaces() const
{
    return m_replace->isChecked();
}

void ExportTargetField::complain(const Error &error, const QString &target, bool copies)
{
    say(wordsFor(error, target, copies, m_kind == Kind::Archive));
}

void ExportTargetField::clearComplaint()
{
    say({});
}

void ExportTargetField::say(const QString &complaint)
{
    sayBelow(*m_complaint, complaint, true);
    m_complaint->setVisible(!complaint.isEmpty());
}

void ExportTargetField::browse()
{
    auto *dialog = new QFileDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_kind != Kind::Folder) {
        dialog->setWindowTitle(tr("Export to a file"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // that is asked in one place, here
        dialog->setNameFilters({m_kind == Kind::Archive ? tr("ZIP archives (*.zip)")
                                                        : tr("Videos (*.webm *.mkv *.mp4)"),
                                tr("All files (*)")});
        dialog->setDirectory(folder());
        dialog->selectFile(QFileInfo(path()).fileName());
    } else {
        dialog->setWindowTitle(tr("Export into a folder"));
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->setDirectory(path());
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        m_named = true;
        m_path->setText(chosen);
    });
    dialog->open();
}

} // namespace respool
