"""An order from unpaid to completed or closed, and the message that each step sends."""

from __future__ import annotations

import pytest

from tests.sandbox.scene import Scene
from tests.support.buying import buyable, buyables, detail, order_made, status_of, topics
from tests.support.sandbox import RunningSandbox

DAY_S = 86400


def cancel(sandbox: RunningSandbox, order_id: int) -> dict:
    _, body = sandbox.call("alibaba.trade.cancel", webSite="1688", tradeID=order_id, cancelReason="buyerCancel")
    return body


def confirm(sandbox: RunningSandbox, order_id: int, *line_ids: int) -> dict:
    lines = list(line_ids) or [line["subItemID"] for line in detail(sandbox, order_id)["productItems"]]
    _, body = sandbox.call("trade.receivegoods.confirm", orderId=order_id, orderEntryIds=lines)
    return body["result"]


def two_line_order(sandbox: RunningSandbox) -> int:
    for item in buyables(sandbox, quote_type=1, min_skus=2, lot="no", limit=50):
        specs = [sku for sku in item.offer["skus"] if sku["stock"] > item.quantity + 2 and sku["price_fen"]]
        if len(specs) > 1:
            lines = [
                {"offerId": item.offer_id, "specId": sku["spec_id"], "quantity": item.quantity + 1} for sku in specs[:2]
            ]
            return order_made(sandbox, *lines)
    raise AssertionError("no offer has two specs in stock")


def test_a_new_order_waits_for_its_payment(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox, buyable(sandbox, quote_type=1).cargo(), outOrderId="mine-7")
    base = detail(sandbox, order_id)["baseInfo"]
    assert (base["status"], base["outOrderId"], base["payTimeout"]) == ("waitbuyerpay", "mine-7", 5 * DAY_S)
    assert base["totalAmount"] == round(base["sumProductPayment"] + base["shippingFee"], 2)
    assert topics(sandbox) == ["ORDER_BUYER_VIEW_BUYER_MAKE"]


