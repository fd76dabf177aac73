"""Refunds and returns: parameters out, answers in. Sections 6.1 to 6.9.

All sums are fen on the wire. Source: refund_lifecycle.md.
"""

from __future__ import annotations

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
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import date_text, wire_id
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
from sourcing_app.platform.transport.response import Response

MAX_VOUCHER_BYTES = 1_000_000
"""A voucher is one JPEG below this. Source: contract alibaba.trade.uploadRefundVoucher."""


def of_order_fields(order_id: OrderId, which: RefundsOfOrder = RefundsOfOrder.RUNNING) -> Fields:
    """In-sale refunds of an order that run or succeeded; closed and after-sale ones cannot be read this way."""
    return {"orderId": order_id, "queryType": which.value}


def history_fields(refund_id: RefundId, page: int = 1, page_size: int = 100) -> Fields:
    """The steps of a refund; page from 1, until one is shorter than page_size."""
    return {"refundId": refund_id_of(refund_id), "pageNo": str(page), "pageSize": str(page_size)}


def refund_fields(refund_id: RefundId, *, with_history: bool = True) -> Fields:
    """One refund, in-sale or after-sale; bare digits get their TQ."""
    return {
        "refundId": refund_id_of(refund_id),
        "needTimeOutInfo": True,
        "needOrderRefundOperation": with_history,
    }


def claim_fields(kind: ClaimKind, number: str) -> Fields:
    """A claim or an insurance policy by its number."""
    return {"tradeProtectParam": {"type": kind.value, "protectId": number}}


def reason_fields(order_id: OrderId, entry_ids: tuple[EntryId, ...], situation: GoodsSituation) -> Fields:
    """The lines, and where their goods are."""
    return {"orderId": order_id, "orderEntryIds": _ids(entry_ids), "goodsStatus": situation.value}


def voucher_fields(jpeg: bytes) -> Fields:
    """A picture that proves the claim. Raises InvalidInput("voucher", "size" | "format")."""
    if not jpeg.startswith(b"\xff\xd8\xff"):
        raise InvalidInput("voucher", "format")
    if len(jpeg) >= MAX_VOUCHER_BYTES:
        raise InvalidInput("voucher", "size", limit=MAX_VOUCHER_BYTES)
    return {"imageData": jpeg}


def return_fields(
    refund_id: RefundId, carrier_code: str, waybill: str, description: str = "", vouchers: tuple[str, ...] = ()
) -> Fields:
    """The parcel that brings the goods back. description: 2 to 200 characters if any; vouchers: up to 10 addresses of
    uploaded ones."""
    return {
        "refundId": refund_id_of(refund_id),
        "logisticsCompanyNo": carrier_code,
        "freightBill": waybill,
        "description": description or None,
        "vouchers": list(vouchers) or None,
    }


def _ids(entry_ids: tuple[EntryId, ...]) -> list[int | str]:
    return [wire_id(entry_id) for entry_id in entry_ids]


def list_fields(which: RefundFilter) -> Fields:
    """One page of the buyer's refunds; page from 0."""
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


def application_fields(application: RefundApplication) -> Fields:
    """Sums in fen."""
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


def of_order(response: Response) -> RefundPage:
    """6.1: no flag at call level; ``success`` inside a record says nothing."""
    return _page(response.strict_object())


def history(response: Response) -> RefundHistory:
    """6.2."""
    payload = response.strict_object()
    return RefundHistory(*each(rows(payload.get("opOrderRefundOperationModels")), refund_records.step))


def refund(response: Response) -> Refund:
    """6.3."""
    return response.record(refund_records.refund, response.strict_object().get("opOrderRefundModelDetail"))


def listed(response: Response) -> RefundPage:
    """6.4."""
    return _page(response.strict_object())


def order_of_claim(response: Response) -> OrderOfClaim:
    """6.5: an empty object means that nothing was found."""
    payload = response.strict()
    order_id = id_text(members(payload).get("orderId"))
    return OrderOfClaim(OrderId(order_id) if order_id else None)


def created(response: Response) -> RefundCreated:
    """6.6: a refund number is a refund, whatever the flag beside it says; a yes without one is unknown."""
    opened = response.opened
    payload = members(opened.payload)
    number = id_text(payload.get("refundId"))
    if not number:
        response.strict()
        if not opened.ok:
            raise response.refusal(opened)
        raise response.unexpected("no refund number")
    return RefundCreated(
        refund_id_of(number),
        text(payload.get("innerReasonId")),
        plain(payload.get("innerReason")),
        fen(payload.get("innerPostFee")),
        flag(payload.get("isVoucher")),
        fen(payload.get("refundOfficialSolutionCost")),
    )


def reasons(response: Response) -> tuple[RefundReason, ...]:
    """6.7."""
    found, _ = each(rows(response.strict_object().get("reasons")), _reason)
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


def voucher(response: Response) -> Voucher:
    """6.8: host and path joined with exactly one slash; either may bring scheme or slash."""
    payload = response.strict_object()
    host, path = text(payload.get("imageDomain")).rstrip("/"), text(payload.get("imageRelativeUrl")).lstrip("/")
    if not host or not path:
        raise response.unexpected("no address")
    bare = host.removeprefix("//")
    return Voucher(f"{bare if '://' in bare else 'https://' + bare}/{path}")
