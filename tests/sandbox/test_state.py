"""The one file that the marketplace remembers in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcing_app.sandbox.state import State

TABLE = "CREATE TABLE IF NOT EXISTS things (name TEXT PRIMARY KEY, size INTEGER)"


@pytest.fixture
def state() -> Iterator[State]:
    made = State(None)
    made.own(TABLE)
    yield made
    made.close()


def fail_inside(state: State) -> None:
    with state.transaction():
        state.insert("things", name="a", size=1)
        raise RuntimeError


def test_a_failed_transaction_leaves_nothing(state: State) -> None:
    with pytest.raises(RuntimeError):
        fail_inside(state)
    assert state.rows("SELECT * FROM things") == []


def test_only_the_outermost_transaction_keeps(state: State) -> None:
    with pytest.raises(RuntimeError), state.transaction():
        with state.transaction():
            state.insert("things", name="a", size=1)
        raise RuntimeError
    assert state.value("SELECT count(*) FROM things") == 0


def test_rows_are_found_changed_and_counted(state: State) -> None:
    state.insert("things", name="a", size=1)
    state.update("things", "name", "a", size=2)
    assert state.row("SELECT * FROM things WHERE name = ?", "a") == {"name": "a", "size": 2}
    assert state.row("SELECT * FROM things WHERE name = ?", "b") is None
    assert state.value("SELECT size FROM things WHERE name = 'b'") is None


def test_a_reset_empties_tables_and_keeps_settings(state: State) -> None:
    state.insert("things", name="a", size=1)
    state.remember("last", {"id": 7})
    state.reset()
    assert state.rows("SELECT * FROM things") == []
    assert (state.setting("last"), state.setting("none", 5)) == ({"id": 7}, 5)


def test_a_file_is_there_again_after_it_was_closed(tmp_path: Path) -> None:
    for expected in (0, 1):
        state = State(tmp_path / "state.sqlite3")
        state.own(TABLE)
        assert state.value("SELECT count(*) FROM things") == expected
        state.execute("INSERT OR IGNORE INTO things VALUES ('a', 1)")
        state.close()


def test_a_file_belongs_to_one_process_at_a_time(tmp_path: Path) -> None:
    state = State(tmp_path / "state.sqlite3")
    other = sqlite3.connect(tmp_path / "state.sqlite3", timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("SELECT count(*) FROM settings")
    other.close()
    state.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        State(tmp_path / "state.sqlite3")
