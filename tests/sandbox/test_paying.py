"""Links to the cashier, the cashier itself, channels, credit, agreements."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from tests.support.buying import buyable, detail, order_made, status_of, topics
from tests.support.sandbox import RunningSandbox


def link(sandbox: RunningSandbox, *order_ids: int) -> str:
    _, body = sandbox.call("alibaba.alipay.url.get", orderIdList=list(order_ids))
    assert body["success"] is True
    return body["payUrl"].removeprefix(sandbox.base_url)


def test_a_link_leads_to_a_page_that_names_the_sum(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    total = detail(sandbox, order_id)["baseInfo"]["totalAmount"]
    page = sandbox.page(link(sandbox, order_id))
    assert page.status_code == 200
    assert f"¥{total:,.2f}" in page.text


def test_opening_the_page_does_not_pay(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.page(link(sandbox, order_id))
    assert status_of(sandbox, order_id) == "waitbuyerpay"


def test_the_button_of_the_page_pays(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    answer = sandbox.post("/pay/cashier.htm", orderId=str(order_id), channel="alipay")
    assert answer.status_code == 303
    assert "付款成功" in sandbox.page(answer.headers["location"]).text
    assert status_of(sandbox, order_id) == "waitsellersend"


def test_paying_twice_pays_once(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.post("/pay/cashier.htm", orderId=str(order_id))
    assert sandbox.post("/pay/cashier.htm", orderId=str(order_id)).status_code == 409
    assert topics(sandbox).count("ORDER_BUYER_VIEW_ORDER_PAY") == 1


def test_the_page_charges_what_the_order_costs_by_now(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    address = link(sandbox, order_id)
    sandbox.control(f"orders/{order_id}/price", freight_fen=4321)
    total = detail(sandbox, order_id)["baseInfo"]["totalAmount"]
    assert f"¥{total:,.2f}" in sandbox.page(address).text


def test_several_orders_are_paid_in_one_go(sandbox: RunningSandbox) -> None:
    ids = [order_made(sandbox), order_made(sandbox)]
    query = urlsplit(link(sandbox, *ids)).query
    assert all(str(order_id) in query for order_id in ids)
    sandbox.post("/pay/cashier.htm", orderId=";".join(map(str, ids)))
    assert [status_of(sandbox, order_id) for order_id in ids] == ["waitsellersend"] * 2
    assert topics(sandbox)[-1] == "ORDER_BATCH_PAY"


def test_a_link_names_the_orders_that_it_leaves_out(sandbox: RunningSandbox) -> None:
    paid, unpaid = order_made(sandbox), order_made(sandbox)
    sandbox.control(f"orders/{paid}/pay")
    _, body = sandbox.call("alibaba.alipay.url.get", orderIdList=[paid, unpaid, 42])
    assert body["payFailureOrderList"] == [paid, 42]
    assert str(paid) not in body["payUrl"]


def test_no_link_without_anything_to_pay(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("alibaba.alipay.url.get", orderIdList=[42])
    assert body["success"] is False
    assert body["erroMsg"]


def test_an_order_above_the_credit_line_cannot_be_paid_with_credit(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, stock=10**6, price_fen=100_000)
    big = order_made(sandbox, item.cargo(max(item.quantity, 6)))
    _, body = sandbox.call("alibaba.creditPay.url.get", orderIdList=[big])
    assert (body["success"], body["errorCode"]) == ("false", "400_4")


def test_cross_border_pay_leaves_out_what_it_cannot_take(sandbox: RunningSandbox) -> None:
    offers = sandbox.look("offers", quote_type=1, lot="no", mix="no", limit=200)["offers"]
    bad = next(one for one in offers if one["offer_id"] % 23 == 0)
    sku = bad["skus"][0]
    sandbox.control(f"offers/{bad['offer_id']}", spec_id=sku["spec_id"], stock=10**6, price_fen=1000)
    cargo = {"offerId": bad["offer_id"], "specId": sku["spec_id"], "quantity": bad["min_quantity"]}
    left_out, fine = order_made(sandbox, cargo), order_made(sandbox)
    _, body = sandbox.call("alibaba.crossBorderPay.url.get", orderIdList=[left_out, fine])
    assert (body["success"], body["cantPayOrderList"]) == ("true", [left_out])


def test_the_combined_cashier_takes_all_or_none(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    _, body = sandbox.call("alibaba.trade.grouppay.url.get", orderIds=[order_id], payPlatformType="PC")
    assert body["results"]["success"] is True
    _, body = sandbox.call("alibaba.trade.grouppay.url.get", orderIds=[order_id, 42])
    assert body["results"]["success"] is False


def test_pay_ways_tell_the_sum_in_fen_and_the_deadline(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    _, body = sandbox.call("alibaba.trade.payWay.query", orderId=str(order_id))
    ways = body["resultList"]
    assert ways["payFee"] == round(detail(sandbox, order_id)["baseInfo"]["totalAmount"] * 100)
    assert len(ways["timeout"]) == len("2026-11-27 10:15:00")
    assert {1, 3} <= {channel["code"] for channel in ways["channels"]}


def test_pay_ways_refuse_a_sub_account(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sub = sandbox.credentials["sub_access_token"]
    _, body = sandbox.call("alibaba.trade.payWay.query", token=sub, orderId=str(order_id))
    assert body["errorCode"] == "500_2"


def test_account_periods_come_ten_to_a_page(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("alibaba.accountPeriod.list.buyerView", pageIndex=1)
    page = body["resultList"]
    assert 0 < len(page["accountPeriodList"]) <= 10
    login = page["accountPeriodList"][0]["sellerLoginId"]
    _, body = sandbox.call("alibaba.accountPeriod.list.buyerView", sellerLoginId=login)
    assert body["resultList"]["totalCount"] == "1"


def prepare(sandbox: RunningSandbox, order_id: int, **more: Any) -> dict:
    param = {"orderId": order_id, "payChannel": "alipay"} | more
    return sandbox.call("alibaba.trade.pay.protocolPay.preparePay", tradeWithholdPreparePayParam=param)[1]["result"]


def due_fen(sandbox: RunningSandbox, order_id: int) -> int:
    return sandbox.look(f"orders/{order_id}")["due_fen"]


def test_an_order_can_be_paid_by_agreement(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    body = prepare(sandbox, order_id, payAmount=due_fen(sandbox, order_id))
    assert body["result"] == {"payChannel": "ALIPAY", "paySuccess": True}
    assert status_of(sandbox, order_id) == "waitsellersend"


def test_a_changed_sum_is_not_paid_unseen(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    assert prepare(sandbox, order_id, payAmount=due_fen(sandbox, order_id) - 1)["success"] is False
    assert status_of(sandbox, order_id) == "waitbuyerpay"


def test_a_payment_can_look_failed_and_be_done(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    sandbox.control("faults", api="*preparePay", kind="unclear_payment")
    assert prepare(sandbox, order_id)["result"]["paySuccess"] is False
    assert status_of(sandbox, order_id) == "waitsellersend"


def test_without_an_agreement_there_is_a_page_to_sign_one(sandbox: RunningSandbox) -> None:
    sandbox.control("agreement", signed=False)
    _, body = sandbox.call("alibaba.trade.pay.protocolPay.isopen")
    alipay = body["result"]["result"]["paymentAgreements"][1]
    assert alipay["signedStatus"] == "false"
    assert prepare(sandbox, order_made(sandbox))["success"] is False
    sandbox.post("/pay/agreement.htm", member=sandbox.member_id)
    _, body = sandbox.call("alibaba.trade.pay.protocolPay.isopen")
    assert body["result"]["result"]["paymentAgreements"][1]["signedStatus"] == "true"


def test_an_analysis_adds_up_what_is_due(sandbox: RunningSandbox) -> None:
    ids = [order_made(sandbox), order_made(sandbox)]
    _, body = sandbox.call("trade.orderpay.analysis", orderIds=ids, payChannel="alipay")
    analysis = body["result"]["result"]
    assert analysis["totalPayFee"] == sum(due_fen(sandbox, order_id) for order_id in ids)
    assert analysis["payChannel"] == {"channel": "alipay", "avaliable": True}
