# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The desk at which a journey sits: Respool as a screen reader meets it, through AT-SPI, with
keys pressed on a real X display. Nothing here looks into the program. RESPOOL_SHOTS names a folder
for a picture of where a journey failed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

BIN = Path(os.environ["RESPOOL_BIN"])
PATIENCE_S = 90  # a busy machine; what comes is not waited for longer
AGAIN_S = 15


class Gone(Exception):
    """What was waited for did not come."""


def wait_for(what, ask, patience_s=PATIENCE_S):
    """The first answer of ask() that is true."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        try:
            answer = ask()
        except gi.repository.GLib.Error:  # it went away while it was looked at
            answer = None
        if answer:
            return answer
        time.sleep(0.1)
    raise Gone(what)


def walk(node):
    """The node and all below it. Tables answer for their cells by row and column instead."""
    yield node
    if node.get_role_name() in ("table", "tree table", "tree", "list"):
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def has(node, state):
    return node.get_state_set().contains(state)


class Ctl:
    """respoolctl on the same queue: how a script sees what the window did."""

    def __init__(self, data):
        self.data = data

    def __call__(self, *words, status=0):
        done = subprocess.run([BIN / "respoolctl", "--data", self.data, "--json", *words],
                              capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        if done.returncode != status:
            raise AssertionError(f"respoolctl {words}: {done.returncode}: {done.stderr}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def jobs(self, kind):
        return [job for job in self("jobs") if job["kind"] == kind]


class Respool:
    """The running program."""

    def __init__(self, data, *words):
        self.data = data
        self.words = words
        self.process = None
        self.start()

    def start(self):
        self.process = subprocess.Popen([BIN / "respool", "--data", self.data, *self.words])
        self.app = wait_for("the program among the accessible ones", self._find)
        wait_for("its window", lambda: self.find("frame"))
        self.comes_to_the_front()

    def _find(self):
        Atspi.get_desktop(0).clear_cache()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(index)
            if app is not None and app.get_process_id() == self.process.pid:
                return app
        return None

    def comes_to_the_front(self):
        """Keys go to the window in front; after a dialog that takes a moment."""
        wait_for("the window in front", lambda: has(self.find("frame"), Atspi.StateType.ACTIVE))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        shots = os.environ.get("RESPOOL_SHOTS")
        if kind and shots:
            subprocess.run(["import", "-window", "root", f"{shots}/{Path(sys.argv[1]).name}.png"],
                           check=False)
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE_S)

    # Whatever is on the screen with this role and a name that holds these words.
    def find(self, role, name="", inside=None):
        for node in walk(inside or self.app):
            if (node.get_role_name() == role and name in (node.get_name() or "")
                    and has(node, Atspi.StateType.SHOWING)):
                return node
        return None

    def wait(self, role, name="", inside=None):
        return wait_for(f"{role} '{name}'", lambda: self.find(role, name, inside))

    def says(self, words):
        """Some label or message with these words."""
        return wait_for(f"the words '{words}'", lambda: any(
            words in (node.get_name() or "") for node in walk(self.app)
            if has(node, Atspi.StateType.SHOWING)))

    def press(self, node):
        action = node.get_action_iface()
        if action is None or not action.do_action(0):
            raise AssertionError(f"{node.get_name()} cannot be pressed")

    def focus(self, node):
        node.get_component_iface().grab_focus()
        wait_for(f"the focus on {node.get_name()}", lambda: has(node, Atspi.StateType.FOCUSED))

    def choose(self, menu, entry):
        """An entry of the menu bar, by its words."""
        bar = self.wait("menu bar")
        self.press(self.wait("menu item", menu, bar))
        self.press(self.wait("menu item", entry))


def keys(*names):
    """Presses keys, as xdotool names them, in the window that has the focus."""
    for name in names:
        subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)


def insist(what, ask, *names):
    """Presses keys until ask() is true: what is pressed while a list is being read is lost, and
    somebody who sees nothing happen presses again."""
    for _ in range(PATIENCE_S // AGAIN_S - 1):
        keys(*names)
        try:
            return wait_for(what, ask, AGAIN_S)
        except Gone:
            pass
    keys(*names)
    return wait_for(what, ask, AGAIN_S)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def text(node):
    """What stands in a widget that has a text."""
    interface = node.get_text_iface()
    return interface.get_text(0, interface.get_character_count())


def value(node):
    return node.get_value_iface().get_current_value()


def rows(table):
    """How many rows a table says it has."""
    return table.get_table_iface().get_n_rows()


def row_text(table, row):
    """What is read of a row."""
    interface = table.get_table_iface()
    return "; ".join(interface.get_accessible_at(row, column).get_name()
                     for column in range(interface.get_n_columns()))
