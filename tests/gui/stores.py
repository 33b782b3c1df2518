# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Stores as a Gateway leaves them, small."""

import functools
import json
import subprocess
import uuid
from pathlib import Path

FIRST_START_S = 1_767_225_600  # 2026-01-01


def _recording(store, index, name, seconds):
    uid = str(uuid.uuid5(uuid.NAMESPACE_OID, f"recording {index}"))
    folder = Path(store) / uid
    folder.mkdir(parents=True)
    start = FIRST_START_S + index * 3600
    (folder / "recording.json").write_text(json.dumps({
        "sessionId": uid, "startTime": start, "duration": seconds,
        "files": [{"fileName": name, "startTime": start, "duration": seconds}]}))
    return uid, folder / name


def terminal(store, index, lines=("hello",), step_s=1.0):
    """A terminal recording with one line of output a step. Returns its id."""
    uid, file = _recording(store, index, "recording-0.cast", int(len(lines) * step_s))
    events = [json.dumps({"version": 2, "width": 80, "height": 24})]
    events += [json.dumps([round(i * step_s, 3), "o", line + "\r\n"])
               for i, line in enumerate(lines)]
    file.write_text("\n".join(events) + "\n")
    return uid


@functools.cache
def _live_webm(seconds):
    """As a browser streams it: no duration, no cues."""
    return subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi",
                           "-i", f"testsrc=size=320x180:rate=10:duration={seconds}",
                           "-c:v", "libvpx", "-f", "webm", "-live", "1", "-"],
                          check=True, stdout=subprocess.PIPE).stdout


def video(store, index, seconds=4):
    """A live WebM. Returns its id."""
    uid, file = _recording(store, index, "recording-0.webm", seconds)
    file.write_bytes(_live_webm(seconds))
    return uid
