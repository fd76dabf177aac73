"""Envelopes that are not those of a call's own sample: every call reads them, and every read hears a no in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from sourcing_app.errors import Refused
from sourcing_app.platform import registry
from sourcing_app.platform.cli import output
from sourcing_app.platform.registry import AnyCall
from sourcing_app.platform.transport.fields import parse_json
from tests.platform.contracts import contract

READS = [method for method in registry.calls().values() if method.is_read]
LISTS = ["product.search.topKeyword", "product.search.offerRecommend", "product.search.keywordSNQuery"]
NO_WORDS = {"errorCode": "E4", "errorMessage": "不行"}
NOES: list[dict[str, Any]] = [
    dict(NO_WORDS),
    {**NO_WORDS, "result": None},
    {"result": dict(NO_WORDS)},
    {"result": {"success": False, **NO_WORDS}},
    {"result": {"success": "false", "retCode": "E4", "retMsg": "不行", "class": "com.alibaba.Result"}},
    {"success": True, "result": {"success": False, **NO_WORDS}},
]


def _sample(name: str) -> tuple[Any, dict[str, Any]]:
    found = contract(name)
    asked = found.get("sample_request") or {}
    inner = next(iter(asked.values())) if len(asked) == 1 else asked
    return found["sample_response"], inner if isinstance(inner, dict) else asked


def _read(method: AnyCall, body: Any, fields: dict[str, Any]) -> Any:
    on_the_wire = json.dumps(body, ensure_ascii=False).encode()
    result = output.plain(method.answer(parse_json(on_the_wire), fields))
    if isinstance(result, dict):
        result.pop("previewed_at", None)
    return result


@pytest.mark.parametrize("method", READS, ids=lambda method: method.full_name)
@pytest.mark.parametrize("body", NOES, ids=str)
def test_a_no_is_heard_wherever_it_stands(method: AnyCall, body: dict[str, Any]) -> None:
    with pytest.raises(Refused) as caught:
        method.answer(body, _sample(method.full_name)[1])
    assert (caught.value.code, caught.value.text) == ("E4", "不行")


def _without_flags(body: Any) -> Any:
    if isinstance(body, dict):
        return {name: _without_flags(value) for name, value in body.items() if name not in ("success", "succes")}
    return [_without_flags(item) for item in body] if isinstance(body, list) else body


@pytest.mark.parametrize(
    "name",
    ["alibaba.trade.getRefundReasonList", "alibaba.trade.pay.protocolPay.isopen", "trade.invoiceAmount.getList"],
)
def test_a_double_wrap_without_flags_is_still_opened(name: str) -> None:
    method = registry.calls()[name]
    sample, fields = _sample(name)
    assert _read(method, _without_flags(sample), fields) == _read(method, sample, fields)


@pytest.mark.parametrize("name", LISTS)
def test_one_row_in_place_of_a_list_is_a_list_of_one(name: str) -> None:
    method = registry.calls()[name]
    sample, fields = _sample(name)
    row = sample["result"]["result"][0]
    assert _read(method, {"result": {**sample["result"], "result": row}}, fields) == _read(method, sample, fields)


@pytest.mark.parametrize("name", ["alibaba.alipay.url.get", "alibaba.category.get", "push.query.messageList"])
@pytest.mark.parametrize(
    "wrap",
    [lambda body: {"result": body}, lambda body: {"result": {"success": True, "code": "200", **body}},
     lambda body: {"success": True, "code": "S0000", "data": body, "result": True}],
    ids=["bare", "flagged", "data"],
)  # fmt: skip
def test_an_answer_that_usually_comes_bare_may_come_wrapped(name: str, wrap: Callable[[Any], Any]) -> None:
    method = registry.calls()[name]
    sample, fields = _sample(name)
    assert _read(method, wrap(sample), fields) == _read(method, sample, fields)


@pytest.mark.parametrize(
    "name", ["product.search.keywordQuery", "product.search.imageQuery", "product.search.querySellerOfferList"]
)
def test_a_yes_without_a_page_is_no_hits(name: str) -> None:
    method = registry.calls()[name]
    found = _read(method, {"result": {"success": True, "code": "200", "result": None}}, {})
    assert (found["offers"], found["has_more"]) == ([], False)


@pytest.mark.parametrize("flags", [{}, {"success": True, "code": "200"}], ids=["bare", "flagged"])
def test_an_order_list_may_come_wrapped_with_its_count(flags: dict[str, Any]) -> None:
    sample, fields = _sample("alibaba.trade.getBuyerOrderList")
    method = registry.calls()["alibaba.trade.getBuyerOrderList"]
    assert _read(method, {"result": {**flags, **sample}}, fields) == _read(method, sample, fields)


def test_an_order_list_of_nothing_may_be_null() -> None:
    found = _read(registry.calls()["alibaba.trade.getBuyerOrderList"], {"result": None, "totalRecord": 0}, {})
    assert (found["orders"], found["total"]) == ([], 0)


def test_one_order_in_place_of_the_list_is_a_list_of_one() -> None:
    sample, fields = _sample("alibaba.trade.getBuyerOrderList")
    method = registry.calls()["alibaba.trade.getBuyerOrderList"]
    found = _read(method, {"result": sample["result"][0], "totalRecord": 1}, fields)
    assert [order["order_id"] for order in found["orders"]] == ["3317081160226242182"]


@pytest.mark.parametrize("left_out", [123456789012345678, "123456789012345678", [{"orderId": 123456789012345678}]])
@pytest.mark.parametrize("name", ["alibaba.alipay.url.get", "alibaba.crossBorderPay.url.get"])
def test_an_order_a_link_leaves_out_is_told_in_any_shape(name: str, left_out: Any) -> None:
    body = {"success": True, "payUrl": "https://trade.1688.com/x", "cantPayOrderList": left_out}
    found = _read(registry.calls()[name], body, {"orderIdList": [123456789012345678]})
    assert (found["covers"], found["not_covered"]) == ([], [["123456789012345678", ""]])
