"""Reports of resellers about their customers' orders. Source: contracts trade.cross.*, order.relation.write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sourcing_app.sandbox.aftersale.bought import is_line_of
from sourcing_app.sandbox.downstream import book
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers

OK = {"success": True, "code": "S0000", "message": "success"}
OLD_OK = OK | {"data": True, "result": True}
"""The older generation's reply, of the two calls that only the older dialect has."""


def _kept(call: Call, wrapper: str, keep: Callable[[dict[str, Any]], None]) -> JsonValue:
    report = call.params[wrapper]
    _or_refuse(lambda: keep(report), lambda no: {"result": no})
    book.note(call.world, call.buyer, call.api, call.dialect, report)
    return {"result": dict(OK)}


def _or_refuse(keep: Callable[[], None], body: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    try:
        keep()
    except book.BadReport as error:
        raise BusinessNo(body({"success": False, "code": "400", "message": str(error)})) from None


@answers("trade.cross.orderSync")
def order(call: Call) -> JsonValue:
    """Again with the same id: the order's new status. An order has either a product or lines."""
    return _kept(call, "orderParam", lambda report: _keep_order(call, report))


def _keep_order(call: Call, report: dict[str, Any]) -> None:
    if not report.get("subOrderParamList") and not report.get("productId"):
        raise book.BadReport("没有子订单时productId不能为空")
    book.report_order(call.world, call.buyer, report)


@answers("order.relation.write")
def relation(call: Call) -> JsonValue:
    return _kept(call, "orderRelationParam", lambda report: _keep_relation(call, report))


def _keep_relation(call: Call, pair: dict[str, Any]) -> None:
    is_ours = is_line_of(
        call.world, call.buyer, int(pair["purchaseParentOrderId"]), int(pair["purchaseOrderId"])
    )  # fmt: skip
    book.report_relation(call.world, call.buyer, pair, is_ours)


@answers("trade.cross.logisticsOrderSync")
def shipment(call: Call) -> JsonValue:
    """Again with the same logisticsId: the parcel's progress."""
    return _kept(
        call, "orderLogisticsParam", lambda report: book.report_shipment(call.world, call.buyer, report)
    )  # fmt: skip


@answers("trade.cross.orderStatusSync")
def order_status(call: Call) -> JsonValue:
    """3.10 of the older dialect. Live repeats trade.cross.orderSync instead."""
    change = call.params["orderStatusSyncParam"]
    _or_refuse(lambda: book.report_status(call.world, call.buyer, change), _old_no)
    book.note(call.world, call.buyer, call.api, call.dialect, change)
    return dict(OLD_OK)


@answers("trade.cross.logisticsStatusSync")
def shipment_status(call: Call) -> JsonValue:
    """3.12 of the older dialect, without a wrapper. Live repeats trade.cross.logisticsOrderSync instead."""
    change = dict(call.params)
    _or_refuse(lambda: book.report_shipment_status(call.world, call.buyer, change), _old_no)
    book.note(call.world, call.buyer, call.api, call.dialect, change)
    return dict(OLD_OK)


def _old_no(no: dict[str, Any]) -> dict[str, Any]:
    return no | {"data": False, "result": False}
