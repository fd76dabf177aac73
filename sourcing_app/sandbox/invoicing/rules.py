"""What of an order can be invoiced, and whether a request for it is taken. Source: contract trade.invoice.apply."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.aftersale.bought import as_bought
from sourcing_app.sandbox.aftersale.marks import marks_of
from sourcing_app.sandbox.invoicing import ledger
from sourcing_app.sandbox.invoicing.ledger import COMPANY, ISSUED, ORDINARY, PERSON, SPECIAL
from sourcing_app.sandbox.trade.records import Order, find_order
from sourcing_app.sandbox.world import World

SPECIAL_MEMBERS = ("bankName", "bankAccountId", "registerAddress", "registerPhone")


class NoInvoice(Exception):
    """Why an order gets no invoice: a code of the contract and a text."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text


def own_order(world: World, member_id: str, order_id: int) -> Order | None:
    order = find_order(world.state, order_id)
    return order if order is not None and order.member_id == member_id else None


def invoiceable_fen(world: World, order: Order) -> int:
    """What was paid and not paid back; 0 for an unpaid or closed order."""
    if order.status in ("waitbuyerpay", "cancel", "terminated"):
        return 0
    return max(as_bought(order).paid_fen - marks_of(world.state, order.order_id).refunded_fen, 0)


def seller_invoice_type(seller_id: str) -> str:
    """``sellerInvoiceType``: "0" ordinary only, "2" both. Every tenth seller cannot issue special ones."""
    return "0" if seller_id.endswith("9") else "2"


def trade_invoice_status(world: World, order: Order) -> str:
    """``tradeInvoiceStatus`` of an order: "-1" cannot be invoiced, "0" can be, "1" requested, "2" issued."""
    running = ledger.running_apply(world, order.order_id)
    if running is not None:
        return "2" if running.status == ISSUED else "1"
    return "0" if invoiceable_fen(world, order) > 0 else "-1"


def invoicing_setting(world: World, order: Order) -> dict[str, str]:
    """``invoicingSettingModel`` of an order."""
    return {
        "tradeInvoiceStatus": trade_invoice_status(world, order),
        "sellerInvoiceType": seller_invoice_type(order.seller_id),
    }


def order_invoice(world: World, order: Order) -> dict[str, Any] | None:
    """``orderInvoiceInfo`` of an order: its newest request. None: there is none."""
    newest = next(iter(ledger.applies_of_order(world, order.order_id)), None)
    if newest is None:
        return None
    info = {
        "invoiceCompanyName": newest.title.get("title"),
        "invoiceType": 1 if newest.type == SPECIAL else 0,
        "status": newest.status,
        "amount": newest.amount,
        "localInvoiceId": newest.id,
        "orderId": newest.order_id,
        "taxpayerIdentify": newest.title.get("taxpayerIdentify"),
        "registerBank": newest.title.get("bankName"),
        "registerAccountId": newest.title.get("bankAccountId"),
        "registerPhone": newest.title.get("registerPhone"),
        "registerStreet": newest.title.get("registerAddress"),
    }
    return {name: value for name, value in info.items() if value is not None}


def judge(world: World, member_id: str, item: dict[str, Any]) -> Order:
    """The order an invoice may be asked for. Raises NoInvoice."""
    order = own_order(world, member_id, int(item["orderId"]))
    if order is None:
        raise NoInvoice("PARAM_INVALID", "订单不存在")
    if order.status in ("cancel", "terminated"):
        raise NoInvoice("ORDER_CANCELED_ERROR", "订单已关闭")
    if ledger.running_apply(world, order.order_id) is not None:
        raise NoInvoice("INVOICE_ALREADY_APPLIED", "已申请过发票")
    _check_type(order, item["invoiceType"])
    _check_title(item["invoiceType"], item["purchaserInvoiceTitleModel"])
    left = invoiceable_fen(world, order)
    if left == 0:
        raise NoInvoice("INVOICE_NOT_SUPPORT_COMMON", "订单未付款，不支持开票")
    if int(item["amount"]) != left:
        raise NoInvoice("PARAM_INVALID", "开票金额与可开票金额不一致")
    return order


def _check_type(order: Order, kind: str) -> None:
    if kind not in (ORDINARY, SPECIAL):
        raise NoInvoice("PARAM_INVALID", f"invoiceType不合法：{kind}")
    if kind == SPECIAL and seller_invoice_type(order.seller_id) == "0":
        raise NoInvoice("INVOICE_NOT_SUPPORT_SPEC", "卖家不支持开具增值税专用发票")


def _check_title(kind: str, title: dict[str, Any]) -> None:
    if title.get("titleType") not in (COMPANY, PERSON) or not str(title.get("title") or "").strip():
        raise NoInvoice("PARAM_INVALID", "发票抬头不正确")
    if title["titleType"] == COMPANY and not title.get("taxpayerIdentify"):
        raise NoInvoice("PARAM_INVALID", "企业抬头须填写税号")
    if kind == SPECIAL:
        missing = [name for name in SPECIAL_MEMBERS if not title.get(name)]
        if missing or title["titleType"] != COMPANY:
            raise NoInvoice("PARAM_INVALID", f"专票抬头信息不完整：{','.join(missing)}")
