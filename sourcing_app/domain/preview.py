"""What the platform says an order would be, before there is one: the only thing that can be placed."""

from __future__ import annotations

from collections.abc import Iterable
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

NOTHING = Money.zero()


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
    """A priced line of a preview. quantity: ours, since the platform does not echo it. ok False: cannot be bought, see text.

    reduction: what promotions of this line alone take off, whether or not the amount is already without it.
    """

    offer_id: OfferId
    spec_id: SpecId
    sku_id: SkuId | None
    quantity: int
    unit_price: Money | None
    amount: Money | None
    ok: bool = True
    code: str = ""
    text: str = ""
    reduction: Money = NOTHING


@dataclass(frozen=True, slots=True)
class PreviewPart:
    """One order that the platform would make. flow: handed to create unchanged. trade_modes empty: web site only.

    goods: without the selected promotion. discount: a further reduction, which goods may or may not contain already.
    red_envelope: what red envelopes would pay if they are used (M15).
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

    red_envelope: Money = NOTHING

    @property
    def selected(self) -> Promotion | None:
        """The promotion that the platform applies unless another is named."""
        return next((each for each in self.promotions if each.selected), None)

    @property
    def adds_up(self) -> bool:
        """Whether the platform's sums agree to the fen (M12): lines make the goods; goods, freight and fee make the total.

        Only reductions that the preview itself names may lie between them, each once.
        """
        if min(self.goods, self.freight, self.total) < NOTHING:
            return False
        if self._off_goods not in _sums((self.discount, self.red_envelope)):
            return False
        allowed = _sums((*self._reductions, self.red_envelope))
        return not self._listed or any(off in allowed for off in self._off_lines)

    @property
    def red_envelope_taken(self) -> bool:
        """Whether the total is already without the red envelopes: nothing else explains it."""
        if self._listed:
            return not any(off in _sums(self._reductions) for off in self._off_lines)
        return self._off_goods not in _sums((self.discount,))

    @property
    def reduced(self) -> Money | None:
        """What lies between the lines, freight and fee, and the total; None without all amounts."""
        return min(self._off_lines, default=None)

    @property
    def _off_goods(self) -> Money:
        return self.goods + self.freight + self.additional_fee - self.total

    @property
    def _off_lines(self) -> list[Money]:
        return [listed + self.freight + self.additional_fee - self.total for listed in self._listed]

    @property
    def _listed(self) -> set[Money]:
        """What the lines come to, rounded to fen together or each; empty where an amount is missing."""
        amounts = [line.amount for line in self.lines if line.amount is not None]
        if any(line.amount is None for line in self.lines if line.ok):
            return set()
        return {total(amounts).rounded(), total([amount.rounded() for amount in amounts])}

    @property
    def _reductions(self) -> tuple[Money, ...]:
        selected = self.selected.discount if self.selected is not None else NOTHING
        return self.discount, selected, total([line.reduction for line in self.lines])


def _sums(amounts: Iterable[Money]) -> set[Money]:
    """What comes out when each of the amounts is added or not."""
    found = {NOTHING}
    for amount in amounts:
        found |= {before + amount for before in found}
    return found


@dataclass(frozen=True, slots=True)
class OrderPreview:
    """What the platform says an order to one supplier would be: the only thing that can be placed.

    parts: usually one; more when the platform would split. unknown_freight: offers whose freight is only described in words.
    previewed_at: no two previews of an account have the same.
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
