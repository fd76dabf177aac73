"""The box of the part that counts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sourcing_app.domain.picture import Region
from sourcing_app.ui.image_search.crop_view import CropView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> CropView:
    """A photo of 400 x 400 shown at 200 x 200."""
    made = CropView()
    qtbot.addWidget(made)
    made.resize(200, 200)
    pixmap = QPixmap(400, 400)
    pixmap.fill(Qt.GlobalColor.red)
    made.show_photo(pixmap)
    made.show()
    return made


def drag(view: CropView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)


def test_at_first_all_of_the_photo_counts(view: CropView) -> None:
    assert view.region() is None


def test_a_drag_makes_an_area_in_the_photos_own_pixels(view: CropView) -> None:
    drag(view, QPoint(50, 20), QPoint(150, 120))
    assert view.region() == Region(100, 40, 300, 240)


def test_a_drag_that_leaves_the_photo_ends_at_its_edge(view: CropView) -> None:
    drag(view, QPoint(100, 100), QPoint(900, 900))
    assert view.region() == Region(200, 200, 400, 400)


def test_a_slip_of_the_mouse_makes_no_area(view: CropView) -> None:
    drag(view, QPoint(50, 50), QPoint(53, 52))
    assert view.region() is None


def test_arrows_move_and_with_shift_resize(view: CropView) -> None:
    view.set_region(Region(100, 100, 200, 200))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.region() == Region(104, 100, 204, 200)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.region() == Region(104, 100, 204, 204)


def test_an_area_never_leaves_the_photo(view: CropView) -> None:
    view.set_region(Region(300, 300, 400, 400))
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.region() == Region(300, 300, 400, 400)


def test_escape_takes_the_area_away(view: CropView) -> None:
    view.set_region(Region(100, 100, 200, 200))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.region() is None
