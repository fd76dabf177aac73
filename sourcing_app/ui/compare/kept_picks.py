"""Picks as text, to be remembered from one start to the next, by account."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.pick import Pick

MAX_COMPARED = 6
"""So many stand side by side in the smallest window without being cut."""


def written(kept: Mapping[str, Iterable[Pick]]) -> str:
    """As JSON."""
    return json.dumps({key: [_written(each) for each in picks] for key, picks in kept.items()})


def read_picks(text: str) -> dict[str, tuple[Pick, ...]]:
    """As written; whatever is not that is nothing."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): _read_all(rows) for key, rows in found.items() if isinstance(rows, list)}


def _written(pick: Pick) -> dict[str, object]:
    rate = pick.repurchase_rate
    return {"id": pick.offer_id, "sold": pick.sold_30_days, "repurchase": None if rate is None else str(rate)}


def _read_all(rows: list[Any]) -> tuple[Pick, ...]:
    read = {pick.offer_id: pick for pick in map(_read, rows) if pick is not None}
    return tuple(read.values())[:MAX_COMPARED]


def _read(found: Any) -> Pick | None:
    if not isinstance(found, dict) or not str(found.get("id")).isdecimal():
        return None
    sold, rate = found.get("sold"), found.get("repurchase")
    return Pick(OfferId(str(found["id"])), sold if type(sold) is int else None, _fraction(rate))


def _fraction(text: object) -> Decimal | None:
    try:
        value = Decimal(text) if isinstance(text, str) else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None