def test_an_order_goes_all_the_way(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    assert status_of(sandbox, order_id) == "waitsellersend"
    sandbox.control(f"orders/{order_id}/ship")
    assert status_of(sandbox, order_id) == "waitbuyerreceive"
    sandbox.control(f"orders/{order_id}/deliver")
    assert status_of(sandbox, order_id) == "waitbuyerreceive"
    assert confirm(sandbox, order_id) == {"success": True}
    assert status_of(sandbox, order_id) == "confirm_goods"
    sandbox.control("clock", advance_s=61)
    assert status_of(sandbox, order_id) == "success"
    trace = ["LOGISTICS_BUYER_VIEW_TRACE"] * 5
    assert sorted(topics(sandbox)) == sorted(
        [
            "ORDER_BUYER_VIEW_BUYER_MAKE",
            "ORDER_BUYER_VIEW_ORDER_PAY",
            "ORDER_BUYER_VIEW_ANNOUNCE_SENDGOODS",
            *trace,
            "ORDER_BUYER_VIEW_ORDER_COMFIRM_RECEIVEGOODS",
            "ORDER_BUYER_VIEW_ORDER_SUCCESS",
        ]
    )


def test_a_part_shipment_leaves_the_order_waiting_for_the_seller(sandbox: RunningSandbox) -> None:
    order_id = two_line_order(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/ship", pieces=1)
    shown = detail(sandbox, order_id)
    assert shown["baseInfo"]["status"] == "waitsellersend"
    assert [line["logisticsStatus"] for line in shown["productItems"]] == [5, 1]
    assert topics(sandbox).count("ORDER_BUYER_VIEW_PART_PART_SENDGOODS") == 1
    sandbox.control(f"orders/{order_id}/ship")
    shown = detail(sandbox, order_id)
    assert shown["baseInfo"]["status"] == "waitbuyerreceive"
    assert len(shown["nativeLogistics"]["logisticsItems"]) == 2


def test_single_lines_can_be_confirmed(sandbox: RunningSandbox) -> None:
    order_id = two_line_order(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/ship")
    assert confirm(sandbox, order_id, order_id + 1)["success"] is True
    shown = detail(sandbox, order_id)
    assert shown["baseInfo"]["status"] == "waitbuyerreceive"
    assert [line["status"] for line in shown["productItems"]] == ["confirm_goods", "waitbuyerreceive"]


def test_nothing_can_be_confirmed_before_it_is_shipped(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    assert confirm(sandbox, order_id)["errorCode"] == "ORDER_STATUS_ERROR"


def test_a_cancel_within_ten_seconds_is_too_fast(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    assert cancel(sandbox, order_id)["errorCode"] == "CLOSE_ORDER_TOO_FAST"


def test_an_unpaid_order_can_be_cancelled_after_ten_seconds(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control("clock", advance_s=10)
    assert cancel(sandbox, order_id) == {"success": True}
    base = detail(sandbox, order_id)["baseInfo"]
    assert (base["status"], base["closeReason"]) == ("cancel", "buyerCancel")
    assert base["closeOperateType"] == "CLOSE_TRADE_BY_BUYER"
    assert topics(sandbox)[-1] == "ORDER_BUYER_VIEW_ORDER_BUYER_CLOSE"


def test_a_paid_or_cancelled_order_cannot_be_cancelled(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control("clock", advance_s=10)
    sandbox.control(f"orders/{order_id}/pay")
    assert cancel(sandbox, order_id)["errorCode"] == "ORDER_STATUS_ERROR"


def test_an_unknown_and_a_foreign_order_cannot_be_cancelled(sandbox: RunningSandbox) -> None:
    assert cancel(sandbox, 42)["errorCode"] == "ORDER_NOT_EXIST"
    order_id = order_made(sandbox)
    second = sandbox.credentials["second_access_token"]
    params = {"webSite": "1688", "tradeID": order_id, "cancelReason": "other"}
    _, body = sandbox.call("alibaba.trade.cancel", token=second, **params)
    assert body["errorCode"] == "400_3"


def test_an_order_that_nobody_pays_is_closed_by_its_deadline(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control("clock", advance_s=5 * DAY_S)
    shown = detail(sandbox, order_id)
    assert (shown["baseInfo"]["status"], shown["baseInfo"]["closeReason"]) == ("cancel", "BUYER_NO_PAY")
    assert topics(sandbox)[-1] == "ORDER_BUYER_VIEW_ORDER_BOPS_CLOSE"
    term = shown["tradeTerms"][0]
    assert term["payStatus"] == "8"
    assert "payTime" in term


def test_receipt_is_taken_for_given_after_ten_days(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/ship")
    sandbox.control("clock", advance_s=10 * DAY_S)
    assert status_of(sandbox, order_id) == "confirm_goods"


def test_a_disputed_order_is_not_taken_for_received_by_itself(sandbox: RunningSandbox) -> None:
    scene = Scene(sandbox)
    order_id, _ = scene.refund()
    other = scene.shipped()
    sandbox.control("options", refund_agree_s=864000 * 10)
    sandbox.control("clock", advance_s=10 * DAY_S)
    assert (status_of(sandbox, order_id), status_of(sandbox, other)) == ("waitbuyerreceive", "confirm_goods")


def test_receipt_is_confirmed_once_and_only_of_lines_that_are_on_their_way(sandbox: RunningSandbox) -> None:
    order_id = two_line_order(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/ship")
    assert confirm(sandbox, order_id, order_id + 1)["success"] is True
    for again in ((order_id + 1,), (order_id + 1, order_id + 2), (1,)):
        assert confirm(sandbox, order_id, *again)["errorCode"] == "ORDER_STATUS_ERROR"
    assert [line["status"] for line in detail(sandbox, order_id)["productItems"]] == [
        "confirm_goods",
        "waitbuyerreceive",
    ]
    assert confirm(sandbox, order_id, order_id + 2)["success"] is True
    assert status_of(sandbox, order_id) == "confirm_goods"


def test_the_seller_can_change_the_price_before_payment(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    before = detail(sandbox, order_id)["baseInfo"]["totalAmount"]
    sandbox.control(f"orders/{order_id}/price", change_fen=-100)
    shown = detail(sandbox, order_id)
    assert shown["baseInfo"]["discount"] == -100
    assert shown["productItems"][0]["entryDiscount"] == -100
    assert shown["baseInfo"]["totalAmount"] == round(before - 1, 2)
    assert shown["orderBizInfo"]["abnormalPriceChange"] is True
    assert topics(sandbox)[-1] == "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"


def test_the_seller_can_close_one_line_before_payment(sandbox: RunningSandbox) -> None:
    order_id = two_line_order(sandbox)
    before = detail(sandbox, order_id)
    sandbox.control(f"orders/{order_id}/close", line=order_id + 1)
    after = detail(sandbox, order_id)
    gone = before["productItems"][0]["itemAmount"]
    assert after["baseInfo"]["totalAmount"] == round(before["baseInfo"]["totalAmount"] - gone, 2)
    assert [line["status"] for line in after["productItems"]] == ["cancel", "waitbuyerpay"]


def test_the_seller_can_close_an_order(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/close")
    base = detail(sandbox, order_id)["baseInfo"]
    assert (base["status"], base["closeReason"]) == ("cancel", "sellerGoodsLack")
    assert topics(sandbox)[-1] == "ORDER_BUYER_VIEW_ORDER_SELLER_CLOSE"


def staged_order(sandbox: RunningSandbox) -> int:
    sellers: set[str] = set()
    for item in buyables(sandbox, quote_type=1, lot="no", limit=200):
        if item.seller in sellers:
            continue
        sellers.add(item.seller)
        sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, stock=1_000_000)
        many = max(item.quantity, -(-60_000 // item.price_fen))
        params = {"flow": "general", "useRedEnvelope": "n", "addressParam": {"addressId": 593861699}}
        params |= {"tradeType": "37staged", "cargoParamList": [item.cargo(many)]}
        _, body = sandbox.call("alibaba.trade.createCrossOrder", **params)
        if body["success"]:
            return int(body["result"]["orderId"])
    raise AssertionError("no supplier trades in stages")


def test_a_staged_order_is_paid_stage_by_stage(sandbox: RunningSandbox) -> None:
    order_id = staged_order(sandbox)
    total = detail(sandbox, order_id)["baseInfo"]["totalAmount"]
    sandbox.control(f"orders/{order_id}/pay")
    stages = detail(sandbox, order_id)["baseInfo"]["newStepOrderList"]
    assert [stage["payStatus"] for stage in stages] == [2, 1]
    assert round(sum(stage["payFee"] for stage in stages), 2) == total
    sandbox.control(f"orders/{order_id}/pay")
    assert [term["payStatus"] for term in detail(sandbox, order_id)["tradeTerms"]] == ["2", "2"]
    assert topics(sandbox)[-2:] == ["ORDER_BUYER_VIEW_ORDER_PAY", "ORDER_BUYER_VIEW_ORDER_STEP_PAY"]


def test_a_memo_replaces_the_one_before(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    for memo in ("first", "second"):
        sandbox.call("alibaba.order.memoAdd", orderId=order_id, memo=memo, remarkIcon="2")
    base = detail(sandbox, order_id)["baseInfo"]
    assert (base["buyerMemo"], base["buyerRemarkIcon"]) == ("second", "2")


def test_a_failed_memo_says_success_true(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("alibaba.order.memoAdd", orderId=42, memo="x", remarkIcon="1")
    assert (body["success"], body["errorCode"]) == (True, "400_4")


def test_messages_to_the_seller_are_added_up_to_500_characters(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)

    def say(text: str) -> bool:
        param = {"feedback": text, "orderId": str(order_id)}
        return sandbox.call("alibaba.trade.addFeedback", tradeFeedbackParam=param)[1]["success"]

    assert say("快" * 499)
    assert not say("发货")
    assert say("货")
    assert detail(sandbox, order_id)["baseInfo"]["buyerFeedback"] == "快" * 499 + "\n货"


def test_a_seller_is_urged_once_a_day(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/pay")

    def urge() -> bool:
        return sandbox.call("logistics.delivery.urge", orderId=str(order_id))[1]["result"]["success"]

    assert [urge(), urge()] == [True, False]
    sandbox.control("clock", advance_s=DAY_S)
    assert urge()


def test_another_address_holds_once_the_seller_agrees(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    wish = {"orderId": order_id, "receiveAddress": {"addressId": 584414269}}
    _, body = sandbox.call("order.receiveAddress.buyerUpdate", param=wish)
    assert body["result"]["result"] is True
    assert detail(sandbox, order_id)["nativeLogistics"]["city"] == "杭州市"
    sandbox.control(f"orders/{order_id}/address")
    assert detail(sandbox, order_id)["nativeLogistics"]["city"] == "东莞市"


def test_only_a_closed_order_can_be_deleted_from_the_list(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    assert sandbox.call("trade.order.buyerdelete", orderId=order_id)[1]["result"]["success"] is False
    sandbox.control(f"orders/{order_id}/close")
    assert sandbox.call("trade.order.buyerdelete", orderId=order_id)[1]["result"]["success"] is True
    assert sandbox.call("alibaba.trade.getBuyerOrderList")[1]["totalRecord"] == 0


@pytest.mark.parametrize("step", ["ship", "deliver", "receive", "settle"])
def test_a_step_out_of_turn_is_told(sandbox: RunningSandbox, step: str) -> None:
    order_id = order_made(sandbox)
    answer = sandbox.http.post(f"/_sandbox/orders/{order_id}/{step}", json={})
    assert answer.status_code == (200 if step == "deliver" else 400)


def test_the_autopilot_moves_orders_by_itself(sandbox: RunningSandbox) -> None:
    sandbox.control("options", autopilot_s=60)
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    for _ in range(5):
        sandbox.control("clock", advance_s=60)
    order = sandbox.look(f"orders/{order_id}")
    assert (order["status"], order["parcels"][0]["node"]) == ("waitbuyerreceive", "SIGN")


def test_dates_can_carry_the_old_offset(sandbox: RunningSandbox) -> None:
    sandbox.control("options", old_offset=True)
    assert detail(sandbox, order_made(sandbox))["baseInfo"]["createTime"].endswith("-0700")
