"""The orders in which the platform lists offers, as the menu over the results offers them. Pure."""

from __future__ import annotations

from sourcing_app.domain.offer import SortKey
from sourcing_app.ui.texts import tr

SORTS: tuple[tuple[SortKey, bool], ...] = (
    (SortKey.BEST, False),
    (SortKey.PRICE, False),
    (SortKey.PRICE, True),
    (SortKey.SALES, True),
    (SortKey.REPURCHASE, True),
)
"""What the sort menu offers: (key, descending)."""


def sort_name(key: SortKey, descending: bool) -> str:
    """As the menu says it."""
    return {
        (SortKey.BEST, False): tr("Best match"),
        (SortKey.PRICE, False): tr("Price, low first"),
        (SortKey.PRICE, True): tr("Price, high first"),
        (SortKey.SALES, True): tr("Most sold"),
        (SortKey.REPURCHASE, True): tr("Most repurchased"),
    }.get((key, descending), tr("Best match"))
