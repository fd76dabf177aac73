"""Modules imported after PySide are not read line by line."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import linecache
import PySide6.QtCore
from sourcing_app.startup.imports import import_plainly
import_plainly()
import colorsys
from PySide6.QtGui import QColor
assert QColor("red").isValid() and colorsys.rgb_to_hsv(0, 0, 0) == (0, 0, 0)
print([each for each in linecache.cache if "colorsys" in each])
"""


def test_the_source_of_an_imported_module_is_not_kept_in_memory() -> None:
    answer = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True)
    assert answer.stdout.strip() == "[]"
