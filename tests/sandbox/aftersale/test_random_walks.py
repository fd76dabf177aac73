"""Whatever buyer, seller, staff and clock do in whatever order: money, stock and states hold together."""

from __future__ import annotations

import contextlib
import random

import pytest

from sourcing_app.sandbox.aftersale import control, records
from sourcing_app.sandbox.aftersale.moves import WrongState
from sourcing_app.sandbox.aftersale.states import OPEN, PAID
from sourcing_app.sandbox.trade.moves import WrongState as WrongOrderState
from sourcing_app.sandbox.trade.parcels import ship
from sourcing_app.sandbox.trade.records import Order
from tests.sandbox.market import DAY_S, Market

ACTS = [*control.MOVES, "send", "apply", "ship", "confirm", "wait", *["apply"] * 8, *["agree", "send", "receive"] * 2]
SITUATIONS = {
    "waitsellersend": ["refundWaitSellerSend"],
    "waitbuyerreceive": ["refundWaitBuyerReceive", "refundBuyerReceived"],
    "success": ["aftersaleBuyerNotReceived", "aftersaleBuyerReceived"],
}
REASON = {
    "refundWaitSellerSend": 20006,
    "refundWaitBuyerReceive": 20012,
    "refundBuyerReceived": 20028,
    "aftersaleBuyerNotReceived": 20012,
    "aftersaleBuyerReceived": 20028,
}


class Walk:
    def __init__(self, market: Market, seed: int) -> None:
        self.market = market
        self.dice = random.Random(seed)
        self.paid: Order = market.paid(
            1999, 333, 70, quantity=3, freight_fen=777, coupon_fen=self.dice.choice([0, 500])
        )
        for line in self.paid.lines:
            market.world.hold_stock(line.offer_id, line.spec_id, line.quantity)

    def step(self) -> None:
        name = self.dice.choice(ACTS)
        with contextlib.suppress(WrongState, WrongOrderState):
            getattr(self, f"_{name}", lambda: self._move(name))()
        self.market.world.settle()

    def _move(self, name: str) -> None:
        refunds = records.all_refunds(self.market.state)
        if refunds:
            body = {"to": self.dice.choice(["success", "close"]), "goods_fen": self.dice.randrange(1, 3000)}
            number = self.dice.choice(refunds).refund_id
            control.act(self.market.world, {"refund_id": number, "act": name, **body})

    def _send(self) -> None:
        for refund in records.all_refunds(self.market.state):
            self.market.call(
                "alibaba.trade.refund.returnGoods",
                refundId=refund.refund_id, logisticsCompanyNo="ZTO", freightBill="78000000000001",
            )  # fmt: skip

    def _apply(self) -> None:
        order = self.market.again(self.paid)
        situations = SITUATIONS.get(order.status)
        if situations is None:
            return
        lines = self.dice.sample(order.lines, self.dice.randint(1, 3))
        word, cost = self.dice.choice(situations), sum(line.due_fen for line in lines)
        self.market.apply(
            order,
            orderEntryIds=[line.line_id for line in lines],
            goodsStatus=word,
            applyReasonId=REASON[word],
            disputeRequest=self.dice.choice(["refund", "returnRefund"]),
            applyPayment=cost if self.dice.random() < 0.8 else self.dice.randrange(1, cost + 200),
            applyCarriage=self.dice.choice([0, 0, 777, 900]),
        )

    def _ship(self) -> None:
        order = self.market.again(self.paid)
        left = [line for line in order.lines if line.unshipped]
        if left:
            line = self.dice.choice(left)
            ship(self.market.world, order, {line.line_id: line.unshipped})

    def _confirm(self) -> None:
        order = self.market.again(self.paid)
        waiting = [line.line_id for line in order.lines if line.status == "waitbuyerreceive"]
        if waiting and order.status == "waitbuyerreceive" and self.dice.random() < 0.3:
            self.market.call("trade.receivegoods.confirm", orderId=order.order_id, orderEntryIds=waiting)

    def _wait(self) -> None:
        self.market.clock.advance(self.dice.choice([60, DAY_S, 6 * DAY_S]))

    def check(self) -> None:
        order, refunds = self.market.again(self.paid), records.all_refunds(self.market.state)
        back = sum(refund.total_fen for refund in refunds if refund.status == PAID)
        assert back == order.refunded_fen <= self.paid.total_fen
        assert order.total_fen == self.paid.total_fen
        running = [entry for refund in refunds if refund.status in OPEN for entry in refund.lines]
        assert len(running) == len(set(running))
        for line in order.lines:
            held = self.market.state.value("SELECT quantity FROM reserved WHERE offer_id = ?", line.offer_id)
            assert 0 <= held <= line.quantity
        if order.status == "cancel":
            assert not running
        for refund in refunds:
            self.market.detail(refund.refund_id)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_falls_apart_on_a_random_walk(market: Market, seed: int) -> None:
    walk = Walk(market, seed)
    for _ in range(40):
        walk.step()
        walk.check()
