# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Replay a terminal and jump to where a word was on its screen."""

import desk
import stores

WORD_AT_S = 70  # of 90


def travel(folder):
    store = folder / "store"
    lines = [f"line {index}" for index in range(90)]
    lines[WORD_AT_S] = "sudo passwd operator"
    stores.terminal(store, 0, lines)
    with desk.Respool(folder / "data", store) as respool:
        table = respool.wait("table", "Recordings")
        desk.wait_for("one row", lambda: desk.rows(table) == 1)
        screen = desk.insist("the screen", lambda: respool.find("terminal", "Screen"),
                             "alt+1", "Home", "Return")
        desk.wait_for("the first line", lambda: "line 0" in desk.text(screen))
        search = respool.wait("text", "Search in this recording")
        desk.insist("the search", lambda: desk.has(search, desk.Atspi.StateType.FOCUSED), "slash")
        desk.write("passwd")
        desk.keys("Return")
        desk.wait_for("the line with the word",
                      lambda: lines[WORD_AT_S] in desk.text(screen))
        assert "line 89" not in desk.text(screen)
        position = desk.value(respool.wait("slider", "Position"))
        assert abs(position - WORD_AT_S * 1000) < 3000, position
