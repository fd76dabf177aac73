"""What a reseller reports back to the platform: end-customer orders, what was bought for them, and how it was shipped.

Source: contracts trade.cross.orderSync, order.relation.write, trade.cross.orderStatusSync, trade.cross.logisticsOrderSync,
trade.cross.logisticsStatusSync. Sums are fen on the wire; ids are our own, as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.ids import EntryId, OfferId, OrderId, SkuId
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


class DownstreamStatus(Word):
    """Where an end-customer order stands."""

    PAID = "payed"
    SUCCESS = "success"
    CLOSED = "close"


class ShipmentStatus(Word):
    """Where an end-customer shipment stands."""

    SENT = "send"
    SIGNED = "sign"
    PARTLY_SIGNED = "partSign"
    RETURNED = "refund"


class PurchaseType(Word):
    """Why goods are bought (older dialect only)."""

    PURCHASE = "0"
    STOCK = "1"


@dataclass(frozen=True, slots=True)
class DownstreamLine:
    """A line of an end-customer order. line_id: our sub-order id; paid: by the end customer; refunded: wholly or partly."""

    line_id: str
    offer_id: OfferId
    title: str
    sku_id: SkuId
    sku_text: str
    quantity: int
    paid: Money
    refunded: bool = False
    refund: Money | None = None


@dataclass(frozen=True, slots=True)
class DownstreamOrder:
    """An end-customer order, reported after payment. One line: stands in the order itself; several: as sub-orders.

    country: English name, lower case, told in the older dialect only; refund, purchase_type likewise. Times are aware.
    """

    order_id: str
    buyer_id: str
    status: DownstreamStatus
    created_at: datetime
    paid_at: datetime
    paid: Money
    lines: tuple[DownstreamLine, ...]
    ended_at: datetime | None = None
    refunded: bool = False
    refund: Money | None = None
    country: str = ""
    purchase_type: PurchaseType | None = None


@dataclass(frozen=True, slots=True)
class OrderRelation:
    """Which 1688 purchase serves which end-customer line."""

    order_id: str
    line_id: str
    purchase_id: OrderId
    purchase_entry_id: EntryId


@dataclass(frozen=True, slots=True)
class DownstreamStatusReport:
    """A change of an end-customer order: done, closed, refunded. lines: (our sub-order id, its status) where they differ."""

    order_id: str
    status: DownstreamStatus
    ended_at: datetime | None = None
    refunded: bool = False
    lines: tuple[DownstreamStatusReport, ...] = ()


@dataclass(frozen=True, slots=True)
class DownstreamShipment:
    """A parcel to an end customer. signed_at: repeats created_at where None, since the platform wants one.

    country, tracking_text: told in the older dialect only. Personal data.
    """

    order_id: str
    shipment_id: str
    status: ShipmentStatus
    created_at: datetime
    province: str
    city: str
    area: str
    address: str
    signed_at: datetime | None = None
    country: str = ""
    tracking_text: str = ""
