"""Buttons, as far as they are ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget

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
