// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reportsaver.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace respool {

ReportSaver::ReportSaver(JobQueue &queue, QWidget *window)
    : QObject(window)
    , m_queue(queue)
    , m_window(window)
{}

void ReportSaver::save(BatchId batch)
{
    auto *dialog = new QFileDialog(m_window, tr("Save report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"respool-batch-%1.csv"_s.arg(batch.value));
    connect(dialog, &QFileDialog::fileSelected, this, [this, batch](const QString &file) {
        m_queue.report(batch).then(this, [this, file](const Result<BatchReport> &report) {
            if (report)
                write(*report, file);
            else
                emit failed(report.error());
        });
    });
    dialog->open();
}

void ReportSaver::write(const BatchReport &report, const QString &file)
{
    QtConcurrent::run([report, file] {
        QSaveFile out(file);
        const bool json = file.endsWith(".json"_L1, Qt::CaseInsensitive);
        if (out.open(QIODevice::WriteOnly))
            out.write(json ? toJson(report) : toCsv(report));
        return out.commit() ? QString() : out.errorString();
    }).then(this, [this, file](const QString &error) {
        if (error.isEmpty())
            emit saved(tr("The report is saved in %1.").arg(file));
        else
            emit failed({ErrorCode::Io, tr("%1 cannot be written: %2").arg(file, error)});
    });
}

} // namespace respool
