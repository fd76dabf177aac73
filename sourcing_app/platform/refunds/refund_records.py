"""Rows of refunds and of their steps, in both published spellings of the same model.

Source: contracts alibaba.trade.refund.OpQueryOrderRefund (goodsReceived) and
alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus (isGoodsReceived).
"""

from __future__ import annotations

from sourcing_app.domain.carrier import Carrier
from sourcing_app.domain.ids import EntryId, OrderId, RefundId
from sourcing_app.domain.money import Money
from sourcing_app.domain.refund import (
    Actor,
    Demand,
    GoodsState,
    MessageKind,
    Refund,
    RefundKind,
    RefundStatus,
    RefundStep,
    ReturnPlace,
    refund_id_of,
)
from sourcing_app.platform.transport.fields import (
    Json,
    at_least,
    count,
    each,
    fen,
    flag,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
    when,
)
from sourcing_app.platform.transport.shapes import read_members, word


def refund(row: dict[str, Json]) -> Refund:
    """One record. Raises ValueError without number, order or state: those are always there."""
    number, order_id, status = _refund_number(row), id_text(row.get("orderId")), text(row.get("status"))
    if not number or not order_id or not status:
        raise ValueError("no refund: number, order or state missing")
    steps, _ = each(rows(row.get("refundOperationList")), step)
    return Refund(
        refund_id=number,
        order_id=OrderId(order_id),
        status=RefundStatus.of(status),
        kind=word(RefundKind, row.get("disputeType")),
        demand=word(Demand, row.get("disputeRequest")),
        goods=word(GoodsState, row.get("goodsStatus")),
        entry_ids=tuple(EntryId(found) for item in rows(row.get("orderEntryIdList")) if (found := id_text(item))),
        quantities=_quantities(row.get("orderEntryCountMap")),
        title=plain(row.get("productName")),
        reason=plain(row.get("applyReason")),
        reason_id=id_text(row.get("applyReasonId")),
        sub_reason=plain(row.get("applySubReason")),
        **_sums(row),
        **_times(row),
        reject_reason=plain(row.get("rejectReason")),
        reject_times=at_least(row.get("rejectTimes"), 0),
        at_deadline=text(row.get("timeOutOperateType")),
        timer_stopped=_either(row, "timeOutFreeze") is True,
        staff_involved=bool(text(row.get("taskStatus"))) or _either(row, "crmModifyRefund") is True,
        goods_received=_either(row, "goodsReceived"),
        money_only=_either(row, "onlyRefund"),
        return_needed=_either(row, "refundGoods"),
        goods_sent=_either(row, "buyerSendGoods"),
        return_place=_return_place(row),
        return_carrier=optional(row.get("buyerLogisticsName")),
        return_waybill=optional(row.get("freightBill")),
        seller_member_id=text(row.get("sellerMemberId")),
        seller_login=text(row.get("sellerLoginId")),
        buyer_member_id=text(row.get("buyerMemberId")),
        buyer_login=text(row.get("buyerLoginId")),
        payment_id=id_text(row.get("alipayPaymentId")) or None,
        trade_type=text(row.get("tradeTypeStr")),
        extra={
            name: text(value)
            for name, value in members(row.get("extInfo")).items()
            if text(value) not in ("", "null") and name not in ("class", "@type")
        },
        steps=steps,
        **_OTHERS(row),
        **_marks(row),
    )


def _marks(row: dict[str, Json]) -> dict[str, Json]:
    return {ours: _either(row, theirs) for ours, theirs in _MARKS.items()}


_MARKS: dict[str, str] = {
    "changed_by_staff": "crmModifyRefund",
    "seller_lacks_money": "insufficientAccount",
    "seller_lacks_deposit": "insufficientBail",
    "seller_pays_later": "sellerDelayDisburse",
    "paid_automatically": "aftersaleAutoDisburse",
    "agreed_by_time": "aftersaleAgreeTimeout",
    "trade_4": "supportNewSteppay",
    "new_flow": "newRefundReturn",
}


def _reason_number(value: Json) -> str:
    """-1 and 0 stand for none."""
    found = id_text(value)
    return found if found.isdigit() else ""


_OTHERS = read_members(
    sub_reason_id=("applySubReasonId", _reason_number), reject_reason_id=("rejectReasonId", _reason_number),
    buyer_user_id=("buyerUserId", id_text), seller_user_id=("sellerUserId", id_text),
    buyer_alipay_id=("buyerAlipayId", text), seller_alipay_id=("sellerAlipayId", text),
    staff_state=("taskStatus", text), instant_kind=("instantRefundType", text), instant_channel=("disburseChannel", text),
    error_code=("asynErrCode", text), sub_error_code=("asynSubErrCode", text),
)  # fmt: skip


