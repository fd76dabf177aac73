"""What refunds leave on orders: marks, money, stock, closed lines."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.aftersale import control
from sourcing_app.sandbox.trade.parcels import ship
from sourcing_app.sandbox.trade.records import Order
from sourcing_app.sandbox.trade.views import View
from tests.sandbox.market import Market


def agree(market: Market, refund_id: str) -> None:
    control.act(market.world, {"refund_id": refund_id, "act": "agree"})


def shown(market: Market, order: Order) -> dict[str, Any]:
    return View(market.world, market.again(order)).detail()


def held(market: Market, order: Order) -> list[int]:
    """Pieces that the order's lines keep out of stock."""
    rows = market.state.rows("SELECT quantity FROM reserved ORDER BY offer_id")
    return [row["quantity"] for row in rows]


def hold(market: Market, order: Order) -> None:
    for line in order.lines:
        market.world.hold_stock(line.offer_id, line.spec_id, line.quantity)


def test_an_open_refund_shows_in_both_spellings(market: Market) -> None:
    order = market.paid()
    refund = market.refund(order)
    info = shown(market, order)
    assert (info["baseInfo"]["refundStatus"], info["baseInfo"]["refundId"]) == ("waitselleragree", refund)
    assert (info["productItems"][0]["refundStatus"], info["productItems"][0]["refundId"]) == (
        "WAIT_SELLER_AGREE",
        refund,
    )


def test_a_closed_refund_is_spelled_with_a_d_on_the_line(market: Market) -> None:
    order = market.paid()
    control.act(market.world, {"refund_id": market.refund(order), "act": "withdraw"})
    assert shown(market, order)["productItems"][0]["refundStatus"] == "REFUND_CLOSED"


def test_an_after_sale_refund_stands_in_its_own_members(market: Market) -> None:
    order = market.completed()
    refund = market.refund(order)
    info = shown(market, order)
    assert info["baseInfo"]["refundStatusForAs"] == "waitselleragree"
    assert info["productItems"][0]["refundIdForAs"] == refund
    assert "refundStatus" not in info["baseInfo"]


def test_a_full_in_sale_refund_closes_the_order_and_puts_the_goods_back(market: Market) -> None:
    order = market.paid()
    hold(market, order)
    agree(market, market.refund(order))
    assert market.again(order).status == "cancel"
    assert held(market, order) == [0]
    assert market.told("ORDER_BUYER_VIEW_ORDER_SELLER_CLOSE")[-1]["currentStatus"] == "cancel"


def test_what_was_paid_back_is_shown_in_yuan(market: Market) -> None:
    order = market.paid(1800, freight_fen=800)
    agree(market, market.refund(order))
    assert shown(market, order)["baseInfo"]["refund"] == 44.0


def test_a_refund_of_one_line_closes_that_line_alone(market: Market) -> None:
    order = market.paid(1800, 500)
    hold(market, order)
    first = order.lines[0]
    agree(market, market.refund(order, orderEntryIds=[first.line_id], applyPayment=first.due_fen))
    now = market.again(order)
    assert (now.status, [line.status for line in now.lines]) == ("waitsellersend", ["cancel", "waitsellersend"])
    assert held(market, order) == [0, 2]
    assert now.total_fen == order.total_fen


def test_an_order_is_shipped_once_only_refunded_lines_are_left(market: Market) -> None:
    order = market.paid(1800, 500)
    first, second = order.lines
    ship(market.world, order, {first.line_id: 2})
    agree(market, market.refund(order, orderEntryIds=[second.line_id], applyPayment=second.due_fen))
    assert market.again(order).status == "waitbuyerreceive"


def test_a_partial_amount_leaves_the_order_as_it_is(market: Market) -> None:
    order = market.shipped(1800)
    refund = market.refund(
        order, applyPayment=100, disputeRequest="refund", goodsStatus="refundWaitBuyerReceive", applyReasonId=20012
    )
    agree(market, refund)
    assert market.again(order).status == "waitbuyerreceive"
    assert shown(market, order)["productItems"][0]["refund"] == 1.0


def test_money_back_for_goods_that_stay_away_leaves_the_stock_alone(market: Market) -> None:
    order = market.shipped(1800)
    hold(market, order)
    refund = market.refund(order, disputeRequest="refund", goodsStatus="refundWaitBuyerReceive", applyReasonId=20012)
    agree(market, refund)
    assert market.again(order).status == "cancel"
    assert held(market, order) == [2]


def test_returned_goods_are_in_stock_again(market: Market) -> None:
    order = market.completed(1800)
    hold(market, order)
    refund = market.refund(order)
    agree(market, refund)
    market.call(
        "alibaba.trade.refund.returnGoods", refundId=refund, logisticsCompanyNo="ZTO", freightBill="78000000000001"
    )
    control.act(market.world, {"refund_id": refund, "act": "receive"})
    assert held(market, order) == [0]
    assert market.again(order).status == "success"


def test_what_was_paid_back_cannot_be_asked_for_again(market: Market) -> None:
    order = market.completed(1800, freight_fen=0)
    agree(market, market.refund(order, disputeRequest="refund", applyPayment=3000))
    assert market.apply(order, applyPayment=601)["result"]["code"] == "5011"
    assert market.apply(order, applyPayment=600)["result"]["success"] is True


def test_shares_of_a_refund_over_several_lines_add_up(market: Market) -> None:
    order = market.completed(333, 333, 333, quantity=1, freight_fen=0)
    agree(market, market.refund(order, disputeRequest="refund", applyPayment=500))
    refunds = [item["refund"] for item in shown(market, order)["productItems"]]
    assert round(sum(refunds) * 100) == 500


def test_an_order_paid_with_a_red_packet_is_closed_when_all_that_was_paid_is_back(market: Market) -> None:
    order = market.paid(1800, freight_fen=800, coupon_fen=500)
    agree(market, market.refund(order))
    assert market.again(order).status == "cancel"
    assert shown(market, order)["baseInfo"]["refund"] == 39.0
