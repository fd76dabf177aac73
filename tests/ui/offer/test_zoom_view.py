"""The wheel over a picture: alone it scrolls, with Ctrl it zooms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sourcing_app.domain.ids import OfferId
from sourcing_app.ui.offer.zoom_view import ZoomView
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.widgets.inputs import Select
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from tests.support.buying import buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def turn(widget: QWidget, by: int, keys: Qt.KeyboardModifier = NONE) -> None:
    """Turn the wheel over it as a person would: what it leaves goes to what is around it."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(at), QPoint(0, by), QPoint(0, 0), keys)
    QApplication.processEvents()


@pytest.fixture
def page(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path) -> Iterator[ScrollColumn]:
    loader.allow_gateway(sandbox.gateway_url)
    uses = desk.use_cases(sandbox, tmp_path)
    offer = desk.run(uses.open_offer(OfferId(str(buyables(sandbox, limit=1)[0].offer_id))))
    inside = QWidget()
    box = QVBoxLayout(inside)
    view = ZoomView(loader)
    view.setFixedHeight(300)
    choice = Select("Trade mode")
    choice.addItems(["escrow", "prepaid", "credit"])
    below = QWidget()
    below.setFixedHeight(2000)
    for each in (view, choice, below):
        box.addWidget(each)
    made = ScrollColumn(inside)
    made.resize(400, 400)
    made.show()
    view.show_address(offer.pictures[0])
    desk.spin_until(lambda: view._pixmap() is not None, "the picture")
    yield made
    made.close()
    made.deleteLater()


def test_the_wheel_alone_scrolls_the_page_and_does_not_zoom(page: ScrollColumn) -> None:
    (view,) = page.findChildren(ZoomView)
    for by in (-120, -120, 120):
        before = page.verticalScrollBar().value()
        turn(view, by)
        assert page.verticalScrollBar().value() != before and view.zoom == 0


def test_ctrl_and_the_wheel_zoom_and_do_not_scroll(page: ScrollColumn) -> None:
    (view,) = page.findChildren(ZoomView)
    turn(view, 120, CTRL)
    larger = view.zoom
    assert larger > 0 and page.verticalScrollBar().value() == 0
    turn(view, 120, CTRL)
    assert view.zoom > larger
    for _ in range(9):
        turn(view, -120, CTRL)
    assert view.zoom == 0 and page.verticalScrollBar().value() == 0


def test_the_wheel_never_chooses(page: ScrollColumn) -> None:
    (choice,) = page.findChildren(Select)
    choice.setFocus()
    turn(choice, -120)
    assert choice.currentIndex() == 0 and page.verticalScrollBar().value() > 0
