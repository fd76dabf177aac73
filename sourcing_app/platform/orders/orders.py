"""Previews of orders, and the request that is made of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import SupplierId
from sourcing_app.domain.intent import CreateRequest
from sourcing_app.domain.preview import OrderChoice, OrderLine, OrderPreview
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.orders.calls import PREVIEW
from sourcing_app.platform.orders.wire_create import create_request
from sourcing_app.platform.transport.gateway import Gateway


class Orders:
    """Orders to be, of one account. wall: seconds since 1970."""

    def __init__(self, gateway: Gateway, wall: Callable[[], float]) -> None:
        self._gateway = gateway
        self._wall = wall
        self._last_preview = datetime.fromtimestamp(0, UTC)

    async def preview(
        self, lines: tuple[OrderLine, ...], address: Address, supplier_id: SupplierId, supplier_name: str
    ) -> OrderPreview:
        """What an order of these lines, all of one supplier, would be, marked with account and moment.

        Contract: alibaba.createOrder.preview. Raises InvalidInput, Refused (500_001 to 500_009: a line cannot be
        ordered), UnexpectedReply when a sum is missing.
        """
        found = await self._gateway.send(PREVIEW, lines, address)
        return OrderPreview(
            supplier_id,
            supplier_name,
            address,
            lines,
            found.parts,
            self._gateway.account.key,
            self._moment_of_preview(),
            found.unknown_freight,
            found.no_cross_border_pay,
        )

    def _moment_of_preview(self) -> datetime:
        """Now, and never twice the same: it tells one preview from another."""
        now = datetime.fromtimestamp(self._wall(), UTC)
        self._last_preview = max(now, self._last_preview + timedelta(microseconds=1))
        return self._last_preview

    def create_request(self, preview: OrderPreview, choice: OrderChoice, out_order_id: str) -> CreateRequest:
        """The exact parameter texts of a create call; pure. Contract: alibaba.trade.createCrossOrder.

        Raises InvalidInput: another account's preview, a trade mode or promotion that was not offered, more than 50
        lines, a line twice, a message over 500 characters.
        """
        if preview.account != self._gateway.account.key:
            raise InvalidInput("account", "other")
        return create_request(preview, choice, out_order_id)
