"""The last line of the window: what it says of freshness."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sourcing_app.ui.shell.status_line import Connection, StatusLine

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_up_to_date_never_goes_backwards_and_says_of_what(dressed: object) -> None:
    line = StatusLine()
    line.show_freshness("orders up to date 12:00", NOON)
    line.show_freshness("results up to date 11:40", NOON - timedelta(minutes=20))
    assert "orders up to date 12:00" in line.text() and "11:40" not in line.text()
    line.show_freshness("results up to date 12:05", NOON + timedelta(minutes=5))
    assert "results up to date 12:05" in line.text()


def test_of_another_account_nothing_is_said_to_be_up_to_date(dressed: object) -> None:
    line = StatusLine()
    line.show_connection(Connection.ONLINE, "One")
    line.show_freshness("orders up to date 12:00", NOON)
    line.show_connection(Connection.OFFLINE, "One")
    assert "orders up to date 12:00" in line.text()
    line.show_connection(Connection.ONLINE, "Another")
    assert "up to date" not in line.text()
