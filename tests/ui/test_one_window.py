"""A profile is opened once; a second start raises the first window."""

import os
import socket as sockets
import stat
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from sourcing_app.ui import one_window
from sourcing_app.ui.one_window import OneWindow
from sourcing_app.ui.socket_place import LONGEST_PATH, is_this_user, socket_places


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


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has pipes with rights of their own")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that a system keeps for its user; its path is short."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@posix
def test_the_ear_is_where_nobody_else_can_put_anything(first: OneWindow, tmp_path: Path) -> None:
    ear = tmp_path / "running.socket"
    assert stat.S_ISSOCK(ear.stat().st_mode) and not ear.stat().st_mode & 0o077
    assert all(Path(place).parent.stat().st_mode & 0o022 == 0 for place in socket_places(tmp_path))


@posix
def test_a_profile_whose_path_is_too_long_is_heard_in_the_users_own_folder(
    qtbot: QtBot, tmp_path: Path, runtime: Path
) -> None:
    profile = tmp_path / ("deep" * 20)
    profile.mkdir()
    assert len(os.fsencode(profile / "running.socket")) > LONGEST_PATH
    one = OneWindow(profile)
    assert (
        one.take()
        and one.listen() == ""
        and list(runtime.iterdir()) == [Path(place) for place in socket_places(profile)]
    )
    with qtbot.waitSignal(one.called):
        assert OneWindow(profile).hand_over(("x",))
    one.release()


@posix
def test_a_folder_that_others_can_write_to_is_not_used(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    for each in (profile, runtime):
        each.chmod(0o777)
    monkeypatch.setattr(tempfile, "tempdir", str(runtime))
    assert socket_places(profile) == ()
    assert "no place" in OneWindow(profile).listen()


@posix
def test_an_ear_that_cannot_be_had_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    (tmp_path / "running.socket").mkdir()
    assert str(tmp_path / "running.socket") in OneWindow(tmp_path).listen()


@posix
def test_a_program_of_another_user_is_neither_told_anything_nor_heard(
    first: OneWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two users are not to be had in a test: the other end is, to this process, whoever the system says it is not."""
    heard: list[object] = []
    first.called.connect(heard.append)
    monkeypatch.setattr(one_window, "_PATIENCE_MS", 0)
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)
    assert not OneWindow(tmp_path).hand_over(("https://detail.1688.com/offer/1.html",))
    assert heard == []


@posix
def test_the_system_tells_whose_the_other_end_is() -> None:
    one, other = sockets.socketpair()
    with one, other:
        assert is_this_user(one.fileno())
        if hasattr(sockets, "SO_PEERCRED"):
            told = struct.unpack("3i", one.getsockopt(sockets.SOL_SOCKET, sockets.SO_PEERCRED, 12))
            assert told[:2] == (os.getpid(), os.geteuid())
