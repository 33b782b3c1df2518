# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kill the program with jobs running, start it again, and see them go on."""

import desk
import stores

MANY = 40


def travel(folder):
    store = folder / "store"
    for index in range(MANY):
        stores.video(store, index, seconds=2)
    ctl = desk.Ctl(folder / "data")
    with desk.Respool(folder / "data", store) as respool:
        table = respool.wait("table", "Recordings")
        desk.wait_for("all rows", lambda: desk.rows(table) == MANY)
        desk.insist("the first that are done", lambda: ctl("list", "seekable:yes"),
                    "alt+1", "ctrl+a", "ctrl+r")
        respool.kill()
        done = len(ctl("list", "seekable:yes"))
        assert done < MANY, "all was done before the program was killed"
        respool.start()
        desk.wait_for("all that was accepted",
                      lambda: len(ctl("list", "seekable:yes")) == MANY)
        desk.wait_for("jobs that have ended", lambda: all(
            job["state"] == "done" for job in ctl.jobs("remux")))
        for entry in store.rglob("*"):
            assert ".respool" in entry.parts or not entry.name.startswith("."), entry
