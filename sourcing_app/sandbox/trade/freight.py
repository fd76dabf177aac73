"""What sending costs: by weight, by supplier, by how far it goes. Fen and grams."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.shop.records import ShopSupplier
from sourcing_app.sandbox.trade.cart import CartLine

UNKNOWN_WEIGHT_G = 300
FAR = ("54", "63", "64", "65", "15", "62")
"""First two digits of the area codes of Tibet, Qinghai, Ningxia, Xinjiang, Inner Mongolia, Gansu."""
NEAR = "33"
"""Zhejiang, and with it everywhere else."""
HEAVIEST_G = 100_000


@dataclass(frozen=True, slots=True)
class Fees:
    """For the first kilogram, and for each further one."""

    first_fen: int
    further_fen: int


def fees_of(supplier: ShopSupplier, area_code: str) -> Fees:
    """What this supplier takes for sending to a district."""
    first, further = 500 + supplier.number % 5 * 100, 150 + supplier.number % 4 * 50
    return Fees(first * 2, further * 3) if area_code.startswith(FAR) else Fees(first, further)


def freight_fen(lines: list[CartLine], area_code: str) -> int:
    """Freight of one order to a district. Free where every line ships free, or where it is told in text only."""
    paying = [line for line in lines if not line.offer.free_shipping and not told_in_text(line)]
    if not paying:
        return 0
    fees = fees_of(paying[0].offer.supplier, area_code)
    kilos = -(-sum(weight_g(line) for line in paying) // 1000)
    return fees.first_fen + fees.further_fen * max(0, kilos - 1)


def weight_g(line: CartLine) -> int:
    """Of the whole line; an absurd or missing weight counts as 300 g a piece."""
    piece = (line.sku.weight_g if line.sku else None) or line.offer.weight_g or UNKNOWN_WEIGHT_G
    if not 0 < piece <= HEAVIEST_G:
        piece = UNKNOWN_WEIGHT_G
    return piece * line.quantity


def told_in_text(line: CartLine) -> bool:
    """Template 0: the freight is described in words, so nobody knows it yet. Source: myFreightTemplate.list.get."""
    return line.offer.supplier.template_id == 0


def split_by_weight(total_fen: int, weights: list[int]) -> list[int]:
    """Shares of a sum; the last takes what rounding leaves."""
    if not weights:
        return []
    whole = sum(weights) or 1
    shares = [total_fen * weight // whole for weight in weights]
    shares[-1] += total_fen - sum(shares)
    return shares
