"""What a ledger survives. Numbers are rows of the fault table."""

# Tests look at files right beside the loop they run on; nobody else waits for it.
# ruff: noqa: ASYNC240

from __future__ import annotations

import errno
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlite_utils

from sourcing_app.domain.intent import IntentState
from sourcing_app.domain.opening import Opening
from sourcing_app.errors import AlreadySending, StoreUnavailable
from sourcing_app.store import ledger as ledger_module
from sourcing_app.store.backups import all_backups, back_up, superseded
from sourcing_app.store.database import failure
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.migrations import Schema
from sourcing_app.store.recovery import restore
from tests.store.samples import ACCOUNT, NOW, backed_up, intent, line, order
from tests.support.sandbox import ROOT


async def filled(folder: Path) -> Path:
    """A closed ledger with a little of everything. Returns its file."""
    ledger = await Ledger.open(folder)
    await ledger.cart.put(ACCOUNT, (line(1), line(2)))
    await ledger.intents.open(intent("src-1", 1))
    await ledger.orders.save(ACCOUNT, [order(number) for number in range(30)], NOW)
    await ledger.close()
    return folder / FILE_NAME


def bare(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


async def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    await filled(tmp_path)
    ledger = await Ledger.open(tmp_path)
    assert len((await ledger.cart.load(ACCOUNT)).lines) == 2
    assert len(await ledger.orders.list(ACCOUNT)) == 30
    assert [each.state for each in await ledger.intents.open_ones(ACCOUNT)] == [IntentState.UNKNOWN]
    await ledger.close()


async def test_m03_confirmed_means_synced_to_the_disk(ledger: Ledger) -> None:
    def pragmas(connection: sqlite3.Connection) -> tuple[object, ...]:
        names = ("journal_mode", "synchronous")
        return tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)

    assert await ledger.orders._database.read(pragmas) == ("wal", 2)


async def test_m04_a_second_program_cannot_open_an_intent_for_the_same_line(ledger: Ledger, tmp_path: Path) -> None:
    second = await Ledger.open(tmp_path)
    await ledger.intents.open(intent("src-1", 1, 2))
    with pytest.raises(AlreadySending) as raised:
        await second.intents.open(intent("src-2", 2, 3))
    await second.intents.open(intent("src-3", 3))
    await second.close()
    assert raised.value.intent_ids == ("src-1",)


def test_s01_killed_in_the_middle_of_writing_every_confirmed_row_is_there(tmp_path: Path) -> None:
    for run in range(2):
        folder = tmp_path / str(run)
        writer = subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        confirmed = [int(writer.stdout.readline()) for _ in range(random.randint(2, 40))]
        writer.kill()
        rest, _ = writer.communicate()
        confirmed += [int(word) for word in rest.split()]
        with closing(bare(folder / FILE_NAME)) as connection:
            (orders,) = connection.execute("SELECT count(*) FROM orders").fetchone()
            (intents,) = connection.execute("SELECT count(*) FROM intents").fetchone()
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert len(confirmed) <= intents <= orders <= len(confirmed) + 1


async def test_s01_every_prefix_of_the_file_opens_or_is_set_aside(tmp_path: Path) -> None:
    whole = (await filled(tmp_path / "whole")).read_bytes()
    lengths = {0, 1, 16, 99, 100, 512, 4095, len(whole) - 1, len(whole)}
    lengths |= set(range(4096, len(whole), 7 * 4096)) | set(random.Random(1).sample(range(len(whole)), 5))
    for length in sorted(lengths):
        folder = tmp_path / f"cut-{length}"
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(whole[:length])
        try:
            ledger = await Ledger.open(folder)
        except StoreUnavailable as error:
            assert error.kind == "damaged" and 0 < length < len(whole)
            assert Path(error.path).read_bytes() == whole[:length]
            with pytest.raises(StoreUnavailable) as again:
                await Ledger.open(folder)
            assert (again.value.kind, again.value.path) == ("damaged", error.path), "told until it is decided"
            ledger = await Ledger.open(folder, Opening.AFRESH)
            assert await ledger.orders.list(ACCOUNT) == ()
        else:
            assert length in (0, len(whole)) and len(await ledger.orders.list(ACCOUNT)) == (30 if length else 0)
        await ledger.close()


