"""The file layer of the fast gear: what was synced stays, what was not may go, and a kill alone loses nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.campaign.elsewhere import elsewhere
from tests.campaign.simulated.disk import Disk

ROWS = 30
CUTS = 25


def rows_left(
    folder: Path, synchronous: str, *, power_cut: bool, in_the_middle: bool = False
) -> list[list[int]] | None:
    """What a start finds after each of some endings, the confirmed rows being 0 to ROWS - 1. None: no file layer here."""
    disk = Disk()
    if not disk.works:
        return None
    found = []
    for number in range(CUTS):
        life, next_life = folder / f"life-{number}", folder / f"next-{number}"
        life.mkdir(), next_life.mkdir()
        disk.watch(life, Random(number))
        with closing(sqlite3.connect(life / "ledger.sqlite3", isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {synchronous}")
            connection.execute("CREATE TABLE t (n INTEGER)")
            for row in range(ROWS):
                connection.execute("INSERT INTO t VALUES (?)", (row,))
            if in_the_middle:
                disk.stop_after(number % 6 + 1)
                connection.executemany("INSERT INTO t VALUES (?)", [(ROWS,)])
            left = disk.left(Random(number) if power_cut else None)
        for name, content in left.items():
            (next_life / name).write_bytes(content)
        with closing(sqlite3.connect(next_life / "ledger.sqlite3")) as connection:
            exists = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            found.append([row for (row,) in connection.execute("SELECT n FROM t ORDER BY n")] if exists else [])
    return found


def left_after(folder: Path, synchronous: str, power_cut: bool, in_the_middle: bool = False) -> list[list[int]]:
    found = elsewhere(_rows_left, folder, synchronous, power_cut, in_the_middle)
    if found is None:
        pytest.skip("this Python's SQLite cannot be given a file layer")
    return found


def _rows_left(folder: Path, synchronous: str, power_cut: bool, in_the_middle: bool) -> list[list[int]] | None:
    return rows_left(folder, synchronous, power_cut=power_cut, in_the_middle=in_the_middle)


def test_what_was_synced_survives_every_power_cut(tmp_path: Path) -> None:
    assert left_after(tmp_path, "FULL", True) == [list(range(ROWS))] * CUTS


def test_what_was_not_synced_is_lost_in_some_power_cuts(tmp_path: Path) -> None:
    assert any(len(rows) < ROWS for rows in left_after(tmp_path, "NORMAL", True))


def test_a_kill_loses_nothing_of_what_was_written(tmp_path: Path) -> None:
    assert left_after(tmp_path, "NORMAL", False) == [list(range(ROWS))] * CUTS


def test_a_power_cut_in_the_middle_of_a_write_leaves_it_whole_or_not_at_all(tmp_path: Path) -> None:
    found = left_after(tmp_path, "FULL", True, True)
    assert {len(rows) for rows in found} <= {ROWS, ROWS + 1}
    assert [ROWS] not in found and any(len(rows) == ROWS for rows in found)
