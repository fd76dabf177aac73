"""S02: what comes after a damaged ledger: a backup, what can be read of the file, or nothing; and what is known to be missing."""

# Tests look at files right beside the loop they run on; nobody else waits for it.
# ruff: noqa: ASYNC240

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sourcing_app.domain.gap import CHECKED_FOR, LOOKED_BACK, MARGIN, Gap
from sourcing_app.domain.ids import AccountKey, OrderId
from sourcing_app.domain.intent import CreatedOrder, CreateResult, IntentState
from sourcing_app.domain.opening import Opening
from sourcing_app.errors import AlreadySending, StoreUnavailable
from sourcing_app.store.backups import all_backups, back_up, made_at
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.store.recovery import restore, salvage
from sourcing_app.store.salvage import Salvaged
from tests.store.samples import ACCOUNT, NOW, backed_up, intent, line, order

ORDERS = 400


async def filled(folder: Path) -> Path:
    """A closed ledger without backups: a cart, an order made, one that is not settled, and many pages of orders."""
    ledger = await Ledger.open(folder)
    await ledger.cart.put(ACCOUNT, (line(1), line(2)))
    await ledger.intents.open(intent("src-made", 1))
    made = CreateResult((CreatedOrder(OrderId("2257000000000000001")),))
    await ledger.intents.mark_created(intent("src-made").intent_id, made, NOW)
    await ledger.intents.open(intent("src-open", 3))
    await ledger.orders.save(ACCOUNT, [order(number, title=f"背包 {number}") for number in range(ORDERS)], NOW)
    await ledger.journal.append(ACCOUNT, "order_created", "供应商", {"orders": "1"}, NOW)
    await ledger.searches.add(ACCOUNT, "bag", NOW)
    await ledger.close()
    return folder / FILE_NAME


def ruin(path: Path, table: str, share: float = 0.5) -> None:
    """As a failing disk does: a page in the middle of a table's rows reads as noise."""
    with closing(sqlite3.connect(path)) as connection:
        pages = [
            number
            for (number,) in connection.execute(
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path", (table,)
            )
        ]
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((pages[int(len(pages) * share)] - 1) * size)
        file.write(b"\x5a" * size)


def has_dbstat() -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("SELECT * FROM dbstat")
        except sqlite3.OperationalError:
            return False
        return True


needs_dbstat = pytest.mark.skipif(not has_dbstat(), reason="this SQLite cannot tell which page a row is on")


async def damaged(folder: Path) -> Path:
    """Opened, found not to be sound, set aside: where it is now."""
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(folder)
    assert raised.value.kind == "damaged"
    return Path(raised.value.path)


@needs_dbstat
async def test_s02_only_what_is_on_the_damaged_page_is_lost(tmp_path: Path) -> None:
    ruin(await filled(tmp_path), "orders")
    aside = await damaged(tmp_path)
    before = aside.read_bytes()
    found = salvage(tmp_path, aside, None)
    ledger = await Ledger.open(tmp_path)
    orders = await ledger.orders.list(ACCOUNT, limit=ORDERS)
    assert found == Salvaged(2, len(orders), 1) and ORDERS - 20 < len(orders) < ORDERS
    assert [each.intent_id for each in await ledger.intents.open_ones(ACCOUNT)] == ["src-open"]
    assert (await ledger.intents.of_order(ACCOUNT, OrderId("2257000000000000001"))).intent_id == "src-made"  # type: ignore[union-attr]
    assert [each.offer_id for each in (await ledger.cart.load(ACCOUNT)).lines] == ["2"]
    assert await ledger.searches.recent(ACCOUNT) == ("bag",)
    assert [each.kind for each in await ledger.journal.entries(ACCOUNT)] == ["order_created"]
    assert aside.read_bytes() == before
    await ledger.close()


@needs_dbstat
async def test_s02_a_salvaged_intent_still_guards_its_lines(tmp_path: Path) -> None:
    ruin(await filled(tmp_path), "orders")
    salvage(tmp_path, await damaged(tmp_path), None)
    ledger = await Ledger.open(tmp_path)
    with pytest.raises(AlreadySending):
        await ledger.intents.open(intent("src-new", 3))
    await ledger.close()


