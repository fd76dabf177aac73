"""Everything else the platform says of an order to be: what no screen needs, and a user of the API may.

Source: contract alibaba.createOrder.preview. Sums are fen on the wire.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sourcing_app.domain.money import Money
from sourcing_app.domain.preview import PreviewLine, PreviewPart, Promotion


@dataclass(frozen=True, slots=True)
class Extra:
    """A member that was not foreseen. value: often a JSON document."""

    key: str
    value: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PayLimit:
    """A channel the order could be paid with, and what credit is left in it."""

    channel: str
    limit: Money | None


@dataclass(frozen=True, slots=True)
class TradeService:
    """A service that can be ordered along. source_id, code: what create takes for it. The unit of its price is taken for fen."""

    title: str
    code: str
    source_id: str
    source_kind: str
    kind: str
    unit_price: Money | None
    quantity: Decimal | None
    group: str
    group_code: str
    tips: str
    url: str
    sponsor: str
    extra: str


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """Services that belong together. The unit of its price is taken for fen; price_text: as it is to be shown."""

    title: str
    code: str
    group_id: str
    help_url: str
    price: Money | None
    price_text: str
    services: tuple[TradeService, ...]
    extra: str


@dataclass(frozen=True, slots=True)
class PickUpPlan:
    """An official pick-up that can be chosen when ordering."""

    code: str
    name: str
    cost: Money | None


@dataclass(frozen=True, slots=True)
class WholeLine(PreviewLine):
    """A priced line with all that is told. red_envelope, freight_coupon: what pays for a share of it."""

    open_offer_id: str = ""
    result_code: str = ""
    promotions: tuple[Promotion, ...] = ()
    services: tuple[ServiceGroup, ...] = ()
    red_envelope: Money | None = None
    freight_coupon: Money | None = None
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class WholePart(PreviewPart):
    """An order to be, with all that is told. item_discount: whether a single line has one (inverted on the wire)."""

    lines: tuple[WholeLine, ...]
    pay_limits: tuple[PayLimit, ...] = ()
    services: tuple[ServiceGroup, ...] = ()
    item_discount: bool | None = None
    red_envelope_used: Money | None = None
    freight_coupon: Money | None = None
    pick_up_offered: bool | None = None
    pick_up_plans: tuple[PickUpPlan, ...] = ()
    extras: tuple[Extra, ...] = ()
