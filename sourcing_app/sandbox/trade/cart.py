"""What a buyer wants to order: lines read from the wire, checked in the platform's order, and priced.

Source: contract createOrder.preview, errors 500_001 to 500_009; the offending id stands in square brackets.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sourcing_app.sandbox.shop.records import ShopOffer, ShopSku, ShopSupplier
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.sandbox.world import World


class CannotOrder(Exception):
    """A business refusal: code 500_00x and a Chinese text with the id in brackets."""

    def __init__(self, code: str, text: str, offer_id: int | None = None, spec_id: str = "") -> None:
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text
        self.offer_id = offer_id
        self.spec_id = spec_id


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of the request; the same offer and spec twice has been added up.

    open_id: how the request named the offer, if by its encrypted id; offer_id is 0 where nothing has that.
    """

    offer_id: int
    spec_id: str
    quantity: float
    open_id: str = ""

    @property
    def name(self) -> str:
        """How the platform's messages name it."""
        return f"{self.offer_name}_{self.spec_id}" if self.spec_id else self.offer_name

    @property
    def offer_name(self) -> str:
        return str(self.offer_id or self.open_id or 0)


@dataclass(frozen=True, slots=True)
class CartLine:
    """A line that can be bought, with its price for one unit in fen."""

    offer: ShopOffer
    sku: ShopSku | None
    quantity: int
    price_fen: int

    @property
    def spec_id(self) -> str:
        return self.sku.spec_id if self.sku else ""

    @property
    def amount_fen(self) -> int:
        return self.price_fen * self.quantity


def wanted_lines(shop: Shop, cargo: list[dict[str, Any]]) -> list[Wanted]:
    """The request's lines, duplicates added up, in their order. ``openOfferId`` may stand for a missing ``offerId``."""
    sums: dict[tuple[int, str, str], float] = defaultdict(float)
    opened: dict[int, str] = {}
    for row in cargo:
        offer_id, open_id = int(row.get("offerId") or 0), str(row.get("openOfferId") or "")
        if open_id and not offer_id:
            offer = shop.offer_of_open_id(open_id)
            offer_id = offer.offer_id if offer else 0
            opened[offer_id] = open_id
        sums[offer_id, str(row.get("specId") or ""), "" if offer_id else open_id] += float(row["quantity"])
    return [
        Wanted(offer_id, spec_id, quantity, unknown or opened.get(offer_id, ""))
        for (offer_id, spec_id, unknown), quantity in sums.items()
    ]


def checked_cart(world: World, wanted: list[Wanted], flow: str | None) -> list[CartLine]:
    """Raises CannotOrder for the first thing that is wrong."""
    if not wanted:
        raise CannotOrder("500_1", "货品列表为空")
    offers = {line.offer_id: _offer(world, line) for line in wanted}
    _one_seller(offers)
    skus = [_sku(offers[line.offer_id], line) for line in wanted]
    totals: dict[int, int] = defaultdict(int)
    for line in wanted:
        totals[line.offer_id] += _pieces(line)
    for line in wanted:
        _in_stock(world, line)
    lines = [
        CartLine(offers[one.offer_id], sku, _pieces(one), _price(world, one, totals[one.offer_id]))
        for one, sku in zip(wanted, skus, strict=True)
    ]
    _enough(lines, totals)
    if flow == "saleproxy":
        raise CannotOrder("500_007", f"商品[{wanted[0].offer_id}]未与供应商建立代销关系", wanted[0].offer_id)
    return lines


def _offer(world: World, line: Wanted) -> ShopOffer:
    offer = world.shop.offer(line.offer_id)
    if offer is None or offer.status != "published" or world.off_sale(line.offer_id):
        raise CannotOrder("500_001", f"商品[{line.offer_name}]不支持在线交易", line.offer_id)
    return offer


def _one_seller(offers: dict[int, ShopOffer]) -> None:
    sellers = {offer.supplier.member_id for offer in offers.values()}
    if len(sellers) > 1:
        ids = ",".join(str(offer_id) for offer_id in offers)
        raise CannotOrder("500_002", f"商品[{ids}]不属于同一个卖家", next(iter(offers)))


def _sku(offer: ShopOffer, line: Wanted) -> ShopSku | None:
    if not offer.skus:
        if line.spec_id:
            raise CannotOrder("500_003", f"商品[{line.name}]规格不属于该商品", line.offer_id, line.spec_id)
        return None
    if not line.spec_id:
        raise CannotOrder("500_002", f"商品[{line.offer_id}]存在规格，规格ID不能为空", line.offer_id)
    sku = offer.sku(line.spec_id)
    if sku is None:
        raise CannotOrder("500_003", f"商品[{line.name}]规格不属于该商品", line.offer_id, line.spec_id)
    return sku


def _pieces(line: Wanted) -> int:
    if line.quantity <= 0 or line.quantity != int(line.quantity):
        raise CannotOrder("500_005", f"商品[{line.name}]购买数量不合法", line.offer_id, line.spec_id)
    return int(line.quantity)


def _in_stock(world: World, line: Wanted) -> None:
    if world.stock(line.offer_id, line.spec_id) < line.quantity:
        raise CannotOrder("500_004", f"商品[{line.name}]库存不足", line.offer_id, line.spec_id)


def _price(world: World, line: Wanted, total: int) -> int:
    price = world.price_fen(line.offer_id, line.spec_id, total)
    if not price:
        raise CannotOrder("500_008", f"商品[{line.name}]价格为0", line.offer_id, line.spec_id)
    return price


def _enough(lines: list[CartLine], totals: dict[int, int]) -> None:
    """Minimum, lot size and mixed batch."""
    short: list[CartLine] = []
    for line in lines:
        offer, total = line.offer, totals[line.offer.offer_id]
        if offer.lot_size and total % offer.lot_size:
            raise CannotOrder(
                "500_009", f"商品[{offer.offer_id}]须按{offer.lot_size}的倍数购买", offer.offer_id, line.spec_id
            )
        if total < offer.min_quantity:
            short.append(line)
    for line in short:
        _refuse_short(lines, line)


def _refuse_short(lines: list[CartLine], short: CartLine) -> None:
    """Below its minimum: only a mixed batch of the seller can still carry it."""
    offer = short.offer
    if offer.mix is None:
        code = "500_009" if offer.lot_size else "500_005"
        raise CannotOrder(code, f"商品[{offer.offer_id}]低于起批量{offer.min_quantity}", offer.offer_id, short.spec_id)
    mixed = [line for line in lines if line.offer.mix is not None]
    pieces = sum(line.quantity for line in mixed)
    amount_fen = sum(line.amount_fen for line in mixed)
    if pieces < offer.mix.pieces and amount_fen < offer.mix.amount_yuan * 100:
        text = f"商品[{offer.offer_id}]未达到混批条件：满{offer.mix.amount_yuan}元或{offer.mix.pieces}件"
        raise CannotOrder("500_006", text, offer.offer_id, short.spec_id)


def supplier_of(lines: list[CartLine]) -> ShopSupplier:
    return lines[0].offer.supplier
