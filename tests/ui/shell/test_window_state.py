"""The window always lands wholly on a screen that exists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from sourcing_app.ui.shell.window_state import TITLE_BAR, fitted, smallest

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


@pytest.mark.parametrize(
    ("screen", "least"),
    [
        (QSize(1920, 1080), QSize(1024, 560)),  # any usual screen
        (QSize(1093, 614), QSize(1024, 560)),  # 1366x768 at 125 %
        (QSize(1024, 600), QSize(1024, 560)),
        (QSize(960, 540), QSize(960, 540 - TITLE_BAR)),  # 1920x1080 with texts at double size
        (QSize(800, 480), QSize(800, 480 - TITLE_BAR)),
    ],
)
def test_the_window_asks_for_no_more_than_the_screen_has(screen: QSize, least: QSize) -> None:
    assert smallest(screen) == least
