"""Moments as text that sorts as the moments do."""

from __future__ import annotations

from datetime import UTC, datetime


def stored_time(moment: datetime | None) -> str:
    """ISO text in UTC with microseconds, always the same length; "" for None, which sorts first."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment is not None else ""


def loaded_time(text: str) -> datetime:
    """The reverse, in UTC. Raises ValueError for ""."""
    return datetime.fromisoformat(text)
