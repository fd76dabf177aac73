"""What the platform says an order would be, before there is one: the only thing that can be placed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import (
    AccountKey,
    OfferId,
    SkuId,
    SpecId,
    SupplierId,
)
from sourcing_app.domain.money import Money, total


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order to be (a cargo on the wire). quantity: sale units; expected_price: of one unit, as shown."""

    offer_id: OfferId
    spec_id: SpecId
    quantity: int
    title: str = ""
    spec_text: str = ""
    picture_url: str = ""
    expected_price: Money | None = None


@dataclass(frozen=True, slots=True)
class TradeMode:
    """One way to trade. usable: only such may be chosen; description: the only place deadlines stand before ordering."""

    code: str
    name: str
    description: str = ""
    usable: bool = True


@dataclass(frozen=True, slots=True)
class Promotion:
    """A shop discount that can be chosen. promotion_id: what create takes; discount: what it takes off."""

    promotion_id: str
    title: str
    description: str
    discount: Money
    selected: bool
    free_freight: bool = False


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A priced line of a preview. quantity: ours, since the platform does not echo it. ok False: cannot be bought, see text."""

    offer_id: OfferId
    spec_id: SpecId
    sku_id: SkuId | None
    quantity: int
    unit_price: Money | None
    amount: Money | None
    ok: bool = True
    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class PreviewPart:
    """One order that the platform would make. flow: handed to create unchanged. trade_modes empty: web site only.

    total = goods + freight - discount + additional_fee as a rule; ``adds_up`` tells whether goods and freight do.
    Source: contract alibaba.createOrder.preview, OrderPreview (its sums are fen).
    """

    lines: tuple[PreviewLine, ...]
    goods: Money
    freight: Money
    discount: Money
    additional_fee: Money
    total: Money
    flow: str
    trade_modes: tuple[TradeMode, ...]
    promotions: tuple[Promotion, ...] = ()
    pay_channels: tuple[str, ...] = ()
    group: str = ""
    ok: bool = True
    code: str = ""
    text: str = ""

    @property
    def adds_up(self) -> bool:
        """Whether the platform's own rule holds: total = goods + freight (+ fee) and the lines make the goods (M12)."""
        lines = total([line.amount for line in self.lines if line.amount is not None])
        complete = all(line.amount is not None for line in self.lines if line.ok)
        sums = self.total == self.goods + self.freight + self.additional_fee
        return sums and (not complete or lines.rounded() - self.goods in (Money.zero(), self.discount))


@dataclass(frozen=True, slots=True)
class OrderPreview:
    """What the platform says an order to one supplier would be: the only thing that can be placed.

    parts: usually one; more when the platform would split. unknown_freight: offers whose freight is only described in words.
    """

    supplier_id: SupplierId
    supplier_name: str
    address: Address
    lines: tuple[OrderLine, ...]
    parts: tuple[PreviewPart, ...]
    account: AccountKey
    previewed_at: datetime
    unknown_freight: tuple[OfferId, ...] = ()
    no_cross_border_pay: tuple[OfferId, ...] = ()

    @property
    def total(self) -> Money:
        """What all parts cost together."""
        return total([part.total for part in self.parts])

    @property
    def goods(self) -> Money:
        """Goods of all parts."""
        return total([part.goods for part in self.parts])

    @property
    def freight(self) -> Money:
        """Freight of all parts."""
        return total([part.freight for part in self.parts])

    @property
    def refused_lines(self) -> tuple[PreviewLine, ...]:
        """Lines that cannot be bought."""
        return tuple(line for part in self.parts for line in part.lines if not line.ok)

    @property
    def placeable(self) -> bool:
        """Every part and line accepted, the sums right, and a trade mode to choose."""
        return bool(self.parts) and all(
            part.ok
            and part.adds_up
            and any(mode.usable for mode in part.trade_modes)
            and all(line.ok for line in part.lines)
            for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """What the buyer chose, always sent explicitly (M15). promotion_id "" is "none named"; message: at most 500 characters."""

    trade_mode: str
    promotion_id: str = ""
    use_red_envelope: bool = False
    message: str = ""
