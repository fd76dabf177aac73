"""What a page may ask for beyond itself: values that the window carries out (ui/router.py). None of them knows a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sourcing_app.domain.ids import OfferId, OrderId
    from sourcing_app.domain.money import Money
    from sourcing_app.domain.offer import SearchQuery
    from sourcing_app.domain.pick import Pick
    from sourcing_app.ui.page_key import PageKey


@dataclass(frozen=True, slots=True)
class GoTo:
    """Show this page."""

    page: PageKey


@dataclass(frozen=True, slots=True)
class GoBack:
    """Show what was shown before."""


@dataclass(frozen=True, slots=True)
class FocusSearch:
    """Move the keyboard to the search box."""


@dataclass(frozen=True, slots=True)
class Paste:
    """Take what is on the clipboard: a photo, a link or words."""


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """Open the settings. section: where to begin, "" for the top."""

    section: str = ""


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Search for these words, without any filter."""

    words: str


@dataclass(frozen=True, slots=True)
class RunSavedSearch:
    """Search for this query, filters and all."""

    query: SearchQuery


@dataclass(frozen=True, slots=True)
class SearchPicture:
    """Search by a photo. source: a Path, bytes, a QImage, an address of the platform, or a WebPicture."""

    source: object


@dataclass(frozen=True, slots=True)
class SearchPhotos:
    """Search by the first of several photo files; the others wait beside it. paths: at least one."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ChoosePhoto:
    """Ask for a photo file to search by."""


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """Open an offer in a tab of its own. behind: what is shown stays."""

    offer_id: OfferId
    behind: bool = False


@dataclass(frozen=True, slots=True)
class ShowOrder:
    """Show an order, read by its id where it is not listed yet."""

    order_id: OrderId


@dataclass(frozen=True, slots=True)
class PayOrders:
    """Pay these orders together. approved: the sum that the person has seen and pressed on."""

    order_ids: tuple[OrderId, ...]
    approved: Money


@dataclass(frozen=True, slots=True)
class ToggleCompared:
    """Compare these offers, or no longer where all of them are compared."""

    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class ComparedChanged:
    """Other offers are compared now. offer_ids: all of them."""

    offer_ids: frozenset[OfferId]


@dataclass(frozen=True, slots=True)
class CartChanged:
    """Lines of the cart were added, changed or removed."""


@dataclass(frozen=True, slots=True)
class OrdersChanged:
    """Something was ordered, or it was found out what became of an order."""


@dataclass(frozen=True, slots=True)
class HistoryChanged:
    """A search was taken off the history."""


Request = (
    GoTo
    | GoBack
    | FocusSearch
    | Paste
    | OpenSettings
    | SearchWords
    | RunSavedSearch
    | SearchPicture
    | SearchPhotos
    | ChoosePhoto
    | OpenOffer
    | ShowOrder
    | PayOrders
    | ToggleCompared
    | ComparedChanged
    | CartChanged
    | OrdersChanged
    | HistoryChanged
)
