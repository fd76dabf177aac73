"""A profile is opened once; a second start raises the first window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from sourcing_app.ui import one_window
from sourcing_app.ui.one_window import OneWindow


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[OneWindow]:
    window = OneWindow(tmp_path)
    assert window.take()
    window.listen()
    yield window
    window.release()


def test_m04_a_second_program_on_the_profile_is_refused(first: OneWindow, tmp_path: Path) -> None:
    assert not OneWindow(tmp_path).take()


def test_another_profile_is_another_program(first: OneWindow, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = OneWindow(tmp_path / "other")
    assert other.take()
    other.release()


def test_links_and_files_are_handed_over(first: OneWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first.called) as heard:
        assert OneWindow(tmp_path).hand_over(("https://detail.1688.com/offer/1.html", "图.jpg"))
    assert heard.args == [["https://detail.1688.com/offer/1.html", "图.jpg"]]


def test_a_second_start_without_anything_to_open_still_calls(first: OneWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first.called) as heard:
        OneWindow(tmp_path).hand_over(())
    assert heard.args == [[]]


def test_the_profile_is_free_again_after_the_program_ended(first: OneWindow, tmp_path: Path) -> None:
    first.release()
    again = OneWindow(tmp_path)
    assert again.take()
    again.release()


def test_nobody_answers_when_no_program_runs(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "_PATIENCE_MS", 0)
    assert not OneWindow(tmp_path).hand_over(("x",))


def test_a_program_that_is_still_starting_is_waited_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second start comes between the lock and the first paint of the first one."""
    first = OneWindow(tmp_path)
    assert first.take()
    monkeypatch.setattr(QThread, "msleep", lambda _: first.listen())
    with qtbot.waitSignal(first.called) as heard:
        assert OneWindow(tmp_path).hand_over(("图.jpg",))
    assert heard.args == [["图.jpg"]]
    first.release()
