"""Every page and dialog on the smallest screens: nothing needed is beyond an edge, money buttons are in sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget

from sourcing_app.ui.cart.order_panel import OrderPanel
from sourcing_app.ui.offer.sku_panel import SkuPanel
from sourcing_app.ui.orders.foot import Foot
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.settings.connect_dialog import BROWSER, ConnectDialog
from sourcing_app.ui.settings.connect_presenter import ConnectPresenter
from sourcing_app.ui.theme.palette import LIGHT
from sourcing_app.ui.theme.stylesheet import stylesheet
from sourcing_app.ui.widgets.fitting import room_for
from sourcing_app.usecases.connect_account import ConnectAccount
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.tour.eyes import cut_texts
from tests.ui.walk import Walk

SMALLEST = QSize(1024, 560)
DOUBLE_TEXT = QSize(960, 500)
"""What 1920x1080 with texts at double size leaves, in logical pixels."""
_COVERED = ("first run", "ledger", "all actions")
"""Stops at which something lies over the page."""


@pytest.fixture
def walk(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path) -> Iterator[Walk]:
    loader.allow_gateway(sandbox.gateway_url)
    made = Walk(desk, loader, sandbox, tmp_path)
    yield made
    made.close()


def money_buttons(window: QWidget) -> list[QPushButton]:
    """Those that place, pay, cancel or put into the cart, as far as their page is on show."""
    found = [panel.add_button for panel in window.findChildren(SkuPanel)]
    found += [panel.place_button for panel in window.findChildren(OrderPanel)]
    for foot in window.findChildren(Foot):
        found += [foot.pay_button, foot.cancel_button]
    return [each for each in found if each.isVisible()]


def is_whole(widget: QWidget) -> bool:
    """Whether all of it can be seen."""
    return widget.visibleRegion().boundingRect() == QRect(0, 0, widget.width(), widget.height())


@pytest.mark.parametrize("size", [SMALLEST, DOUBLE_TEXT])
def test_every_page_fits_a_small_screen_with_its_money_buttons_in_sight(walk: Walk, size: QSize) -> None:
    wrong, seen = [], 0
    walk.window.setMinimumSize(size)
    walk.window.resize(size)
    for name, shown in walk.stops():
        if isinstance(shown, QDialog):
            continue
        layout = shown.layout()
        assert layout is not None
        needs = layout.minimumSize()
        if needs.width() > size.width() or needs.height() > size.height():
            wrong.append(f"{name} needs {needs.width()}x{needs.height()}")
        wrong += [f"{name} cuts {text!r}" for text in cut_texts(shown)]
        if not name.startswith(_COVERED):
            buttons = money_buttons(shown)
            seen += len(buttons)
            wrong += [f"{name} hides {each.text()!r}" for each in buttons if not is_whole(each)]
        walk.window.resize(size)
    assert not wrong
    assert seen >= 6


@pytest.fixture
def twice_the_text(dressed: QApplication) -> Iterator[None]:
    """A system whose texts have double size, on a screen of usual resolution."""
    font, sheet = dressed.font(), dressed.styleSheet()
    larger = QFont(font)
    larger.setPixelSize(2 * font.pixelSize())
    dressed.setFont(larger)
    dressed.setStyleSheet(stylesheet(LIGHT))
    yield
    dressed.setFont(font)
    dressed.setStyleSheet(sheet)


def test_with_texts_of_double_size_nothing_is_cut_on_a_usual_screen(twice_the_text: None, walk: Walk) -> None:
    size, wrong = QSize(1920, 1040), []
    walk.window.resize(size)
    for name, shown in walk.stops():
        layout = shown.layout()
        needs = layout.minimumSize() if layout is not None else QSize()
        if needs.width() > size.width() or needs.height() > size.height():
            wrong.append(f"{name} needs {needs.width()}x{needs.height()}")
        wrong += [f"{name} cuts {text!r}" for text in cut_texts(shown)]
        if not isinstance(shown, QDialog) and not name.startswith(_COVERED):
            wrong += [f"{name} hides {each.text()!r}" for each in money_buttons(shown) if not is_whole(each)]
            walk.window.resize(size)
    assert not wrong


def test_the_connect_dialog_scrolls_where_the_screen_is_low_and_its_buttons_stay_in_sight(
    dressed: QApplication, desk: Desk
) -> None:
    dialog = ConnectDialog(ConnectPresenter(ConnectAccount(None, None)))  # type: ignore[arg-type]
    dialog.way.setCurrentIndex(dialog.way.findData(BROWSER))
    dialog.show()
    dialog.other_gateway.click()
    desk.spin(4)
    room = room_for(dialog)
    assert dialog.height() <= room.height() and dialog.width() <= room.width()
    dialog.resize(dialog.width(), 360)
    desk.spin(4)
    assert dialog.height() == 360
    buttons = [each for each in dialog.findChildren(QAbstractButton) if each.text() in ("Connect", "Cancel")]
    assert len(buttons) == 2 and all(is_whole(each) for each in buttons)
    last = dialog.fields["gateway_url"]
    dialog.fields["app_key"].setFocus()
    while dialog.focusWidget() is not last:
        dialog.focusNextChild()
    assert is_whole(last)
    dialog.close()
    desk.dispose(dialog)
