// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archivecatalog.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace respool {

// Shows what is in an archive and what importing it into a store would do, before anything happens.
// Accepted: wishes() are the user's word. Lives on the ui thread; the archive is read elsewhere.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    // chosen: the store to propose; one that is not among them: the first.
    ImportDialog(ArchiveCatalog &archives, QString file, QList<StoreInfo> stores, StoreId chosen,
                 QWidget *parent = nullptr);

    ImportWishes wishes() const { return m_contents.wishes; }

private:
    void layOut();
    void look();
    void tell(const Result<ArchiveContents> &contents);
    void fit();
    QString factsOf(const ArchiveContents &contents) const;
    QString cautionsOf(const ArchiveContents &contents) const;

    ArchiveCatalog &m_archives;
    const QString m_file;
    const QList<StoreInfo> m_stores;
    QComboBox *m_store;
    QLabel *m_facts;
    QLabel *m_cautions;
    QPushButton *m_accept;
    ArchiveContents m_contents;
    int m_looks = 0; // counts, so that the answer for another store is dropped
};

} // namespace respool
