"""The audit trail of what was done with money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing that was done. kind: a short word ("order_sent", "link_refused"); facts: ids and sums as text."""

    at: datetime
    kind: str
    text: str
    facts: dict[str, str]
