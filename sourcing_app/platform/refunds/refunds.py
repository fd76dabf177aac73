"""Refunds and returns: reading them, asking for them, proving them, sending goods back. Sections 6.1 to 6.9.

All sums are fen on the wire. Source: refund_lifecycle.md.
"""

from __future__ import annotations

from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import EntryId, OrderId, RefundId
from sourcing_app.domain.refund import (
    ClaimKind,
    GoodsSituation,
    OrderOfClaim,
    Refund,
    RefundApplication,
    RefundCreated,
    RefundFilter,
    RefundHistory,
    RefundPage,
    RefundReason,
    RefundsOfOrder,
    Voucher,
    refund_id_of,
)
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.refunds import refund_records
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import TRADE, Call, Kind
from sourcing_app.platform.transport.dialects import date_text, wire_id
from sourcing_app.platform.transport.envelope import open_reply, refusal, unexpected
from sourcing_app.platform.transport.fields import (
    Json,
    at_least,
    count,
    each,
    fen,
    flag,
    id_text,
    members,
    plain,
    rows,
    text,
)
from sourcing_app.platform.transport.gateway import Gateway

OF_ORDER = Call("alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus", TRADE, section="6.1")
HISTORY = Call("alibaba.trade.refund.OpQueryOrderRefundOperationList", TRADE, section="6.2")
GET = Call("alibaba.trade.refund.OpQueryOrderRefund", TRADE, section="6.3")
LIST = Call("alibaba.trade.refund.buyer.queryOrderRefundList", TRADE, section="6.4")
ORDER_OF_CLAIM = Call("alibaba.trade.queryOrderByInsure", TRADE, section="6.5")
APPLY = Call(
    "alibaba.trade.createRefund",
    TRADE,
    Kind.MONEY,
    "6.6",
    definite={
        "5001": "contract, errors: no such order",
        "5002": "contract, errors: the order of another buyer",
        "5003": "contract, errors: goodsStatus does not fit",
        "5004": "contract, errors: the reason does not fit",
        "5005": "contract, errors: a voucher is needed",
        "5006": "contract, errors: freight is not refunded",
        "5011": "contract, errors: the amount is wrong",
        "5012": "contract, errors: length of the description",
        "5013": "contract, errors: no partial quantity",
    },
)
"""Not definite: 5010 (a refund runs already, which is how a doubled request shows up), 5100 (other), 4xxx (their fault)."""
REASONS = Call("alibaba.trade.getRefundReasonList", TRADE, section="6.7")
UPLOAD_VOUCHER = Call(
    "alibaba.trade.uploadRefundVoucher", TRADE, Kind.WRITE, "6.8", file_parameter="imageData", timeout_s=60.0
)
SEND_BACK = Call(
    "alibaba.trade.refund.returnGoods",
    TRADE,
    Kind.WRITE,
    "6.9",
    definite={
        "4001": "contract, errors: authorisation needed",
        "4002": "contract, errors: carrier or waybill missing",
        "4003": "contract, errors: vouchers wrong",
        "4004": "contract, errors: carrier and waybill do not fit, or could not be checked",
        "4005": "contract, errors: no such refund",
        "4006": "contract, errors: not this account's",
        "4008": "contract, errors: refund number malformed",
    },
)
"""Not definite: 4007 (probably sent back already), 5001 to 5003 (the return step itself failed)."""

MAX_VOUCHER_BYTES = 1_000_000
"""A voucher is one JPEG below this. Source: contract alibaba.trade.uploadRefundVoucher."""


