"""Orders: preview, create, find, read, cancel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import OfferId, OrderId, SupplierId
from sourcing_app.domain.intent import CreateRequest, CreateResult
from sourcing_app.domain.order import Order, OrderFilter, OrderPage
from sourcing_app.domain.preview import OrderChoice, OrderLine, OrderPreview
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.orders.addresses import address_param
from sourcing_app.platform.orders.order_create import cargo_params, create_request, created, is_plain_no, names_an_order
from sourcing_app.platform.orders.order_preview import preview_parts
from sourcing_app.platform.orders.order_rows import order_of
from sourcing_app.platform.transport import answers, calls
from sourcing_app.platform.transport.envelope import (
    flagged_yes,
    object_of,
    open_reply,
    payload_of,
    refusal,
    says_no,
    unexpected,
)
from sourcing_app.platform.transport.fields import ROW_ERRORS, Json, count, each, members, rows
from sourcing_app.platform.transport.shapes import ids

if TYPE_CHECKING:
    from sourcing_app.platform.transport.gateway import Gateway

WEB_SITE = "1688"
MAX_PAGE_SIZE = 50


class Orders:
    """The buyer's orders. Reads raise what ``Gateway.read`` raises. wall: seconds since 1970."""

    def __init__(self, gateway: Gateway, wall: Callable[[], float]) -> None:
        self._gateway = gateway
        self._wall = wall
        self._last_preview = datetime.fromtimestamp(0, UTC)

    async def preview(
        self,
        lines: tuple[OrderLine, ...],
        address: Address,
        supplier_id: SupplierId,
        supplier_name: str,
        *,
        whole: bool = False,
    ) -> OrderPreview:
        """What an order of these lines, all of one supplier, would be. Sums arrive in fen, line amounts in yuan; whole: a
        WholePreview, with all that is told.

        Contract: alibaba.createOrder.preview. Raises InvalidInput, Refused (500_001 to 500_009: a line cannot be
        ordered), UnexpectedReply when a sum is missing.
        """
        call = calls.ORDER_PREVIEW
        fields = {"addressParam": address_param(address), "cargoParamList": cargo_params(lines)}
        body = await self._gateway.read(call, fields)
        opened = open_reply(body, call.reply)
        entries = [entry for entry in rows(opened.payload) if entry]
        if says_no(body, opened) or (not entries and opened.code):
            raise refusal(call, opened)
        try:
            parts = preview_parts(entries, lines)
        except ROW_ERRORS as error:
            raise unexpected(call, str(error), body) from error
        if not parts:
            raise unexpected(call, "no preview", body)
        preview = OrderPreview(
            supplier_id,
            supplier_name,
            address,
            lines,
            parts,
            self._gateway.account.key,
            self._moment_of_preview(),
            _offer_ids(body, "postFeeByDescOfferList"),
            _offer_ids(body, "unsupportedCrossBorderPayOfferList"),
        )
        if not whole:
            return preview
        from sourcing_app.platform.orders.preview_facts import whole_preview

        return whole_preview(preview, body, entries)

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

    async def create(self, request: CreateRequest) -> CreateResult:
        """Make the order: sent once. An order id in any shape of answer means created, whatever the flags say.

        Definite, nothing was made: Refused, WrongCredentials, NotPermitted, SignInNeeded, Throttled. Outcome unknown:
        Unreachable, UnexpectedReply, UnprovenNo. Sums in fen. Contract: alibaba.trade.createCrossOrder.
        """
        call = calls.ORDER_CREATE
        body = await self._gateway.write(call, dict(request.parameters), proof=names_an_order)
        result = created(body)
        if result is not None:
            return result
        opened = open_reply(body, call.reply)
        if is_plain_no(body, opened):
            raise refusal(call, opened)
        raise unexpected(call, "no order id", body)

    async def list(self, which: OrderFilter, *, whole: bool = False) -> OrderPage:
        """One page of orders; without parcels (see ``get``). Totals in yuan; whole: of WholeOrders, with all that is told.

        Contract: alibaba.trade.getBuyerOrderList.
        """
        call = calls.ORDER_LIST
        size = max(1, min(which.page_size, MAX_PAGE_SIZE))
        fields = {
            "page": which.page,
            "pageSize": size,
            "orderStatus": which.status.value if which.status else None,
            "createStartTime": which.created_from,
            "createEndTime": which.created_to,
            "modifyStartTime": which.modified_from,
            "outOrderId": which.out_order_id,
        }
        body = await self._gateway.read(call, fields)
        payload = payload_of(call, body)
        wrapper = members(members(body).get("result"))
        total = count(members(body).get("totalRecord", wrapper.get("totalRecord")))
        if payload is None and (total == 0 or flagged_yes(body)):
            payload = []
        if isinstance(payload, dict):
            payload = [payload] if "baseInfo" in payload else payload.get("result")
        if not isinstance(payload, list):
            raise unexpected(call, "no list", body)
        read = _reader(whole=whole)
        orders, skipped = each(payload, lambda row: read(row, is_detail=False))
        before = (which.page - 1) * size + len(payload)
        more = bool(payload) and (before < total if total is not None else len(payload) >= size)
        return OrderPage(orders, before if total is None else total, which.page, more, skipped)

    async def get(self, order_id: OrderId, *, whole: bool = False) -> Order:
        """One order; whole: a WholeOrder, with all that is told. Raises Refused for another account's.

        Contract: alibaba.trade.get.buyerView.
        """
        call = calls.ORDER_GET
        fields = {"webSite": WEB_SITE, "orderId": order_id, "includeFields": "GuaranteesTerms,NativeLogistics"}
        body = await self._gateway.read(call, fields)
        try:
            return _reader(whole=whole)(object_of(call, body), is_detail=True)
        except ROW_ERRORS as error:
            raise unexpected(call, str(error), body) from error

    async def cancel(self, order_id: OrderId, reason: str, remark: str = "") -> None:
        """Close an unpaid order; a write. reason: "buyerCancel" or "other". After any error, read the order.

        Contract: alibaba.trade.cancel. Raises Refused (ORDER_STATUS_ERROR, CLOSE_ORDER_TOO_FAST within 10 s, ...).
        """
        fields = {"webSite": WEB_SITE, "tradeID": order_id, "cancelReason": reason, "remark": remark or None}
        answers.done(calls.ORDER_CANCEL, await self._gateway.write(calls.ORDER_CANCEL, fields))


class _ReadOrder(Protocol):
    def __call__(self, row: dict[str, Json], *, is_detail: bool) -> Order: ...


def _reader(*, whole: bool) -> _ReadOrder:
    if not whole:
        return order_of
    from sourcing_app.platform.orders.order_facts import whole_order

    return whole_order


def _offer_ids(body: object, name: str) -> tuple[OfferId, ...]:
    return ids(OfferId)(members(body).get(name))
