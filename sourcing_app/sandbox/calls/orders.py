"""Orders: preview, create, list, detail, cancel, and what a buyer may do to one."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.clock import parse_compact
from sourcing_app.sandbox.contracts import all_contracts
from sourcing_app.sandbox.invoicing.rules import invoicing_setting, order_invoice
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.state import Row
from sourcing_app.sandbox.trade.addresses import BadAddress, chosen_address
from sourcing_app.sandbox.trade.moves import WrongState, close, keep, receive
from sourcing_app.sandbox.trade.records import Order, find_order, order_of
from sourcing_app.sandbox.trade.views import View

TOO_FAST_S = 10
URGE_S = 86400
FEEDBACK_AT_MOST = 500
LIST_AT_MOST = 100
HISTORY_S = 365 * 86400


def own_order(call: Call, order_id: int | str) -> Order | None:
    """An order of this buyer; None for an unknown or a foreign one."""
    order = find_order(call.world.state, order_id)
    return order if order is not None and order.member_id == call.buyer else None


@answers("alibaba.trade.get.buyerView")
def get_order(call: Call) -> JsonValue:
    order = find_order(call.world.state, call.params["orderId"])
    if order is None:
        raise BusinessNo({"success": "false", "errorCode": "404", "errorMessage": "订单不存在"})
    if order.member_id != call.buyer:
        raise BusinessNo({"success": "false", "errorCode": "500", "errorMessage": "不是自己的订单"})
    info, wanted = View(call.world, order).detail(), str(call.params.get("includeFields") or "OrderInvoice")
    invoice = order_invoice(call.world, order)
    if invoice is not None and "OrderInvoice" in wanted:
        info["orderInvoiceInfo"] = invoice
    if call.params.get("includeFields") and "NativeLogistics" not in wanted:
        del info["nativeLogistics"]
    if "InvoicingSetting" in wanted:
        info["invoicingSettingModel"] = invoicing_setting(call.world, order)
    return {"result": info, "success": "true"}


@answers("alibaba.trade.getBuyerOrderList")
def list_orders(call: Call) -> JsonValue:
    condition, values = _conditions(call)
    state = call.world.state
    page = max(1, int(call.params.get("page") or 1))
    size = min(LIST_AT_MOST, max(1, int(call.params.get("pageSize") or 20)))
    late = _late_conditions(call.params)
    if late:
        rows = state.rows(f"SELECT * FROM orders WHERE {condition} ORDER BY created DESC, order_id DESC", *values)
        views = [view for view in (_view(call, row) for row in rows) if all(test(view) for test in late)]
        total, shown = len(views), views[(page - 1) * size : page * size]
    else:
        total = state.value(f"SELECT count(*) FROM orders WHERE {condition}", *values)
        rows = state.rows(
            f"SELECT * FROM orders WHERE {condition} ORDER BY created DESC, order_id DESC LIMIT ? OFFSET ?",
            *values, size, (page - 1) * size,
        )  # fmt: skip
        shown = [_view(call, row) for row in rows]
    return {"result": [_listed(view, call) for view in shown], "totalRecord": total}


def _view(call: Call, row: Row) -> View:
    return View(call.world, order_of(row))


def _listed(view: View, call: Call) -> Any:
    """The detail cut down to what the contract of the list has."""
    info = view.detail()
    if not call.params.get("needMemoInfo", True):
        info["baseInfo"].pop("buyerMemo", None)
        info["baseInfo"].pop("buyerRemarkIcon", None)
    if call.params.get("needBuyerAddressAndPhone") is False:
        for name in ("mobile", "telephone", "address", "town"):
            info["nativeLogistics"].pop(name, None)
    if call.params.get("needInvoicingSetting"):
        info["invoicingSettingModel"] = invoicing_setting(call.world, view.order)
    shown = all_contracts()[call.api].trim("TradeInfo", info)
    told = call.world.options().list_out_order_id
    if told != "attributes":
        shown["extAttributes"] = [pair for pair in shown["extAttributes"] if pair["key"] != "outOrderId"]
    if told == "base" and view.order.out_order_id:
        shown["baseInfo"]["outOrderId"] = view.order.out_order_id
    return shown


def _conditions(call: Call) -> tuple[str, list[Any]]:
    """The filters that the table itself can answer."""
    params, now = call.params, call.world.clock.seconds()
    old = now - HISTORY_S
    parts: list[tuple[str, Any]] = [("member_id = ?", call.buyer), ("json_extract(facts, '$.deleted') = ?", 0)]
    parts.append(("json_extract(facts, '$.visible_from') <= ?", now))
    parts.append(("created < ?" if params.get("isHis") else "created >= ?", old))
    for name, column in (
        ("orderStatus", "status"),
        ("outOrderId", "out_order_id"),
        ("sellerMemberId", "seller_id"),
        ("sellerLoginId", "seller_login"),
    ):
        if params.get(name):
            parts.append((f"{column} = ?", params[name]))
    for name, text in (
        ("createStartTime", "created >= ?"),
        ("createEndTime", "created <= ?"),
        ("modifyStartTime", "modified >= ?"),
        ("modifyEndTime", "modified <= ?"),
    ):
        if params.get(name):
            parts.append((text, parse_compact(params[name]).timestamp()))
    condition = " AND ".join(text for text, _ in parts)
    values = [value for _, value in parts]
    if params.get("orderIds"):
        ids = [int(one) for one in params["orderIds"]]
        condition += f" AND order_id IN ({', '.join('?' * len(ids))})"
        values += ids
    return condition, values


def _late_conditions(params: dict[str, Any]) -> list[Any]:
    """The filters that need the shown order."""
    tests: list[Any] = []
    if params.get("refundStatus"):
        words = params["refundStatus"]
        tests.append(lambda view: words in (view.marks.status, view.marks.after_sale_status))
    if params.get("tradeType"):
        tests.append(lambda view: view.detail()["baseInfo"]["tradeType"] == str(params["tradeType"]))
    if params.get("bizTypes"):
        tests.append(lambda view: "cb" in params["bizTypes"])
    if params.get("productName"):
        tests.append(lambda view: any(params["productName"] in line.name for line in view.order.lines))
    if params.get("sellerRateStatus"):
        tests.append(lambda view: int(params["sellerRateStatus"]) == 5)
    return tests


@answers("alibaba.trade.cancel")
def cancel(call: Call) -> JsonValue:
    order = find_order(call.world.state, call.params["tradeID"])
    if order is None:
        raise _no("ORDER_NOT_EXIST", "订单不存在")
    if order.member_id != call.buyer:
        raise _no("400_3", "用户不是订单的买家或卖家")
    if order.status != "waitbuyerpay":
        raise _no("ORDER_STATUS_ERROR", "订单状态错误")
    if call.world.clock.seconds() - order.created < TOO_FAST_S:
        raise _no("CLOSE_ORDER_TOO_FAST", "创建后10秒内不能关闭")
    close(call.world, order, "buyer", call.params["cancelReason"], call.params.get("remark"))
    return {"success": True}


def _no(code: str, text: str) -> BusinessNo:
    return BusinessNo({"success": False, "errorCode": code, "errorMessage": text})


@answers("trade.receivegoods.confirm")
def confirm_receipt(call: Call) -> JsonValue:
    order = own_order(call, call.params["orderId"])
    if order is None:
        raise BusinessNo({"result": {"success": False, "errorCode": "ORDER_NOT_EXIST", "errorInfo": "订单不存在"}})
    try:
        receive(call.world, order, [int(line_id) for line_id in call.params["orderEntryIds"]])
    except WrongState:
        no = {"success": False, "errorCode": "ORDER_STATUS_ERROR", "errorInfo": "订单状态错误"}
        raise BusinessNo({"result": no}) from None
    return {"result": {"success": True}}


@answers("alibaba.order.memoAdd")
def add_memo(call: Call) -> JsonValue:
    order = own_order(call, call.params["orderId"])
    if order is None or call.world.faults.take_inside(call.api, "memo_fails"):
        why = "ORDER_NOT_EXIST" if order is None else "SYSTEM_ERROR"
        raise BusinessNo({"errorCode": "400_4", "errorMsg": f"修改备注信息出错[{why}]", "success": True})
    order.memo, order.remark_icon = call.params["memo"], call.params["remarkIcon"]
    keep(call.world, order)
    return {"success": True}


@answers("alibaba.trade.addFeedback")
def add_feedback(call: Call) -> JsonValue:
    feedback = call.params["tradeFeedbackParam"]
    order = own_order(call, feedback["orderId"])
    if order is None:
        raise BusinessNo({"success": False, "code": "500_2", "message": "订单不存在或不是自己的订单"})
    text = str(feedback["feedback"])
    if not text or sum(map(len, order.feedback)) + len(text) > FEEDBACK_AT_MOST:
        raise BusinessNo({"success": False, "code": "400_1", "message": "留言为空或总长超过500字"})
    order.feedback.append(text)
    keep(call.world, order)
    return {"result": {"success": True}, "success": True}


def _wrapped(good: bool, code: str = "", text: str = "") -> dict[str, Any]:
    return {"result": {"success": good, "code": code, "message": text, "result": good}}


@answers("logistics.delivery.urge")
def urge(call: Call) -> JsonValue:
    order = own_order(call, call.params["orderId"])
    if order is None:
        raise BusinessNo(_wrapped(False, "ORDER_NOT_EXIST", "订单不存在"))
    now = call.world.clock.seconds()
    if order.status != "waitsellersend":
        raise BusinessNo(_wrapped(False, "ORDER_STATUS_ERROR", "订单不在待发货状态"))
    if order.urged is not None and now - order.urged < URGE_S:
        raise BusinessNo(_wrapped(False, "URGE_TOO_OFTEN", "24小时内只能催一次"))
    order.urged = now
    keep(call.world, order)
    return _wrapped(True)


@answers("order.receiveAddress.buyerUpdate")
def update_address(call: Call) -> JsonValue:
    """The wish is kept until the seller agrees (``/_sandbox/orders/{id}/address``)."""
    param = call.params["param"]
    order = own_order(call, param["orderId"])
    if order is None:
        raise BusinessNo(_wrapped(False, "ORDER_NOT_EXIST", "订单不存在"))
    if order.status not in ("waitbuyerpay", "waitsellersend"):
        raise BusinessNo(_wrapped(False, "ORDER_STATUS_ERROR", "订单已发货，不能修改地址"))
    wish = dict(param["receiveAddress"])
    wish.setdefault("districtCode", wish.get("areaCode"))
    try:
        order.address_wish, _ = chosen_address(call.world, call.buyer, wish)
    except BadAddress as bad:
        raise BusinessNo(_wrapped(False, "400", str(bad))) from None
    keep(call.world, order)
    return _wrapped(True)


@answers("trade.order.buyerdelete")
def delete_order(call: Call) -> JsonValue:
    order = own_order(call, call.params["orderId"])
    if order is None:
        raise BusinessNo(_wrapped(False, "ORDER_NOT_EXIST", "订单不存在"))
    if order.status not in ("cancel", "success", "terminated"):
        raise BusinessNo(_wrapped(False, "ORDER_STATUS_ERROR", "订单未关闭，不能删除"))
    order.deleted = True
    keep(call.world, order)
    return _wrapped(True)
