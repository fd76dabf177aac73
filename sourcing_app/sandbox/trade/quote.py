"""An order before it is one: the cart cut into orders, each with promotion, freight, red packet and modes."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.shop.records import ShopSupplier
from sourcing_app.sandbox.trade import coupons
from sourcing_app.sandbox.trade.cart import CartLine, supplier_of
from sourcing_app.sandbox.trade.freight import freight_fen
from sourcing_app.sandbox.trade.modes import (
    RED_PACKET_FEN,
    RED_PACKET_FROM_FEN,
    Promotion,
    TradeMode,
    modes_of,
    promotions_of,
)
from sourcing_app.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Quote:
    """One order to be. goods_fen: after the promotion. red_packet_fen: what would be spent unless refused."""

    supplier: ShopSupplier
    lines: list[CartLine]
    promotions: list[Promotion]
    promotion: Promotion | None
    freight_fen: int
    modes: list[TradeMode]
    red_packet_fen: int

    @property
    def listed_fen(self) -> int:
        return sum(line.amount_fen for line in self.lines)

    @property
    def goods_fen(self) -> int:
        return self.listed_fen - (self.promotion.off_fen if self.promotion else 0)

    @property
    def total_fen(self) -> int:
        """Goods and freight, no red packet."""
        return self.goods_fen + self.freight_fen

    def mode(self, word: str) -> TradeMode | None:
        """A mode that may be chosen."""
        return next((mode for mode in self.modes if mode.word == word and mode.supported), None)


def quotes(world: World, buyer: str, lines: list[CartLine], area_code: str, promotion_id: str | None) -> list[Quote]:
    """One for each order that would come into being. Without ``promotion_id`` the best promotion applies.

    ``buyer``: a member id. Raises LookupError for a promotion that this order does not reach.
    """
    found: list[Quote] = []
    for part in _cut(world, lines):
        taken = {quote.promotion.coupon_id for quote in found if quote.promotion}
        found.append(_quote(world, part, area_code, _reached(world, buyer, part, taken), promotion_id))
    return found


def _reached(world: World, buyer: str, lines: list[CartLine], taken: set[str | None]) -> list[Promotion]:
    """What may be chosen from, the best first. A coupon is for one order only, whatever the cart is cut into."""
    supplier, listed = supplier_of(lines), sum(line.amount_fen for line in lines)
    found = promotions_of(supplier, listed)
    found += [one for one in coupons.usable(world, buyer, supplier, listed) if one.coupon_id not in taken]
    return sorted(found, key=lambda promotion: -promotion.off_fen)


def _cut(world: World, lines: list[CartLine]) -> list[list[CartLine]]:
    size = world.options().split_above_lines or 1
    if len(lines) <= size:
        return [lines]
    return [lines[start : start + size] for start in range(0, len(lines), size)]


def _quote(
    world: World, lines: list[CartLine], area_code: str, promotions: list[Promotion], promotion_id: str | None
) -> Quote:
    supplier = supplier_of(lines)
    listed = sum(line.amount_fen for line in lines)
    chosen = promotions[0] if promotions else None
    if promotion_id:
        chosen = next((one for one in promotions if one.promotion_id == promotion_id), None)
        if chosen is None:
            raise LookupError(promotion_id)
    goods = listed - (chosen.off_fen if chosen else 0)
    web_only = {supplier.member_id, supplier.login_id} & set(world.options().web_only_sellers)
    return Quote(
        supplier=supplier,
        lines=lines,
        promotions=promotions,
        promotion=chosen,
        freight_fen=freight_fen(lines, area_code),
        modes=[] if web_only else modes_of(supplier, goods),
        red_packet_fen=RED_PACKET_FEN if goods >= RED_PACKET_FROM_FEN else 0,
    )
