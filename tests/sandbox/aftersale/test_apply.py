"""Which applications for a refund are taken, and with which code the others are refused."""

from __future__ import annotations

import pytest

from tests.sandbox.market import OTHER_BUYER, Market
from tests.sandbox.pictures import JPEG


def code(reply: dict) -> str:
    assert reply["result"]["success"] is False, reply
    assert reply["result"]["message"]
    return reply["result"]["code"]


def voucher(market: Market) -> str:
    reply = market.call("alibaba.trade.uploadRefundVoucher", imageData=JPEG)["result"]["result"]
    return f"{reply['imageDomain']}/{reply['imageRelativeUrl']}"


def test_a_refund_before_shipping_is_taken_for_exactly_what_the_lines_cost(market: Market) -> None:
    order = market.paid(1800)
    assert market.detail(market.refund(order))["status"] == "waitselleragree"


def test_an_unshipped_order_gives_all_its_freight_back(market: Market) -> None:
    order = market.paid(1800, freight_fen=800)
    created = market.apply(order)["result"]["result"]
    assert created["innerPostFee"] == 800


def test_custom_refund_keeps_the_freight_as_sent(market: Market) -> None:
    order = market.paid(1800, freight_fen=800)
    created = market.apply(order, customRefund=True)["result"]["result"]
    assert created["innerPostFee"] == 0


def test_part_of_an_unshipped_order_gives_no_freight_back_by_itself(market: Market) -> None:
    order = market.paid(1800, 500)
    first = order.lines[0]
    created = market.apply(order, orderEntryIds=[first.line_id], applyPayment=first.due_fen)["result"]["result"]
    assert created["innerPostFee"] == 0


def test_an_unknown_order_is_5001(market: Market) -> None:
    order = market.paid()
    assert code(market.apply(order, orderId=1)) == "5001"


def test_an_order_of_another_buyer_is_5002(market: Market) -> None:
    order = market.paid()
    assert code(market.apply(order, member_id=OTHER_BUYER)) == "5002"


@pytest.mark.parametrize("word", ["received", "refundBuyerReceived", "aftersaleBuyerReceived"])
def test_a_situation_that_does_not_fit_the_order_is_5003(market: Market, word: str) -> None:
    order = market.paid()
    assert code(market.apply(order, goodsStatus=word)) == "5003"


def test_an_unpaid_order_cannot_be_refunded(market: Market) -> None:
    order = market.order()
    reply = market.call(
        "alibaba.trade.createRefund",
        orderId=order.order_id, orderEntryIds=[order.order_id], disputeRequest="refund", applyPayment=3600,
        applyCarriage=0, applyReasonId=20006, description="不想要了", goodsStatus="refundWaitSellerSend",
    )  # fmt: skip
    assert code(reply) == "5003"


def test_a_reason_of_another_situation_is_5004(market: Market) -> None:
    assert code(market.apply(market.paid(), applyReasonId=20021)) == "5004"


def test_a_reason_that_needs_pictures_is_5005_without_them(market: Market) -> None:
    assert code(market.apply(market.shipped(), applyReasonId=20021)) == "5005"


def test_a_reason_that_needs_pictures_is_taken_with_one(market: Market) -> None:
    created = market.apply(market.shipped(), applyReasonId=20021, vouchers=[voucher(market)])
    assert created["result"]["result"]["isVoucher"] == "1"


def test_six_pictures_are_too_many(market: Market) -> None:
    assert code(market.apply(market.shipped(), vouchers=[voucher(market)] * 6)) == "5100"


def test_a_picture_that_was_not_uploaded_here_is_refused(market: Market) -> None:
    reply = market.apply(market.shipped(), vouchers=["https://cbu01.alicdn.com/img/ibank/2026/demo.jpg"])
    assert code(reply) == "5100"


def test_freight_for_a_reason_without_it_is_5006(market: Market) -> None:
    assert code(market.apply(market.shipped(), applyReasonId=20028, applyCarriage=100)) == "5006"


def test_a_return_of_goods_that_never_came_is_5010(market: Market) -> None:
    reply = market.apply(market.shipped(), goodsStatus="refundWaitBuyerReceive", applyReasonId=20012)
    assert code(reply) == "5010"


@pytest.mark.parametrize("entries", [[], [1]])
def test_lines_that_are_not_the_orders_are_5010(market: Market, entries: list[int]) -> None:
    assert code(market.apply(market.paid(), orderEntryIds=entries)) == "5010"


def test_a_second_refund_of_the_same_line_is_5010(market: Market) -> None:
    order = market.paid()
    market.refund(order)
    assert code(market.apply(order)) == "5010"


def test_a_second_refund_of_another_line_is_taken(market: Market) -> None:
    order = market.paid(1800, 500)
    for line in order.lines:
        market.refund(order, orderEntryIds=[line.line_id], applyPayment=line.due_fen)
    assert market.call("alibaba.trade.refund.buyer.queryOrderRefundList")["result"]["totalCount"] == 2


