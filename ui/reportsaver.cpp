// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reportsaver.h"

#include "core/base/pending.h"
#include "core/evidence.h"

#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

ReportFormat formatFor(const QString &file)
{
    if (file.endsWith(".json"_L1, Qt::CaseInsensitive))
        return ReportFormat::Json;
    return file.endsWith(".csv"_L1, Qt::CaseInsensitive) ? ReportFormat::Csv : ReportFormat::Html;
}

} // namespace

ReportSaver::ReportSaver(Evidence &evidence, QWidget *window)
    : QObject(window)
    , m_evidence(evidence)
    , m_window(window)
{}

void ReportSaver::save(BatchId batch)
{
    auto *dialog = new QFileDialog(m_window, tr("Save report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("Page for printing (*.html)"), tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(u"respool-batch-%1.html"_s.arg(batch.value));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, -1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, batch](const QString &file) {
        m_evidence.report(batch).then(this, [this, file](const Result<EvidenceReport> &report) {
            if (report)
                write(*report, file);
            else
                emit failed(report.error());
        });
    });
    dialog->open();
}

void ReportSaver::write(const EvidenceReport &report, const QString &file)
{
    inBackground([report, file] {
        QSaveFile out(file);
        if (out.open(QIODevice::WriteOnly))
            out.write(formatted(report, formatFor(file)));
        return out.commit() ? QString() : out.errorString();
    }).then(this, [this, file](const QString &error) {
        if (error.isEmpty())
            emit saved(tr("The report is saved in %1.").arg(file));
        else
            emit failed({ErrorCode::Io, tr("%1 cannot be written: %2").arg(file, error)});
    });
}

} // namespace respool
