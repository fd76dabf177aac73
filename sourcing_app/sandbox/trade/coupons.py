"""Coupons that buyers have claimed: so much off one order with the seller. Source: contract coupon.optimal.claim.

A coupon is offered by the preview among the promotions, is spent by the order that takes it, and comes back when that
order is closed unpaid.
"""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.shop.records import ShopSupplier
from sourcing_app.sandbox.trade.modes import Promotion
from sourcing_app.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS coupons (
    member_id TEXT NOT NULL, coupon_id TEXT NOT NULL, seller_id TEXT NOT NULL, PRIMARY KEY (member_id, coupon_id));
CREATE TABLE IF NOT EXISTS coupons_spent (
    member_id TEXT NOT NULL, coupon_id TEXT NOT NULL, order_id INTEGER NOT NULL, PRIMARY KEY (member_id, coupon_id));
"""
CLAIMED = "SELECT coupon_id FROM coupons WHERE member_id = ? AND seller_id = ?"
SPENT = "SELECT coupon_id FROM coupons_spent WHERE member_id = ?"


@dataclass(frozen=True, slots=True)
class Coupon:
    """What a seller gives: ``off_fen`` from so much goods on."""

    coupon_id: str
    seller_id: str
    from_fen: int
    off_fen: int


def coupon_of(supplier: ShopSupplier) -> Coupon | None:
    """Two sellers in five give one, once to each buyer."""
    if supplier.number % 5 > 1:
        return None
    off_fen = 300 + supplier.number % 4 * 200
    return Coupon(str(5_600_000_000 + supplier.number), supplier.member_id, off_fen * 8, off_fen)


def claim(world: World, member_id: str, coupon: Coupon) -> bool:
    """False: the buyer has, or had, it already."""
    if world.state.value(f"{CLAIMED} AND coupon_id = ?", member_id, coupon.seller_id, coupon.coupon_id):
        return False
    world.state.insert("coupons", member_id=member_id, coupon_id=coupon.coupon_id, seller_id=coupon.seller_id)
    return True


def usable(world: World, member_id: str, supplier: ShopSupplier, goods_fen: int) -> list[Promotion]:
    """The buyer's unspent coupons of this seller that so much goods reach, as promotions."""
    coupon = coupon_of(supplier)
    if coupon is None or goods_fen < coupon.from_fen:
        return []
    unspent = f"{CLAIMED} AND coupon_id = ? AND coupon_id NOT IN ({SPENT})"
    if not world.state.value(unspent, member_id, coupon.seller_id, coupon.coupon_id, member_id):
        return []
    word = f"itemCoupon-{coupon.coupon_id}_{supplier.number:011d}"
    return [Promotion(word, "店铺优惠券", coupon.from_fen, coupon.off_fen, coupon.coupon_id)]


def spend(world: World, member_id: str, promotion: Promotion | None, order_id: int) -> None:
    """An order has taken it."""
    if promotion and promotion.coupon_id:
        world.state.insert("coupons_spent", member_id=member_id, coupon_id=promotion.coupon_id, order_id=order_id)


def give_back(world: World, order_id: int) -> None:
    """The order came to nothing."""
    world.state.execute("DELETE FROM coupons_spent WHERE order_id = ?", order_id)
