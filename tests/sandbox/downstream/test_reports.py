"""Reports of resellers: kept as told, the latest counts, and everything can be read back."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_app.sandbox.downstream import control
from tests.sandbox.market import BUYER, OTHER_BUYER, Market

LINE = {
    "orderId": "NS1-1", "productId": "745612849923", "productName": "保温杯", "skuId": "5104790281451",
    "skuName": "白色 500ml", "buyAmount": 2, "paidFee": 2500, "refundStatus": "0",
}  # fmt: skip
ORDER = {
    "orderId": "NS1", "createTime": "2024-06-14 10:10:10", "outMemberId": "u-000123",
    "payTime": "2024-06-14 10:12:00", "paidFee": 2500, "refundStatus": "0", "status": "payed",
    "subOrderParamList": [LINE],
}  # fmt: skip
SHIPMENT = {
    "orderId": "NS1", "logisticsId": "JPX000123", "logisticsStatus": "send", "createTime": "2024-06-15 10:12:12",
    "signTime": "2024-06-15 10:12:12", "province": "江西省", "city": "南昌市", "area": "白云区", "address": "xx号",
}  # fmt: skip


def report(market: Market, **changes: Any) -> Any:
    return market.call("trade.cross.orderSync", orderParam={**ORDER, **changes})["result"]


def ship(market: Market, **changes: Any) -> Any:
    return market.call("trade.cross.logisticsOrderSync", orderLogisticsParam={**SHIPMENT, **changes})["result"]


def relate(market: Market, purchase: int, line: int, member_id: str = BUYER) -> Any:
    pair = {
        "orderId": "NS1-1", "parentOrderId": "NS1", "purchaseOrderId": line, "purchaseParentOrderId": purchase,
    }  # fmt: skip
    return market.call("order.relation.write", member_id=member_id, orderRelationParam=pair)["result"]


def kept(market: Market) -> Any:
    return control.read(market.world, {})


def by_id(market: Market) -> dict[str, Any]:
    return {order["orderId"]: order for order in kept(market)["orders"]}


def test_an_order_and_its_lines_are_kept(market: Market) -> None:
    assert report(market) == {"success": True, "code": "S0000", "message": "success"}
    orders = by_id(market)
    assert (orders["NS1"]["status"], orders["NS1-1"]["parentOrderId"]) == ("payed", "NS1")
    assert orders["NS1-1"]["told"]["paidFee"] == 2500


def test_the_same_order_again_is_its_new_status(market: Market) -> None:
    report(market)
    report(market, status="success", endTime="2024-06-20 10:10:10")
    assert by_id(market)["NS1"]["status"] == "success"
    assert len(kept(market)["reports"]) == 2


@pytest.mark.parametrize("wrong", [{"status": "paid"}, {"refundStatus": "2"}, {"paidFee": -1}])
def test_words_that_do_not_exist_are_refused(market: Market, wrong: dict[str, Any]) -> None:
    assert report(market, **wrong)["success"] is False
    assert kept(market)["orders"] == []


def test_an_order_without_lines_needs_a_product(market: Market) -> None:
    assert report(market, subOrderParamList=None)["success"] is False
    assert report(market, subOrderParamList=None, productId="745612849923")["success"] is True


def test_a_status_of_the_older_dialect_changes_the_order(market: Market) -> None:
    report(market)
    change = {"orderId": "NS1", "payStatus": "close", "refundStatus": 1}
    reply = market.call("trade.cross.orderStatusSync", orderStatusSyncParam=change)
    assert reply == {"success": True, "code": "S0000", "message": "success", "data": True, "result": True}
    assert (by_id(market)["NS1"]["status"], by_id(market)["NS1"]["refundStatus"]) == ("close", "1")


def test_a_status_of_lines_changes_them_too(market: Market) -> None:
    report(market)
    change = {
        "orderId": "NS1",
        "payStatus": "success",
        "subOrderStatusSyncParamList": [{"orderId": "NS1-1", "payStatus": "close"}],
    }
    market.call("trade.cross.orderStatusSync", orderStatusSyncParam=change)
    assert by_id(market)["NS1-1"]["status"] == "close"
    assert by_id(market)["NS1-1"]["parentOrderId"] == "NS1"


def test_a_status_of_an_unknown_order_is_kept_as_such(market: Market) -> None:
    market.call("trade.cross.orderStatusSync", orderStatusSyncParam={"orderId": 202406140001, "payStatus": "success"})
    assert by_id(market)["202406140001"]["known"] is False


def test_a_relation_to_an_own_purchase_is_known(market: Market) -> None:
    order = market.order(1800, 500)
    assert relate(market, order.order_id, order.lines[0].line_id)["success"] is True
    assert [row["known"] for row in kept(market)["relations"]] == [True]


def test_a_relation_to_a_purchase_of_somebody_else_is_not(market: Market) -> None:
    order = market.order()
    relate(market, order.order_id, order.order_id, OTHER_BUYER)
    assert [row["known"] for row in kept(market)["relations"]] == [False]


def test_a_parcel_goes_on_under_its_number(market: Market) -> None:
    ship(market)
    ship(market, logisticsStatus="sign", signTime="2024-06-20 10:12:12")
    assert [row["logisticsStatus"] for row in kept(market)["shipments"]] == ["sign"]


def test_a_parcel_in_no_state_is_refused(market: Market) -> None:
    assert ship(market, logisticsStatus="lost")["success"] is False


def test_the_older_dialect_moves_a_parcel_by_its_number_alone(market: Market) -> None:
    ship(market, logisticsId="123456")
    market.call(
        "trade.cross.logisticsStatusSync",
        logisticsId=123456, logisticsStatus="partSign", modifiedTime="20240620101212000+0800",
    )  # fmt: skip
    parcel = kept(market)["shipments"][0]
    assert (parcel["logisticsStatus"], parcel["orderId"], parcel["known"]) == ("partSign", "NS1", True)


def test_a_checking_marketplace_refuses_what_it_was_never_told(market: Market) -> None:
    market.world.set_options({"downstream_checked": True})
    order = market.order()
    change = {"orderId": "NS1", "payStatus": "close"}
    assert ship(market)["success"] is False
    assert relate(market, order.order_id, order.order_id)["success"] is False
    assert market.call("trade.cross.orderStatusSync", orderStatusSyncParam=change)["result"] is False
    report(market)
    assert ship(market)["success"] is True
    assert relate(market, order.order_id, order.order_id)["success"] is True
    assert relate(market, 1, 1)["success"] is False


def test_buyers_do_not_see_into_each_others_books(market: Market) -> None:
    report(market)
    market.call("trade.cross.orderSync", member_id=OTHER_BUYER, orderParam={**ORDER, "status": "close"})
    assert sorted((row["member_id"], row["status"]) for row in kept(market)["orders"] if row["orderId"] == "NS1") == [
        (BUYER, "payed"),
        (OTHER_BUYER, "close"),
    ]
