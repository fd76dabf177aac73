"""What seller, buyer, staff and timer make of a refund, and what the buyer is told."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_app.sandbox.aftersale import control
from sourcing_app.sandbox.aftersale.moves import WrongState
from tests.sandbox.market import DAY_S, SELLER, Market

IN_SALE = "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES"
AFTER_SALE = "ORDER_BUYER_VIEW_ORDER_REFUND_AFTER_SALES"


def act(market: Market, refund_id: str, name: str, **body: Any) -> dict[str, Any]:
    """One move over the control route's function."""
    shown: dict[str, Any] = control.act(market.world, {"refund_id": refund_id, "act": name, **body})
    return shown


def send_back(market: Market, refund_id: str) -> Any:
    return market.call(
        "alibaba.trade.refund.returnGoods", refundId=refund_id, logisticsCompanyNo="ZTO", freightBill="78000000000001"
    )


def test_money_only_is_paid_when_the_seller_agrees(market: Market) -> None:
    assert act(market, market.refund(market.paid()), "agree")["status"] == "refundsuccess"


def test_a_return_waits_for_the_parcel_when_the_seller_agrees(market: Market) -> None:
    shown = act(market, market.refund(market.shipped()), "agree")
    assert shown["status"] == "waitbuyersend"
    assert shown["sellerReceiveAddress"]


def test_the_return_address_is_hidden_before_the_seller_agrees(market: Market) -> None:
    assert "sellerReceiveAddress" not in market.detail(market.refund(market.shipped()))


def test_a_refused_refund_waits_for_the_buyer_with_the_reason(market: Market) -> None:
    shown = act(market, market.refund(market.paid()), "refuse", reason="已发货")
    assert (shown["status"], shown["rejectReason"], shown["rejectTimes"]) == ("waitbuyermodify", "已发货", 1)


def test_a_changed_demand_goes_back_to_the_seller(market: Market) -> None:
    refund = market.refund(market.shipped(1800))
    act(market, refund, "refuse")
    shown = act(market, refund, "modify", goods_fen=1000)
    assert (shown["status"], shown["applyPayment"]) == ("waitselleragree", 1000)


def test_a_changed_demand_cannot_exceed_what_was_paid(market: Market) -> None:
    refund = market.refund(market.shipped(1800, freight_fen=0))
    act(market, refund, "refuse")
    with pytest.raises(WrongState):
        act(market, refund, "modify", goods_fen=3601)


def test_a_changed_demand_cannot_take_what_another_refund_claims(market: Market) -> None:
    order = market.shipped(1800, 500, freight_fen=800)
    changes = {"disputeRequest": "refund", "goodsStatus": "refundWaitBuyerReceive", "applyReasonId": 20012}
    first, second = (
        market.refund(order, orderEntryIds=[line.line_id], applyPayment=line.due_fen, applyCarriage=freight, **changes)
        for line, freight in zip(order.lines, (0, 800), strict=True)
    )
    act(market, first, "refuse")
    with pytest.raises(WrongState):
        act(market, first, "modify", freight_fen=1)
    assert market.detail(second)["refundCarriage"] == 800


def test_the_seller_pays_when_the_parcel_is_back(market: Market) -> None:
    refund = market.refund(market.shipped())
    act(market, refund, "agree")
    send_back(market, refund)
    assert act(market, refund, "receive")["status"] == "refundsuccess"


def test_a_refused_parcel_goes_back_to_the_buyer(market: Market) -> None:
    refund = market.refund(market.shipped())
    act(market, refund, "agree")
    send_back(market, refund)
    assert act(market, refund, "refuse", reason="空包裹")["status"] == "waitbuyermodify"


@pytest.mark.parametrize("before", [[], ["refuse"]])
def test_an_open_refund_can_be_withdrawn(market: Market, before: list[str]) -> None:
    refund = market.refund(market.paid())
    for name in before:
        act(market, refund, name)
    assert act(market, refund, "withdraw")["status"] == "refundclose"


def test_a_closed_refund_keeps_its_amount(market: Market) -> None:
    shown = act(market, market.refund(market.paid(1800, freight_fen=0)), "withdraw")
    assert (shown["refundPayment"], "gmtCompleted" in shown) == (3600, True)


@pytest.mark.parametrize(
    "name", ["agree", "refuse", "receive", "withdraw", "modify", "bill", "intervene", "time_out", "freeze", "thaw"]
)
def test_nothing_moves_a_refund_that_is_over(market: Market, name: str) -> None:
    refund = market.refund(market.paid())
    act(market, refund, "agree")
    with pytest.raises(WrongState):
        act(market, refund, name)


def test_staff_stop_the_clock_and_their_dismissal_gives_the_time_back(market: Market) -> None:
    refund = market.refund(market.paid())
    before = market.detail(refund)["gmtTimeOut"]
    frozen = act(market, refund, "intervene")
    market.clock.advance(30 * DAY_S)
    market.world.settle()
    thawed = act(market, refund, "dismiss")
    assert (frozen["timeOutFreeze"], thawed["timeOutFreeze"], thawed["status"]) == (True, False, "waitselleragree")
    assert thawed["gmtTimeOut"] > before


