// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStackedWidget>

namespace respool {

class PlayerPane;
class PreviewPane;

// Where the player is: beside the list, in the place of the preview while it plays; in a window of
// its own; or on the whole screen. Lives on the ui thread; plays nothing.
class PlayerPlace final : public QStackedWidget
{
    Q_OBJECT

public:
    // Takes both over.
    PlayerPlace(PreviewPane *preview, PlayerPane *player, QWidget *parent = nullptr);

    void showPlayer(); // wherever it is, with the focus
    void showPreview();
    bool showsPlayer() const; // here, instead of the preview
    bool isDetached() const { return m_window != nullptr; }
    bool isFullScreen() const;
    void toggleDetached();
    void toggleFullScreen();
    void attach(); // back beside the list

signals:
    void left(); // somebody is done with the player, but it stays

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void detach();
    void leave();
    void tell();

    PreviewPane *m_preview;
    PlayerPane *m_player;
    QWidget *m_window = nullptr;
    QString m_name;             // of what was played last
    bool m_wasAttached = false; // before it took the whole screen
};

} // namespace respool
