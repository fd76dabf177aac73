"""The read calls of refunds: what each returns, in which order and pages, and how each refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sourcing_app.sandbox.aftersale import control
from sourcing_app.sandbox.clock import compact
from tests.sandbox.market import DAY_S, LOGIN, OTHER_BUYER, SELLER, Market

LIST = "alibaba.trade.refund.buyer.queryOrderRefundList"
BY_ORDER = "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus"
HISTORY = "alibaba.trade.refund.OpQueryOrderRefundOperationList"
DETAIL = "alibaba.trade.refund.OpQueryOrderRefund"


def ids(reply: Any) -> list[str]:
    return [row["refundId"] for row in reply["result"]["opOrderRefundModels"]]


def inner(reply: Any) -> str:
    """The useful code of a refused read, from the text inside the text inside the text."""
    assert reply["errorCode"] == "500"
    return json.loads(reply["errorMessage"])["cause"].split(",")[0].removeprefix("errorCode:")


def close(market: Market, refund: str) -> None:
    control.act(market.world, {"refund_id": refund, "act": "withdraw"})


def test_running_refunds_of_an_order_are_read_by_its_number(market: Market) -> None:
    order = market.paid()
    refund = market.refund(order)
    assert ids(market.call(BY_ORDER, orderId=str(order.order_id), queryType="1")) == [refund]


def test_the_by_order_read_spells_its_flags_with_is(market: Market) -> None:
    order = market.paid()
    market.refund(order)
    row = market.call(BY_ORDER, orderId=str(order.order_id), queryType="1")["result"]["opOrderRefundModels"][0]
    assert row["isOnlyRefund"] is True
    assert "onlyRefund" not in row


def test_successful_refunds_of_an_order_are_a_read_of_their_own(market: Market) -> None:
    order = market.paid()
    refund = market.refund(order)
    control.act(market.world, {"refund_id": refund, "act": "agree"})
    assert ids(market.call(BY_ORDER, orderId=str(order.order_id), queryType="1")) == []
    assert ids(market.call(BY_ORDER, orderId=str(order.order_id), queryType="3")) == [refund]


@pytest.mark.parametrize("query", ["1", "3"])
def test_after_sale_refunds_are_never_read_by_order(market: Market, query: str) -> None:
    order = market.completed()
    market.refund(order)
    assert ids(market.call(BY_ORDER, orderId=str(order.order_id), queryType=query)) == []


def test_the_order_of_another_buyer_does_not_exist(market: Market) -> None:
    order = market.paid()
    reply = market.call(BY_ORDER, orderId=str(order.order_id), queryType="1", member_id=OTHER_BUYER)
    assert inner(reply) == "ORDER_NOT_EXIST"


def test_closed_refunds_can_only_be_listed(market: Market) -> None:
    order = market.paid()
    refund = market.refund(order)
    close(market, refund)
    assert ids(market.call(BY_ORDER, orderId=str(order.order_id), queryType="1")) == []
    assert ids(market.call(LIST, orderId=order.order_id)) == [refund]


def test_the_list_is_newest_first_in_pages_from_zero(market: Market) -> None:
    refunds = [market.refund(market.paid()) for _ in range(3)]
    first = market.call(LIST, currentPageNum=0, pageSize=2)
    second = market.call(LIST, currentPageNum=1, pageSize=2)
    assert ids(first) + ids(second) == refunds[::-1]
    assert first["result"]["totalCount"] == 3


def test_the_list_is_filtered_by_kind_and_state(market: Market) -> None:
    in_sale, after_sale = market.refund(market.paid()), market.refund(market.completed())
    close(market, in_sale)
    assert ids(market.call(LIST, dipsuteType=1)) == [in_sale]
    assert ids(market.call(LIST, dipsuteType=2)) == [after_sale]
    assert ids(market.call(LIST, refundStatusSet=["refundclose", "refundsuccess"])) == [in_sale]


def test_the_list_is_filtered_by_time_of_change(market: Market) -> None:
    old = market.refund(market.shipped())
    market.clock.advance(DAY_S)
    start = compact(market.clock.now())
    new = market.refund(market.shipped())
    assert ids(market.call(LIST, modifyStartTime=start)) == [new]
    assert ids(market.call(LIST, applyEndTime=start)) == [new, old]


def test_only_the_buyers_own_refunds_are_listed(market: Market) -> None:
    market.refund(market.paid())
    assert ids(market.call(LIST, member_id=OTHER_BUYER)) == []


def test_the_list_does_not_reach_beyond_730_days(market: Market) -> None:
    reply = market.call(LIST, applyStartTime="20200101000000000+0800")
    assert (reply["success"], reply["errorCode"]) == (False, "APPLY_TIME_ERROR")


def test_sub_accounts_cannot_list(market: Market) -> None:
    assert market.call(LIST, login=f"{LOGIN}:sub1")["success"] is False


def test_a_return_parcel_is_found_by_its_way_bill_and_seller(market: Market) -> None:
    refund = market.refund(market.shipped())
    control.act(market.world, {"refund_id": refund, "act": "agree"})
    market.call(
        "alibaba.trade.refund.returnGoods", refundId=refund, logisticsCompanyNo="ZTO", freightBill="78000000000001"
    )
    market.refund(market.shipped())
    assert ids(market.call(LIST, logisticsNo="78000000000001", sellerMemberId=SELLER)) == [refund]
    assert market.call(LIST, logisticsNo="78000000000001")["success"] is False


def test_the_detail_gives_its_deadline_only_when_asked(market: Market) -> None:
    refund = market.refund(market.paid())
    bare = market.call(DETAIL, refundId=refund)["result"]["opOrderRefundModelDetail"]
    assert "gmtTimeOut" not in bare
    assert bare["refundOperationList"] == []
    assert market.detail(refund)["gmtTimeOut"] == "20260926221320000+0800"


@pytest.mark.parametrize(
    ("refund_id", "error"),
    [("398765432109876501", "REFUND_DATA_ERROR"), ("TQ1", "REFUND_DATA_ERROR"), ("TD398", "INVALID_PARAM")],
)
def test_a_refund_number_that_is_unknown_or_malformed_is_refused(market: Market, refund_id: str, error: str) -> None:
    assert inner(market.call(DETAIL, refundId=refund_id)) == error


def test_the_refund_of_another_buyer_cannot_be_read(market: Market) -> None:
    refund = market.refund(market.paid())
    reply = market.call(DETAIL, refundId=refund, member_id=OTHER_BUYER)
    assert json.loads(reply["errorMessage"])["errorCode"] == "003"


def test_the_history_has_pages_from_one(market: Market) -> None:
    refund = market.refund(market.paid())
    for _ in range(2):
        control.act(market.world, {"refund_id": refund, "act": "bill"})
    kinds = [
        [row["operateTypeInt"] for row in reply["result"]["opOrderRefundOperationModels"]]
        for reply in (market.call(HISTORY, refundId=refund, pageNo=page, pageSize="2") for page in ("1", "2", "3"))
    ]
    assert kinds == [[12, 12], [1], []]


@pytest.mark.parametrize(("page", "size"), [("0", "20"), ("1", "0"), ("x", "20")])
def test_a_page_that_is_none_is_refused(market: Market, page: str, size: str) -> None:
    refund = market.refund(market.paid())
    assert inner(market.call(HISTORY, refundId=refund, pageNo=page, pageSize=size)) == "INVALID_PARAM"


def test_a_return_is_insured_and_its_policy_leads_to_the_order(market: Market) -> None:
    order = market.shipped()
    policy = market.detail(market.refund(order))["extInfo"]["bxId"]
    param = {"type": "bx", "protectId": policy}
    reply = market.call("alibaba.trade.queryOrderByInsure", tradeProtectParam=param)
    assert reply == {"result": {"orderId": str(order.order_id)}}


def test_a_claim_is_opened_when_staff_are_asked(market: Market) -> None:
    order = market.paid()
    shown = control.act(market.world, {"refund_id": market.refund(order), "act": "ask_staff"})
    param = {"type": "lp", "protectId": shown["extInfo"]["lpId"]}
    reply = market.call("alibaba.trade.queryOrderByInsure", tradeProtectParam=param)
    assert reply["result"]["orderId"] == str(order.order_id)


def test_an_unknown_policy_has_an_empty_result(market: Market) -> None:
    param = {"type": "bx", "protectId": "90000001"}
    assert market.call("alibaba.trade.queryOrderByInsure", tradeProtectParam=param) == {"result": {}}
