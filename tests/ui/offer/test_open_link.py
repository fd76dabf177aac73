"""Links of a seller: the host is named as the browser will look it up, and what cannot be read is no traceback."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from sourcing_app.ui.offer.open_link import ask_to_open


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://bücher.example/ä", "xn--bcher-kva.example"),
        ("https://trade.16\u043388.com/x", "trade.xn--1688-m4d.com"),
        ("http://ａ.example/", "a.example"),
        ("https://1688.com/x", "1688.com"),
    ],
)
def test_a_host_in_other_letters_is_named_as_it_is_looked_up(parent: QWidget, address: str, host: str) -> None:
    box = ask_to_open(address, parent, lambda address: True)
    assert box is not None
    assert host in box.text()
    assert box.informativeText().isascii()


@pytest.mark.parametrize(
    "address",
    ["https://ä..com/", f"https://{'ä' * 70}.com/", "https://[::1/", "https://evil.com%23.1688.com/", "file:///x", ""],
)
def test_what_no_browser_can_open_is_not_asked_about(parent: QWidget, address: str) -> None:
    assert ask_to_open(address, parent, lambda address: True) is None


def test_the_browser_gets_the_address_that_was_shown(parent: QWidget) -> None:
    seen: list[str] = []
    box = ask_to_open("https://bücher.example/ä", parent, lambda address: seen.append(address) is None)
    assert box is not None
    yes = next(each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole)
    yes.click()
    assert seen == ["https://xn--bcher-kva.example/%C3%A4"]
