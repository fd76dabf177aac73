"""Refunds: apply, prove, send back, read. Source: contracts of section six, one function a call."""

from __future__ import annotations

import re
from typing import Any

from sourcing_app.sandbox.aftersale import protections, records, returns, vouchers, wire
from sourcing_app.sandbox.aftersale.apply import (
    Refusal,
    application,
    apply,
    check_situation,
    chosen_lines,
    chosen_order,
    known_situation,
)
from sourcing_app.sandbox.aftersale.bought import bought_order
from sourcing_app.sandbox.aftersale.reasons import reasons_for
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.aftersale.states import AFTER_SALE, PAID
from sourcing_app.sandbox.clock import parse_compact
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers

DAY_S = 86400
REACH_DAYS = 730
"""How far back the list reaches."""

DEFAULT_PAGE, LARGEST_PAGE = 20, 100
RUNNING, SUCCESSFUL = "1", "3"


# -- writes -------------------------------------------------------------------------------------------------------


def _wrapped_no(code: str, text: str) -> BusinessNo:
    return BusinessNo({"result": {"success": False, "code": code, "message": text}})


@answers("alibaba.trade.createRefund")
def create(call: Call) -> JsonValue:
    try:
        asked = application(call.params)
        refund = apply(call.world, call.buyer, asked)
    except Refusal as no:
        raise _wrapped_no(no.code, no.text) from None
    created: dict[str, Any] = {
        "refundId": refund.refund_id,
        "innerReasonId": refund.reason_id,
        "innerReason": refund.reason,
        "innerPostFee": refund.freight_fen,
        "isVoucher": "1" if asked.vouchers else "0",
    }
    return {"result": {"result": created, "success": True}}


@answers("alibaba.trade.getRefundReasonList")
def reason_list(call: Call) -> JsonValue:
    """Empty where the order cannot be refunded in this situation."""
    world, params = call.world, call.params
    try:
        order = chosen_order(world, call.buyer, int(params["orderId"]))
        situation = known_situation(params["goodsStatus"])
        lines = chosen_lines(order, tuple(int(one) for one in params["orderEntryIds"]))
    except Refusal as no:
        raise _wrapped_no(no.code, no.text) from None
    try:
        check_situation(order, lines, situation)
        reasons = [reason.wire() for reason in reasons_for(situation.word)]
    except Refusal:
        reasons = []
    return {"result": {"success": True, "result": {"reasons": reasons}}}


@answers("alibaba.trade.uploadRefundVoucher")
def upload(call: Call) -> JsonValue:
    """A file part or base64 text, one JPEG below 1 MB."""
    try:
        path = vouchers.keep(call.world, call.buyer, vouchers.picture_bytes(call.params.get("imageData")))
    except vouchers.BadVoucher as error:
        raise _wrapped_no("4000", str(error)) from None
    host = call.world.base_url
    if call.world.options().voucher_slashes:
        host, path = host.split("://", 1)[1], f"/{path}"
    return {"result": {"success": True, "result": {"imageDomain": host, "imageRelativeUrl": path}}}


@answers("alibaba.trade.refund.returnGoods")
def return_goods(call: Call) -> JsonValue:
    params = call.params
    try:
        returns.send_back(
            call.world,
            call.buyer,
            params["refundId"],
            params["logisticsCompanyNo"].strip(),
            params["freightBill"].strip(),
            (params.get("description") or "").strip(),
            tuple(str(url) for url in params.get("vouchers") or ()),
        )
    except returns.Refusal as no:
        raise BusinessNo({"result": {"success": False, "errorCode": no.code, "errorInfo": no.text}}) from None
    return {"result": {"success": True}}


# -- reads --------------------------------------------------------------------------------------------------------


def _no(inner: str, name: str, text: str) -> BusinessNo:
    return BusinessNo(wire.failure(inner, name, text))


def _own_refund(call: Call) -> Refund:
    """The refund named by ``refundId``, which must be the buyer's."""
    refund_id = str(call.params["refundId"]).strip()
    if refund_id.isdigit():
        raise _no("003002", "REFUND_DATA_ERROR", "退款单号格式错误，应为TD+退款单id")
    match = re.fullmatch(r"TQ(\d{1,19})", refund_id)
    if match is None:
        raise _no("003002", "INVALID_PARAM", "退款单号不合法")
    refund = records.find(call.world.state, int(match[1]))
    if refund is None:
        raise _no("003002", "REFUND_DATA_ERROR", "退款单不存在")
    if refund.buyer_id != call.buyer:
        raise _no("003", "QUERY_FAILED", "退款单不属于授权用户")
    return refund


@answers("alibaba.trade.refund.OpQueryOrderRefund")
def detail(call: Call) -> JsonValue:
    """6.3, and what the link of 6.4 leads to. Serves in-sale and after-sale refunds alike."""
    refund = _own_refund(call)
    history = None
    if call.params.get("needOrderRefundOperation"):
        history = records.operations(call.world.state, refund.number)
    deadlines = bool(call.params.get("needTimeOutInfo"))
    model = wire.detail(call.world, refund, history=history, deadlines=deadlines)
    return {"result": {"opOrderRefundModelDetail": model}}