def step(row: dict[str, Json]) -> RefundStep:
    """One step of the history. Raises ValueError for a row that tells nothing."""
    long_text = plain(row.get("discription"))
    title = plain(row.get("operateRemark"))
    if not (title or long_text):
        raise ValueError("a step without words")
    before = text(row.get("beforeOperateStatus"))
    return RefundStep(
        step_id=id_text(row.get("id")),
        refund_id=_refund_number({"refundId": row.get("refundId")}),
        title=title,
        text=long_text,
        parts=_parts(long_text),
        kind=text(row.get("operateTypeInt")),
        before=RefundStatus.of(before) if before else None,
        actor=word(Actor, row.get("operatorRoleId")),
        actor_login=text(row.get("operatorLoginId")),
        message_kind=word(MessageKind, row.get("msgType")),
        by_staff=_either(row, "crmModifyRefund") is True,
        at=when(row.get("gmtCreate")),
        modified_at=when(row.get("gmtModified")),
        waybill=optional(row.get("freightBill")),
        return_address=optional(row.get("refundAddress")),
        reject_reason=optional(row.get("rejectReason")),
        vouchers=tuple(url for url in map(text, rows(row.get("vouchers"))) if url),
        carrier=carrier(members(row.get("logisticsCompany"))) if row.get("logisticsCompany") else None,
        **_OF_STEP(row),
    )


_OF_STEP = read_members(
    told_after=("afterOperateStatus", lambda value: RefundStatus.of(text(value)) if text(value) else None),
    actor_id=("operatorId", text), actor_user_id=("operatorUserId", id_text), message_state=("messageStatus", text),
    closed_by_stage=("closeRefundStepId", id_text), email=("email", text), mobile=("mobile", text), phone=("phone", text),
)  # fmt: skip


def carrier(row: dict[str, Json]) -> Carrier:
    """A logistics company, wherever it is listed. Raises ValueError without name and code."""
    name, code = plain(row.get("companyName")), text(row.get("companyNo"))
    if not name and not code:
        raise ValueError("a carrier without name and code")
    return Carrier(
        id_text(row.get("id")),
        name,
        code,
        text(row.get("companyPhone")),
        text(row.get("spelling")),
        flag(row.get("supportPrint")),
        when(row.get("gmtCreate")),
        when(row.get("gmtModified")),
    )


def _refund_number(row: dict[str, Json]) -> RefundId:
    return refund_id_of(id_text(row.get("refundId")) or id_text(row.get("id")))


def _either(row: dict[str, Json], name: str) -> bool | None:
    """A truth value in either spelling: ``goodsReceived`` or ``isGoodsReceived``."""
    found = flag(row.get(name))
    return found if found is not None else flag(row.get("is" + name[0].upper() + name[1:]))


def _quantities(value: Json) -> dict[EntryId, int]:
    found = {EntryId(name): count(number) for name, number in members(value).items()}
    return {entry_id: number for entry_id, number in found.items() if number is not None}


def _sums(row: dict[str, Json]) -> dict[str, Json]:
    """Fen all; -1 stands for none."""
    names = {
        "asked": "applyPayment",
        "asked_freight": "applyCarriage",
        "ceiling": "canRefundPayment",
        "agreed": "refundPayment",
        "agreed_freight": "refundCarriage",
        "pick_up_cost": "refundOfficialSolutionCost",
        "frozen_fund": "frozenFund",
        "first_asked": "applyExpect",
        "advance": "prepaidBalance",
    }
    found = {ours: fen(row.get(theirs)) for ours, theirs in names.items()}
    return {ours: None if sum_ is not None and sum_ < Money.zero() else sum_ for ours, sum_ in found.items()}


def _times(row: dict[str, Json]) -> dict[str, Json]:
    names = {
        "applied_at": "gmtApply",
        "created_at": "gmtCreate",
        "modified_at": "gmtModified",
        "completed_at": "gmtCompleted",
        "deadline": "gmtTimeOut",
        "timer_stopped_at": "gmtFreezed",
    }
    return {ours: when(row.get(theirs)) for ours, theirs in names.items()}


def _return_place(row: dict[str, Json]) -> ReturnPlace | None:
    place = ReturnPlace(
        plain(row.get("sellerRealName")),
        text(row.get("sellerMobile")),
        text(row.get("sellerTel")),
        plain(row.get("sellerReceiveAddress")),
    )
    return place if place.name or place.address else None


def _parts(long_text: str) -> tuple[tuple[str, str], ...]:
    """ "label：value|label：value"; a part without a label has an empty one."""
    parts = (part.partition("：") for part in long_text.split("|") if part.strip())
    return tuple((label.strip(), value.strip()) if colon else ("", label.strip()) for label, colon, value in parts)
