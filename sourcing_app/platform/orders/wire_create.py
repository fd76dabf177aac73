"""Making the text of a create call, and reading what it made. Source: contract alibaba.trade.createCrossOrder."""

from __future__ import annotations

from collections.abc import Iterator

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import OfferId, OrderId, SpecId
from sourcing_app.domain.intent import CreatedOrder, CreateRequest, CreateResult, FailedLine
from sourcing_app.domain.preview import OrderChoice, OrderLine, OrderPreview
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.addresses.wire import address_param
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import json_text, wire_id
from sourcing_app.platform.transport.envelope import Opened
from sourcing_app.platform.transport.fields import Json, fen, flag, id_text, members, plain, rows, text
from sourcing_app.platform.transport.response import Response

MAX_LINES = 50
MAX_MESSAGE = 500
MAX_OUT_ORDER_ID = 128
_ID_KEYS = ("orderId", "orderIdOfStr", "orderIdStr", "idOfStr", "tradeId", "tradeID")
_BARE_KEYS = ("result", "results", "data", "orderList", "orderIds", "orderIdList")
"""Where an id may stand by itself; ids in other lists are of something else (offers, as a rule)."""
_AMOUNTS = ("totalSuccessAmount", "orderAmmount", "orderAmount")
_REPEATED = ("outorderid", "repeat", "duplicate", "重复", "已存在")
_NOT_MADE = ("failedOfferList", "accountPeriod", "extAttributes")
_SHORTEST_ID, _LONGEST_ID = 10, 20
_SHORTEST_BARE_ID = 16
"""Digits of an order id: 16 to 19 are known. A shorter number without a name may be an offer, a time, a code.
Source: gateway.md, section 7."""


def cargo_params(lines: tuple[OrderLine, ...]) -> list[dict[str, object]]:
    """``cargoParamList``. Raises InvalidInput for no lines, too many, a line twice, or a quantity below one."""
    if not lines or len(lines) > MAX_LINES:
        raise InvalidInput("lines", "too_many" if lines else "empty", limit=MAX_LINES)
    if len({(line.offer_id, line.spec_id) for line in lines}) < len(lines):
        raise InvalidInput("lines", "twice")
    if any(line.quantity < 1 for line in lines):
        raise InvalidInput("quantity", "below_one")
    return [
        {"offerId": wire_id(line.offer_id), "specId": line.spec_id or None, "quantity": line.quantity} for line in lines
    ]


def create_request(preview: OrderPreview, choice: OrderChoice, out_order_id: str) -> CreateRequest:
    """The exact parameter texts for what was previewed and chosen; everything that costs is said explicitly (M15).

    Raises InvalidInput: nothing is sent that the preview does not carry.
    """
    flow = _flow(preview)
    _check_choice(preview, choice, out_order_id)
    parameters = {
        "flow": flow,
        "addressParam": _address_text(preview.address),
        "cargoParamList": json_text(cargo_params(preview.lines)),
        "outOrderId": out_order_id,
        "tradeType": choice.trade_mode,
        "shopPromotionId": choice.promotion_id,
        "useRedEnvelope": "y" if choice.use_red_envelope else "n",
    }
    if choice.message:
        parameters["message"] = choice.message
    return CreateRequest(out_order_id, tuple(parameters.items()))


def _address_text(address: Address) -> str:
    return json_text(address_param(address))


def _flow(preview: OrderPreview) -> str:
    """The channel, unchanged. Parts with different channels cannot be made by one call."""
    flows = {part.flow for part in preview.parts}
    if len(flows) != 1 or not all(flows):
        raise InvalidInput("preview", "flow", flows=tuple(sorted(flows)))
    return flows.pop()


