"""Answers as the live platform has been seen to give them: other envelopes, flags that contradict, members left out.

Source: quirks.md; the contracts' quirks.
"""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from sourcing_app.errors import Refused, SourcingError, UnexpectedReply, UnprovenNo
from sourcing_app.platform import registry
from sourcing_app.platform.cli import output
from sourcing_app.platform.transport.fields import parse_json
from sourcing_app.platform.transport.gateway import judge
from sourcing_app.platform.transport.transport import Answer

EXISTS = "关系已存在"
ONE, TWO = 3317081160226242182, 3317081160226242183


def read(name: str, body: Any, **fields: Any) -> Any:
    method = registry.calls()[name]
    return output.plain(method.answer(parse_json(json.dumps(body, ensure_ascii=False).encode()), fields))


REFUSED = [
    ("product.image.upload", {"result": {"success": "true", "code": "200", "result": "0"}}),
    ("product.image.upload", {"result": {"success": "true", "code": "200", "result": ""}}),
    ("product.search.imageQuery", {"result": {"success": "false", "code": "500", "message": "图片不存在"}}),
    ("alibaba.trade.addFeedback", {"result": {"success": False, "errorCode": "400_1"}, "success": True}),
    ("alibaba.trade.addFeedback", {"success": False, "code": "500_2", "message": "订单不存在"}),
    ("logistics.delivery.urge", {"result": {"success": True, "message": "24小时内", "result": False}}),
    ("account.user.register", {"result": {"success": True, "code": "S0001", "message": "exists", "result": False}}),
    ("account.user.register", {"success": True, "code": "S0001", "message": "exists", "result": "false"}),
    ("alibaba.trade.grouppay.url.get", {"results": {"success": False, "errorCode": "E", "errorInfo": "no"}}),
    ("alibaba.alipay.url.get", {"success": False, "erroMsg": "Batch pay : not surport MANUAL-TRADE!"}),
    ("alibaba.trade.payWay.query", {"success": "false", "errorCode": "500_2", "errorMsg": "无权限"}),
    ("alibaba.subAccount.list", {"errorCode": "500_001", "errorMsg": "读取失败"}),
    ("alibaba.logistics.myFreightTemplate.list.get", {"errorCode": "E", "errorMsg": "bad"}),
    ("alibaba.trade.addresscode.parse", {"errorCode": "500", "errorMessage": "无法解析"}),
    ("alibaba.trade.refund.OpQueryOrderRefund", {"errorCode": "500", "errorMessage": "plain words"}),
    ("alibaba.order.memoAdd", {"success": "true", "errorCode": "400_4", "errorMsg": "x"}),
    ("trade.invoiceTitle.getPageList", {"result": {"success": False, "errorCode": "404", "errorInfo": "x"}}),
]


@pytest.mark.parametrize(("name", "body"), REFUSED)
def test_a_no_is_a_no_in_whatever_shape(name: str, body: Any) -> None:
    with pytest.raises((Refused, UnprovenNo)):
        read(name, body, orderIds=[ONE], orderIdList=[ONE])


UNKNOWN = [
    ("alibaba.trade.cancel", {"success": None}),
    ("alibaba.trade.cancel", {}),
    ("trade.receivegoods.confirm", {"result": {}}),
    ("trade.receivegoods.confirm", {"result": {"success": "perhaps"}}),
    ("alibaba.trade.pay.protocolPay.preparePay", {"result": {"success": True, "result": {}}}),
    ("alibaba.trade.pay.protocolPay.preparePay", {"result": {"result": {"paySuccess": True}}}),
    ("alibaba.trade.createRefund", {"result": {"success": True, "result": {}}}),
    ("alibaba.trade.createCrossOrder", {"success": True, "result": {"success": True}}),
    ("trade.invoice.apply", {"result": {"success": True, "result": {"successList": [], "failedList": []}}}),
]


@pytest.mark.parametrize(("name", "body"), UNKNOWN)
def test_a_write_without_an_explicit_yes_is_neither_done_nor_refused(name: str, body: Any) -> None:
    with pytest.raises(UnexpectedReply):
        read(name, body)


MEANT: list[tuple[str, Any, dict[str, Any], Any]] = [
    ("product.image.upload", {"result": {"success": True, "result": 1490507813791335080}}, {}, "1490507813791335080"),
    ("alibaba.trade.cancel", {"success": "true"}, {}, {"done": True}),
    ("order.relation.write", {"success": True, "code": "0", "message": ""}, {}, {"done": True}),
    ("alibaba.trade.queryOrderByInsure", {"result": {}}, {}, {"order_id": None}),
    ("alibaba.trade.pay.protocolPay.isopen", {"result": {"success": True, "result": {}}}, {}, []),
    ("system.currentTime", {"result": 1790000000000}, {}, "2026-09-21T14:13:20+00:00"),
    ("system.currentTime", {"anything": 1}, {}, None),
    (
        "product.kjdistribute.addRelation",
        {"result": {"success": False, "msg": "关系已存在"}},
        {},
        {"done": True, "text": "关系已存在"},
    ),
]


@pytest.mark.parametrize(("name", "body", "fields", "wanted"), MEANT)
def test_an_odd_yes_means_what_it_means(name: str, body: Any, fields: dict[str, Any], wanted: Any) -> None:
    assert read(name, body, **fields) == wanted


