"""Refunds, messages, reports and members as a client meets them: over HTTP, signed, in a process of its own."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.pictures import JPEG, PNG
from tests.sandbox.receiver import Receiver
from tests.support.buying import detail, order_made, status_of
from tests.support.sandbox import RunningSandbox, url_path_of
from tests.support.signing import sign

DAY_S = 86400
UPLOAD = "alibaba.trade.uploadRefundVoucher"


def good(answer: tuple[int, Any]) -> Any:
    status, body = answer
    assert status == 200, body
    return body


def paid(sandbox: RunningSandbox) -> int:
    order_id = order_made(sandbox)
    sandbox.control(f"orders/{order_id}/pay")
    return order_id


def refund(sandbox: RunningSandbox, order_id: int, **changes: Any) -> str:
    """Apply for everything, before shipping."""
    items = detail(sandbox, order_id)["productItems"]
    params: dict[str, Any] = {
        "orderId": order_id,
        "orderEntryIds": [item["subItemID"] for item in items],
        "disputeRequest": "refund",
        "applyPayment": sum(round(item["itemAmount"] * 100) for item in items),
        "applyCarriage": 0,
        "applyReasonId": 20006,
        "description": "不想要了",
        "goodsStatus": "refundWaitSellerSend",
    }
    body = good(sandbox.call("alibaba.trade.createRefund", **{**params, **changes}))
    assert body["result"]["success"] is True, body
    return body["result"]["result"]["refundId"]


def read(sandbox: RunningSandbox, refund_id: str) -> Any:
    body = good(sandbox.call("alibaba.trade.refund.OpQueryOrderRefund", refundId=refund_id, needTimeOutInfo=True))
    return body["result"]["opOrderRefundModelDetail"]


def test_a_refund_goes_from_the_application_to_a_closed_order(sandbox: RunningSandbox) -> None:
    order_id = paid(sandbox)
    refund_id = refund(sandbox, order_id)
    sandbox.control(f"refunds/{refund_id}/agree")
    info = detail(sandbox, order_id)["baseInfo"]
    assert (info["status"], info["refundStatus"], info["refundId"]) == ("cancel", "refundsuccess", refund_id)
    assert info["refund"] == info["totalAmount"]


def test_a_return_goes_from_the_doorstep_to_the_money(sandbox: RunningSandbox) -> None:
    order_id = paid(sandbox)
    sandbox.control(f"orders/{order_id}/ship")
    refund_id = refund(
        sandbox, order_id, disputeRequest="returnRefund", goodsStatus="refundBuyerReceived", applyReasonId=20028
    )
    sandbox.control(f"refunds/{refund_id}/agree")
    good(
        sandbox.call(
            "alibaba.trade.refund.returnGoods",
            refundId=refund_id,
            logisticsCompanyNo="ZTO",
            freightBill="78000000000001",
        )
    )
    sandbox.control(f"refunds/{refund_id}/receive")
    assert read(sandbox, refund_id)["status"] == "refundsuccess"
    assert status_of(sandbox, order_id) == "cancel"


def test_vouchers_sent_as_an_empty_value_are_none(sandbox: RunningSandbox) -> None:
    """As in the published sample of the call."""
    assert refund(sandbox, paid(sandbox), vouchers="")


def test_half_a_surrogate_pair_is_no_text(sandbox: RunningSandbox) -> None:
    status, body = sandbox.call(
        "alibaba.trade.queryOrderByInsure", tradeProtectParam='{"type":"bx","protectId":"\\ud800"}'
    )
    assert (status, body["error_code"]) == (400, "gw.ParamInvalid")


def test_moving_the_clock_lets_a_silent_seller_pay(sandbox: RunningSandbox) -> None:
    refund_id = refund(sandbox, paid(sandbox))
    sandbox.control("clock", advance_s=6 * DAY_S)
    assert read(sandbox, refund_id)["status"] == "refundsuccess"


def test_shipping_ends_a_refund_asked_before(sandbox: RunningSandbox) -> None:
    order_id = paid(sandbox)
    refund_id = refund(sandbox, order_id)
    sandbox.control(f"orders/{order_id}/ship")
    assert read(sandbox, refund_id)["status"] == "refundclose"


def test_a_move_that_the_state_does_not_allow_is_told(sandbox: RunningSandbox) -> None:
    refund_id = refund(sandbox, paid(sandbox))
    answer = sandbox.http.post(f"/_sandbox/refunds/{refund_id}/receive", json={})
    assert (answer.status_code, "waitselleragree" in answer.json()["error"]) == (400, True)


@pytest.mark.parametrize("path", ["refunds/TQ1", "refunds/nonsense"])
def test_a_refund_that_is_not_there_is_404(sandbox: RunningSandbox, path: str) -> None:
    assert sandbox.http.get(f"/_sandbox/{path}").status_code == 404


def multipart(sandbox: RunningSandbox, data: bytes, signed_extra: dict[str, str] | None = None) -> tuple[int, Any]:
    path = url_path_of(UPLOAD, sandbox.app_key)
    fields = {"access_token": sandbox.access_token}
    fields["_aop_signature"] = sign(path, fields | (signed_extra or {}), sandbox.app_secret)
    files = {"imageData": ("voucher.jpg", data, "image/jpeg")}
    answer = sandbox.http.post(f"/openapi/{path}", data=fields, files=files)
    return answer.status_code, answer.json()


def test_a_picture_sent_as_a_file_part_is_served_again(sandbox: RunningSandbox) -> None:
    uploaded = good(multipart(sandbox, JPEG))["result"]["result"]
    answer = sandbox.http.get(f"{uploaded['imageDomain']}/{uploaded['imageRelativeUrl']}")
    assert (answer.status_code, answer.headers["content-type"], answer.content) == (200, "image/jpeg", JPEG)


def test_signing_the_file_part_too_is_a_wrong_signature(sandbox: RunningSandbox) -> None:
    status, body = multipart(sandbox, JPEG, {"imageData": base64.b64encode(JPEG).decode()})
    assert (status, body["error_code"]) == (400, "gw.SignatureInvalid")


def test_a_picture_can_be_sent_as_signed_base64(sandbox: RunningSandbox) -> None:
    body = good(sandbox.call(UPLOAD, imageData=base64.b64encode(JPEG).decode()))
    assert body == good(multipart(sandbox, JPEG))


def test_a_picture_that_is_no_jpeg_is_refused(sandbox: RunningSandbox) -> None:
    assert good(multipart(sandbox, PNG))["result"]["code"] == "4000"


def test_an_upload_without_a_picture_misses_its_argument(sandbox: RunningSandbox) -> None:
    status, body = sandbox.call(UPLOAD)
    assert (status, body["error_code"], body["error_message"]) == (
        400,
        "gw.ParamMissing",
        "Required argument imageData",
    )


# -- messages -----------------------------------------------------------------------------------------------------


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


def test_the_steps_of_an_order_are_pushed_signed(sandbox: RunningSandbox, receiver: Receiver) -> None:
    sandbox.control("push", url=receiver.url)
    order_id = paid(sandbox)
    bodies = receiver.wait_for(2)
    sandbox.control("push", url=None)
    assert [json.loads(body["message"])["type"] for body in bodies] == [
        "ORDER_BUYER_VIEW_BUYER_MAKE",
        "ORDER_BUYER_VIEW_ORDER_PAY",
    ]
    assert json.loads(bodies[0]["message"])["data"]["orderId"] == order_id
    for body in bodies:
        assert body["_aop_signature"] == sign("", {"message": body["message"]}, sandbox.app_secret)


def test_without_a_receiver_messages_are_caught_up_with_and_confirmed(sandbox: RunningSandbox) -> None:
    paid(sandbox)
    page = good(sandbox.call("push.query.messageList", token=None, page=1, pageSize=50))["pushMessagePage"]
    ids = [row["msgId"] for row in page["datas"]]
    assert page["totalCount"] == 2
    assert good(sandbox.call("push.message.confirm", token=None, msgIdList=ids)) == {"isSuccess": True}
    after = good(sandbox.call("push.query.messageList", token=None))["pushMessagePage"]
    assert after["totalCount"] == 0


# -- the older dialect --------------------------------------------------------------------------------------------

SEED_OK = {"success": True, "code": "S0000", "message": "success", "data": True, "result": True}


def test_an_order_is_reported_in_the_older_shape(sandbox: RunningSandbox) -> None:
    sandbox.reset(dialect="seed")
    line = {
        "orderId": 2, "createTime": "20240614101010000+0800", "payTime": "20240614101200000+0800",
        "payStatus": "payed", "outUserId": "u-1", "offerId": 745612849923, "skuId": 5104790281451, "buyAmount": 2,
        "paidFee": 2500, "contry": "japan",
    }  # fmt: skip
    order = line | {"orderId": 1, "refundFee": 0, "Order Type": "0", "subOrderList": [line]}
    assert good(sandbox.call("trade.cross.orderSync", orderParam=order)) == SEED_OK
    orders = {row["orderId"]: row for row in sandbox.look("downstream")["orders"]}
    assert (orders["1"]["status"], orders["2"]["parentOrderId"]) == ("payed", "1")
    assert orders["1"]["told"]["contry"] == "japan"


def test_a_list_of_relations_is_reported_in_the_older_shape(sandbox: RunningSandbox) -> None:
    sandbox.reset(dialect="seed")
    pairs = [
        {"nationalSubOrderId": n, "cbuSubOrderId": 30 + n, "nationalOrderId": 10, "cbuOrderId": 20} for n in (1, 2)
    ]
    assert good(sandbox.call("order.relation.write", nationalOrderRelationParamList=pairs)) == SEED_OK
    relations = sandbox.look("downstream")["relations"]
    assert [(row["orderId"], row["purchaseOrderId"]) for row in relations] == [("1", 31), ("2", 32)]


def test_a_parcel_is_reported_in_the_older_shape(sandbox: RunningSandbox) -> None:
    sandbox.reset(dialect="seed")
    parcel = {
        "logisticsOrderId": 1, "logisticsId": "JPX1", "createTime": "20240615101212000+0800",
        "logisticsStatus": "send", "attrs": "on the way", "contry": "japan",
    }  # fmt: skip
    assert good(sandbox.call("trade.cross.logisticsOrderSync", logisticsOrderParam=parcel)) == SEED_OK
    kept = sandbox.look("downstream")["shipments"][0]
    assert (kept["orderId"], kept["logisticsStatus"], kept["told"]["attrs"]) == ("1", "send", "on the way")


def test_a_member_is_registered_in_the_older_shape(sandbox: RunningSandbox) -> None:
    sandbox.reset(dialect="seed")
    person = {
        "country": "japan", "site": "sniff", "outLoginName": "taro.sample", "outMemberId": "u-1",
        "email": "taro@sample.example",
    }  # fmt: skip
    body = good(sandbox.call("account.user.register", countryAccount=person))
    assert body == {"success": True, "code": "S0000", "message": "success", "result": True}
    assert sandbox.look("members")["members"][0]["login"] == "taro.sample"
    assert good(sandbox.call("account.user.register", countryAccount=person))["success"] is False


# -- the process --------------------------------------------------------------------------------------------------


def test_refunds_and_held_messages_survive_a_restart(
    fresh_sandbox: Callable[..., RunningSandbox], tmp_path: Path
) -> None:
    first = fresh_sandbox("--state", str(tmp_path))
    refund_id = refund(first, paid(first))
    first.stop()
    second = fresh_sandbox("--state", str(tmp_path))
    assert read(second, refund_id)["status"] == "waitselleragree"
    assert good(second.call("push.query.messageList", token=None))["pushMessagePage"]["totalCount"] == 3


def test_the_command_line_names_a_push_address(
    fresh_sandbox: Callable[..., RunningSandbox], receiver: Receiver
) -> None:
    box = fresh_sandbox("--push-url", receiver.url)
    order_made(box)
    assert json.loads(receiver.wait_for(1)[0]["message"])["type"] == "ORDER_BUYER_VIEW_BUYER_MAKE"
