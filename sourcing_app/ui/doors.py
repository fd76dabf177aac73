"""The use cases as the window sees them: what each view may ask for, as types. The classes behind are given at the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sourcing_app.domain.account import Account
    from sourcing_app.domain.address import Address
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.cart import Cart, CartLine, SupplierGroup
    from sourcing_app.domain.category import Category
    from sourcing_app.domain.ids import CategoryId, IntentId, OfferId, OrderId, SpecId
    from sourcing_app.domain.intent import OrderIntent
    from sourcing_app.domain.logistics import Parcel
    from sourcing_app.domain.money import ExchangeRate, Money
    from sourcing_app.domain.offer import FilterSection, Offer, OfferPage, OfferSummary, SearchQuery
    from sourcing_app.domain.order import Order, OrderChanges, OrderStatus, PayLink
    from sourcing_app.domain.picture import FoundPhotos, PhotoSource, PreparedPicture, Region
    from sourcing_app.domain.preview import OrderChoice, OrderPreview
    from sourcing_app.domain.saved_search import SavedSearch


class SearchOffers(Protocol):
    async def cached(self, query: SearchQuery) -> Aged[OfferPage] | None: ...
    async def __call__(self, query: SearchQuery, page: int = 1) -> OfferPage: ...
    async def local(self, words: str, limit: int = 50) -> tuple[OfferSummary, ...]: ...


class SearchHistory(Protocol):
    async def recent(self, prefix: str = "") -> tuple[str, ...]: ...
    async def forget(self, text: str) -> None: ...
    async def clear(self) -> None: ...
    async def save(self, query: SearchQuery, name: str) -> None: ...
    async def saved(self) -> tuple[SavedSearch, ...]: ...
    async def remove_saved(self, name: str) -> None: ...


class LoadFilters(Protocol):
    async def __call__(self) -> tuple[FilterSection, ...]: ...


class BrowseCategories(Protocol):
    async def children(self, category_id: CategoryId) -> tuple[Category, ...]: ...


class SearchByPicture(Protocol):
    async def prepare(self, source: PhotoSource) -> PreparedPicture: ...
    def cancel_preparing(self) -> None: ...
    async def __call__(
        self, picture: PreparedPicture, query: SearchQuery, page: int = 1, region: Region | None = None
    ) -> OfferPage: ...
    async def recent(self, limit: int = 12) -> tuple[Aged[PreparedPicture], ...]: ...
    async def forget(self, sha256: str) -> None: ...


class FindPhotos(Protocol):
    async def __call__(self, paths: tuple[Path, ...]) -> FoundPhotos: ...


class FetchPicture(Protocol):
    async def __call__(self, address: str) -> bytes: ...


class OpenOffer(Protocol):
    async def cached(self, offer_id: OfferId) -> Aged[Offer] | None: ...
    async def card(self, offer_id: OfferId) -> OfferSummary | None: ...
    async def __call__(self, offer_id: OfferId) -> Offer: ...


class EditCart(Protocol):
    async def load(self) -> Cart: ...
    async def add(self, lines: tuple[CartLine, ...]) -> Cart: ...
    async def set_quantity(self, offer_id: OfferId, spec_id: SpecId, quantity: int) -> Cart: ...
    async def remove(self, keys: tuple[tuple[OfferId, SpecId], ...]) -> Cart: ...
    async def change(self, change: Callable[[Cart], Cart]) -> Cart: ...
    async def recheck(self) -> Cart: ...


class ListAddresses(Protocol):
    async def cached(self) -> tuple[Address, ...]: ...
    async def __call__(self) -> tuple[Address, ...]: ...


class PreviewOrder(Protocol):
    async def __call__(self, group: SupplierGroup, address: Address) -> OrderPreview: ...


class PlaceOrder(Protocol):
    async def __call__(self, preview: OrderPreview, choice: OrderChoice) -> OrderIntent: ...


class SettleUnknownOrders(Protocol):
    async def __call__(self, *, now: bool = False) -> tuple[OrderIntent, ...]: ...
    async def next_due_s(self) -> float | None: ...
    async def open_ones(self) -> tuple[OrderIntent, ...]: ...
    async def decide_absent(self, intent_id: IntentId) -> OrderIntent: ...
    async def decide_created(self, intent_id: IntentId, order_ids: tuple[OrderId, ...]) -> OrderIntent: ...


class ListOrders(Protocol):
    async def __call__(
        self, status: OrderStatus | None = None, words: str = "", limit: int = 200
    ) -> tuple[Aged[Order], ...]: ...
    async def counts(self) -> dict[OrderStatus, int]: ...
    async def open_intents(self) -> tuple[OrderIntent, ...]: ...
    async def recent_intents(self, limit: int = 50) -> tuple[OrderIntent, ...]: ...


class TrackOrders(Protocol):
    async def __call__(self) -> OrderChanges: ...


class OpenOrder(Protocol):
    async def cached(self, order_id: OrderId) -> tuple[Aged[Order], Aged[tuple[Parcel, ...]] | None] | None: ...
    async def __call__(self, order_id: OrderId) -> Order: ...
    async def parcels(self, order_id: OrderId) -> tuple[Parcel, ...]: ...
    async def intent(self, order_id: OrderId) -> OrderIntent | None: ...


class PayOrders(Protocol):
    async def __call__(
        self, order_ids: tuple[OrderId, ...], approved: Money, *, again: bool = False, doubles_wanted: bool = False
    ) -> PayLink: ...
    async def started(self, order_ids: tuple[OrderId, ...]) -> dict[OrderId, datetime]: ...


class CancelOrder(Protocol):
    async def __call__(self, order_id: OrderId, reason: str, remark: str = "") -> Order: ...


@dataclass(frozen=True, slots=True)
class UseCases:
    """All that the window can do with one account. rate: None where no local currency is set.

    ask_above: sums of an order that need a second question; refresh_minutes: how often orders are read by themselves.
    """

    account: Account
    language: str
    search_offers: SearchOffers
    search_history: SearchHistory
    load_filters: LoadFilters
    browse_categories: BrowseCategories
    search_by_picture: SearchByPicture
    find_photos: FindPhotos
    fetch_picture: FetchPicture
    open_offer: OpenOffer
    edit_cart: EditCart
    list_addresses: ListAddresses
    preview_order: PreviewOrder
    place_order: PlaceOrder
    settle_unknown_orders: SettleUnknownOrders
    list_orders: ListOrders
    track_orders: TrackOrders
    open_order: OpenOrder
    pay_orders: PayOrders
    cancel_order: CancelOrder
    rate: ExchangeRate | None = None
    ask_above: Money | None = None
    refresh_minutes: int = 5
