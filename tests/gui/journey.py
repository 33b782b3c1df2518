# SPDX-FileCopyrightText: The Respool authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""journey.py NAME FOLDER: takes one journey, with the folder for what it makes."""

import importlib
import sys
from pathlib import Path

name, folder = sys.argv[1], Path(sys.argv[2])
importlib.import_module(f"journey_{name}").travel(folder)
print(f"{name}: arrived")