@pytest.mark.parametrize("amount", [3599, 3601, 0, -1])
def test_before_shipping_any_other_amount_is_5011(market: Market, amount: int) -> None:
    assert code(market.apply(market.paid(1800), applyPayment=amount)) == "5011"


def test_after_shipping_less_may_be_asked(market: Market) -> None:
    assert market.refund(market.shipped(1800), applyPayment=1)


@pytest.mark.parametrize(("goods", "freight"), [(3601, 0), (3600, 801), (0, 0)])
def test_more_than_was_paid_or_nothing_is_5011(market: Market, goods: int, freight: int) -> None:
    order = market.shipped(1800, freight_fen=800)
    reply = market.apply(
        order, applyPayment=goods, applyCarriage=freight, applyReasonId=20021, vouchers=[voucher(market)]
    )
    assert code(reply) == "5011"


@pytest.mark.parametrize("text", ["", "短", " 短 ", "长" * 151])
def test_a_description_out_of_bounds_is_5012(market: Market, text: str) -> None:
    assert code(market.apply(market.paid(), description=text)) == "5012"


@pytest.mark.parametrize("text", ["两字", "长" * 150])
def test_a_description_of_2_to_150_characters_is_taken(market: Market, text: str) -> None:
    assert market.refund(market.paid(), description=text)


def test_some_of_the_pieces_may_come_back_while_the_goods_are_in_hand(market: Market) -> None:
    order = market.shipped(1800, quantity=3)
    entry = order.lines[0].line_id
    refund = market.detail(market.refund(order, orderEntryCountList=[{"id": entry, "count": 2}]))
    assert refund["orderEntryCountMap"] == {str(entry): 2}


@pytest.mark.parametrize("count", [0, 3, 4])
def test_none_all_or_more_pieces_are_5013(market: Market, count: int) -> None:
    order = market.shipped(1800, quantity=3)
    pieces = [{"id": order.lines[0].line_id, "count": count}]
    assert code(market.apply(order, orderEntryCountList=pieces)) == "5013"


def test_pieces_cannot_be_counted_after_the_trade_is_over(market: Market) -> None:
    order = market.completed(1800, quantity=3)
    pieces = [{"id": order.lines[0].line_id, "count": 1}]
    assert code(market.apply(order, orderEntryCountList=pieces)) == "5013"


def test_an_unknown_demand_is_5100(market: Market) -> None:
    assert code(market.apply(market.paid(), disputeRequest="exchange")) == "5100"


def test_a_red_packet_is_not_paid_back(market: Market) -> None:
    order = market.paid(1800, freight_fen=0, coupon_fen=500)
    refund = market.detail(market.refund(order))
    assert (refund["applyExpect"], refund["refundPayment"]) == (3600, 3100)


def test_a_refused_application_leaves_nothing_behind(market: Market) -> None:
    market.apply(market.paid(), applyPayment=1)
    assert market.call("alibaba.trade.refund.buyer.queryOrderRefundList")["result"]["totalCount"] == 0


@pytest.mark.parametrize(
    ("situation", "reasons"),
    [("refundWaitSellerSend", 4), ("refundBuyerReceived", 0), ("aftersaleBuyerReceived", 0)],
)
def test_reasons_depend_on_the_order_and_the_goods(market: Market, situation: str, reasons: int) -> None:
    order = market.paid()
    reply = market.call(
        "alibaba.trade.getRefundReasonList",
        orderId=order.order_id, orderEntryIds=[order.order_id], goodsStatus=situation,
    )  # fmt: skip
    assert len(reply["result"]["result"]["reasons"]) == reasons


def test_reasons_for_a_situation_that_does_not_exist_are_refused(market: Market) -> None:
    order = market.paid()
    reply = market.call(
        "alibaba.trade.getRefundReasonList",
        orderId=order.order_id, orderEntryIds=[order.order_id], goodsStatus="lost",
    )  # fmt: skip
    assert code(reply) == "5003"


def test_the_refund_number_is_beyond_what_a_double_holds(market: Market) -> None:
    assert int(market.refund(market.paid()).removeprefix("TQ")) > 2**53


def test_freight_that_an_open_refund_claims_cannot_be_asked_for_twice(market: Market) -> None:
    order = market.shipped(1800, 500, freight_fen=800)
    first, second = order.lines
    changes = {"disputeRequest": "refund", "goodsStatus": "refundWaitBuyerReceive", "applyReasonId": 20012}
    market.refund(order, orderEntryIds=[first.line_id], applyPayment=1, applyCarriage=500, **changes)
    again = {"orderEntryIds": [second.line_id], "applyPayment": 1, **changes}
    assert code(market.apply(order, applyCarriage=301, **again)) == "5011"
    assert market.refund(order, applyCarriage=300, **again)