def _check_choice(preview: OrderPreview, choice: OrderChoice, out_order_id: str) -> None:
    for part in preview.parts:
        if not any(mode.usable and mode.code == choice.trade_mode for mode in part.trade_modes):
            raise InvalidInput("trade_mode", "not_offered", trade_mode=choice.trade_mode)
    offered = {promotion.promotion_id for part in preview.parts for promotion in part.promotions}
    if choice.promotion_id and choice.promotion_id not in offered:
        raise InvalidInput("promotion", "not_offered", promotion_id=choice.promotion_id)
    if len(choice.message) > MAX_MESSAGE:
        raise InvalidInput("message", "too_long", limit=MAX_MESSAGE)
    if not out_order_id or not out_order_id.isascii() or len(out_order_id) > MAX_OUT_ORDER_ID:
        raise InvalidInput("out_order_id", "form")


def create_fields(request: CreateRequest) -> Fields:
    """The texts exactly as they were made."""
    return dict(request.parameters)


def created(response: Response) -> CreateResult:
    """What was made: an order id in any shape of answer means created, whatever the flags say. Sums in fen.

    Definite, nothing was made: Refused. Outcome unknown: UnexpectedReply, UnprovenNo.
    """
    result = orders_in(response.body)
    if result is not None:
        return result
    opened = response.opened
    if is_plain_no(response.body, opened):
        raise response.refusal(opened)
    raise response.unexpected("no order id")


def orders_in(body: Json) -> CreateResult | None:
    """What the answer says was made, wherever in it an order id stands and whatever its flags say; None without one."""
    orders: dict[OrderId, CreatedOrder] = {}
    failed: list[FailedLine] = []
    for level in objects(body):
        failed += [_failed(members(row)) for row in rows(level.get("failedOfferList"))]
        order_id = order_id_in(level)
        if order_id is not None and order_id not in orders:
            paid = next((amount for name in _AMOUNTS if (amount := fen(level.get(name))) is not None), None)
            orders[order_id] = CreatedOrder(order_id, paid, fen(level.get("postFee")))
    return CreateResult(tuple(orders.values()), tuple(failed)) if orders else None


def names_an_order(body: Json) -> bool:
    """Whether an answer proves that something was made."""
    return orders_in(body) is not None


def is_plain_no(body: Json, opened: Opened) -> bool:
    """Whether an answer without an order id is a no, and nothing else: it says why; nothing in it says yes or tells of an
    order's sum; and it is not about our key, which would mean that an order has it already (M07). Whether it proves that
    nothing was made is for its code to say, see ``Call.is_definite`` (M08)."""
    words = f"{opened.code} {opened.text}".casefold()
    if opened.ok or not words.strip() or any(word in words for word in _REPEATED):
        return False
    levels = list(objects(body))
    says_yes = any(flag(level.get("success")) for level in levels)
    return not says_yes and not any(level.get(name) for level in levels for name in (*_AMOUNTS, "orderList"))


def order_id_in(level: dict[str, Json]) -> OrderId | None:
    """The order that an object of the answer names, if any."""
    for key in (*_ID_KEYS, *_BARE_KEYS):
        found = id_text(level.get(key))
        shortest = _SHORTEST_BARE_ID if key in _BARE_KEYS else _SHORTEST_ID
        if found.isascii() and found.isdigit() and shortest <= len(found) <= _LONGEST_ID:
            return OrderId(found)
    return None


def objects(value: Json, key: str = "", depth: int = 0) -> Iterator[dict[str, Json]]:
    """All objects of an answer, outer ones first, without the parts that name things which were not made."""
    if depth > 8:
        return
    if isinstance(value, dict):
        yield value
        for name, inner in value.items():
            if name not in _NOT_MADE:
                yield from objects(inner, name, depth + 1)
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict | list):
                yield from objects(item, key, depth + 1)
            elif key in _BARE_KEYS:
                yield {key: item}


def _failed(row: dict[str, Json]) -> FailedLine:
    code = text(row.get("errorCode") or row.get("code"))
    words = plain(row.get("errorMessage") or row.get("message"))
    return FailedLine(OfferId(id_text(row.get("offerId"))), SpecId(text(row.get("specId"))), code, words)