@needs_dbstat
async def test_s02_intents_that_cannot_be_read_leave_a_gap_that_is_known(tmp_path: Path) -> None:
    ruin(await filled(tmp_path), "intents", 0)
    found = salvage(tmp_path, await damaged(tmp_path), None)
    ledger = await Ledger.open(tmp_path)
    gap = await ledger.gaps.open_one(ACCOUNT)
    assert found.intents == 0 and found.orders == ORDERS
    assert gap is not None and gap.since is None and gap.listed_from == gap.begun_at - LOOKED_BACK - MARGIN
    await ledger.close()


@needs_dbstat
async def test_s02_what_can_be_read_is_laid_over_the_backup(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    backup = back_up(path, datetime.now(UTC))
    ledger = await Ledger.open(tmp_path)
    await ledger.intents.open(intent("src-newest", 7))
    await ledger.orders.save(ACCOUNT, [order(ORDERS)], NOW)
    await ledger.close()
    ruin(path, "orders", 0.2)
    found = salvage(tmp_path, await damaged(tmp_path), backup)
    ledger = await Ledger.open(tmp_path)
    assert len(await ledger.orders.list(ACCOUNT, limit=2 * ORDERS)) == ORDERS + 1
    assert {each.intent_id for each in await ledger.intents.open_ones(ACCOUNT)} == {"src-open", "src-newest"}
    gap = await ledger.gaps.open_one(ACCOUNT)
    assert found.intents == 3 and gap is not None and gap.since == made_at(backup)
    await ledger.close()


@pytest.mark.parametrize("ruins", [b"", b"rubbish" * 1000, b"SQLite format 3\0" + bytes(5000)])
async def test_s02_of_a_file_that_is_no_database_nothing_is_read_and_that_is_said(tmp_path: Path, ruins: bytes) -> None:
    aside = tmp_path / f"{FILE_NAME}.damaged-20261122-103000"
    aside.write_bytes(ruins)
    assert salvage(tmp_path, aside, None) == Salvaged(0, 0, 0)
    ledger = await Ledger.open(tmp_path)
    assert await ledger.gaps.open_one(ACCOUNT) is not None and aside.read_bytes() == ruins
    await ledger.close()
    assert sorted(each.name for each in tmp_path.glob("*.partial*")) == [] == list(tmp_path.glob("salvage-*"))


@needs_dbstat
async def test_s02_a_row_whose_columns_contradict_its_record_is_not_believed(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE intents SET state = 'created' WHERE intent_id = 'src-open'")
        connection.execute("UPDATE cart_lines SET record = '{}'")
        connection.commit()
    ruin(path, "orders")
    assert salvage(tmp_path, await damaged(tmp_path), None).intents == 1
    ledger = await Ledger.open(tmp_path)
    assert (await ledger.cart.load(ACCOUNT)).lines == ()
    await ledger.close()


async def test_s02_a_damaged_ledger_without_backup_is_told_at_each_start_until_it_is_decided(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    path.write_bytes(b"rubbish" * 100)
    aside = await damaged(tmp_path)
    assert [await damaged(tmp_path) for _ in range(3)] == [aside] * 3 and not path.exists()
    ledger = await Ledger.open(tmp_path, Opening.AFRESH)
    assert await ledger.gaps.open_one(ACCOUNT) is not None
    await ledger.close()
    await (await Ledger.open(tmp_path)).close()


async def test_s02_what_was_decided_long_ago_is_not_asked_again(tmp_path: Path) -> None:
    (tmp_path / f"{FILE_NAME}.damaged-20200101-000000").write_bytes(b"x")
    await (await Ledger.open(tmp_path, Opening.AFRESH)).close()
    await backed_up(tmp_path)
    (tmp_path / FILE_NAME).unlink()
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert raised.value.detail == "missing", "the backup made since is newer than the file that was damaged"


async def test_s02_a_first_start_has_no_gap(tmp_path: Path) -> None:
    ledger = await Ledger.open(tmp_path)
    assert await ledger.gaps.open_one(ACCOUNT) is None
    await ledger.close()


async def test_m27_a_restored_backup_knows_since_when_orders_may_be_missing(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    await backed_up(tmp_path)
    (backup,) = all_backups(path)
    restore(tmp_path, backup)
    ledger = await Ledger.open(tmp_path)
    gap = await ledger.gaps.open_one(ACCOUNT)
    assert gap is not None and gap.since == made_at(backup) and gap.listed_from == made_at(backup) - MARGIN
    assert len(await ledger.orders.list(ACCOUNT, limit=ORDERS)) == ORDERS
    await ledger.close()
    assert list(tmp_path.glob("*.partial*")) == []
    assert len(list(tmp_path.glob(f"{FILE_NAME}.damaged-*"))) == 1, (
        "what was in its place is set aside, not overwritten"
    )


async def test_a_gap_is_closed_for_one_account_alone(tmp_path: Path) -> None:
    ledger = await Ledger.open(tmp_path, Opening.AFRESH)
    other = AccountKey("demo/2")
    await ledger.gaps.close(ACCOUNT, NOW)
    assert await ledger.gaps.open_one(ACCOUNT) is None and await ledger.gaps.open_one(other) is not None
    await ledger.close()


def test_a_gap_is_looked_into_for_a_day_whatever_the_clock_does() -> None:
    gap = Gap(NOW)
    assert not gap.is_over(NOW + CHECKED_FOR - timedelta(seconds=1)) and gap.is_over(NOW + CHECKED_FOR)
    assert not gap.is_over(NOW - timedelta(hours=5))


def test_m26_a_backup_that_seems_to_come_from_the_future_tells_nothing_about_the_gap() -> None:
    assert Gap(NOW, NOW + timedelta(days=9)).listed_from == Gap(NOW).listed_from
    assert Gap(NOW, NOW - timedelta(days=9)).listed_from == NOW - timedelta(days=9) - MARGIN


async def test_a_clock_that_was_set_back_makes_no_older_backup_the_newest(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    first = back_up(path, NOW)
    second = back_up(path, NOW - timedelta(hours=1))
    assert all_backups(path)[:2] == (second, first)


async def test_s04_reading_leaves_the_place_as_it_is_and_changes_nothing(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    before = path.read_bytes()
    ledger = await Ledger.open(tmp_path, Opening.READING)
    assert ledger.is_read_only and len(await ledger.orders.list(ACCOUNT, limit=ORDERS)) == ORDERS
    for refused in (
        ledger.intents.open(intent("src-new", 9)),
        ledger.cart.put(ACCOUNT, (line(9),)),
        ledger.intents.mark_unknown(intent("src-open").intent_id),
    ):
        with pytest.raises(StoreUnavailable) as raised:
            await refused
        assert (raised.value.kind, raised.value.path) == ("read_only", str(path))
    await ledger.close()
    assert path.read_bytes() == before and all_backups(path) == ()


async def test_s04_reading_sees_what_is_only_in_the_log(tmp_path: Path) -> None:
    busy = await Ledger.open(tmp_path / "busy")
    await busy.orders.save(ACCOUNT, [order(1)], NOW)
    ledger = await Ledger.open(tmp_path / "busy", Opening.READING)
    assert len(await ledger.orders.list(ACCOUNT)) == 1
    await ledger.close()
    await busy.close()


async def test_the_state_of_a_salvaged_intent_is_its_last(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    backup = back_up(path, datetime.now(UTC))
    ledger = await Ledger.open(tmp_path)
    await ledger.intents.mark_refused(intent("src-open").intent_id, "no", "", NOW)
    await ledger.close()
    salvage(tmp_path, path, backup)
    ledger = await Ledger.open(tmp_path)
    states = {each.intent_id: each.state for each in await ledger.intents.recent(ACCOUNT)}
    assert states == {"src-made": IntentState.CREATED, "src-open": IntentState.REFUSED}
    await ledger.intents.open(intent("src-again", 3))
    await ledger.close()
