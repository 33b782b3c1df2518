# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Make a selection of videos seekable and watch the jobs end."""

import desk
import stores


def travel(folder):
    store = folder / "store"
    for index in range(3):
        stores.video(store, index)
    ctl = desk.Ctl(folder / "data")
    with desk.Respool(folder / "data", store) as respool:
        table = respool.wait("table", "Recordings")
        desk.wait_for("3 rows", lambda: desk.rows(table) == 3)
        assert ctl("list", "seekable:no") != [], "a live WebM is not seekable"
        desk.insist("seekable recordings", lambda: len(ctl("list", "seekable:yes")) == 3,
                    "alt+1", "ctrl+a", "ctrl+r")
        jobs = ctl.jobs("remux")
        assert jobs and all(job["state"] == "done" for job in jobs), jobs
