"""The list with its filters, the detail's units, parcels and their way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.buying import buyable, detail, order_made
from tests.support.sandbox import RunningSandbox


def listed(sandbox: RunningSandbox, **params: Any) -> list[int]:
    _, body = sandbox.call("alibaba.trade.getBuyerOrderList", **params)
    return [info["baseInfo"]["id"] for info in body["result"]]


def test_the_list_has_the_newest_order_first_and_the_whole_count(sandbox: RunningSandbox) -> None:
    ids = [order_made(sandbox) for _ in range(3)]
    _, body = sandbox.call("alibaba.trade.getBuyerOrderList", page=1, pageSize=2)
    assert [info["baseInfo"]["idOfStr"] for info in body["result"]] == [str(ids[2]), str(ids[1])]
    assert body["totalRecord"] == 3
    assert listed(sandbox, page=2, pageSize=2) == [ids[0]]
    assert listed(sandbox, page=3, pageSize=2) == []


def test_the_list_can_be_narrowed(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    first = order_made(sandbox, item.cargo(), outOrderId="mine-1")
    second = order_made(sandbox, item.cargo(), outOrderId="mine-2")
    sandbox.control(f"orders/{second}/pay")
    for params, expected in (
        ({"outOrderId": "mine-1"}, [first]),
        ({"outOrderId": "mine-3"}, []),
        ({"orderStatus": "waitsellersend"}, [second]),
        ({"orderIds": [first, 42]}, [first]),
        ({"sellerMemberId": item.seller}, [second, first]),
        ({"sellerLoginId": item.offer["seller_login"]}, [second, first]),
        ({"sellerLoginId": "nobody"}, []),
        ({"productName": item.offer["title"][:6]}, [second, first]),
        ({"productName": "没有这个"}, []),
        ({"tradeType": "50060"}, [second, first]),
        ({"bizTypes": ["ws"]}, []),
        ({"refundStatus": "refundsuccess"}, []),
        ({"isHis": True}, []),
    ):
        assert listed(sandbox, **params) == expected, params


def test_the_list_can_be_narrowed_by_times(sandbox: RunningSandbox) -> None:
    sandbox.control("clock", now="2026-11-22 10:00:00", speed=0)
    first = order_made(sandbox)
    sandbox.control("clock", now="2026-11-22 12:00:00")
    second = order_made(sandbox)
    sandbox.control(f"orders/{first}/pay")
    assert listed(sandbox, createEndTime="20261122110000000+0800") == [first]
    assert listed(sandbox, createStartTime="20261122110000000+0800") == [second]
    assert listed(sandbox, createStartTime="20261122030000000+0000") == [second]
    assert listed(sandbox, modifyStartTime="20261122115900000+0800") == [second, first]
    assert listed(sandbox, modifyEndTime="20261122115900000+0800") == []


def test_an_order_older_than_a_year_is_history(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/age", days=366)
    assert (listed(sandbox), listed(sandbox, isHis=True)) == ([], [order_id])


def test_a_new_order_can_be_late_in_the_list(sandbox: RunningSandbox) -> None:
    sandbox.control("options", list_delay_s=30)
    order_id = order_made(sandbox, buyable(sandbox, quote_type=1).cargo(), outOrderId="late-1")
    assert listed(sandbox, outOrderId="late-1") == []
    assert detail(sandbox, order_id)["baseInfo"]["status"] == "waitbuyerpay"
    sandbox.control("clock", advance_s=31)
    assert listed(sandbox, outOrderId="late-1") == [order_id]


def test_the_list_tells_the_out_order_id_in_its_attributes_only(sandbox: RunningSandbox) -> None:
    order_made(sandbox, buyable(sandbox, quote_type=1).cargo(), outOrderId="mine-1")
    _, body = sandbox.call("alibaba.trade.getBuyerOrderList")
    info = body["result"][0]
    assert "outOrderId" not in info["baseInfo"]
    assert {"key": "outOrderId", "value": "mine-1"} in info["extAttributes"]


@pytest.mark.parametrize(("where", "expected"), [("base", "mine-1"), ("none", None)])
def test_the_list_can_tell_the_out_order_id_elsewhere(sandbox: RunningSandbox, where: str, expected: str) -> None:
    sandbox.control("options", list_out_order_id=where)
    order_made(sandbox, buyable(sandbox, quote_type=1).cargo(), outOrderId="mine-1")
    _, body = sandbox.call("alibaba.trade.getBuyerOrderList")
    assert body["result"][0]["baseInfo"].get("outOrderId") == expected
    assert body["result"][0]["extAttributes"] == []


def test_another_buyer_sees_nothing_of_an_order(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    second = sandbox.credentials["second_access_token"]
    _, body = sandbox.call("alibaba.trade.get.buyerView", token=second, webSite="1688", orderId=order_id)
    assert body["errorMessage"] == "不是自己的订单"
    _, body = sandbox.call("alibaba.trade.getBuyerOrderList", token=second)
    assert body == {"result": [], "totalRecord": 0}


def test_a_sub_account_orders_for_its_main_account(sandbox: RunningSandbox) -> None:
    params = {"flow": "general", "addressParam": {"addressId": 593861699}, "tradeType": "assureTrade"}
    params["cargoParamList"] = [buyable(sandbox, quote_type=1).cargo()]
    sub = sandbox.credentials["sub_access_token"]
    _, body = sandbox.call("alibaba.trade.createCrossOrder", token=sub, **params)
    base = detail(sandbox, int(body["result"]["orderId"]))["baseInfo"]
    assert (base["buyerLoginId"], base["subBuyerLoginId"]) == ("buyer_demo_01", "buyer_demo_01:sub1")


def test_the_detail_is_in_yuan_where_the_create_reply_is_in_fen(sandbox: RunningSandbox) -> None:
    params = {"flow": "general", "addressParam": {"addressId": 593861699}, "tradeType": "assureTrade"}
    params |= {"useRedEnvelope": "n", "cargoParamList": [buyable(sandbox, quote_type=1).cargo()]}
    _, body = sandbox.call("alibaba.trade.createCrossOrder", **params)
    result = body["result"]
    base = detail(sandbox, int(result["orderId"]))["baseInfo"]
    assert round(base["totalAmount"] * 100) == result["totalSuccessAmount"]
    assert round(base["shippingFee"] * 100) == result["postFee"]


def test_the_detail_tells_the_fields_asked_for(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    params = {"webSite": "1688", "orderId": order_id, "includeFields": "InvoicingSetting"}
    _, body = sandbox.call("alibaba.trade.get.buyerView", **params)
    assert "nativeLogistics" not in body["result"]
    assert body["result"]["invoicingSettingModel"]["tradeInvoiceStatus"]


# -- parcels -------------------------------------------------------------------------------------------------


def infos(sandbox: RunningSandbox, order_id: int, **more: str) -> dict:
    return sandbox.call("alibaba.trade.getLogisticsInfos.buyerView", orderId=order_id, webSite="1688", **more)[1]


def way(sandbox: RunningSandbox, order_id: int, **more: str) -> dict:
    return sandbox.call("alibaba.trade.getLogisticsTraceInfo.buyerView", orderId=order_id, webSite="1688", **more)[1]


def shipped(sandbox: RunningSandbox, **how: Any) -> tuple[int, str]:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    return order_id, sandbox.control(f"orders/{order_id}/ship", **how)["logistics_id"]


def test_an_order_that_is_not_shipped_is_an_error_of_its_own(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    assert infos(sandbox, order_id)["errorCode"] == "500_2"
    assert way(sandbox, order_id)["errorCode"] == "404"


def test_a_parcel_tells_its_carrier_waybill_and_goods(sandbox: RunningSandbox) -> None:
    order_id, logistics_id = shipped(sandbox, carrier="SF", waybill="SF1234567890123")
    parcel = infos(sandbox, order_id)["result"][0]
    assert parcel["logisticsId"] == logistics_id
    assert (parcel["logisticsCompanyNo"], parcel["logisticsBillNo"]) == ("SF", "SF1234567890123")
    assert parcel["logisticsOrderGoods"][0]["tradeOrderItemId"] == order_id
    assert parcel["receiver"]["receiverCounty"] == "滨江区"


def test_only_the_fields_asked_for_are_told(sandbox: RunningSandbox) -> None:
    order_id, _ = shipped(sandbox)
    parcel = infos(sandbox, order_id, fields="company.name")["result"][0]
    assert not {"sender", "receiver", "sendGoods"} & set(parcel)


def test_a_parcel_moves_node_by_node(sandbox: RunningSandbox) -> None:
    order_id, logistics_id = shipped(sandbox)
    seen = [infos(sandbox, order_id)["result"][0]["status"]]
    for _ in range(4):
        sandbox.control(f"parcels/{logistics_id}/trace")
        seen.append(infos(sandbox, order_id)["result"][0]["status"])
    assert seen == ["WAITACCEPT", "ACCEPT", "TRANSPORT", "TRANSPORT", "SIGN"]
    steps = way(sandbox, order_id)["logisticsTrace"][0]["logisticsSteps"]
    assert len(steps) == 5
    assert steps == sorted(steps, key=lambda step: step["acceptTime"])


def test_a_delivery_can_fail_and_be_tried_again(sandbox: RunningSandbox) -> None:
    order_id, logistics_id = shipped(sandbox)
    sandbox.control(f"parcels/{logistics_id}/trace", node="FAILED", text="收件人电话无人接听")
    assert infos(sandbox, order_id)["result"][0]["status"] == "UNSIGN"
    sandbox.control(f"orders/{order_id}/deliver")
    assert infos(sandbox, order_id)["result"][0]["status"] == "SIGN"


def test_a_waybill_can_be_corrected(sandbox: RunningSandbox) -> None:
    order_id, logistics_id = shipped(sandbox, carrier="YTO")
    sandbox.control(f"parcels/{logistics_id}/waybill", carrier="ZTO", waybill="75123456789012")
    parcel = infos(sandbox, order_id)["result"][0]
    assert (parcel["logisticsId"], parcel["logisticsBillNo"]) == (logistics_id, "75123456789012")
    message = max(sandbox.look("push")["messages"], key=lambda one: one["msgId"])
    model = message["data"]["MailNoChangeModel"]
    assert (message["type"], model["oldCpCode"], model["newCpCode"]) == ("LOGISTICS_MAIL_NO_CHANGE", "YTO", "ZTO")


def test_a_shipment_without_logistics_has_a_phrase_for_a_waybill(sandbox: RunningSandbox) -> None:
    order_id, _ = shipped(sandbox, no_logistics=3)
    item = detail(sandbox, order_id)["nativeLogistics"]["logisticsItems"][0]
    assert (item["type"], item["logisticsBillNo"], item["noLogisticsCondition"]) == ("2", "卖家配送", "3")
    assert way(sandbox, order_id)["errorCode"] == "404"


def test_a_trace_can_be_asked_for_one_parcel(sandbox: RunningSandbox) -> None:
    order_id, logistics_id = shipped(sandbox)
    assert len(way(sandbox, order_id, logisticsId=logistics_id)["logisticsTrace"]) == 1
    assert way(sandbox, order_id, logisticsId="LP0")["errorCode"] == "404"


def test_a_missing_trace_can_look_like_a_success(sandbox: RunningSandbox) -> None:
    order_id, _ = shipped(sandbox)
    sandbox.control("faults", api="*getLogisticsTraceInfo*", kind="no_trace")
    assert way(sandbox, order_id) == {"success": True, "errorMessage": "该订单没有物流跟踪信息。"}


def test_the_way_of_an_order_older_than_a_year_is_gone(sandbox: RunningSandbox) -> None:
    order_id, _ = shipped(sandbox)
    sandbox.control(f"orders/{order_id}/age", days=366)
    assert way(sandbox, order_id)["errorCode"] == "order.createtime.history"


@pytest.mark.parametrize("ask", [infos, way])
def test_parcels_of_another_buyer_are_not_shown(sandbox: RunningSandbox, ask: Any) -> None:
    order_id, _ = shipped(sandbox)
    assert ask(sandbox, order_id, token=sandbox.credentials["second_access_token"])["errorCode"] == (
        "order.nopermission.buyer"
    )


def test_carriers_are_listed(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("alibaba.logistics.OpQueryLogisticCompanyList")
    assert {"YTO", "SF", "ZTO"} <= {company["companyNo"] for company in body["result"]}


# -- addresses -----------------------------------------------------------------------------------------------


def test_the_default_address_comes_first(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("alibaba.trade.receiveAddress.get")
    items = body["result"]["receiveAddressItems"]
    assert [item.get("isDefault", False) for item in items] == [True, False, False]
    assert items[0]["addressCodeText"] == "浙江省 杭州市 滨江区"


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("浙江省 杭州市 滨江区网商路699号", "330108", "网商路699号"),
        ("广东东莞南城街道1号", "441900", "南城街道1号"),
        ("上海市浦东新区锦绣路2号", "310115", "锦绣路2号"),
        ("上海市 上海市 浦东新区锦绣路2号", "310115", "锦绣路2号"),
        ("浙江省义乌市福田街道", "330782", "福田街道"),
        ("浙江省杭州市", "330100", ""),
    ],
)
def test_an_address_is_parsed_to_its_district(sandbox: RunningSandbox, text: str, code: str, rest: str) -> None:
    _, body = sandbox.call("alibaba.trade.addresscode.parse", addressInfo=text)
    assert (body["result"]["addressCode"], body["result"]["address"]) == (code, rest)


def test_an_address_that_is_none_is_refused(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("alibaba.trade.addresscode.parse", addressInfo="1-2-3 Ginza, Tokyo")
    assert "result" not in body
    assert body["errorMessage"]
