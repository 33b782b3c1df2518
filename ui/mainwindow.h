// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/commands.h"
#include "core/settings/settings.h"

#include <QMainWindow>

#include <functional>

class QSplitter;

namespace respool {

class Actions;
class Engine;
class ExportWatch;
class HoldWatch;
class JobPage;
class LibraryPage;
class MessageBar;
class PosterShelf;
class PreviewPane;
class Sidebar;
class StatusPanel;

// The frame: puts the parts together and turns actions into commands. Knows no SQL and no files;
// every command is a future whose answer comes back to this thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Engine &engine, Settings settings, QWidget *parent = nullptr);

    void addStore(const QString &path); // and scan it; one that is known is only scanned
    const Settings &settings() const { return m_settings; }
    bool showsRunningJobs() const; // of this process

signals:
    void closed(); // the settings are up to date
    void settingsChanged();
    void quitWanted(); // the whole program, not this window alone

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectPages();
    void connectQueue();
    void updateActions();
    void restoreLayout();
    void rememberLayout();
    void chooseStore();
    void forgetStore();
    void scan();
    void playSelected();
    void showPictures();
    void remuxSelected();
    void exportSelected();
    void exportTo(const QList<ExportItem> &items, const QString &folder);
    void showThumbnails(bool shown);
    void deleteSelected();
    void confirmDeletion(const DeletePlan &plan);
    void restoreSelected();
    void emptyTrash();
    void holdSelected();
    void liftHold();
    void connectMarks();
    void updateMarks(const QList<Recording> &selected);
    void flagSelected(bool flagged);
    void markSelectedAsSeen();
    void describeSelected(bool note);
    void copyIds();
    void openFolder();
    void showSettings();
    void showSchedules();
    void showAbout();
    void confirm(const QString &question, const QString &consequence, const QString &verb,
                 const std::function<void()> &agreed);
    QList<RecordingId> selectedIds() const;
    void complain(const Error &error);
    void tellTrouble();
    void announce(const QString &text);
    // Says text when the command was accepted, or why it was not.
    template <typename T>
    void follow(QFuture<Result<T>> future, const QString &text);

    Engine &m_engine;
    Settings m_settings;
    Actions *m_actions;
    Sidebar *m_sidebar;
    LibraryPage *m_library;
    PreviewPane *m_preview;
    JobPage *m_jobs;
    MessageBar *m_messages;
    StatusPanel *m_status;
    HoldWatch *m_holds;
    ExportWatch *m_exports;
    PosterShelf *m_posters; // outlives the page that shows them
    QString m_pictured;     // the recording whose pictures are shown or on their way
    QSplitter *m_mainSplitter, *m_contentSplitter, *m_jobSplitter;
};

} // namespace respool
