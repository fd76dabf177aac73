"""An address that the system could not open is told of: the opener of a Linux desktop says so only by how it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sourcing_app.ui.browser import Browser

ADDRESS = "https://trade.1688.com/order/cashier.htm?orderId=1&x='a b'$HOME".replace(" ", "%20")
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system itself opens it")


def opener(folder: Path, status: int) -> Path:
    """An xdg-open that writes down what it was given and ends so."""
    seen = folder / "seen"
    script = folder / "xdg-open"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{seen}.new" && mv "{seen}.new" "{seen}"\nexit {status}\n')
    script.chmod(0o755)
    return seen


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@on_linux
def test_an_opener_that_ends_with_an_error_is_told_of_with_the_address(qtbot: QtBot, folder: Path) -> None:
    seen = opener(folder, 3)
    browser = Browser()
    with qtbot.waitSignal(browser.failed) as told:
        assert browser(ADDRESS)
    assert told.args == [ADDRESS]
    assert seen.read_text().splitlines() == [ADDRESS]


@on_linux
def test_an_opener_that_ends_well_is_not(qtbot: QtBot, folder: Path) -> None:
    seen = opener(folder, 0)
    browser = Browser()
    told: list[str] = []
    browser.failed.connect(told.append)
    assert browser(ADDRESS)
    qtbot.waitUntil(lambda: seen.exists() and not browser.watching)
    assert told == []


@on_linux
def test_an_opener_that_cannot_be_started_is_told_of_at_once(qtbot: QtBot, folder: Path) -> None:
    opener(folder, 0)
    (folder / "xdg-open").write_text("#!/nowhere/at/all\n")
    assert not Browser()(ADDRESS)


def test_what_is_no_address_is_not_given_to_anybody(qtbot: QtBot) -> None:
    assert not Browser()("https://evil.com%23.1688.com/")
