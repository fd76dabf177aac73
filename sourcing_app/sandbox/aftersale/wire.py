"""Refunds as the platform's replies have them. Source: contracts alibaba.trade.refund.*, types and samples."""

from __future__ import annotations

import json
from typing import Any

from sourcing_app.sandbox.aftersale import effects, protections
from sourcing_app.sandbox.aftersale.records import Operation, Refund
from sourcing_app.sandbox.aftersale.states import (
    BUYER,
    NOT_RECEIVED,
    REQUEST_NUMBER,
    ROLE_NUMBER,
    SELLER,
    SENT,
    SENT_BACK,
    TIMEOUT_ACTION,
    TO_SEND,
    WITH_RETURN,
)
from sourcing_app.sandbox.clock import at, compact
from sourcing_app.sandbox.tokens import main_account
from sourcing_app.sandbox.world import World

FIRST_OPERATION = 50027571423000
"""Ids of history records start above this one."""

TRADE_TYPE = "50060"
"""Guarantee trade."""


def day(seconds: float) -> str:
    """A compact date with whole seconds, as the refund samples have them."""
    return compact(at(int(seconds)))


def digits(member_id: str) -> int:
    """The numeric user id behind ``b2b-2200000000001``."""
    return int("".join(sign for sign in member_id.rsplit("-", 1)[-1] if sign.isdigit()) or 0)


def model(world: World, refund: Refund) -> dict[str, Any]:
    """The record without booleans, history, lines and deadline: members both spellings share. No nulls."""
    row: dict[str, Any] = {
        "id": refund.number,
        "refundId": refund.refund_id,
        "orderId": refund.order_id,
        "status": refund.status,
        "disputeType": refund.dispute_type,
        "disputeRequest": REQUEST_NUMBER[refund.request],
        "goodsStatus": refund.goods_status,
        "applyReason": refund.reason,
        "applyReasonId": refund.reason_id,
        "applySubReasonId": -1,
        "applyPayment": refund.total_fen,
        "applyCarriage": refund.freight_fen,
        "applyExpect": refund.asked_goods_fen + refund.asked_freight_fen,
        "canRefundPayment": refund.ceiling_fen,
        "refundPayment": refund.total_fen,
        "refundCarriage": refund.freight_fen,
        "frozenFund": -1,
        "rejectReasonId": 0,
        "rejectTimes": refund.reject_times,
        "productName": refund.product_name,
        "tradeTypeStr": TRADE_TYPE,
        "gmtApply": day(refund.applied),
        "gmtCreate": day(refund.applied),
        "gmtModified": day(refund.modified),
        "extInfo": _extras(world, refund),
    }
    row.update(_parties(world, refund))
    row.update(_parcel(world, refund))
    if refund.reject_reason:
        row["rejectReason"] = refund.reject_reason
    if refund.task_status:
        row["taskStatus"] = refund.task_status
    if refund.completed is not None:
        row["gmtCompleted"] = day(refund.completed)
    return row


def _extras(world: World, refund: Refund) -> dict[str, str]:
    """A free map in which every value is text."""
    extras = {
        "payMode": "alipay",
        "7d": "1",
        "opRole": refund.last_role,
        "apply_text_id": "null",
        "refundPostFee": str(refund.freight_fen),
    }
    if refund.remark:
        extras["refundRemark"] = refund.remark
    return extras | {f"{kind}Id": number for kind, number in protections.of_refund(world, refund.number).items()}


def _parties(world: World, refund: Refund) -> dict[str, Any]:
    buyer_user, seller_user = digits(refund.buyer_id), digits(refund.seller_id)
    return {
        "alipayPaymentId": effects.payment_number(world, refund),
        "buyerMemberId": refund.buyer_id,
        "sellerMemberId": refund.seller_id,
        "buyerUserId": buyer_user,
        "sellerUserId": seller_user,
        "buyerLoginId": main_account(refund.buyer_id).login,
        "sellerLoginId": effects.seller_login(world, refund),
    }


def _parcel(world: World, refund: Refund) -> dict[str, Any]:
    """Where the goods go back to (once the seller agreed) and the parcel that brings them."""
    row: dict[str, Any] = {}
    if refund.request == WITH_RETURN and (refund.status in (TO_SEND, SENT) or refund.waybill):
        address = effects.return_address(world, refund)
        row.update(sellerRealName=address.name, sellerMobile=address.mobile, sellerReceiveAddress=address.text_only)
    if refund.waybill:
        row.update(buyerLogisticsName=refund.carrier_name, freightBill=refund.waybill)
    return row


