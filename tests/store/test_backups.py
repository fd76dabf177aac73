"""Copies of the ledger are made beside the work, not before it, and hold nothing private."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.backups import all_backups, back_up, backup_folder, is_sound
from sourcing_app.store.ledger import FILE_NAME, Ledger
from tests.store.samples import ACCOUNT, NOW, line, order

MANY = 3000


async def filled(folder: Path, orders: int = 30) -> Ledger:
    ledger = await Ledger.open(folder)
    await ledger.orders.save(ACCOUNT, [order(number, title=f"背包 {number}") for number in range(orders)], NOW)
    return ledger


async def test_opening_a_ledger_copies_nothing_before_it_can_be_read(tmp_path: Path) -> None:
    await (await filled(tmp_path)).close()
    ledger = await Ledger.open(tmp_path)
    assert len(await ledger.orders.list(ACCOUNT)) == 30 and all_backups(tmp_path / FILE_NAME) == ()
    assert await ledger.back_up_if_changed()
    await ledger.close()
    assert len(all_backups(tmp_path / FILE_NAME)) == 1


async def test_a_program_that_runs_on_copies_each_change_once(tmp_path: Path) -> None:
    ledger = await filled(tmp_path)
    told = [await ledger.back_up_if_changed(), await ledger.back_up_if_changed()]
    await ledger.cart.put(ACCOUNT, (line(1),))
    told += [await ledger.back_up_if_changed(), await ledger.back_up_if_changed()]
    await ledger.close()
    assert told == [True, False, True, False]
    with closing(sqlite3.connect(all_backups(tmp_path / FILE_NAME)[0])) as copy:
        assert copy.execute("SELECT count(*) FROM cart_lines").fetchone() == (1,), (
            "what is only in the log is copied too"
        )


async def test_nothing_waits_for_a_copy_and_it_is_of_one_moment(tmp_path: Path) -> None:
    ledger = await filled(tmp_path, MANY)
    copying = asyncio.create_task(ledger.back_up())
    written = 0
    while not copying.done():
        await ledger.orders.save(ACCOUNT, [order(MANY + written)], NOW)
        written += 1
    await copying
    await ledger.close()
    with closing(sqlite3.connect(all_backups(tmp_path / FILE_NAME)[0])) as copy:
        (count,) = copy.execute("SELECT count(*) FROM orders").fetchone()
        assert is_sound(copy) and MANY <= count <= MANY + written


async def test_a_ledger_that_is_written_to_all_the_time_is_copied_all_the_same(tmp_path: Path) -> None:
    """Of a connection of its own, as the writers have; in SQLite any write of another one begins a copy anew."""
    ledger = await filled(tmp_path, MANY)
    written, copied = 0, asyncio.Event()

    async def write() -> None:
        nonlocal written
        while not copied.is_set():
            await ledger.cart.put(ACCOUNT, (line(written % 50 + 1),))
            written += 1

    writing = asyncio.create_task(write())
    for _ in range(3):
        await ledger.back_up()
    copied.set()
    await writing
    await ledger.close()
    assert written > 3 and len(all_backups(tmp_path / FILE_NAME)) == 3


@pytest.mark.parametrize("searches", [1, 3000])
async def test_searches_are_in_no_byte_of_a_copy_whether_few_or_many(tmp_path: Path, searches: int) -> None:
    ledger = await filled(tmp_path, 600)
    for number in range(searches):
        await ledger.searches.add(ACCOUNT, f"very private words {number}", NOW + timedelta(seconds=number))
    await ledger.back_up()
    await ledger.close()
    (copy,) = all_backups(tmp_path / FILE_NAME)
    assert b"very private words" not in copy.read_bytes()


async def test_a_copy_that_is_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    await (await filled(tmp_path)).close()
    stop = Event()
    stop.set()
    with pytest.raises(sqlite3.OperationalError):
        back_up(tmp_path / FILE_NAME, NOW, stop)
    assert list(backup_folder(tmp_path / FILE_NAME).iterdir()) == []


async def test_a_ledger_that_closes_gives_its_copy_up(tmp_path: Path) -> None:
    ledger = await filled(tmp_path)
    await ledger.close()
    with pytest.raises(StoreUnavailable):
        await ledger.back_up()
    assert all_backups(tmp_path / FILE_NAME) == ()


async def test_a_place_that_takes_no_copies_is_told_and_the_ledger_goes_on(tmp_path: Path) -> None:
    ledger = await filled(tmp_path)
    backup_folder(tmp_path / FILE_NAME).write_text("a file in place of the folder")
    with pytest.raises(StoreUnavailable):
        await ledger.back_up_if_changed()
    await ledger.cart.put(ACCOUNT, (line(1),))
    assert len((await ledger.cart.load(ACCOUNT)).lines) == 1
    await ledger.close()
