"""The other pages are made while nobody works."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from sourcing_app.app.prefetch import FEW_EVENTS, PATIENCE, Warming
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.pictures import PictureLoader
from tests.support.desk import Desk
from tests.ui.test_main_window import Shell


@pytest.fixture
def shell(desk: Desk, loader: PictureLoader) -> Iterator[Shell]:
    made = Shell(desk, loader)
    desk.spin()
    yield made
    made.close()


def bustle(window: MainWindow) -> None:
    """What a window gets in a pause while somebody works in it."""
    for _ in range(FEW_EVENTS + 1):
        QCoreApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.User))


def test_a_page_is_made_in_a_pause(shell: Shell, loader: PictureLoader) -> None:
    warming = Warming(shell.window, loader)
    warming.begin()
    warming.step()
    assert shell.made == ["search", "photo"]


def test_no_page_is_made_under_the_hands_of_a_person(shell: Shell, loader: PictureLoader) -> None:
    warming = Warming(shell.window, loader)
    warming.begin()
    for _ in range(PATIENCE + 1):
        bustle(shell.window)
        warming.step()
    assert shell.made == ["search"]
    warming.step()
    assert shell.made == ["search", "photo"]


def test_repaints_are_heard_of(desk: Desk, shell: Shell, loader: PictureLoader) -> None:
    warming = Warming(shell.window, loader)
    warming.begin()

    def is_heard() -> bool:
        shell.window.stack.update()
        return warming.events > 0

    desk.spin_until(is_heard)