@pytest.mark.parametrize("where", [(), ("result",), ("results",)])
def test_the_combined_cashiers_link_is_found_wherever_it_lies(where: tuple[str, ...]) -> None:
    body: Any = {"success": True, "payUrl": "https://payment2.m.1688.com/page/cashier.html"}
    for name in where:
        body = {name: body}
    assert read("alibaba.trade.grouppay.url.get", body, orderIds=[ONE])["covers"] == [str(ONE)]


def test_an_order_a_link_leaves_out_is_named() -> None:
    body = {"success": "true", "payUrl": "https://trade.1688.com/x", "cantPayOrderList": [ONE]}
    found = read("alibaba.creditPay.url.get", body, orderIdList=[ONE, TWO])
    assert (found["covers"], found["not_covered"]) == ([str(TWO)], [[str(ONE), ""]])


def test_a_category_on_the_top_level_is_read_too() -> None:
    body = {
        "result": {"categoryId": "10166", "chineseName": "女装", "leaf": "false", "children": None},
        "success": True,
    }
    assert read("category.translation.getById", body, categoryId=10166)["category"]["is_leaf"] is False


def test_a_flat_list_of_departments_is_the_root() -> None:
    body = {
        "categoryInfo": [{"categoryID": 54, "name": "a", "isLeaf": "false"}, {"categoryID": 311, "name": "b"}],
        "succes": "true",
    }
    assert [one["category_id"] for one in read("alibaba.category.get", body, categoryID=0)["children"]] == ["54", "311"]


def test_freight_counts_only_where_it_is_not_included() -> None:
    row = {"offerId": "1", "freePostage": "true", "freight": "12.3"}
    assert read("product.freight.estimate", {"result": {"success": True, "result": row}})["freight"]["amount"] == "0.00"


@pytest.mark.parametrize(("value", "rate"), [("0.22", "0.22"), ("22%", "0.22"), ("22", "0.22"), ("", None)])
def test_a_repurchase_rate_is_a_fraction_however_it_is_told(value: str, rate: str | None) -> None:
    body = {"result": {"success": True, "retCode": "S000", "result": [{"date": "20240701", "value": value}]}}
    found = read("product.analyze.getRepurchaseRateTrendNew", body)[0]["rate"]
    assert (None if found is None else str(found)) == rate


def test_a_ranked_picture_of_the_old_host_comes_from_the_new_one() -> None:
    row = {
        "itemId": 1,
        "title": "a&amp;b",
        "imgUrl": "http://img.china.alibaba.com/img/ibank/O1-0-cib.search.jpg",
        "sort": 1,
    }
    found = read(
        "product.topList.query", {"result": {"success": True, "result": {"rankId": 1, "rankProductModels": [row]}}}
    )
    assert found["offers"][0]["picture_url"] == "https://cbu01.alicdn.com/img/ibank/O1-0-cib.search.jpg"
    assert found["offers"][0]["title"] == "a&b"


@pytest.mark.parametrize(
    "host", ["cbu01.alicdn.com", "https://cbu01.alicdn.com", "https://cbu01.alicdn.com/", "//cbu01.alicdn.com"]
)
@pytest.mark.parametrize("path", ["img/1.jpg", "/img/1.jpg"])
def test_a_voucher_has_one_slash_between_host_and_path(host: str, path: str) -> None:
    body = {"result": {"success": True, "result": {"imageDomain": host, "imageRelativeUrl": path}}}
    assert read("alibaba.trade.uploadRefundVoucher", body)["url"] == "https://cbu01.alicdn.com/img/1.jpg"


def test_one_bad_row_does_not_cost_the_page() -> None:
    good = {"refundId": "TQ1", "orderId": ONE, "status": "refundlater", "extInfo": {"x": "null"}}
    body = {"result": {"opOrderRefundModels": [good, None, {"refundId": "TQ2"}, 7], "totalCount": "4"}, "success": True}
    found = read("alibaba.trade.refund.buyer.queryOrderRefundList", body)
    assert (found["total"], found["skipped"], len(found["refunds"])) == (4, 3, 1)
    assert (found["refunds"][0]["status"], found["refunds"][0]["extra"]) == ("refundlater", {})


@pytest.mark.parametrize("raw", [b"20260925101010000+0800", b'"20260925101010000+0800"', b"1758766210000"])
def test_the_platforms_time_may_come_bare(raw: bytes) -> None:
    method = registry.calls()["system.currentTime"]
    found = method.answer(judge(method, Answer(200, "text/plain", raw)), {})
    assert isinstance(found, datetime) and found.astimezone(UTC).year in (2025, 2026)


@pytest.mark.parametrize("raw", [b"OK", b"", b"<html>", b"true"])
def test_what_is_no_time_is_no_self_test_passed(raw: bytes) -> None:
    with pytest.raises(SourcingError):
        judge(registry.calls()["system.currentTime"], Answer(200, "text/plain", raw))


SILENT = [
    "alibaba.trade.getLogisticsInfos.buyerView",
    "alibaba.trade.getLogisticsTraceInfo.buyerView",
    "alibaba.trade.receiveAddress.get",
    "category.translation.getByKeyword",
    "product.filterData.queryConfig",
]


@pytest.mark.parametrize("name", SILENT)
def test_an_empty_answer_is_no_empty_list(name: str) -> None:
    with pytest.raises(UnexpectedReply):
        read(name, {}, orderId=ONE)


@pytest.mark.parametrize("payload", [None, {}])
def test_a_registration_needs_both_its_flags(payload: Any) -> None:
    with pytest.raises(UnexpectedReply):
        read("account.user.register", {"result": {"success": True, "code": "S0000", "result": payload}})