def _booleans(refund: Refund) -> dict[str, bool]:
    """The flags by the names of the detail and list calls."""
    with_return = refund.request == WITH_RETURN
    return {
        "goodsReceived": refund.goods_status != NOT_RECEIVED,
        "onlyRefund": not with_return,
        "refundGoods": with_return,
        "buyerSendGoods": refund.goods_status == SENT_BACK,
        "timeOutFreeze": refund.frozen is not None,
        "crmModifyRefund": refund.staff_changed,
        "newRefundReturn": True,
        "supportNewSteppay": True,
    }


def detail(
    world: World, refund: Refund, *, history: list[Operation] | None = None, deadlines: bool = False
) -> dict[str, Any]:
    """``opOrderRefundModelDetail``. history: None sends an empty list; deadlines: also when the step ends."""
    row = model(world, refund) | _booleans(refund)
    row["refundOperationList"] = [operation(world, refund, step) for step in history or ()]
    row["orderEntryIdList"] = sorted(refund.lines, reverse=True)
    row["orderEntryCountMap"] = {str(line): count for line, count in refund.lines.items()}
    if refund.frozen is not None:
        row["gmtFreezed"] = day(refund.frozen)
    if deadlines and refund.deadline is not None:
        row["gmtTimeOut"] = day(refund.deadline)
        row["timeOutOperateType"] = TIMEOUT_ACTION[refund.status]
    return row


def listed(world: World, refund: Refund) -> dict[str, Any]:
    """A row of the list call: no lines, no history, no deadline."""
    return model(world, refund) | _booleans(refund) | {"refundOperationList": []}


def of_order_row(world: World, refund: Refund) -> dict[str, Any]:
    """A row of the by-order call, which spells the flags ``isGoodsReceived`` and so on."""
    flags = {f"is{name[0].upper()}{name[1:]}": flag for name, flag in _booleans(refund).items()}
    return model(world, refund) | flags | {"refundOperationList": [], "success": True}


def operation(world: World, refund: Refund, step: Operation) -> dict[str, Any]:
    """One line of the history. Both states repeat the one BEFORE the step, as the official samples do."""
    row: dict[str, Any] = {
        "id": FIRST_OPERATION + step.seq,
        "refundId": refund.refund_id,
        "operateTypeInt": step.kind,
        "operateRemark": step.remark,
        "discription": step.text,
        "operatorRoleId": ROLE_NUMBER[step.role],
        "msgType": 7 if step.role in (BUYER, SELLER) else 3,
        "messageStatus": 3,
        "crmModifyRefund": refund.staff_changed,
        "closeRefundStepId": 0,
        "gmtCreate": day(step.at),
        "gmtModified": day(step.at),
    }
    if step.before is not None:
        row.update(beforeOperateStatus=step.before, afterOperateStatus=step.before)
    row.update(_operator(world, refund, step))
    optional = {
        "freightBill": step.waybill,
        "refundAddress": step.address,
        "rejectReason": step.reject_reason,
        "vouchers": list(step.vouchers) or None,
    }
    return row | {name: value for name, value in optional.items() if value is not None}


def _operator(world: World, refund: Refund, step: Operation) -> dict[str, Any]:
    if step.role == BUYER:
        member, login = refund.buyer_id, main_account(refund.buyer_id).login
    elif step.role == SELLER:
        member, login = refund.seller_id, effects.seller_login(world, refund)
    else:
        return {"operatorLoginId": "system", "operatorUserId": 0}
    return {"operatorLoginId": login, "operatorId": member, "operatorUserId": digits(member)}


def failure(inner: str, name: str, text: str) -> dict[str, Any]:
    """A refused read: ``errorMessage`` is itself JSON text, its ``cause`` a comma separated text."""
    cause = f"errorCode:{name},errorMsg:{text},cause:null"
    message = json.dumps({"errorCode": inner, "errorMessage": text, "cause": cause}, ensure_ascii=False)
    return {"errorCode": "500", "errorMessage": message, "extErrorMessage": text}
