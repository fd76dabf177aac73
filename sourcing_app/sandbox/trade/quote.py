"""An order before it is one: the cart cut into orders, each with promotion, freight, red packet and modes."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.shop.records import ShopSupplier
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


def quotes(world: World, lines: list[CartLine], area_code: str, promotion_id: str | None) -> list[Quote]:
    """One for each order that would come into being. Without ``promotion_id`` the best promotion applies.

    Raises LookupError for a promotion that this order does not reach.
    """
    return [_quote(world, part, area_code, promotion_id) for part in _cut(world, lines)]


def _cut(world: World, lines: list[CartLine]) -> list[list[CartLine]]:
    size = world.options().split_above_lines or 1
    if len(lines) <= size:
        return [lines]
    return [lines[start : start + size] for start in range(0, len(lines), size)]


def _quote(world: World, lines: list[CartLine], area_code: str, promotion_id: str | None) -> Quote:
    supplier = supplier_of(lines)
    listed = sum(line.amount_fen for line in lines)
    promotions = promotions_of(supplier, listed)
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
