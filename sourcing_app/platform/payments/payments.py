"""Where and how an order is paid: always on the platform's own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import PayLink, PayWays
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.transport import calls
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.envelope import object_of, open_reply, refusal, says_no, unexpected
from sourcing_app.platform.transport.fields import Json, fen, id_text, members, plain, rows, text, when

if TYPE_CHECKING:
    from sourcing_app.platform.transport.gateway import Gateway

_LEFT_OUT = ("payFailureOrderList", "cantPayOrderList")


class Payments:
    """Links and ways to pay. Raises what ``Gateway.read`` raises. Nothing here moves money."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def link(self, order_ids: tuple[OrderId, ...]) -> PayLink:
        """The cashier's address for unpaid orders; it may cover fewer than asked, see ``not_covered``. Not checked here.

        Contract: alibaba.alipay.url.get. Raises Refused, InvalidInput for no orders.
        """
        return await self.link_by(calls.ALIPAY_LINK, order_ids)

    async def link_by(self, call: Call, order_ids: tuple[OrderId, ...]) -> PayLink:
        """As ``link``, for any call that takes ``orderIdList`` and answers with ``payUrl``."""
        if not order_ids:
            raise InvalidInput("orders", "empty")
        body = await self._gateway.read(call, {"orderIdList": [wire_id(order_id) for order_id in order_ids]})
        return pay_link(call, body, order_ids)

    async def ways(self, order_id: OrderId) -> PayWays:
        """Channels, the amount due now (fen on the wire) and the deadline; main account only.

        Contract: alibaba.trade.payWay.query.
        """
        call = calls.PAY_WAYS
        body = await self._gateway.read(call, {"orderId": order_id})
        payload = object_of(call, body)
        amount = fen(payload.get("payFee"))
        if amount is None:
            raise unexpected(call, "no payFee", body)
        channels = [members(row) for row in rows(payload.get("channels"))]
        return PayWays(
            OrderId(id_text(payload.get("orderId")) or order_id),
            amount,
            tuple((text(row.get("code")), plain(row.get("name"))) for row in channels),
            when(payload.get("timeout")),
        )


def pay_link(call: Call, body: Json, order_ids: tuple[OrderId, ...]) -> PayLink:
    """The link of an answer and what it leaves out. Raises Refused without a link, UnexpectedReply for a yes without one."""
    opened = open_reply(body, call.reply)
    payload = members(opened.payload)
    url = text(payload.get("payUrl"))
    if says_no(body, opened) or (not url and opened.text):
        raise refusal(call, opened)
    if not url:
        raise unexpected(call, "no payUrl", body)
    left_out = not_covered(payload)
    covers = tuple(order_id for order_id in order_ids if order_id not in left_out)
    return PayLink(url, covers, tuple(left_out.items()))


def not_covered(payload: dict[str, Json]) -> dict[OrderId, str]:
    """What a link leaves out: order ids as numbers, texts or objects, with the reason where one is given."""
    found: dict[OrderId, str] = {}
    for name in _LEFT_OUT:
        listed = payload.get(name)
        for item in listed if isinstance(listed, list) else [listed]:
            row = members(item)
            order_id = id_text(row.get("orderId") if row else item)
            reason = next(
                (plain(row[key]) for key in ("reason", "errorMsg", "message", "errorCode") if row.get(key)), ""
            )
            if order_id:
                found[OrderId(order_id)] = reason
    return found