@pytest.mark.parametrize(("to", "status"), [("success", "refundsuccess"), ("close", "refundclose")])
def test_staff_end_a_case(market: Market, to: str, status: str) -> None:
    shown = act(market, market.refund(market.paid()), "decide", to=to)
    assert (shown["status"], shown["crmModifyRefund"]) == (status, True)


@pytest.mark.parametrize(
    ("acts", "after_s", "status", "action"),
    [
        ([], 5 * DAY_S, "waitbuyersend", "SYSTEM_AGREE_REFUND_PROTOCOL"),
        (["refuse"], 7 * DAY_S, "refundclose", "SYSTEM_MODIFY_REFUND_PROTOCOL"),
        (["agree"], 10 * DAY_S, "refundclose", None),
        (["agree", "send"], 10 * DAY_S, "refundsuccess", "SYSTEM_AGREE_REFUND"),
    ],
)
def test_the_timer_ends_each_waiting_step(
    market: Market, acts: list[str], after_s: int, status: str, action: str | None
) -> None:
    market.world.set_options({"auto_receive_s": 365 * DAY_S})
    refund = market.refund(market.shipped())
    for name in acts:
        if name == "send":
            send_back(market, refund)
        else:
            act(market, refund, name)
    market.clock.advance(after_s + 38)
    market.world.settle()
    waiting = market.detail(refund)["status"]
    market.clock.advance(1)
    shown = market.detail(refund)
    told = market.told(IN_SALE)[-1]
    assert waiting != status
    assert (shown["status"], told.get("refundAction"), told["operator"]) == (status, action, "system")
    assert shown["extInfo"]["opRole"] == "timeout"


def test_a_silent_seller_pays_a_money_only_refund(market: Market) -> None:
    refund = market.refund(market.paid())
    market.clock.advance(6 * DAY_S)
    assert market.detail(refund)["status"] == "refundsuccess"


def test_a_long_jump_of_the_clock_runs_through_all_steps_at_their_own_times(market: Market) -> None:
    market.world.set_options({"auto_receive_s": 365 * DAY_S})
    refund = market.refund(market.shipped())
    market.clock.advance(100 * DAY_S)
    shown = market.detail(refund)
    assert shown["status"] == "refundclose"
    assert shown["gmtCompleted"] == "20261006221438000+0800"


def test_shipping_closes_a_refund_asked_before(market: Market) -> None:
    order = market.paid()
    refund = market.refund(order)
    from sourcing_app.sandbox.trade.parcels import ship

    ship(market.world, market.again(order), None)
    assert market.detail(refund)["status"] == "refundclose"
    assert market.told(IN_SALE)[-1]["refundAction"] == "SELLER_SEND_GOODS_CLOSE"


def test_confirming_receipt_closes_an_in_sale_refund(market: Market) -> None:
    order = market.shipped()
    refund = market.refund(order)
    market.confirm(market.again(order))
    assert market.detail(refund)["status"] == "refundclose"
    assert market.told(IN_SALE)[-1]["refundAction"] == "BUYER_RECEIVE_CLOSE"


def test_an_after_sale_refund_outlives_the_trade(market: Market) -> None:
    refund = market.refund(market.completed())
    market.world.settle()
    assert market.detail(refund)["status"] == "waitselleragree"


def test_an_application_is_told_on_the_in_sale_topic(market: Market) -> None:
    order = market.paid()
    refund = market.refund(order)
    assert market.told(IN_SALE) == [
        {
            "orderId": order.order_id,
            "refundId": refund,
            "currentStatus": "waitselleragree",
            "refundAction": "BUYER_APPLY_REFUND",
            "operator": "buyer",
            "buyerMemberId": order.member_id,
            "sellerMemberId": SELLER,
            "msgSendTime": "2026-09-21 22:13:20",
        }
    ]


def test_an_after_sale_return_is_told_with_the_platforms_spelling(market: Market) -> None:
    act(market, market.refund(market.completed()), "agree")
    told = market.told(AFTER_SALE)[-1]
    assert (told["refundAction"], told["currentStatus"]) == ("SELLER_AGREE_REFUND_PROCOTOL", "waitbuyersend")


def test_messages_can_carry_bare_numbers(market: Market) -> None:
    market.world.set_options({"bare_refund_ids": True})
    refund = market.refund(market.paid())
    assert market.told(IN_SALE)[-1]["refundId"] == refund.removeprefix("TQ")


def test_the_history_repeats_the_state_before_each_step(market: Market) -> None:
    refund = market.refund(market.shipped())
    act(market, refund, "agree")
    newest, oldest = market.detail(refund)["refundOperationList"]
    assert newest["beforeOperateStatus"] == newest["afterOperateStatus"] == "waitselleragree"
    assert "beforeOperateStatus" not in oldest
    assert "退款货品金额：36.00" in oldest["discription"]