class Refunds:
    """Refunds of the buyer."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def of_order(self, order_id: OrderId, which: RefundsOfOrder = RefundsOfOrder.RUNNING) -> RefundPage:
        """In-sale refunds of an order that run or succeeded; closed and after-sale ones cannot be read this way.

        Contract alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus; sums in fen.
        Raises Refused (ORDER_NOT_EXIST).
        """
        return decode_of_order(await self._gateway.read(OF_ORDER, {"orderId": order_id, "queryType": which.value}))

    async def history(self, refund_id: RefundId, page: int = 1, page_size: int = 100) -> RefundHistory:
        """The steps of a refund, newest first; page from 1, until one is shorter than page_size.

        Contract alibaba.trade.refund.OpQueryOrderRefundOperationList. Raises Refused (REFUND_DATA_ERROR, INVALID_PARAM).
        """
        fields = {"refundId": refund_id_of(refund_id), "pageNo": str(page), "pageSize": str(page_size)}
        return decode_history(await self._gateway.read(HISTORY, fields))

    async def get(self, refund_id: RefundId, *, with_history: bool = True) -> Refund:
        """One refund with its deadline, in-sale or after-sale; bare digits get their TQ.

        Contract alibaba.trade.refund.OpQueryOrderRefund; sums in fen. Raises Refused (003, REFUND_DATA_ERROR).
        """
        fields = {
            "refundId": refund_id_of(refund_id),
            "needTimeOutInfo": True,
            "needOrderRefundOperation": with_history,
        }
        return decode_refund(await self._gateway.read(GET, fields))

    async def list(self, which: RefundFilter) -> RefundPage:
        """One page of the buyer's refunds; page from 0.

        Contract alibaba.trade.refund.buyer.queryOrderRefundList; sums in fen. Raises Refused (APPLY_TIME_ERROR above
        730 days).
        """
        return decode_list(await self._gateway.read(LIST, _filter_fields(which)))

    async def order_of_claim(self, kind: ClaimKind, number: str) -> OrderOfClaim:
        """The order behind a claim or an insurance policy; its id is None when there is none.

        Contract alibaba.trade.queryOrderByInsure, which the live documentation has dropped: Refused (gw.APIUnsupported)
        and NotPermitted are to be expected.
        """
        fields = {"tradeProtectParam": {"type": kind.value, "protectId": number}}
        return decode_order_of_claim(await self._gateway.read(ORDER_OF_CLAIM, fields))

    async def apply(self, application: RefundApplication) -> RefundCreated:
        """Ask for a refund: a legal act towards the seller, sent once.

        Contract alibaba.trade.createRefund; sums in fen. Raises Refused (5001 to 5013, 5100: nothing was made).
        Unreachable, UnexpectedReply: unknown, list the refunds of the order before anything else.
        """
        return decode_created(await self._gateway.write(APPLY, _application_fields(application)))

    async def reasons(
        self, order_id: OrderId, entry_ids: tuple[EntryId, ...], situation: GoodsSituation
    ) -> tuple[RefundReason, ...]:
        """The reasons that may be given now for these lines; none means that they cannot be refunded.

        Contract alibaba.trade.getRefundReasonList. Raises Refused (5xxx).
        """
        fields = {"orderId": order_id, "orderEntryIds": _ids(entry_ids), "goodsStatus": situation.value}
        return decode_reasons(await self._gateway.read(REASONS, fields))

    async def upload_voucher(self, jpeg: bytes) -> Voucher:
        """Store a picture that proves the claim. An upload has no other effect, so a lost answer may be tried again.

        Contract alibaba.trade.uploadRefundVoucher: one JPEG below 1 MB. Raises InvalidInput("voucher", "size" | "format"),
        Refused (4000).
        """
        if not jpeg.startswith(b"\xff\xd8\xff"):
            raise InvalidInput("voucher", "format")
        if len(jpeg) >= MAX_VOUCHER_BYTES:
            raise InvalidInput("voucher", "size", limit=MAX_VOUCHER_BYTES)
        return decode_voucher(await self._gateway.write(UPLOAD_VOUCHER, {}, {"imageData": jpeg}))

    async def send_back(
        self,
        refund_id: RefundId,
        carrier_code: str,
        waybill: str,
        description: str = "",
        vouchers: tuple[str, ...] = (),
    ) -> Done:
        """Say which parcel brings the goods back; only while the refund waits for it.

        Contract alibaba.trade.refund.returnGoods. description: 2 to 200 characters if any; vouchers: up to 10 addresses of
        ``upload_voucher``. Raises Refused (4001 to 4008); after 5002 and 5003 read the refund first.
        """
        fields = {
            "refundId": refund_id_of(refund_id),
            "logisticsCompanyNo": carrier_code,
            "freightBill": waybill,
            "description": description or None,
            "vouchers": list(vouchers) or None,
        }
        return decode_sent_back(await self._gateway.write(SEND_BACK, fields))


def _ids(entry_ids: tuple[EntryId, ...]) -> list[int | str]:
    return [wire_id(entry_id) for entry_id in entry_ids]


def _filter_fields(which: RefundFilter) -> dict[str, object]:
    times = {
        "applyStartTime": which.applied_from,
        "applyEndTime": which.applied_to,
        "modifyStartTime": which.modified_from,
        "modifyEndTime": which.modified_to,
    }
    return {
        "orderId": which.order_id,
        **{name: date_text(moment) for name, moment in times.items() if moment is not None},
        "refundStatusSet": [status.value for status in which.statuses] or None,
        "sellerMemberId": which.seller_member_id,
        "logisticsNo": which.waybill,
        "dipsuteType": which.kind.value,
        "currentPageNum": which.page,
        "pageSize": which.page_size,
    }


def _application_fields(application: RefundApplication) -> dict[str, object]:
    counts = [{"id": wire_id(entry_id), "count": number} for entry_id, number in application.quantities.items()]
    return {
        "orderId": application.order_id,
        "orderEntryIds": _ids(application.entry_ids),
        "disputeRequest": application.demand.value,
        "applyPayment": application.goods.fen,
        "applyCarriage": application.freight.fen,
        "applyReasonId": application.reason_id,
        "description": application.description,
        "goodsStatus": application.situation.value,
        "vouchers": list(application.vouchers) or None,
        "orderEntryCountList": counts or None,
        "customRefund": application.keep_freight,
        "refundRemark": application.remark or None,
    }


def _page(payload: dict[str, Json]) -> RefundPage:
    refunds, skipped = each(rows(payload.get("opOrderRefundModels")), refund_records.refund)
    return RefundPage(refunds, count(payload.get("totalCount")), at_least(payload.get("currentPageNum"), 0), skipped)


def decode_of_order(body: Json) -> RefundPage:
    """6.1: no flag at call level; ``success`` inside a record says nothing."""
    return _page(answers.answered_object(OF_ORDER, body))


def decode_history(body: Json) -> RefundHistory:
    """6.2."""
    payload = answers.answered_object(HISTORY, body)
    return RefundHistory(*each(rows(payload.get("opOrderRefundOperationModels")), refund_records.step))


def decode_refund(body: Json) -> Refund:
    """6.3."""
    found = answers.answered_object(GET, body).get("opOrderRefundModelDetail")
    try:
        return refund_records.refund(members(found))
    except ValueError as error:
        raise unexpected(GET, str(error), body) from None


def decode_list(body: Json) -> RefundPage:
    """6.4."""
    return _page(answers.answered_object(LIST, body))


def decode_order_of_claim(body: Json) -> OrderOfClaim:
    """6.5: an empty object means that nothing was found."""
    payload = answers.answer(ORDER_OF_CLAIM, body)
    order_id = id_text(members(payload).get("orderId"))
    return OrderOfClaim(OrderId(order_id) if order_id else None)


def decode_created(body: Json) -> RefundCreated:
    """6.6: a refund number is a refund, whatever the flag beside it says; a yes without one is unknown."""
    opened = open_reply(body, APPLY.reply)
    payload = members(opened.payload)
    number = id_text(payload.get("refundId"))
    if not number:
        answers.answer(APPLY, body)
        if not opened.ok:
            raise refusal(APPLY, opened)
        raise unexpected(APPLY, "no refund number", body)
    return RefundCreated(
        refund_id_of(number),
        text(payload.get("innerReasonId")),
        plain(payload.get("innerReason")),
        fen(payload.get("innerPostFee")),
        flag(payload.get("isVoucher")),
        fen(payload.get("refundOfficialSolutionCost")),
    )


def decode_reasons(body: Json) -> tuple[RefundReason, ...]:
    """6.7."""
    found, _ = each(rows(answers.answered_object(REASONS, body).get("reasons")), _reason)
    return found


def _reason(row: dict[str, Json]) -> RefundReason:
    reason_id = id_text(row["id"])
    if not reason_id:
        raise ValueError("no id")
    return RefundReason(
        reason_id,
        plain(row.get("name")),
        flag(row.get("needVoucher")) is True,
        flag(row.get("noRefundCarriage")) is True,
        plain(row.get("tip")),
    )


def decode_voucher(body: Json) -> Voucher:
    """6.8: host and path joined with exactly one slash; either may bring scheme or slash."""
    payload = answers.answered_object(UPLOAD_VOUCHER, body)
    host, path = text(payload.get("imageDomain")).rstrip("/"), text(payload.get("imageRelativeUrl")).lstrip("/")
    if not host or not path:
        raise unexpected(UPLOAD_VOUCHER, "no address", body)
    bare = host.removeprefix("//")
    return Voucher(f"{bare if '://' in bare else 'https://' + bare}/{path}")


def decode_sent_back(body: Json) -> Done:
    """6.9."""
    return answers.done(SEND_BACK, body)
