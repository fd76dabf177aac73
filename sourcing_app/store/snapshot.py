"""The last results shown, in one small file that is read before anything heavy is imported. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sourcing_app.domain.ids import AccountKey
from sourcing_app.domain.offer import OfferPage, SearchQuery
from sourcing_app.store.records import decode, encode

FILE_NAME = "last-results.json"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the search page showed last. selected: the row, None for none; scroll: of the list, whole pixels."""

    account: AccountKey
    query: SearchQuery
    page: OfferPage
    fetched_at: datetime
    selected: int | None = None
    scroll: int = 0


def load_snapshot(folder: Path) -> Snapshot | None:
    """What was saved; None if there is nothing or it cannot be read."""
    try:
        return decode(Snapshot, (folder / FILE_NAME).read_text("ascii"))
    except (OSError, ValueError):
        return None


def save_snapshot(folder: Path, snapshot: Snapshot) -> bool:
    """Keeps it, whole or not at all; whether it worked. Losing it costs nothing but a moment."""
    target = folder / FILE_NAME
    partial = target.with_name(f"{FILE_NAME}.partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.write_text(encode(snapshot), "ascii")
        partial.replace(target)
    except OSError:
        return False
    return True
