"""The grid of cards as it paints itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results import card_delegate
from sourcing_app.ui.results.card_face import button_rects
from sourcing_app.ui.results.card_shape import picture_rect, title_rect
from sourcing_app.ui.results.offer_grid import OfferGrid
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.results.second_click import SecondClick
from sourcing_app.ui.results.skeleton_grid import SkeletonGrid
from sourcing_app.ui.theme import colours
from tests.support.desk import Desk
from tests.ui.results.builders import page

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def grid(desk: Desk, loader: PictureLoader) -> Iterator[OfferGrid]:
    model = OfferListModel()
    made = OfferGrid(model, loader)
    made.resize(900, 700)
    model.replace(page(0, 12).offers)
    yield made
    made.deleteLater()


def test_cards_beyond_the_time_of_a_frame_are_painted_in_the_next_ones(
    desk: Desk, grid: OfferGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_delegate, "PAINT_MS", 0)
    waiting: list[int] = []
    begin = grid.cards.begin

    def watched(wanted: object, **how: bool) -> None:
        waiting.append(len(grid.cards.late))
        begin(wanted, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(grid.cards, "begin", watched)
    grid.show()
    desk.spin_until(lambda: len(waiting) > 1 and grid.is_painted)
    assert max(waiting) > 4


@pytest.mark.parametrize("width", [240, 701, 900, 1333])
def test_cards_are_painted_where_they_are_clicked(desk: Desk, grid: OfferGrid, width: int) -> None:
    grid.resize(width, 400)
    grid.show()
    desk.spin_until(lambda: grid.verticalScrollBar().maximum() > 0)
    for scrolled in (0, 77, grid.verticalScrollBar().maximum()):
        grid.verticalScrollBar().setValue(scrolled)
        rows = range(grid.model().rowCount())
        assert [grid.place_of(row) for row in rows] == [grid.visualRect(grid.model().index(row, 0)) for row in rows]


def test_the_ground_is_painted_wherever_no_card_is(desk: Desk, grid: OfferGrid) -> None:
    grid.resize(700, 2400)
    grid.show()
    desk.spin_until(lambda: grid.is_painted)
    last = grid.place_of(11)
    for beside in (QPoint(last.left() + 5, last.bottom() + 40), QPoint(grid.viewport().width() - 1, 5)):
        assert _colour(grid, beside) == colours().window


def test_a_card_shows_what_is_done_with_it_until_it_is_done(desk: Desk, grid: OfferGrid) -> None:
    grid.show()
    desk.spin_until(lambda: grid.is_painted)
    button = button_rects(QRectF(grid.place_of(1)))[0].toRect().topLeft() + QPoint(8, 3)
    at_rest = _colour(grid, button)
    _hover(grid, QEvent.Type.HoverMove, grid.place_of(1).center())
    assert _colour(grid, button) == colours().surface != at_rest
    _hover(grid, QEvent.Type.HoverLeave, QPoint(-1, -1))
    assert _colour(grid, button) == at_rest
    ground = grid.place_of(1).bottomRight() - QPoint(16, 10)
    assert _colour(grid, ground) == colours().surface
    grid.selectionModel().select(grid.model().index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    assert _colour(grid, ground) == colours().chosen
    grid.clearSelection()
    assert _colour(grid, ground) == colours().surface


def test_cards_in_sight_are_kept_however_many_there_are(
    desk: Desk, grid: OfferGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_delegate, "MAX_CARD_BYTES", 0)
    monkeypatch.setattr(card_delegate, "PAINT_MS", 0)
    grid.show()
    desk.spin_until(lambda: grid.is_painted)
    grid.viewport().repaint()
    assert grid.is_painted


def _colour(grid: OfferGrid, point: QPoint) -> QColor:
    return grid.viewport().grab(QRect(point, point)).toImage().pixelColor(0, 0)


def _hover(grid: OfferGrid, what: QEvent.Type, point: QPoint) -> None:
    there = QPointF(point)
    QApplication.sendEvent(grid.viewport(), QHoverEvent(what, there, there, there))


def _click(grid: OfferGrid, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> list[int]:
    """The rows that a click there opens."""
    opened: list[int] = []

    def note(index: QModelIndex) -> None:
        opened.append(index.row())

    grid.clicked_open.connect(note)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, keys, point)
    grid.clicked_open.disconnect(note)
    return opened


def test_a_click_on_a_cards_picture_or_title_opens_the_offer(desk: Desk, grid: OfferGrid) -> None:
    grid.show()
    desk.spin_until(lambda: grid.is_painted)
    cell = QRectF(grid.place_of(2))
    assert _click(grid, picture_rect(cell).center().toPoint()) == [2]
    assert _click(grid, title_rect(cell).center().toPoint()) == [2]


def test_a_click_elsewhere_or_with_ctrl_or_after_a_drag_only_marks(desk: Desk, grid: OfferGrid) -> None:
    grid.show()
    desk.spin_until(lambda: grid.is_painted)
    cell = QRectF(grid.place_of(2))
    picture = picture_rect(cell).center().toPoint()
    price = title_rect(cell).bottomLeft().toPoint() + QPoint(10, 14)
    assert _click(grid, price) == [] and grid.currentIndex().row() == 2
    assert _click(grid, picture, Qt.KeyboardModifier.ControlModifier) == []
    assert _click(grid, button_rects(cell)[1].center().toPoint()) == []
    opened: list[object] = []
    grid.clicked_open.connect(opened.append)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, NONE, picture)
    QTest.mouseMove(grid.viewport(), picture + QPoint(40, 30))
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, NONE, picture + QPoint(40, 30))
    assert opened == []


def test_the_second_half_of_a_double_click_presses_nothing_on_the_page_that_came(desk: Desk) -> None:
    page = QPushButton("Add to cart")
    page.show()
    pressed: list[int] = []
    page.clicked.connect(lambda: pressed.append(1))
    SecondClick(page).wait()
    QTest.mouseDClick(page, Qt.MouseButton.LeftButton)  # the second press alone
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton)
    assert pressed == []
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
    page.deleteLater()


def test_skeletons_that_stay_say_that_the_answer_is_late(qtbot: QtBot) -> None:
    grid = SkeletonGrid()
    qtbot.addWidget(grid)
    grid.resize(800, 600)
    grid.show()
    assert grid.patience.timer.isActive() and not grid.patience.isVisible()
    grid.patience.timer.timeout.emit()
    assert grid.patience.isVisible() and "Still trying" in grid.patience.sentence.text()
    grid.hide()
    assert grid.patience.isHidden() and not grid.patience.timer.isActive()
