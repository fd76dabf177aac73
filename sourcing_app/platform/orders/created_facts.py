"""What a create call made, whole: ``wire_create.py`` finds the orders, here all else that is told of them is read.

Source: contract alibaba.trade.createCrossOrder.
"""

from __future__ import annotations

from sourcing_app.domain.created_facts import AccountPeriod, PeriodKind, WholeCreatedOrder, WholeCreateResult
from sourcing_app.domain.intent import CreatedOrder, CreateResult
from sourcing_app.platform.orders.wire_create import created, objects, order_id_in
from sourcing_app.platform.transport.fields import Json, count, fen, flag, plain, text
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import extended, one, read_members, shape, word_of

_PERIOD = one(
    shape(AccountPeriod, kind=("tapType", word_of(PeriodKind)), day=("tapDate", count), overdue=("tapOverdue", count))
)
_OF_ORDER = read_members(
    ok=("success", flag), code=("resultCode|code", text), text=("message", plain),
    goods=("sumPaymentNoCarriageFromClient", fen), discount=("discount", fen), pay_channel=("payChannel", text),
    merged_payment=("mergePay", flag), free_freight=("chooseFreeFreight", flag),
)  # fmt: skip


def created_in_full(response: Response) -> object:
    """As ``created``, with everything."""
    return whole_result(created(response), response.body, text(response.asked.get("outOrderId")))


def whole_result(made: CreateResult, body: Json, out_order_id: str) -> WholeCreateResult:
    """The result with everything. body: the answer that names the orders; out_order_id: as it was sent."""
    levels = list(objects(body))
    orders = tuple(_order(order, levels) for order in made.orders)
    period = next((found for level in levels if (found := _PERIOD(level.get("accountPeriod")))), None)
    return extended(WholeCreateResult, made, orders=orders, account_period=period, out_order_id=out_order_id)


def _order(order: CreatedOrder, levels: list[dict[str, Json]]) -> WholeCreatedOrder:
    own = next(level for level in levels if order_id_in(level) == order.order_id)
    return extended(WholeCreatedOrder, order, **_OF_ORDER(own))
