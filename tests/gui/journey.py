# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""journey.py NAME FOLDER: takes one journey; RESPOOL_SHOTS keeps a picture of where it ended."""

import importlib
import os
import subprocess
import sys
from pathlib import Path


def main():
    name, folder = sys.argv[1], Path(sys.argv[2])
    try:
        importlib.import_module(f"journey_{name}").travel(folder)
    except BaseException:
        shots = os.environ.get("RESPOOL_SHOTS")
        if shots:
            subprocess.run(["import", "-window", "root", f"{shots}/{name}.png"], check=False)
        raise
    print(f"{name}: arrived")


main()
