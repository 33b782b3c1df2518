# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Add a store from the window and find a recording in it."""

import desk
import stores


def travel(folder):
    store = folder / "store"
    ids = [stores.terminal(store, index) for index in range(20)]
    with desk.Respool(folder / "data") as respool:
        respool.wait("push button", "Add store")
        desk.keys("ctrl+o")
        respool.focus(respool.wait("text", "", respool.wait("dialog")))
        desk.keys("ctrl+a")
        desk.write(str(store))
        desk.keys("Return")
        welcome = respool.wait("dialog", "The first store")
        respool.says("20 recordings")
        respool.press(respool.wait("push button", "OK", welcome))
        respool.comes_to_the_front()
        table = respool.wait("table", "Recordings")
        desk.wait_for("20 rows", lambda: desk.rows(table) == 20)
        desk.keys("ctrl+f")
        desk.write(ids[7][:13])
        desk.wait_for("one row", lambda: desk.rows(table) == 1)
        assert ids[7] in desk.row_text(table, 0), desk.row_text(table, 0)
