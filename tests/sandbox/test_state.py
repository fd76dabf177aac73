"""What the marketplace remembers: all or nothing, and emptied on request."""

from __future__ import annotations

import pytest

from sourcing_app.sandbox.state import State

NOTES = "CREATE TABLE IF NOT EXISTS notes (text TEXT); CREATE INDEX IF NOT EXISTS notes_by_text ON notes (text);"


def test_tables_made_inside_a_change_do_not_end_it() -> None:
    state = State(None)
    state.own("CREATE TABLE IF NOT EXISTS first (text TEXT)")
    with pytest.raises(RuntimeError), state.transaction():
        state.insert("first", text="kept back")
        state.own(NOTES)
        raise RuntimeError
    assert state.rows("SELECT * FROM first") == []
    state.close()


def test_a_reset_passes_over_a_table_that_was_rolled_back() -> None:
    state = State(None)
    with pytest.raises(RuntimeError), state.transaction():
        state.own(NOTES)
        raise RuntimeError
    state.own("CREATE TABLE IF NOT EXISTS second (text TEXT)")
    state.insert("second", text="gone")
    state.reset()
    assert state.rows("SELECT * FROM second") == []
    state.close()
