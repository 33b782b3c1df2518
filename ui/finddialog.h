// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace respool {

class QueryEdit;
class RecordingCatalog;
class TextCatalog;
class TextHitModel;
struct Error;
struct TextCoverage;
struct TextHit;

// Finds lines in terminal output and logs while words are typed. Stays open beside the window that
// shows what was chosen. Lives on the ui thread.
class FindDialog final : public QDialog
{
    Q_OBJECT

public:
    FindDialog(TextCatalog &texts, RecordingCatalog &catalog, QList<StoreInfo> stores,
               QWidget *parent = nullptr);

    void begin(); // what was typed is chosen, to be typed over

signals:
    void chosen(const respool::TextHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void search();
    void showCount();
    void askForCoverage();
    void complain(const QString &text);

    TextCatalog &m_texts;
    const QList<StoreInfo> m_stores;
    TextHitModel *m_model;
    QLineEdit *m_words;
    QueryEdit *m_within;
    QLabel *m_complaint;
    QListView *m_list;
    QLabel *m_count;
    QLabel *m_coverage;
    QTimer *m_typing;
    QTimer *m_later; // coverage is counted now and then
};

} // namespace respool
