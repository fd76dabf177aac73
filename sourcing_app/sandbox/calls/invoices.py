"""Invoices of the buyer. Source: contracts trade.invoice*. Amounts in fen, times in milliseconds since 1970."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sourcing_app.sandbox.clock import at, compact
from sourcing_app.sandbox.invoicing import ledger, rules
from sourcing_app.sandbox.invoicing.ledger import COMPANY, ISSUED, PERSON, Apply
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.state import Row

LARGEST_PAGE = 100
DEADLINE_S = 7 * 86400


def _page(asked: dict[str, Any], code: str, empty: Callable[[int, int], dict[str, Any]]) -> tuple[int, int]:
    """Page from 1 and page size; what the contract does not allow is refused with an ``empty`` page."""
    page, size = int(asked.get("page") or 1), int(asked.get("pageSize") or 10)
    if page < 1 or not 1 <= size <= LARGEST_PAGE:
        no = {"success": False, "errorCode": code, "errorInfo": "分页参数不正确"}
        raise BusinessNo({"result": empty(page, size) | no})
    return page, size


def _titles_page(page: int, size: int, total: int = 0) -> dict[str, Any]:
    return {"success": True, "currentPage": page, "pageSize": size, "totalNum": total}


def _applies_page(page: int, size: int, total: int = 0) -> dict[str, Any]:
    return {"success": True, "pageIndex": page, "sizePerPage": size, "totalRecords": total, "resultList": []}


@answers("trade.invoiceTitle.getPageList")
def titles(call: Call) -> JsonValue:
    asked = call.params["input"]
    page, size = _page(asked, "404", _titles_page)
    found = ledger.titles(call.world, call.buyer, asked.get("titleType") or None)
    shown = [_title(row) for row in found[(page - 1) * size : page * size]]
    by_type = {
        "companyInvoiceTitles": [title for title in shown if title["titleType"] == COMPANY],
        "personalInvoiceTitles": [title for title in shown if title["titleType"] == PERSON],
    }
    return {"result": _titles_page(page, size, len(found)) | {"result": by_type}}


def _title(row: Row) -> dict[str, Any]:
    return {
        "invoiceTitleId": row["title_id"],
        "titleType": row["type"],
        "title": row["title"],
        **json.loads(row["facts"]),
        "isDefault": "true" if row["is_default"] else "false",
        "gmtCreate": compact(at(int(row["created"]))),
    }


@answers("trade.invoiceAmount.getList")
def amounts(call: Call) -> JsonValue:
    """Orders that are not the buyer's are left out."""
    ids = [int(one) for one in call.params["input"]["orderIds"]]
    orders = [order for one in ids if (order := rules.own_order(call.world, call.buyer, one)) is not None]
    rows = [{"orderId": order.order_id, "amount": rules.invoiceable_fen(call.world, order)} for order in orders]
    return {"result": {"success": True, "result": {"orderInvoiceAmountModelList": rows}}}


@answers("trade.invoice.apply")
def apply(call: Call) -> JsonValue:
    """Each order on its own: some may succeed while others fail."""
    items = call.params["input"]["invoiceApplyModelList"]
    if not items:
        no = {"success": False, "code": "KINGSUNS_BASIC_PARAM_CHECK_ERROR", "message": "开票申请不能为空"}
        raise BusinessNo({"result": no})
    outcomes = [_applied(call, item) for item in items]
    lists = {
        "successList": [one for one in outcomes if one["result"]],
        "failedList": [one for one in outcomes if not one["result"]],
    }
    if not lists["successList"]:
        first = outcomes[0]
        no = {"success": False, "code": first["errorCode"], "message": first["errorDesc"], "result": lists}
        raise BusinessNo({"result": no})
    return {"result": {"success": True, "result": lists}}


def _applied(call: Call, item: dict[str, Any]) -> dict[str, Any]:
    outcome: dict[str, Any] = {"outBizId": str(item["orderId"]), "orderId": int(item["orderId"])}
    try:
        order = rules.judge(call.world, call.buyer, item)
    except rules.NoInvoice as no:
        return outcome | {"result": False, "errorCode": no.code, "errorDesc": no.text}
    ledger.add_apply(
        call.world, member_id=call.buyer, seller_id=order.seller_id, order_id=order.order_id,
        amount=int(item["amount"]), kind=item["invoiceType"], title=item["purchaserInvoiceTitleModel"],
    )  # fmt: skip
    return outcome | {"result": True, "tradeOrderCompleted": order.status == "success"}


@answers("trade.invoiceApply.getPageListBuyerView")
def applies(call: Call) -> JsonValue:
    asked = call.params["input"]
    page, size = _page(asked, "400", _applies_page)
    found = [one for one in ledger.applies_of(call.world, call.buyer) if _wanted(one, asked)]
    shown = [_apply_row(one) for one in found[(page - 1) * size : page * size]]
    return {"result": _applies_page(page, size, len(found)) | {"resultList": shown}}


def _wanted(one: Apply, asked: dict[str, Any]) -> bool:
    for name in ("orderId", "outBizId"):
        if asked.get(name) not in (None, "") and str(asked[name]) != str(one.order_id):
            return False
    if asked.get("bizStatusList") and one.status not in asked["bizStatusList"]:
        return False
    if asked.get("isRedInvoice") in (True, "true"):
        return False
    if asked.get("fuzzyInvoiceTitle") and str(asked["fuzzyInvoiceTitle"]) not in str(one.title.get("title")):
        return False
    return _within(one.created, asked, "create") and _within(one.modified, asked, "modify")


def _within(moment: float, asked: dict[str, Any], what: str) -> bool:
    start, end = asked.get(f"{what}MillTimeStart"), asked.get(f"{what}MillTimeEnd")
    millis = int(moment * 1000)
    return (start is None or millis >= int(start)) and (end is None or millis <= int(end))


def _apply_row(one: Apply) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": one.id,
        "bizStatus": one.status,
        "amount": one.amount,
        "invoiceType": one.type,
        "invoiceMaterial": "ELECTRON",
        "isRedInvoice": False,
        "outBizId": str(one.order_id),
        "requestNo": f"REQ{one.id:012d}",
        "invoiceDeadline": int((one.created + DEADLINE_S) * 1000),
        "sellerMemberId": one.seller_id,
        "purchaserInvoiceTitleModel": one.title,
        "gmtCreate": compact(at(int(one.created))),
        "gmtModified": compact(at(int(one.modified))),
    }
    if one.error:
        row["invoiceErrMsg"] = one.error
    if one.issued is not None:
        row["sellerInputInvoiceTime"] = int(one.issued * 1000)
    return row


@answers("trade.invoice.getListBuyerView")
def invoices(call: Call) -> JsonValue:
    """Invoices of one order, requested ones included; an issued one carries its number and a link."""
    order_id = int(call.params["input"]["orderId"])
    if rules.own_order(call.world, call.buyer, order_id) is None:
        raise BusinessNo({"result": {"success": False, "code": "PARAM_INVALID", "message": "订单不存在"}})
    found = ledger.applies_of_order(call.world, order_id)
    return {"result": {"success": True, "result": [_invoice_row(call, one) for one in found]}}


def _invoice_row(call: Call, one: Apply) -> dict[str, Any]:
    row = _apply_row(one)
    if one.status == ISSUED and one.issued is not None:
        row.update(
            invoiceNo=one.number,
            invoiceDate=int(one.issued * 1000),
            invoiceFileType="PDF",
            invoiceDownloadUrl=f"{call.world.base_url}/invoice/{one.id}.pdf",
        )
    return row
