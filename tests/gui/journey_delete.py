# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Delete a thousand recordings, see the job end, and take it back."""

import desk
import stores

MANY = 1000


def travel(folder):
    store = folder / "store"
    for index in range(MANY):
        stores.terminal(store, index)
    ctl = desk.Ctl(folder / "data")
    with desk.Respool(folder / "data", store) as respool:
        table = respool.wait("table", "Recordings")
        desk.wait_for("all rows", lambda: len(ctl("list")) == MANY and desk.rows(table) > 0)
        dialog = desk.insist("the plan", lambda: respool.find("dialog", "Delete"),
                             "alt+1", "ctrl+a", "Delete")
        respool.focus(respool.wait("text", "", dialog))
        desk.write(str(MANY))
        respool.press(respool.wait("push button", "Move", dialog))
        desk.wait_for("a full trash", lambda: len(ctl("trash", "list")) == MANY)
        desk.wait_for("an empty library", lambda: not ctl("list"))
        respool.press(respool.wait("push button", "Undo"))
        desk.wait_for("all of them back", lambda: len(ctl("list")) == MANY)
        assert not ctl("trash", "list")
        assert len([entry for entry in store.iterdir() if not entry.name.startswith(".")]) == MANY
