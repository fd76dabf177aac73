"""A marketplace in a few lines, as far as an order goes, that can lose answers, lag, refuse and change its prices at will.

The state machine of ``test_money_path.py`` looks into it: it is what really was bought, whatever the program believes.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import AccountKey, AddressId, EntryId, OfferId, OrderId, SpecId, SupplierId
from sourcing_app.domain.intent import CreatedOrder, CreateRequest, CreateResult
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.order import Order, OrderEntry, OrderFilter, OrderPage, OrderStatus
from sourcing_app.domain.preview import OrderChoice, OrderLine, OrderPreview, PreviewLine, PreviewPart, TradeMode
from sourcing_app.errors import Refused, Unreachable
from sourcing_app.platform.addresses import calls as address_calls
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.platform.orders.wire_create import create_request
from sourcing_app.platform.registry import AnyCall

HOME = Address("王", "浙江省", "杭州市", "滨江区", "1", address_id=AddressId("1"))
ESCROW = OrderChoice("assureTrade")
SUPPLIER = SupplierId("b2b-1")


class Killed(BaseException):
    """The program ends at this moment."""


@dataclass
class Market:
    """prices: in fen, by offer. orders: all that were made, oldest first. listed: how many of them the list shows yet.

    answer: what becomes of the next create call: "ok", "lost before", "lost after", "killed before", "killed after",
    "no" (a refusal), "cheat" (made at another price), "lost cheat" (both), "split" (an order a line).
    """

    account: AccountKey
    prices: dict[OfferId, int] = field(default_factory=dict)
    orders: list[Order] = field(default_factory=list)
    listed: int = 0
    answer: str = "ok"
    sent: list[str] = field(default_factory=list)

    # --- what PlaceOrder asks -----------------------------------------------------------------------------------------

    async def preview(
        self, lines: tuple[OrderLine, ...], address: Address, supplier_id: SupplierId, supplier_name: str
    ) -> OrderPreview:
        priced = tuple(
            PreviewLine(line.offer_id, line.spec_id, None, line.quantity, self._price(line), self._amount(line))
            for line in lines
        )
        goods, freight = total([self._amount(line) for line in lines]), Money.from_fen(500)
        part = PreviewPart(
            priced, goods, freight, Money.zero(), Money.zero(), goods + freight, "general", (TradeMode("assureTrade", "担保交易"),)
        )  # fmt: skip
        return OrderPreview(supplier_id, supplier_name, address, lines, (part,), self.account, datetime.now(UTC))

    def create_request(self, preview: OrderPreview, choice: OrderChoice, out_order_id: str) -> CreateRequest:
        return create_request(preview, choice, out_order_id)

    async def create(self, request: CreateRequest) -> CreateResult:
        answer, self.answer = self.answer, "ok"
        if answer == "killed before":
            raise Killed
        if answer == "lost before":
            raise Unreachable("broken")
        if answer == "no":
            raise Refused("500_003", "库存不足")
        self.sent.append(request.out_order_id)
        made = self._make(request, split=answer == "split", more_fen=1 if "cheat" in answer else 0)
        if answer == "killed after":
            raise Killed
        if answer in ("lost after", "lost cheat"):
            raise Unreachable("timeout")
        return CreateResult(tuple(CreatedOrder(order.order_id, order.total, order.freight) for order in made))

    async def list(self, which: OrderFilter) -> OrderPage:
        rows = [order for order in self.orders[: self.listed] if which.out_order_id in (None, order.out_order_id)]
        return OrderPage(tuple(reversed(rows)), len(rows), 1, False)

    async def get(self, order_id: OrderId) -> Order:
        return next(order for order in self.orders if order.order_id == order_id)

    async def saved(self) -> tuple[Address, ...]:
        return (HOME,)

    # --- inside -------------------------------------------------------------------------------------------------------

    def _price(self, line: OrderLine) -> Money:
        return Money.from_fen(self.prices[line.offer_id])

    def _amount(self, line: OrderLine) -> Money:
        return self._price(line) * line.quantity

    def _make(self, request: CreateRequest, *, split: bool, more_fen: int) -> tuple[Order, ...]:
        cargo = json.loads(dict(request.parameters)["cargoParamList"])
        lines = [OrderLine(OfferId(str(row["offerId"])), SpecId(row["specId"] or ""), row["quantity"]) for row in cargo]
        groups = [[line] for line in lines] if split else [lines]
        made = [self._order(group, request.out_order_id, number) for number, group in enumerate(groups)]
        made[0] = replace(made[0], total=made[0].total + Money.from_fen(more_fen))
        self.orders += made
        return tuple(made)

    def _order(self, lines: Sequence[OrderLine], key: str, number: int) -> Order:
        goods, freight = total([self._amount(line) for line in lines]), Money.from_fen(0 if number else 500)
        entries = tuple(self._entry(line) for line in lines)
        order_id = OrderId(str(2_257_000_000_000_000_000 + len(self.orders) + number))
        now = datetime.now(UTC)
        return Order(
            order_id, OrderStatus.WAIT_PAY, "waitbuyerpay", "厂", SUPPLIER, goods + freight, goods, freight, now, entries,
            modified_at=now, out_order_id=key, is_detail=True,
        )  # fmt: skip

    def _entry(self, line: OrderLine) -> OrderEntry:
        price, amount = self._price(line), self._amount(line)
        return OrderEntry(
            EntryId(line.offer_id), line.offer_id, None, line.spec_id or None, "", "", None, Decimal(line.quantity), "件",
            price, amount,
        )  # fmt: skip


@dataclass
class ModelPlatform:
    """What a session takes for the platform."""

    orders: Market

    async def send(self, call: AnyCall, /, *args: Any) -> Any:
        """The calls that an order takes, answered by the market."""
        market = self.orders
        answers: dict[str, Callable[..., Awaitable[Any]]] = {
            order_calls.CREATE.name: market.create,
            order_calls.LIST.name: market.list,
            order_calls.GET.name: market.get,
            address_calls.SAVED.name: market.saved,
        }
        return await answers[call.name](*args)
