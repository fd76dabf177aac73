"""The ledger is damaged, newer, locked or cannot be written: the window says so in a sentence and offers the ways on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from sourcing_app.store.backups import all_backups
from sourcing_app.store.ledger import FILE_NAME
from tests.journeys.desk import Start, account_of, easy, fill_cart, line_of, made, soundness
from tests.support.sandbox import RunningSandbox

needs_unwritable = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that cannot be written"
)


@contextmanager
def unwritable(profile: Path) -> Iterator[None]:
    """The folder and all in it can be read only."""
    everything = [profile, *profile.rglob("*")]
    for each in everything:
        each.chmod(0o500 if each.is_dir() else 0o400)
    try:
        yield
    finally:
        for each in everything:
            each.chmod(0o700 if each.is_dir() else 0o600)


def bought(box: RunningSandbox, profile: Path, start: Start) -> tuple[list[Any], str]:
    """A profile with one line in the cart and one order, closed in peace, and a backup of it: the line, the order."""
    kept, sold, *_ = easy(box)
    buyer = start(profile, *account_of(box))
    buyer.tell("enter")
    fill_cart(buyer, sold)
    buyer.tell("preview")
    order_id = buyer.tell("place")["order_id"]
    fill_cart(buyer, kept)
    buyer.tell("back_up")
    buyer.begin("close")
    assert buyer.left() == 0
    return line_of(kept), order_id


def damage(profile: Path) -> bytes:
    """As a failing disk does; what the file holds afterwards."""
    path = profile / FILE_NAME
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)
    return bytes(content)


def test_s02_a_damaged_ledger_is_set_aside_and_its_backup_brings_everything_back(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    line, order_id = bought(sandbox, profile, start)
    ruins = damage(profile)
    buyer = start(profile, *account_of(sandbox))
    said = "\n".join(buyer.tell("await", text="The ledger is damaged")["texts"])
    aside = min(profile.glob(f"{FILE_NAME}.damaged-*"))  # the ones after it are its side files
    assert str(aside) in said and aside.read_bytes() == ruins
    assert "Use the backup of " in said and "Start with an empty ledger" in said
    buyer.tell("click", text=next(each for each in said.split("\n") if each.startswith("Use the backup of")))
    seen = buyer.tell("enter")
    assert seen["cart"] == [line] and seen["orders"] == [order_id] and order_id in seen["made_here"]
    assert aside.read_bytes() == ruins
    buyer.kill()
    assert soundness(profile) == "ok"


def test_s02_without_a_backup_it_is_told_at_each_start_and_what_can_be_read_is_rescued(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    line, order_id = bought(sandbox, profile, start)
    shutil.rmtree(profile / "backups")
    _damage_search_history(profile)
    for _ in range(2):
        buyer = start(profile, *account_of(sandbox))
        buyer.tell("await", text="The ledger is damaged")
        buyer.begin("close")
        assert buyer.left() == 0
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("await", text="The ledger is damaged")
    buyer.tell("click", text="Rescue what can be read")
    seen = buyer.tell("enter")
    assert seen["cart"] == [line] and seen["orders"] == [order_id] and order_id in seen["made_here"]
    assert any("Read from the damaged file" in each for each in seen["notices"])
    buyer.begin("close")
    assert buyer.left() == 0
    assert start(profile, *account_of(sandbox)).tell("enter")["cart"] == [line]


def _damage_search_history(profile: Path) -> None:
    """The page of one table reads as noise; which page that is stands in the file itself."""
    path = profile / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'searches'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\x5a" * size
    path.write_bytes(content)


def test_m27_what_a_backup_brings_back_into_the_cart_is_not_ordered_twice_unseen(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile = next(easy(sandbox)), tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, what)
    buyer.tell("back_up")
    buyer.tell("preview")
    order_id = buyer.tell("place")["order_id"]
    buyer.begin("close")
    assert buyer.left() == 0
    damage(profile)
    buyer = start(profile, *account_of(sandbox))
    said = buyer.tell("await", text="The ledger is damaged")["texts"]
    buyer.tell("click", text=next(each for each in said if each.startswith("Use the backup of")))
    assert buyer.tell("enter")["cart"] == [line_of(what)]
    buyer.tell("preview")
    buyer.tell("press_place")
    told = buyer.tell("await", text="These goods were ordered before")["texts"]
    assert any(order_id in each for each in told) and list(made(sandbox).values()) == [[order_id]]
    buyer.tell("preview")
    buyer.tell("press_place")
    buyer.tell("await", text="not paid yet")
    assert len(made(sandbox)) == 2, "who was shown the order may order again"


@needs_unwritable
def test_s04_a_place_that_cannot_be_written_can_be_read_and_nothing_is_ordered(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    line, order_id = bought(sandbox, profile, start)
    with unwritable(profile):
        buyer = start(profile, *account_of(sandbox))
        buyer.tell("await", text="The ledger cannot be opened")
        buyer.tell("click", text="Open for reading")
        seen = buyer.tell("enter")
        assert seen["cart"] == [line] and seen["orders"] == [order_id]
        assert any("cannot be written to" in each for each in seen["notices"])
        buyer.tell("preview")
        buyer.tell("press_place")
        buyer.tell("await", text="The data folder cannot be written to. Choose another")
        buyer.begin("close")
        assert buyer.left() == 0
    assert list(made(sandbox).values()) == [[order_id]]


def test_s02_with_an_empty_ledger_the_orders_are_read_again_from_the_platform(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    _, order_id = bought(sandbox, profile, start)
    (profile / FILE_NAME).unlink()
    for side in ("-wal", "-shm"):
        (profile / f"{FILE_NAME}{side}").unlink(missing_ok=True)
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("await", text="The ledger is missing")
    buyer.tell("click", text="Start with an empty ledger")
    seen = buyer.tell("enter")
    assert seen["cart"] == [] and seen["orders"] == [order_id]
    assert all_backups(profile / FILE_NAME), "the backups stay"


def test_s06_a_newer_ledger_is_left_alone_and_can_be_tried_again(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    buyer.begin("close")
    assert buyer.left() == 0
    version = _version(profile, 9000)
    content = (profile / FILE_NAME).read_bytes()
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("await", text="This data was written by a newer version of the program.")
    assert (profile / FILE_NAME).read_bytes() == content
    buyer.tell("click", text="Look at what is on screen")
    buyer.tell("await", text="This data was written by a newer version of the program.")
    buyer.tell("click", text="Try again")
    buyer.tell("await", text="The ledger cannot be opened")
    _version(profile, version)
    buyer.tell("click", text="Try again")
    buyer.tell("enter")


def _version(profile: Path, wanted: int) -> int:
    """Set the file's version; the one before."""
    with closing(sqlite3.connect(profile / FILE_NAME)) as connection:
        (before,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {wanted}")
        return int(before)


def test_s04_a_place_that_cannot_be_written_is_told_and_nothing_half_written(tmp_path: Path, start: Start) -> None:
    profile = tmp_path / "profile"
    (profile / FILE_NAME).mkdir(parents=True)
    (profile / FILE_NAME / "in the way").touch()
    buyer = start(profile, "--demo")
    buyer.tell("await", text="The ledger cannot be opened")
    (profile / FILE_NAME / "in the way").unlink()
    (profile / FILE_NAME).rmdir()
    buyer.tell("click", text="Try again")
    assert buyer.tell("enter")["cart"] == []


def test_s04_a_cache_that_cannot_be_kept_is_told_and_the_program_goes_on(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / "cache").write_text("a file in place of the folder")
    buyer = start(profile, *account_of(sandbox))
    assert any("cannot be written" in each for each in buyer.tell("enter")["notices"])
    assert buyer.tell("search", words="bag")["count"] > 0
    buyer.begin("close")
    assert buyer.left() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX can limit what one process may write")
def test_s04_a_full_disk_refuses_to_order_says_so_and_everything_stays_readable(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile = next(easy(sandbox)), tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, what)
    buyer.tell("preview")
    buyer.tell("fill_disk")
    buyer.tell("press_place")
    buyer.tell("await", text="The disk is full")
    seen = buyer.tell("see")
    assert seen["cart"] == [line_of(what)] and seen["open"] == {}
    assert sandbox.look("orders")["count"] == 0
    buyer.tell("empty_disk")
    buyer.tell("preview")
    assert [[buyer.tell("place")["order_id"]]] == list(made(sandbox).values())
    buyer.kill()
    assert soundness(profile) == "ok"