async def test_s02_a_damaged_ledger_is_set_aside_and_a_good_backup_offered(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    await backed_up(tmp_path)
    ruin = bytearray(path.read_bytes())
    ruin[2048 : len(ruin) // 2] = os.urandom(len(ruin) // 2 - 2048)
    path.write_bytes(ruin)
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert raised.value.kind == "damaged" and raised.value.backup is not None
    assert Path(raised.value.path).read_bytes() == bytes(ruin) and not path.exists()
    restore(tmp_path, Path(raised.value.backup))
    ledger = await Ledger.open(tmp_path)
    assert len(await ledger.orders.list(ACCOUNT)) == 30
    await ledger.close()


async def test_s02_side_files_go_with_a_damaged_ledger(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    log = tmp_path / f"{FILE_NAME}-wal"
    log.write_bytes(b"log")
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert Path(f"{raised.value.path}-wal").read_bytes() == b"log" and not log.exists()


async def test_s02_a_ledger_that_vanished_is_not_silently_begun_anew(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    await backed_up(tmp_path)
    path.unlink()
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert (raised.value.kind, raised.value.detail) == ("damaged", "missing") and raised.value.backup is not None
    await (await Ledger.open(tmp_path, Opening.AFRESH)).close()


async def test_s02_a_log_whose_ledger_vanished_is_kept_and_not_mixed_with_a_backup(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    await backed_up(tmp_path)
    path.unlink()
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"log")
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert Path(f"{raised.value.path}-wal").read_bytes() == b"log"
    restore(tmp_path, Path(str(raised.value.backup)))
    await (await Ledger.open(tmp_path)).close()


async def test_s02_a_damaged_backup_is_passed_over(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    await backed_up(tmp_path)
    newest = back_up(path, datetime.now(UTC) + timedelta(days=1))
    good = next(backup for backup in all_backups(path) if backup != newest)
    newest.write_bytes(b"rubbish")
    path.write_bytes(b"rubbish" * 100)
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert raised.value.backup == str(good)


async def test_s02_a_file_of_another_program_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with closing(bare(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert raised.value.kind == "damaged" and Path(raised.value.path).exists()


async def test_s04_a_full_disk_is_told_and_leaves_nothing_half_written(ledger: Ledger) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    await ledger.orders._database.read(fill)
    big = order(1, title="背" * 50_000)
    with pytest.raises(StoreUnavailable) as raised:
        await ledger.orders.save(ACCOUNT, (order(0), big), NOW)
    assert raised.value.kind == "full" and await ledger.orders.list(ACCOUNT) == ()


async def test_s04_an_intent_that_cannot_be_saved_is_not_there(ledger: Ledger) -> None:
    def refuse(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA query_only = ON")

    await ledger.orders._database.read(refuse)
    with pytest.raises(StoreUnavailable) as raised:
        await ledger.intents.open(intent())
    assert raised.value.kind == "read_only" and await ledger.intents.recent(ACCOUNT) == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written")
async def test_s04_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    folder.mkdir()
    with read_only(folder), pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(folder)
    assert raised.value.kind == "read_only"


async def test_s04_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("x")
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path / "profile")
    assert raised.value.kind == "read_only"


async def test_s04_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert raised.value.kind == "read_only"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "no space"), "full"),
        (OSError(errno.EROFS, "read-only"), "read_only"),
        (PermissionError(errno.EACCES, "denied"), "read_only"),
    ],
)
def test_s04_what_the_system_says_has_a_name(error: OSError, kind: str) -> None:
    named = failure(error, Path("ledger"))
    assert named is not None and named.kind == kind


async def test_a_mistake_in_our_own_sql_is_not_the_disks_fault(ledger: Ledger) -> None:
    with pytest.raises(sqlite3.OperationalError):
        await ledger.orders._database.read(lambda connection: connection.execute("SELECT nothing FROM nowhere"))


async def test_s04_a_locked_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = await Ledger.open(tmp_path)
    await ledger.orders._database.read(lambda connection: connection.execute("PRAGMA busy_timeout = 0").fetchall())
    with closing(bare(tmp_path / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable) as raised:
            await ledger.intents.open(intent())
    await ledger.close()
    assert raised.value.kind == "locked"


async def test_s06_a_newer_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    with closing(bare(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable) as raised:
        await Ledger.open(tmp_path)
    assert raised.value.kind == "newer" and path.read_bytes() == before


def _failing(db: sqlite_utils.Database) -> None:
    db.conn.execute("DELETE FROM orders")
    db.conn.execute("CREATE TABLE half (x)")
    db.conn.execute("INSERT INTO nowhere VALUES (1)")


async def test_s07_a_migration_that_fails_is_rolled_back_and_a_copy_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = await filled(tmp_path)
    monkeypatch.setattr(ledger_module, "LEDGER", Schema("ledger", LEDGER.application_id, (*LEDGER.steps, _failing)))
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        await Ledger.open(tmp_path)
    copy = tmp_path / f"{FILE_NAME}.before-{LEDGER.version + 1}"
    for each in (path, copy):
        with closing(bare(each)) as connection:
            assert connection.execute("SELECT count(*) FROM orders").fetchone() == (30,)
            assert connection.execute("PRAGMA user_version").fetchone() == (LEDGER.version,)


async def test_a_migration_that_works_is_taken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = await filled(tmp_path)

    def add(db: sqlite_utils.Database) -> None:
        db["orders"].add_column("seen", int)

    monkeypatch.setattr(ledger_module, "LEDGER", Schema("ledger", LEDGER.application_id, (*LEDGER.steps, add)))
    for _ in range(2):
        await (await Ledger.open(tmp_path)).close()
    with closing(bare(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (LEDGER.version + 1,)
        assert connection.execute("SELECT count(*), count(seen) FROM orders").fetchone() == (30, 0)


async def test_a_backup_holds_no_search_history(tmp_path: Path) -> None:
    ledger = await Ledger.open(tmp_path)
    await ledger.searches.add(ACCOUNT, "very private words", NOW)
    await ledger.back_up()
    await ledger.close()
    newest = all_backups(tmp_path / FILE_NAME)[0]
    assert b"very private words" not in newest.read_bytes()


async def test_forgotten_words_are_gone_from_the_files(tmp_path: Path) -> None:
    ledger = await Ledger.open(tmp_path)
    await ledger.searches.add(ACCOUNT, "very private words", NOW)
    await ledger.searches.clear(ACCOUNT)
    written = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    await ledger.close()
    assert b"very private words" not in written


async def test_an_unchanged_ledger_is_not_backed_up_again(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    await backed_up(tmp_path)
    count = len(all_backups(path))
    await backed_up(tmp_path)
    assert len(all_backups(path)) == count


async def test_m26_a_changed_ledger_is_backed_up_though_the_clock_was_set_back(tmp_path: Path) -> None:
    path = await filled(tmp_path)
    await backed_up(tmp_path)
    ledger = await Ledger.open(tmp_path)
    await ledger.cart.put(ACCOUNT, (line(3),))
    await ledger.close()
    count, hour = len(all_backups(path)), 3600 * 10**9
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - hour))
    await backed_up(tmp_path)
    assert len(all_backups(path)) == count + 1


def test_backups_are_thinned_out_to_three_and_one_a_day_for_a_week() -> None:
    start = datetime(2026, 11, 22, 18)
    moments = [start - timedelta(hours=6 * step) for step in range(60)]
    backups = tuple(Path(f"ledger-{moment:%Y%m%d-%H%M%S}.sqlite3") for moment in moments)
    kept = [backup for backup in backups if backup not in superseded(backups)]
    assert kept[:3] == list(backups[:3])
    assert len({backup.stem.split("-")[1] for backup in kept}) == 7 and len(kept) == 9


async def test_a_copied_ledger_is_the_same_ledger(tmp_path: Path) -> None:
    path = await filled(tmp_path / "one")
    (tmp_path / "two").mkdir()
    shutil.copy(path, tmp_path / "two" / FILE_NAME)
    ledger = await Ledger.open(tmp_path / "two")
    assert len(await ledger.orders.list(ACCOUNT)) == 30
    await ledger.close()
