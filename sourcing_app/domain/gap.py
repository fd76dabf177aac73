"""What a ledger may not know: it was begun anew, restored or salvaged, so orders may exist that it has no record of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

CHECKED_FOR = timedelta(days=1)
"""So long after the ledger was begun an order is still looked for: the platform's list may lag, the clock may be wrong."""

MARGIN = timedelta(days=2)
"""How much earlier than the gap orders are listed: this computer's clock and the platform's are not the same."""

LOOKED_BACK = timedelta(days=60)
"""How far orders are listed where nothing says since when they may be missing."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Orders sent since ``since`` (None: nobody knows) and before ``begun_at`` may be missing. Both of this computer's clock."""

    begun_at: datetime
    since: datetime | None = None

    @property
    def listed_from(self) -> datetime:
        """Orders made earlier than this are no part of it."""
        since = self.since
        if since is None or since > self.begun_at:  # nobody knows, or the clock of the backup was wrong
            since = self.begun_at - LOOKED_BACK
        return since - MARGIN

    def is_over(self, now: datetime) -> bool:
        """Whether a look at the platform's list at this moment is the last one needed."""
        return now - self.begun_at >= CHECKED_FOR
