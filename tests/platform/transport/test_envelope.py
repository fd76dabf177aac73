from __future__ import annotations

import pytest
from hypothesis import given

from sourcing_app.errors import OfferGone, Refused, SourcingError
from sourcing_app.platform import registry
from sourcing_app.platform.offers.calls import KEYWORD_QUERY
from sourcing_app.platform.orders.wire_create import orders_in
from sourcing_app.platform.transport.endpoint import Reply
from sourcing_app.platform.transport.envelope import object_of, open_reply, payload_of, unexpected
from sourcing_app.platform.transport.redaction import remember_secrets
from tests.platform.contracts import contract
from tests.platform.transport.test_fields import ANY_JSON

SAID = {"errorCode": "500_2", "errorMessage": "没有"}
YES = [
    ({"result": {"success": True, "code": "200", "message": "ok", "result": {"a": 1}}}, Reply.RESULT, {"a": 1}),
    ({"result": {"success": True, "retCode": "S0000", "retMsg": "ok", "result": [1]}}, Reply.RESULT, [1]),
    ({"result": {"success": "true", "code": "200", "result": "1490507813791335080"}}, Reply.RESULT, "1490507813791335080"),
    ({"result": {"a": 1}, "success": True, "errorCode": "", "errorMessage": ""}, Reply.RESULT, {"a": 1}),
    ({"result": {"success": True, "result": {"a": 1}}, "success": True}, Reply.RESULT, {"a": 1}),
    ({"result": {"success": True, "code": "S0000", "result": True}}, Reply.RESULT, True),
    ({"result": True, "success": True, "code": "S0000"}, Reply.RESULT, True),
    ({"result": {"address": "x"}}, Reply.RESULT, {"address": "x"}),
    ({"result": [{"a": 1}], "totalRecord": 1}, Reply.RESULT, [{"a": 1}]),
    ({"success": True, "code": "S0000", "data": {"a": 1}, "result": True}, Reply.RESULT, {"a": 1}),
    ({"success": True, "code": "S0000", "data": "149", "result": True}, Reply.RESULT, "149"),
    ([{"configName": "x"}], Reply.RESULT, [{"configName": "x"}]),
    ({"succes": "true", "categoryInfo": [1]}, Reply.BODY, {"succes": "true", "categoryInfo": [1]}),
    ({"resultList": {"a": 1}, "success": "true"}, Reply.RESULT_LIST, {"a": 1}),
    ({"results": {"success": True, "payUrl": "u"}}, Reply.RESULTS, {"success": True, "payUrl": "u"}),
    ({"success": True, "orderPreviewResuslt": [{}]}, Reply.PREVIEW, [{}]),
    ({"success": True, "errorMessage": "该订单没有物流跟踪信息。"}, Reply.TRACE, None),
    ({"result": {"success": True, "orderId": "1"}, "success": True}, Reply.RESULT, {"success": True, "orderId": "1"}),
]  # fmt: skip
NO = [
    ({"result": {"success": False, "code": "500_2", "message": "没有"}}, Reply.RESULT),
    ({"result": {"success": "false", "retCode": "500_2", "retMsg": "没有"}}, Reply.RESULT),
    ({"success": False, **SAID}, Reply.RESULT),
    ({"succes": "false", "errorCode": "500_2", "errorMsg": "没有"}, Reply.BODY),
    ({"success": "false", "errorCode": "500_2", "erroMsg": "没有"}, Reply.BODY),
    ({"isSuccess": False, "code": "500_2", "msg": "没有"}, Reply.BODY),
    ({"results": {"success": False, "errorCode": "500_2", "errorInfo": "没有"}}, Reply.RESULTS),
    ({"success": True, "result": {"success": False, "code": "500_2", "message": "没有"}}, Reply.RESULT),
    ({"success": False, "result": {"success": True}, **SAID}, Reply.RESULT),
]


@pytest.mark.parametrize(("body", "where", "payload"), YES)
def test_a_success_in_any_envelope_is_opened(body: object, where: Reply, payload: object) -> None:
    opened = open_reply(body, where)
    assert (opened.ok, opened.payload) == (True, payload)


@pytest.mark.parametrize(("body", "where"), NO)
def test_a_refusal_in_any_envelope_keeps_its_code_and_words(body: object, where: Reply) -> None:
    opened = open_reply(body, where)
    assert (opened.ok, opened.code, opened.text) == (False, "500_2", "没有")


MAIN_CALLS = [
    call
    for call in registry.calls().values()
    if call.section
    in ("1.1", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "4.1", "4.5")
    or call.full_name in ("alibaba.trade.receiveAddress.get", "alibaba.trade.addresscode.parse", "system.currentTime")
]


@pytest.mark.parametrize("call", MAIN_CALLS, ids=lambda call: call.name)
def test_the_sample_of_every_contract_is_a_success_with_a_payload(call: object) -> None:
    name = "system.currentTime" if call.name == "currentTime" else call.name
    assert payload_of(call, contract(name)["sample_response"]) is not None


@pytest.mark.parametrize("call", MAIN_CALLS, ids=lambda call: call.name)
def test_every_call_is_where_its_contract_says(call: object) -> None:
    found = contract("system.currentTime" if call.name == "currentTime" else call.name)
    assert found["api"] == f"{call.namespace}:{call.name}-{call.version}"
    assert found["needs_access_token"] is call.needs_token
    wrapped = [field["name"] for field in found["request"]["fields"] if "wrapper object" in field.get("note", "")]
    assert wrapped == ([call.wrapper] if call.wrapper else [])


@given(ANY_JSON)
def test_any_json_is_opened_or_refused_with_our_own_errors(body: object) -> None:
    for call in MAIN_CALLS:
        try:
            object_of(call, body)
        except SourcingError:
            continue
    orders_in(body)


def test_a_gone_offer_is_told_by_code_or_by_words() -> None:
    for body in ({"success": False, "code": "SP0056"}, {"success": False, "message": "该商品已下架"}):
        with pytest.raises(OfferGone):
            payload_of(KEYWORD_QUERY, body)


def test_x02_a_report_holds_no_secret_and_is_cut() -> None:
    remember_secrets(["TOKEN-planted-0099"])
    error = unexpected(KEYWORD_QUERY, "odd", {"access_token": "abc", "x": "TOKEN-planted-0099", "long": "y" * 9000})
    assert "TOKEN-planted-0099" not in error.raw and '"abc"' not in error.raw
    assert len(error.raw) == 4000


def test_a_refusals_words_hold_no_secret() -> None:
    with pytest.raises(Refused) as caught:
        payload_of(KEYWORD_QUERY, {"success": False, "message": "bad access_token=abcdefgh"})
    assert "abcdefgh" not in str(caught.value)
