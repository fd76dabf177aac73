"""The window always lands wholly on a screen that exists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from sourcing_app.ui.shell.window_state import TITLE_BAR, fitted

ONE = QRect(0, 0, 1920, 1080)
TWO = QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("wanted", "screens", "placed"),
    [
        (QRect(100, 100, 1280, 800), [ONE], QRect(100, 100, 1280, 800)),
        (QRect(0, 0, 1280, 800), [ONE], QRect(0, TITLE_BAR, 1280, 800)),
        (QRect(5000, 300, 1280, 800), [ONE], QRect(640, 280, 1280, 800)),
        (QRect(-400, -50, 1280, 800), [ONE], QRect(0, TITLE_BAR, 1280, 800)),
        (QRect(2000, 0, 3000, 2000), [ONE, TWO], QRect(1920, TITLE_BAR, 1280, 1024 - TITLE_BAR)),
        (QRect(1800, 100, 1000, 700), [ONE, TWO], QRect(1920, 100, 1000, 700)),
    ],
)
def test_a_window_is_moved_onto_the_screen_it_overlaps_most(wanted: QRect, screens: list[QRect], placed: QRect) -> None:
    assert fitted(wanted, screens) == placed
