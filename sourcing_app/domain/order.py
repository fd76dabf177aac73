"""Orders that exist at the platform: their states, entries, payment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import Enum

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import (
    EntryId,
    OfferId,
    OrderId,
    ParcelId,
    SkuId,
    SpecId,
)
from sourcing_app.domain.money import Money


class OrderStatus(Enum):
    """The state of an order or entry. The value is the platform's word; UNKNOWN stands for any other.

    Source: order_lifecycle.md, section 1.
    """

    WAIT_PAY = "waitbuyerpay"
    WAIT_SEND = "waitsellersend"
    WAIT_PICKUP = "waitlogisticstakein"
    WAIT_RECEIVE = "waitbuyerreceive"
    WAIT_SIGN = "waitbuyersign"
    SIGNED = "signinsuccess"
    CONFIRMED = "confirm_goods"
    SUCCESS = "success"
    CANCELLED = "cancel"
    TERMINATED = "terminated"
    UNKNOWN = ""

    @classmethod
    def of(cls, word: str) -> OrderStatus:
        """The state for a platform word; UNKNOWN for one we do not know (keep the word beside it)."""
        return _STATUS_BY_WORD.get(word, cls.UNKNOWN)

    @property
    def is_final(self) -> bool:
        """Whether polling may stop (an after-sale refund can still start)."""
        return self in (OrderStatus.SUCCESS, OrderStatus.CANCELLED, OrderStatus.TERMINATED)


_STATUS_BY_WORD = {status.value: status for status in OrderStatus if status.value}
_STATUS_BY_WORD["confirm_goods_and_has_subsidy"] = OrderStatus.CONFIRMED


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """A line of an order that exists. quantity: may have decimals where the sale unit allows."""

    entry_id: EntryId
    offer_id: OfferId | None
    sku_id: SkuId | None
    spec_id: SpecId | None
    title: str
    spec_text: str
    picture_url: str | None
    quantity: Decimal
    unit: str
    unit_price: Money | None
    amount: Money | None
    status: OrderStatus = OrderStatus.UNKNOWN
    status_word: str = ""
    refund_word: str = ""
    item_number: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order at the platform, as last read. Sums in yuan on the wire; total includes freight.

    status_word: the platform's own. pay_before: when an unpaid order is closed; None where not told.
    out_order_id: ours, None for an order made elsewhere. parcel_ids: shipments the detail already names.
    Source: contract alibaba.trade.get.buyerView; list rows leave members out.
    """

    order_id: OrderId
    status: OrderStatus
    status_word: str
    supplier_name: str
    supplier_id: str
    total: Money
    goods: Money | None
    freight: Money | None
    created_at: datetime | None
    entries: tuple[OrderEntry, ...] = ()
    discount: Money | None = None
    refunded: Money | None = None
    modified_at: datetime | None = None
    paid_at: datetime | None = None
    shipped_at: datetime | None = None
    received_at: datetime | None = None
    completed_at: datetime | None = None
    pay_before: datetime | None = None
    out_order_id: str | None = None
    address: Address | None = None
    trade_mode: str = ""
    refund_word: str = ""
    close_reason: str = ""
    memo: str = ""
    message: str = ""
    parcel_ids: tuple[ParcelId, ...] = ()
    is_detail: bool = False


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders to list. status: platform word, None for all; from, to: created, aware; page from 1, at most 50 a page."""

    status: OrderStatus | None = None
    created_from: datetime | None = None
    created_to: datetime | None = None
    modified_from: datetime | None = None
    out_order_id: str | None = None
    page: int = 1
    page_size: int = 20


@dataclass(frozen=True, slots=True)
class OrderPage:
    """One page of orders, newest first. skipped: rows that could not be read."""

    orders: tuple[Order, ...]
    total: int
    page: int
    has_more: bool
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class PayLink:
    """Where the buyer pays, on the platform's own page. Fetched per click, never stored.

    covers: the orders it pays; not_covered: (order id, the platform's reason).
    """

    url: str
    covers: tuple[OrderId, ...]
    not_covered: tuple[tuple[OrderId, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PayWays:
    """How an order can be paid and how much it is now. deadline: aware; None where not told. Source: alibaba.trade.payWay.query."""

    order_id: OrderId
    amount: Money
    channels: tuple[tuple[str, str], ...] = ()
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An order that is not what it was when last read. before None: seen for the first time."""

    order_id: OrderId
    before: OrderStatus | None
    after: OrderStatus


@dataclass(frozen=True, slots=True)
class OrderChanges:
    """What a refresh brought. changed: in the order the platform lists them; total: orders now known."""

    changed: tuple[StatusChange, ...] = field(default=())
    total: int = 0


def merge_listed(known: Order | None, listed: Order) -> Order:
    """A row of the list laid over what is known: rows leave members out, which does not mean that they are gone."""
    if known is None or listed.is_detail:
        return listed
    kept = {name: getattr(known, name) for name in _OFTEN_LEFT_OUT if not getattr(listed, name)}
    return replace(listed, is_detail=known.is_detail, **kept)


_OFTEN_LEFT_OUT = (
    "supplier_name",
    "supplier_id",
    "goods",
    "freight",
    "created_at",
    "entries",
    "discount",
    "refunded",
    "modified_at",
    "paid_at",
    "shipped_at",
    "received_at",
    "completed_at",
    "pay_before",
    "out_order_id",
    "address",
    "trade_mode",
    "memo",
    "message",
    "parcel_ids",
)
