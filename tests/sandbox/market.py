"""A small marketplace without a server: real state, a clock that stands still, orders put in by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from sourcing_app.sandbox.aftersale.start import own_refunds
from sourcing_app.sandbox.clock import Clock
from sourcing_app.sandbox.contracts import all_contracts
from sourcing_app.sandbox.downstream.book import own_downstream
from sourcing_app.sandbox.every_call import check_every_contract_is_answered
from sourcing_app.sandbox.invoicing.ledger import own_invoices
from sourcing_app.sandbox.members.register import own_members
from sourcing_app.sandbox.push.bus import Bus
from sourcing_app.sandbox.registry import BusinessNo, Call, handler_for
from sourcing_app.sandbox.state import State
from sourcing_app.sandbox.trade import moves as order_moves
from sourcing_app.sandbox.trade.orders import own_orders
from sourcing_app.sandbox.trade.parcels import ship
from sourcing_app.sandbox.trade.records import Line, Order, find_order, next_order_id, save_order
from sourcing_app.sandbox.world import World

BUYER, OTHER_BUYER, SELLER = "b2b-2200000000001", "b2b-2200000000002", "b2b-2208800000015"
LOGIN = "buyer_demo_01"
START = 1_790_000_000.0
DAY_S = 86400

ADDRESS = {
    "contactPerson": "测试收货人", "province": "浙江省", "city": "杭州市", "area": "滨江区", "areaCode": "330108",
    "town": "长河街道", "townCode": "330108002", "address": "网商路699号", "zip": "310051", "mobile": "13900000000",
    "telephone": "0571-85022088",
}  # fmt: skip

check_every_contract_is_answered()


def empty_shop() -> Any:
    """A shop that sells nothing: what stands here never looks at offers."""
    return SimpleNamespace(offer=lambda _: None, sku=lambda *_: None, supplier=lambda _: None, suppliers=())


class Market:
    """One world, and short words for what a test does to it."""

    def __init__(self) -> None:
        self.state = State(None)
        self.clock = Clock(real=lambda: START)
        self.bus = Bus(self.state, self.clock)
        self.world = World(
            shop=empty_shop(), state=self.state, clock=self.clock, bus=self.bus, base_url="http://127.0.0.1:1"
        )
        self.world.app_key, self.world.app_secret = "8800001", "secret"
        for own in (own_orders, own_refunds, own_invoices, own_members, own_downstream):
            own(self.world)

    def close(self) -> None:
        self.bus.close()
        self.state.close()

    # -- orders ---------------------------------------------------------------------------------------------------

    def order(self, *prices_fen: int, quantity: int = 2, freight_fen: int = 800, coupon_fen: int = 0) -> Order:
        """An unpaid order with a line for each price of one piece (one line at 1,800 fen without any)."""
        prices = prices_fen or (1800,)
        order_id = next_order_id(self.state, len(prices))
        now = self.clock.seconds()
        order = Order(
            order_id=order_id, member_id=BUYER, login=LOGIN, seller_id=SELLER, seller_login="seller_demo",
            status="waitbuyerpay", out_order_id=None, created=now, modified=now,
            lines=[_line(order_id, index, price, quantity, len(prices)) for index, price in enumerate(prices)],
            freight_fen=freight_fen, address=dict(ADDRESS), coupon_fen=coupon_fen, pay_deadline=now + 5 * DAY_S,
        )  # fmt: skip
        order_moves.set_stages(order)
        save_order(self.state, order)
        return order

    def paid(self, *prices_fen: int, **facts: int) -> Order:
        order = self.order(*prices_fen, **facts)
        order_moves.pay(self.world, order, "alipay")
        return order

    def shipped(self, *prices_fen: int, **facts: int) -> Order:
        order = self.paid(*prices_fen, **facts)
        ship(self.world, order, None)
        return order

    def completed(self, *prices_fen: int, **facts: int) -> Order:
        order = self.shipped(*prices_fen, **facts)
        self.confirm(order)
        order_moves.settle_order(self.world, order)
        return order

    def confirm(self, order: Order) -> None:
        order_moves.receive(self.world, order, [line.line_id for line in order.lines])

    def again(self, order: Order) -> Order:
        """The order as it stands now."""
        found = find_order(self.state, order.order_id)
        assert found is not None
        return found

    # -- calls ----------------------------------------------------------------------------------------------------

    def call(
        self, api: str, *, member_id: str = BUYER, login: str = LOGIN, dialect: str = "live", **params: Any
    ) -> Any:
        """The reply's body, refused or not, as the gateway would let the handler give it; it must be as contracted."""
        handler = handler_for(api)
        assert handler is not None, f"nothing answers {api}"
        self.world.settle()
        try:
            with self.state.transaction():
                body = handler(Call(api, params, dialect, member_id, self.world, login))
        except BusinessNo as no:
            body = no.body
        faults = all_contracts()[api].reply_faults(body)
        assert not faults, f"{api}: {faults}"
        return body

    def apply(self, order: Order, **changes: Any) -> Any:
        """createRefund for the whole order, as its state asks for it; ``changes`` take the place of parameters."""
        bodies = {
            "waitsellersend": ("refundWaitSellerSend", 20006, "refund"),
            "waitbuyerreceive": ("refundBuyerReceived", 20028, "returnRefund"),
            "success": ("aftersaleBuyerReceived", 20028, "returnRefund"),
        }
        situation, reason, request = bodies[self.again(order).status]
        params: dict[str, Any] = {
            "orderId": order.order_id,
            "orderEntryIds": [line.line_id for line in order.lines],
            "disputeRequest": request,
            "applyPayment": sum(line.due_fen for line in order.lines),
            "applyCarriage": 0,
            "applyReasonId": reason,
            "description": "不想要了",
            "goodsStatus": situation,
        }
        return self.call("alibaba.trade.createRefund", **{**params, **changes})

    def refund(self, order: Order, **changes: Any) -> str:
        """The id of a refund that was taken."""
        reply = self.apply(order, **changes)
        assert reply["result"]["success"] is True, reply
        return cast(str, reply["result"]["result"]["refundId"])

    def detail(self, refund_id: str) -> Any:
        reply = self.call(
            "alibaba.trade.refund.OpQueryOrderRefund",
            refundId=refund_id, needTimeOutInfo=True, needOrderRefundOperation=True,
        )  # fmt: skip
        return reply["result"]["opOrderRefundModelDetail"]

    def told(self, topic: str | None = None) -> list[dict[str, Any]]:
        """Payloads of the messages so far, oldest first."""
        return [message.data for message in self.bus.outbox.all() if topic in (None, message.topic)]


def _line(order_id: int, index: int, price_fen: int, quantity: int, count: int) -> Line:
    return Line(
        line_id=order_id if count == 1 else order_id + 1 + index, offer_id=610000000000 + index, spec_id=f"{index:032x}",
        sku_id=5100000000000 + index, name="示例收纳盒", attributes=[["颜色", "蓝色"]], images=[], unit="件",
        quantity=quantity, price_fen=price_fen, amount_fen=price_fen * quantity,
    )  # fmt: skip
