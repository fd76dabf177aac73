"""The words of enums that lie on the disk: a changed one would make old ledgers unreadable."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_type_hints

from sourcing_app.domain.cart import CartLine
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.order import Order

KEPT = (CartLine, OrderIntent, Order, Parcel, SearchQuery)
"""Records of the ledger. What the cache holds is fetched again."""

WORDS: dict[str, list[Any]] = {
    "IntentState": ["sending", "created", "refused", "unknown", "absent"],
    "OrderStatus": [
        "waitbuyerpay", "waitsellersend", "waitlogisticstakein", "waitbuyerreceive", "waitbuyersign", "signinsuccess",
        "confirm_goods", "success", "cancel", "terminated", "",
    ],
    "QuoteType": [0, 1, 2],
    "SortKey": ["", "price", "rePurchaseRate", "monthSold"],
}  # fmt: skip


def enums_in(kind: Any, seen: set[Any]) -> Iterator[type[Enum]]:
    """All enums that a record of this type may hold, however deep."""
    kind = getattr(kind, "__supertype__", kind)
    if kind in seen:
        return
    seen.add(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield kind
    elif dataclasses.is_dataclass(kind):
        for hint in get_type_hints(kind).values():
            yield from enums_in(hint, seen)
    for part in get_args(kind):
        yield from enums_in(part, seen)


def test_every_word_that_a_ledger_keeps_is_written_down_here() -> None:
    seen: set[Any] = set()
    found = {enum.__name__: [member.value for member in enum] for kind in KEPT for enum in enums_in(kind, seen)}
    assert found == WORDS
