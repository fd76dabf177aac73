"""Invoices: what of an order can be invoiced, which requests are taken, and what sellers issue."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_app.sandbox.aftersale import control as refund_control
from sourcing_app.sandbox.invoicing import control, ledger, rules
from sourcing_app.sandbox.invoicing.paper import pdf
from sourcing_app.sandbox.trade import moves
from sourcing_app.sandbox.trade.records import Order, save_order
from tests.sandbox.market import DAY_S, OTHER_BUYER, Market

TITLE = {"titleType": "COMPANY", "title": "测试公司", "taxpayerIdentify": "91330000000000000X"}
SPECIAL = TITLE | {
    "bankName": "中国银行", "bankAccountId": "62000", "registerAddress": "网商路699号", "registerPhone": "0571",
}  # fmt: skip


def item(order: Order, **changes: Any) -> dict[str, Any]:
    asked = {
        "orderId": order.order_id, "amount": order.total_fen, "invoiceType": "VATAX_COMM",
        "purchaserInvoiceTitleModel": TITLE,
    }  # fmt: skip
    return asked | changes


def apply(market: Market, *items: dict[str, Any]) -> Any:
    return market.call("trade.invoice.apply", input={"invoiceApplyModelList": list(items)})["result"]


def amounts(market: Market, *orders: Order, **who: str) -> list[int]:
    asked = {"orderIds": [order.order_id for order in orders]}
    reply = market.call("trade.invoiceAmount.getList", input=asked, **who)
    return [row["amount"] for row in reply["result"]["result"]["orderInvoiceAmountModelList"]]


def invoices(market: Market, order: Order) -> list[dict[str, Any]]:
    return market.call("trade.invoice.getListBuyerView", input={"orderId": order.order_id})["result"]["result"]


def listed(market: Market, **asked: Any) -> list[int]:
    query = {"page": 1, "pageSize": 10, **asked}
    reply = market.call("trade.invoiceApply.getPageListBuyerView", input=query)["result"]
    return [int(row["outBizId"]) for row in reply["resultList"]]


def test_what_was_paid_can_be_invoiced(market: Market) -> None:
    assert amounts(market, market.paid(1800, freight_fen=800), market.order()) == [4400, 0]


def test_what_was_paid_back_cannot(market: Market) -> None:
    order = market.completed(1800, freight_fen=800)
    refund = market.refund(order, disputeRequest="refund", applyPayment=1000)
    refund_control.act(market.world, {"refund_id": refund, "act": "agree"})
    assert amounts(market, order) == [3400]


def test_orders_of_somebody_else_are_left_out(market: Market) -> None:
    assert amounts(market, market.paid(), member_id=OTHER_BUYER) == []


def test_a_request_is_issued_after_its_time(market: Market) -> None:
    order = market.completed()
    assert apply(market, item(order))["result"]["successList"][0]["tradeOrderCompleted"] is True
    before = invoices(market, order)[0]["bizStatus"]
    market.clock.advance(3 * DAY_S)
    after = invoices(market, order)[0]
    assert (before, after["bizStatus"]) == ("ISSUING", "ISSUED")
    assert after["invoiceNo"]
    assert after["invoiceDownloadUrl"].endswith(".pdf")


def test_an_issued_invoice_is_a_pdf(market: Market) -> None:
    order = market.paid()
    apply(market, item(order))
    market.clock.advance(3 * DAY_S)
    market.world.settle()
    paper = pdf(ledger.applies_of_order(market.world, order.order_id)[0])
    assert paper.startswith(b"%PDF-1.4")
    assert b"CNY 44.00" in paper
    assert paper[int(paper.split()[-2]) :].startswith(b"xref")


def test_the_order_tells_how_far_its_invoice_is(market: Market) -> None:
    order = market.paid()
    states = [rules.trade_invoice_status(market.world, market.order()), rules.trade_invoice_status(market.world, order)]
    apply(market, item(order))
    states.append(rules.trade_invoice_status(market.world, order))
    control.set_status(market.world, {"id": invoices(market, order)[0]["id"], "status": "ISSUED"})
    states.append(rules.trade_invoice_status(market.world, order))
    assert states == ["-1", "0", "1", "2"]


def test_some_may_succeed_while_others_fail(market: Market) -> None:
    good, bad = market.paid(), market.order()
    reply = apply(market, item(good), item(bad))
    assert reply["success"] is True
    assert [row["orderId"] for row in reply["result"]["successList"]] == [good.order_id]
    assert [row["errorCode"] for row in reply["result"]["failedList"]] == ["INVOICE_NOT_SUPPORT_COMMON"]


def refused(market: Market, *items: dict[str, Any]) -> str:
    reply = apply(market, *items)
    assert reply["success"] is False
    return reply["code"]


def test_nothing_asked_is_refused(market: Market) -> None:
    assert refused(market) == "KINGSUNS_BASIC_PARAM_CHECK_ERROR"


def test_a_second_request_is_refused_until_the_first_is_dead(market: Market) -> None:
    order = market.paid()
    apply(market, item(order))
    assert refused(market, item(order)) == "INVOICE_ALREADY_APPLIED"
    control.set_status(market.world, {"id": invoices(market, order)[0]["id"], "status": "FAILED", "error": "抬头错误"})
    assert invoices(market, order)[0]["invoiceErrMsg"] == "抬头错误"
    assert apply(market, item(order))["success"] is True


def test_a_cancelled_order_gets_no_invoice(market: Market) -> None:
    order = market.order()
    moves.close(market.world, order, "buyer", "other")
    assert refused(market, item(order)) == "ORDER_CANCELED_ERROR"


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 1},
        {"invoiceType": "PAPER"},
        {"purchaserInvoiceTitleModel": {"titleType": "COMPANY", "title": "测试公司"}},
        {"purchaserInvoiceTitleModel": {"titleType": "COMPANY", "title": " ", "taxpayerIdentify": "9"}},
        {"invoiceType": "VATAX_SPEC"},
    ],
)
def test_a_request_that_does_not_hold_together_is_refused(market: Market, wrong: dict[str, Any]) -> None:
    assert refused(market, item(market.paid(), **wrong)) == "PARAM_INVALID"


def test_a_special_invoice_needs_a_seller_that_issues_them(market: Market) -> None:
    order = market.paid()
    special = {"invoiceType": "VATAX_SPEC", "purchaserInvoiceTitleModel": SPECIAL}
    order.seller_id = "b2b-2208800000019"
    save_order(market.state, order)
    assert refused(market, item(order, **special)) == "INVOICE_NOT_SUPPORT_SPEC"
    order.seller_id = "b2b-2208800000015"
    save_order(market.state, order)
    assert apply(market, item(order, **special))["success"] is True


def test_requests_are_listed_newest_first_and_filtered(market: Market) -> None:
    first, second = market.paid(), market.paid()
    apply(market, item(first))
    market.clock.advance(1)
    apply(market, item(second))
    start = int(market.clock.seconds() * 1000)
    assert listed(market) == [second.order_id, first.order_id]
    assert listed(market, orderId=str(first.order_id)) == [first.order_id]
    assert listed(market, createMillTimeStart=start) == [second.order_id]
    assert listed(market, bizStatusList=["ISSUED"]) == []
    assert listed(market, page=2, pageSize=1) == [first.order_id]
    assert listed(market, fuzzyInvoiceTitle="别人") == []


@pytest.mark.parametrize("page", [{"pageSize": 101}, {"page": -1}])
def test_a_page_beyond_its_limits_is_refused(market: Market, page: dict[str, int]) -> None:
    reply = market.call("trade.invoiceTitle.getPageList", input=page)["result"]
    assert reply["success"] is False


def test_every_buyer_has_a_company_title_and_a_personal_one(market: Market) -> None:
    titles = market.call("trade.invoiceTitle.getPageList", input={})["result"]["result"]
    assert [title["isDefault"] for title in titles["companyInvoiceTitles"]] == ["true"]
    assert len(titles["personalInvoiceTitles"]) == 1


def test_a_title_can_be_passed_on_unchanged(market: Market) -> None:
    titles = market.call("trade.invoiceTitle.getPageList", input={"titleType": "COMPANY"})["result"]["result"]
    title = titles["companyInvoiceTitles"][0]
    special = item(market.paid(), invoiceType="VATAX_SPEC", purchaserInvoiceTitleModel=title)
    assert apply(market, special)["success"] is True


def test_an_order_shows_its_invoice_and_what_is_allowed(market: Market) -> None:
    order = market.paid()
    read = {"webSite": "1688", "orderId": order.order_id}
    before = market.call("alibaba.trade.get.buyerView", **read, includeFields="InvoicingSetting")["result"]
    apply(market, item(order))
    after = market.call("alibaba.trade.get.buyerView", **read)["result"]
    assert before["invoicingSettingModel"] == {"tradeInvoiceStatus": "0", "sellerInvoiceType": "2"}
    assert "orderInvoiceInfo" not in before
    assert (after["orderInvoiceInfo"]["status"], after["orderInvoiceInfo"]["amount"]) == ("ISSUING", order.total_fen)
