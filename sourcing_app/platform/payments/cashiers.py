"""Links to the platform's cashiers by way of paying, and whether orders can be paid that way. Sections 4.2 and 4.3.

The plain cashier (4.1) and the channels of an order (4.5) are in ``payments.py``.
"""

from __future__ import annotations

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import PayLink
from sourcing_app.domain.payment import CashierDevice, CheckedChannel, PayCheck
from sourcing_app.platform.payments.payments import not_covered
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import TRADE, Call, Reply
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.envelope import unexpected
from sourcing_app.platform.transport.fields import Json, at_least, fen, flag, id_text, members, rows, text
from sourcing_app.platform.transport.gateway import Gateway

CROSS_BORDER_LINK = Call("alibaba.crossBorderPay.url.get", TRADE, section="4.2", reply=Reply.BODY)
CREDIT_LINK = Call("alibaba.creditPay.url.get", TRADE, section="4.3", reply=Reply.BODY)
COMBINED_LINK = Call("alibaba.trade.grouppay.url.get", TRADE, reply=Reply.BODY)
CHECK = Call("trade.orderpay.analysis", TRADE)


class Cashiers:
    """Cashier links of one channel. A link moves no money; the buyer does, on the platform's own page."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def cross_border(self, order_ids: tuple[OrderId, ...]) -> PayLink:
        """To pay with Kuajingbao; at most 30 orders, 10 at a time do not time out.

        Contract alibaba.crossBorderPay.url.get. Raises Refused (400_4: none can be paid this way).
        """
        body = await self._gateway.read(CROSS_BORDER_LINK, {"orderIdList": _ids(order_ids)})
        return decode_cross_border(body, order_ids)

    async def credit(self, order_ids: tuple[OrderId, ...]) -> PayLink:
        """To pay with Cheng-e-She credit, which is a debt; at most 30 orders, 10 at a time do not time out.

        Contract alibaba.creditPay.url.get. Raises Refused (400_4).
        """
        body = await self._gateway.read(CREDIT_LINK, {"orderIdList": _ids(order_ids)})
        return decode_credit(body, order_ids)

    async def combined(self, order_ids: tuple[OrderId, ...], device: CashierDevice = CashierDevice.PC) -> PayLink:
        """To the newer cashier that offers all channels. Contract alibaba.trade.grouppay.url.get. Raises Refused."""
        fields = {"orderIds": _ids(order_ids), "payPlatformType": device.value}
        return decode_combined(await self._gateway.read(COMBINED_LINK, fields), order_ids)

    async def check(self, order_ids: tuple[OrderId, ...], channel: CheckedChannel) -> PayCheck:
        """Whether these orders can be paid with a channel, and how much they are together.

        Contract trade.orderpay.analysis; the sum is read as fen. Raises Refused.
        """
        return decode_check(await self._gateway.read(CHECK, {"orderIds": _ids(order_ids), "payChannel": channel.value}))


def _ids(order_ids: tuple[OrderId, ...]) -> list[int | str]:
    return [wire_id(order_id) for order_id in order_ids]


def _link(call: Call, body: Json, order_ids: tuple[OrderId, ...]) -> PayLink:
    """The address may lie in the body or in any wrapper; without one there is no link, whatever the flag says."""
    answers.answer(call, body)
    levels = [members(body), *(members(members(body).get(name)) for name in ("results", "result", "data"))]
    url = next((found for level in levels if (found := text(level.get("payUrl")))), "")
    if not url:
        raise unexpected(call, "no address", body)
    left_out: dict[OrderId, str] = {}
    for level in levels:
        left_out |= not_covered(level)
    return PayLink(url, tuple(one for one in order_ids if one not in left_out), tuple(sorted(left_out.items())))


def decode_cross_border(body: Json, order_ids: tuple[OrderId, ...] = ()) -> PayLink:
    """4.2. order_ids: those asked for, of which some may be left out."""
    return _link(CROSS_BORDER_LINK, body, order_ids)


def decode_credit(body: Json, order_ids: tuple[OrderId, ...] = ()) -> PayLink:
    """4.3."""
    return _link(CREDIT_LINK, body, order_ids)


def decode_combined(body: Json, order_ids: tuple[OrderId, ...] = ()) -> PayLink:
    """Under ``results`` as documented; some see it under ``result`` or at the top."""
    results = members(body).get("results")
    if isinstance(results, dict) and flag(results.get("success")) is False:
        answers.answer(COMBINED_LINK, {"result": results})
    return _link(COMBINED_LINK, body, order_ids)


def decode_check(body: Json) -> PayCheck:
    """``avaliable`` is the wire's spelling."""
    payload = answers.answered_object(CHECK, body)
    channel = members(payload.get("payChannel"))
    available = flag(channel.get("avaliable", channel.get("available")))
    if available is None:
        raise unexpected(CHECK, "no answer for the channel", body)
    found = tuple(OrderId(one) for one in map(id_text, rows(payload.get("orderIds"))) if one)
    return PayCheck(
        CheckedChannel(text(channel.get("channel"))),
        available,
        found,
        at_least(payload.get("orderTotalCount"), len(found)),
        fen(payload.get("totalPayFee")),
    )
