"""What is read of a damaged ledger when more than one page of it is lost."""

# Tests look at files right beside the loop they run on; nobody else waits for it.
# ruff: noqa: ASYNC240

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sourcing_app.domain.order_summary import OrderView
from sourcing_app.store.backups import back_up
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.store.recovery import salvage
from tests.store.samples import ACCOUNT, NOW, line, order
from tests.store.test_recovery import damaged, filled, needs_dbstat, ruin

LINES = 200


@needs_dbstat
async def test_rows_between_two_damaged_pages_are_read_one_by_one(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        everything = {row[0] for row in connection.execute("SELECT order_id FROM orders")}
    ruin(path, "orders", 0.2)
    ruin(path, "orders", 0.8)
    salvage(tmp_path, await damaged(tmp_path), None)
    ledger = await Ledger.open(tmp_path)
    kept = set(await ledger.order_pages.keys(ACCOUNT, OrderView()))
    ordered = sorted(everything, key=lambda each: (len(each), each))
    middle = ordered[len(ordered) * 2 // 5 : len(ordered) * 3 // 5]
    assert set(middle) <= kept, "what lies between the damage"
    assert len(everything) - 40 < len(kept) < len(everything)
    await ledger.close()


@needs_dbstat
async def test_a_damaged_cart_is_laid_over_the_older_one_and_a_whole_one_replaces_it(tmp_path: Path) -> None:
    older, newer = range(LINES), range(LINES // 2, LINES + 50)
    whole = await _cart_after_salvage(tmp_path / "whole", older, newer, ruined="orders")
    assert whole == set(map(str, newer)), "lines that had been taken out came back"
    torn = await _cart_after_salvage(tmp_path / "torn", older, newer, ruined="cart_lines")
    assert set(map(str, older)) <= torn, "a line was lost with the page it was on"
    assert torn & {str(number) for number in range(LINES, LINES + 50)}, "what could be read of the newer cart"


async def _cart_after_salvage(folder: Path, older: range, newer: range, ruined: str) -> set[str]:
    """A backup with the older cart; the ledger itself with the newer one and a page of a table lost."""
    folder.mkdir()
    ledger = await Ledger.open(folder)
    await ledger.cart.put(ACCOUNT, tuple(line(number) for number in older))
    await ledger.orders.save(ACCOUNT, [order(number) for number in range(200)], NOW)
    await ledger.close()
    path = folder / FILE_NAME
    backup = back_up(path, datetime.now(UTC))
    ledger = await Ledger.open(folder)
    gone = tuple(line(number).key for number in older if number not in newer)
    await ledger.cart.remove(ACCOUNT, gone)
    await ledger.cart.put(ACCOUNT, tuple(line(number) for number in newer if number not in older))
    await ledger.close()
    ruin(path, ruined)
    salvage(folder, await damaged(folder), backup)
    ledger = await Ledger.open(folder)
    found = {each.offer_id for each in (await ledger.cart.load(ACCOUNT)).lines}
    await ledger.close()
    return {str(each) for each in found}
