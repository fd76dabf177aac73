"""Buttons, as far as they are ours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolButton, QVBoxLayout, QWidget

from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.inputs import clearable


@pytest.fixture
def page(dressed: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    QVBoxLayout(made)
    yield made
    made.close()
    made.deleteLater()


def _add(page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for each in widgets:
        layout.addWidget(each)
    page.show()


def test_a_button_that_goes_off_does_not_hand_the_keyboard_to_the_next(page: QWidget) -> None:
    pay, cancel = button("Pay"), button("Cancel the order")
    _add(page, pay, cancel)
    pay.setFocus()
    pay.setEnabled(False)
    assert page.focusWidget() is pay
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.focusWidget() is cancel, "Tab goes on from where the keyboard was"


def test_enter_presses_a_button_that_has_the_keyboard_but_never_one_that_spends(page: QWidget) -> None:
    pressed: list[str] = []
    search, pay, cancel = button("Search"), button("Pay", "primary", spends=True), button("Cancel", "danger")
    for each in (search, pay, cancel):
        each.clicked.connect(partial(pressed.append, each.text()))
    _add(page, search, pay, cancel)
    for each in (search, pay, cancel):
        QTest.keyClick(each, Qt.Key.Key_Return)
    assert pressed == ["Search"]
    QTest.keyClick(pay, Qt.Key.Key_Space)
    assert pressed == ["Search", "Pay"]


def test_enter_in_a_dialog_is_the_default_buttons(dressed: QApplication) -> None:
    pressed: list[str] = []
    dialog = QDialog()
    go, stay = button("Go"), button("Stay")
    stay.setDefault(True)
    box = QVBoxLayout(dialog)
    for each in (go, stay):
        box.addWidget(each)
        each.clicked.connect(partial(pressed.append, each.text()))
    dialog.show()
    QTest.keyClick(go, Qt.Key.Key_Return)
    assert pressed == ["Stay"]
    dialog.close()


def test_a_field_is_emptied_by_its_cross_which_is_there_while_there_is_text(page: QWidget) -> None:
    field = QLineEdit()
    clearable(field)
    _add(page, field)
    cross = field.findChild(QToolButton)
    assert isinstance(cross, QToolButton) and not cross.isVisible()
    QTest.keyClicks(field, "bag")
    assert cross.isVisible()
    cross.click()
    assert field.text() == "" and not cross.isVisible()
