"""The names of the tabs."""

from __future__ import annotations

from enum import StrEnum


class PageKey(StrEnum):
    """The tabs by name: in commands (``page.search``), in what is kept of the window, in a request to go there."""

    SEARCH = "search"
    PHOTO = "photo"
    OFFER = "offer"
    CART = "cart"
    ORDERS = "orders"
    COMPARE = "compare"
