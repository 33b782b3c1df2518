// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/commands.h"
#include "core/settings/settings.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QSplitter;
class QTabWidget;

namespace respool {

class Actions;
class DeletionWatch;
class DetailsPane;
class Engine;
class ExportDialog;
class ExportWatch;
class HoldWatch;
class JobPage;
class LibraryPage;
class LooseCopies;
class Manners;
class MarkEdits;
class MessageBar;
class PlayerPane;
class PlayerPlace;
class PosterShelf;
class PreviewPane;
class Sidebar;
class StatusPanel;
class UndoList;
struct TextHit;
struct StoreTrash;

// The frame: puts the parts together and turns actions into commands. Knows no SQL and no files;
// every command is a future whose answer comes back to this thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    // manners: those of the program, which outlive its windows; without, the window has its own.
    MainWindow(Engine &engine, Settings settings, Manners *manners = nullptr);

    void addStore(const QString &path); // and scan it; one that is known is only scanned
    const Settings &settings() const { return m_settings; }
    bool showsRunningJobs() const; // of this process
    // Says text above the list until it is closed, with what can be done about it.
    void say(const QString &text, const QString &action, const std::function<void()> &act);
    void rememberLayout(); // in the settings, without being closed

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
    void connectManners();
    void showHolds();
    void chooseAfterQueue(AfterQueue action, bool remember);
    void updateActions();
    void restoreLayout();
    void chooseStore();
    void addFirstStore(const QString &path);
    void showFirstRun(const StoreInfo &store);
    void forgetStore();
    void scan();
    void connectPlayer();
    void playHit(const Recording &recording, const StoreInfo &store, const TextHit &hit);
    void playPicture(const Recording &recording, const StoreInfo &store, qint64 ms);
    void refreshPlayer();
    void showPlayer();
    void closePlayer();
    void exportClip(const Recording &recording, const QString &part, const TimeRange &range);
    void playSelected();
    void showPictures();
    void picturesMayBeDrawn();
    void withChosen(const std::function<void(const QList<RecordingId> &)> &act);
    void remuxSelected();
    void exportSelected();
    ExportDialog *askExport(const QList<Recording> &recordings);
    void exportTo(const QList<ExportItem> &items, const QString &folder);
    void archiveTo(const QList<RecordingId> &ids, const ArchiveWishes &wishes);
    void chooseArchive();
    void importFrom(const QString &file);
    void verifySelected();
    void showVerification();
    void showThumbnails(bool shown);
    void deleteSelected(bool permanent);
    void confirmDeletion(const DeletePlan &plan);
    void restoreSelected();
    void emptyTrash();
    void holdSelected();
    void liftHold();
    void connectDeletions();
    void tellDeletion(BatchId batch, bool whole, const QString &text);
    void restoreTrashed(const QList<RecordingId> &ids);
    void showReport(BatchId batch);
    void askReason(const QString &title, const QString &question,
                   const std::function<void(const QString &)> &given);
    void showAudit();
    void showHistory();
    void openAudit(const QString &recording);
    void connectLibrary();
    void connectSearches();
    void connectUndo();
    void showDetails();
    void setLibraryView(bool grid);
    void saveSearch();
    void dropFiles(const QStringList &files);
    void tellUndoable(const QString &what, int step);
    void connectMarks();
    void updateMarks(const QList<Recording> &selected);
    void flagSelected(bool flagged);
    void markSelectedAsSeen();
    void describeSelected(bool note);
    void describe(const QList<RecordingId> &ids, bool note);
    std::function<void(const Result<> &)> complaining();
    void copyIds();
    void openFolder();
    void showSettings();
    void showSchedules();
    void findInRecordings();
    void showHit(const TextHit &hit);
    void showPlace(const Recording &recording, const TextHit &hit);
    void showLines(const Recording &recording, const TextHit &hit);
    void showAbout();
    void connectRetention();
    void showRetention();
    void showStorage();
    void showStoreSettings();
    void askForGrace(const StoreTrash &trash);
    void tellTrash();
    void confirm(const QString &question, const QString &consequence, const QString &verb,
                 const std::function<void()> &agreed);
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
    PlayerPane *m_player;
    PlayerPlace *m_playerPlace; // where the two are
    Manners *m_manners;
    JobPage *m_jobs;
    MessageBar *m_messages;
    StatusPanel *m_status;
    HoldWatch *m_holds;
    ExportWatch *m_exports;
    DeletionWatch *m_deletions;
    UndoList *m_undo;
    MarkEdits *m_marks;
    LooseCopies *m_copies;
    PosterShelf *m_posters;  // outlives the page that shows them
    PosterShelf *m_pictures; // the same, large
    DetailsPane *m_details;
    QTabWidget *m_side;
    QString m_shownSearch;                       // of the sidebar, as it stands in the search field
    QHash<qint64, QList<RecordingId>> m_trashed; // by batches that are on their way
    QString m_pictured;            // the recording whose pictures are shown or on their way
    bool m_drawnMeanwhile = false; // the library has changed since they were asked for
    QSplitter *m_mainSplitter, *m_contentSplitter, *m_jobSplitter;
};

// How long ago a recording was found to be whole, for people; empty: never.
QString verificationText(qint64 verifiedMs);

} // namespace respool
