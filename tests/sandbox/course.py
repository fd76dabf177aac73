"""A buyer's course through the marketplace in one process with a clock that stands: every answer to the letter.

``python -m tests.sandbox.course`` writes answers.json anew; what changed in it is then to be read line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sourcing_app.sandbox.calls.dealings import own_dealings
from sourcing_app.sandbox.contracts import all_contracts
from sourcing_app.sandbox.registry import handler_for
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.sandbox.trade import moves
from sourcing_app.sandbox.trade.coupons import TABLES as COUPONS
from sourcing_app.sandbox.trade.parcels import ship
from sourcing_app.sandbox.trade.records import find_order, orders_where
from tests.sandbox.market import DAY_S, Market

FILE = Path(__file__).with_name("answers.json")
HOME = {
    "fullName": "测试收货人", "mobile": "13900000000", "provinceText": "浙江省", "cityText": "杭州市",
    "areaText": "滨江区", "address": "网商路699号", "districtCode": "330108",
}  # fmt: skip
Step = tuple[str, Any]


def course(shop: Shop) -> Iterator[Step]:
    """What was asked, and the answer."""
    market = Market()
    market.world.shop = shop
    own_dealings(market.world)
    market.world.state.own(COUPONS)
    try:
        for part in (_reads, _orders, _after_sales):
            yield from part(market, shop)
        yield "messages", market.told()
    finally:
        market.close()


def _reads(market: Market, shop: Shop) -> Iterator[Step]:
    """Every call as its document asks it, of goods and an order that are there."""
    offer, order = shop.offers[0], market.shipped(1800, 2500)
    known: dict[str, Any] = {
        "offerId": offer.offer_id, "productId": offer.offer_id, "orderId": order.order_id, "tradeID": order.order_id,
        "tradeId": order.order_id, "orderIds": [order.order_id], "orderIdList": [order.order_id], "pageSize": 2,
        "orderEntryIds": [order.lines[0].line_id], "sellerOpenId": offer.supplier.open_id, "keyword": "包",
        "sellerLoginId": "",
    }  # fmt: skip
    for api, contract in sorted(all_contracts().items()):
        if handler_for(api) is not None:
            files = {field.name: b"picture" for field in contract.request if field.type == "byte[]"}
            asked = _with(contract.raw["sample_request"], known).items()
            texts = {name: each if isinstance(each, str) else json.dumps(each) for name, each in asked}
            yield api, market.call(api, **contract.parse(texts | dict.fromkeys(files, ""), strict=False) | files)


def _with(asked: Any, known: dict[str, Any]) -> Any:
    """A request in which what is known takes the place of the document's ids, however deep."""
    if isinstance(asked, dict):
        return {name: known.get(name, _with(value, known)) for name, value in asked.items()}
    return [_with(each, known) for each in asked] if isinstance(asked, list) else asked


def _cargo(shop: Shop, number: int, quantity: int = 60) -> dict[str, Any]:
    offer = shop.offers[number]
    row: dict[str, Any] = {"offerId": offer.offer_id, "quantity": quantity}
    return row | {"specId": offer.skus[0].spec_id} if offer.skus else row


def _orders(market: Market, shop: Shop) -> Iterator[Step]:
    cargo = [_cargo(shop, 0)]
    yield from _asked(market, "alibaba.createOrder.preview", addressParam=HOME, cargoParamList=cargo)
    made = market.call(
        "alibaba.trade.createCrossOrder", flow="general", addressParam=HOME, cargoParamList=cargo, outOrderId="k-1"
    )
    yield "alibaba.trade.createCrossOrder", made
    (order_id,) = [order.order_id for order in orders_where(market.state, "status = ?", "waitbuyerpay")]
    yield from _asked(market, "alibaba.trade.get.buyerView", webSite="1688", orderId=order_id)
    yield from _asked(market, "alibaba.trade.payWay.query", orderId=str(order_id))
    order = find_order(market.state, order_id)
    assert order is not None
    moves.pay(market.world, order, "alipay")
    ship(market.world, order, None)
    for api in (
        "alibaba.trade.get.buyerView",
        "alibaba.trade.getLogisticsInfos.buyerView",
        "alibaba.trade.getLogisticsTraceInfo.buyerView",
    ):
        yield from _asked(market, api, webSite="1688", orderId=order_id)
    yield from _asked(market, "alibaba.trade.getBuyerOrderList", needMemoInfo=True, needInvoicingSetting=True)


def _asked(market: Market, api: str, **params: Any) -> Iterator[Step]:
    yield api, market.call(api, **params)


def _after_sales(market: Market, shop: Shop) -> Iterator[Step]:
    for order in (market.paid(1800), market.shipped(1800, 2500), market.completed(900)):
        applied = market.apply(order)
        yield "alibaba.trade.createRefund", applied
        refund_id = applied["result"]["result"]["refundId"]
        yield "refund", market.detail(refund_id)
        yield from _asked(market, "alibaba.trade.get.buyerView", webSite="1688", orderId=order.order_id)
    yield from _asked(market, "alibaba.trade.refund.buyer.queryOrderRefundList", currentPageNum=1, pageSize=20)
    market.clock.advance(40 * DAY_S)
    market.world.settle()
    yield from _asked(market, "alibaba.trade.getBuyerOrderList")


def written(shop: Shop) -> str:
    """The course as text, a line a member."""
    return json.dumps(list(course(shop)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(Shop.generated()), encoding="utf-8")
