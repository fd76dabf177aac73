"""What a person made of the columns of a table, kept by their names so that columns can come and go between versions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sourcing_app.ui.tables.column import Sorting

_WIDEST = 4_000


@dataclass(frozen=True, slots=True)
class KeptColumns:
    """order: keys from left to right; widths: pixels by key; hidden: keys a person does not want to see; sorting: made here,
    None for the order in which the rows came."""

    order: tuple[str, ...] = ()
    widths: dict[str, int] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    sorting: Sorting | None = None

    def as_text(self) -> str:
        """For the settings."""
        sorting = [self.sorting.key, self.sorting.descending] if self.sorting is not None else None
        kept = {"order": self.order, "widths": self.widths, "hidden": sorted(self.hidden), "sort": sorting}
        return json.dumps(kept)

    @staticmethod
    def of(text: object) -> KeptColumns | None:
        """As written by ``as_text``; None for anything else. A part that cannot be read is as on the first day."""
        try:
            kept = json.loads(text) if isinstance(text, str) else None
        except ValueError:
            return None
        if not isinstance(kept, dict):
            return None
        return KeptColumns(
            tuple(_names(kept.get("order"))),
            _widths(kept.get("widths")),
            frozenset(_names(kept.get("hidden"))),
            _sorting(kept.get("sort")),
        )

    def arranged(self, keys: Sequence[str]) -> list[str]:
        """All these keys in the order kept; one that was not known then stands behind the one it follows by nature."""
        known = [key for key in dict.fromkeys(self.order) if key in keys]
        for at, key in enumerate(keys):
            if key not in known:
                before = known.index(keys[at - 1]) + 1 if at else 0
                known.insert(before, key)
        return known


def _names(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _widths(value: Any) -> dict[str, int]:
    found = value.items() if isinstance(value, dict) else ()
    return {key: width for key, width in found if type(width) is int and 0 < width < _WIDEST}


def _sorting(value: Any) -> Sorting | None:
    match value:
        case [str(key), bool(descending)]:
            return Sorting(key, descending)
    return None