@answers("alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus")
def by_order(call: Call) -> JsonValue:
    """In-sale refunds of one order, running or successful ones; closed ones cannot be read here."""
    order_id, query = str(call.params["orderId"]).strip(), str(call.params["queryType"])
    if query not in (RUNNING, SUCCESSFUL) or not order_id.isdigit():
        raise _no("003002", "INVALID_PARAM", "参数不合法")
    order = bought_order(call.world, int(order_id))
    if order is None or order.buyer_id != call.buyer:
        raise _no("003002", "ORDER_NOT_EXIST", "订单不存在")
    found = [one for one in records.of_order(call.world.state, order.order_id) if one.is_in_sale]
    found = [one for one in found if (one.is_open if query == RUNNING else one.status == PAID)]
    if call.params.get("dipsuteType") == AFTER_SALE:
        found = []
    return {"result": {"opOrderRefundModels": [wire.of_order_row(call.world, one) for one in found]}}


@answers("alibaba.trade.refund.OpQueryOrderRefundOperationList")
def history(call: Call) -> JsonValue:
    """Newest first, pages from 1, without a total."""
    page_text, size_text = str(call.params["pageNo"]), str(call.params["pageSize"])
    if not (page_text.isdigit() and size_text.isdigit() and int(page_text) and int(size_text)):
        raise _no("003002", "INVALID_PARAM", "分页参数不合法")
    refund = _own_refund(call)
    page, size = int(page_text), min(int(size_text), LARGEST_PAGE)
    steps = records.operations(call.world.state, refund.number)[(page - 1) * size : page * size]
    rows = [wire.operation(call.world, refund, step) for step in steps]
    return {"result": {"opOrderRefundOperationModels": rows}}


def _list_no(code: str, text: str) -> BusinessNo:
    return BusinessNo({"success": False, "errorCode": code, "errorMsg": text})


@answers("alibaba.trade.refund.buyer.queryOrderRefundList")
def refund_list(call: Call) -> JsonValue:
    """6.4: every refund of the buyer, pages from 0. Main accounts only."""
    params, now = call.params, call.world.clock.seconds()
    if call.is_sub_account:
        raise _list_no("SUB_ACCOUNT_NOT_SUPPORT", "不支持子账号查询")
    reach = now - REACH_DAYS * DAY_S
    start = _seconds(params.get("applyStartTime"))
    if start is not None and start < reach - 1:
        raise _list_no("APPLY_TIME_ERROR", "申请时间不能超过730天")
    if params.get("logisticsNo") and not params.get("sellerMemberId"):
        raise _list_no("INVALID_PARAM", "logisticsNo须与sellerMemberId同时使用")
    page = max(int(params.get("currentPageNum") or 0), 0)
    size = min(max(int(params.get("pageSize") or DEFAULT_PAGE), 1), LARGEST_PAGE)
    everything = records.of_buyer(call.world.state, call.buyer)
    found = [one for one in everything if one.applied >= reach and _wanted(one, params)]
    rows = [wire.listed(call.world, one) for one in found[page * size : (page + 1) * size]]
    body = {"opOrderRefundModels": rows, "totalCount": len(found), "currentPageNum": page}
    return {"result": body, "success": True}


def _seconds(text: str | None) -> float | None:
    return parse_compact(text).timestamp() if text else None


def _wanted(refund: Refund, params: dict[str, Any]) -> bool:
    kind = int(params.get("dipsuteType") or 0)
    states = params.get("refundStatusSet") or []
    return (
        params.get("orderId") in (None, refund.order_id)
        and (not kind or refund.dispute_type == kind)
        and (not states or refund.status in states)
        and params.get("sellerMemberId") in (None, "", refund.seller_id)
        and params.get("logisticsNo") in (None, "", refund.waybill)
        and _within(refund.applied, params.get("applyStartTime"), params.get("applyEndTime"))
        and _within(refund.modified, params.get("modifyStartTime"), params.get("modifyEndTime"))
    )


def _within(moment: float, start: str | None, end: str | None) -> bool:
    """Both ends included; dates of replies carry whole seconds, so that is how they are compared."""
    first, last = _seconds(start), _seconds(end)
    return (first is None or int(moment) >= int(first)) and (last is None or int(moment) <= last)


@answers("alibaba.trade.queryOrderByInsure")
def order_by_protection(call: Call) -> JsonValue:
    """An empty result: no such policy or claim."""
    asked = call.params["tradeProtectParam"]
    order_id = protections.order_behind(
        call.world, str(asked["type"]), str(asked["protectId"]), call.buyer
    )  # fmt: skip
    return {"result": {} if order_id is None else {"orderId": str(order_id)}}
