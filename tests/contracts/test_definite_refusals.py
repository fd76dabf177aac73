"""A definite no is a list, not a default: of every call that changes something, only listed codes prove that nothing was made."""

import json
from typing import Any

import pytest

from sourcing_app.errors import (
    NotPermitted,
    OutcomeUnknown,
    Refused,
    SourcingError,
    UnexpectedReply,
    UnprovenNo,
    Unreachable,
)
from sourcing_app.platform import registry
from sourcing_app.platform.cli import advice
from sourcing_app.platform.invoices import calls as invoices
from sourcing_app.platform.registry import AnyCall
from sourcing_app.platform.transport.endpoint import DEFINITE_OF_GATEWAY, Endpoint
from sourcing_app.platform.transport.gateway import _LimitReached, _TokenRefused, judge
from sourcing_app.platform.transport.transport import Answer
from tests.contracts.test_answers import exact
from tests.contracts.test_refusals import refusal_body
from tests.support.contract import paper

WRITES = [method for method in registry.calls().values() if not method.is_read]
DEFINITE = (Refused, NotPermitted, _LimitReached)
UNKNOWN = (UnprovenNo, Unreachable, UnexpectedReply, _TokenRefused)


def outcome(method: AnyCall, body: Any, status: int = 200) -> Exception:
    """What an answer to this call comes to."""
    answer = Answer(status, "application/json", json_bytes(body))
    try:
        method.answer(judge(method, answer), exact(paper(method.full_name)["sample_request"]))
    except (SourcingError, _LimitReached, _TokenRefused) as error:
        return error
    raise AssertionError(f"{method.full_name} took {body} for a yes")


def json_bytes(body: Any) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def no(code: str, text: str) -> list[dict[str, Any]]:
    """A no in the shapes the platform has."""
    return [
        {"success": False, "code": code, "message": text},
        {"success": False, "errorCode": code, "errorMessage": text},
        {"result": {"success": False, "code": code, "message": text}},
        {"result": {"success": False, "errorCode": code, "errorInfo": text}, "success": False},
    ]


NOS = [
    ("TIMEOUT", "调用超时"),
    ("500", "system error"),
    ("PROCESSING", "处理中"),
    ("isp.service-timeout", "调用服务超时"),
    ("SOME_NEW_RULE", "不允许"),
    ("", "系统繁忙，请稍后再试"),
    ("403", "forbidden"),
]
"""What was said, or may be, by a platform that had done what it was asked."""


@pytest.mark.parametrize("method", WRITES, ids=lambda method: method.full_name)
@pytest.mark.parametrize(("code", "text"), NOS, ids=[code or "no code" for code, _ in NOS])
def test_a_no_with_a_code_that_is_not_listed_proves_nothing_of_any_call(method: AnyCall, code: str, text: str) -> None:
    for body in no(code, text):
        found = outcome(method, body)
        assert isinstance(found, UNKNOWN) and not isinstance(found, DEFINITE)
        told = advice.as_outcome(found, method.kind, method.full_name)  # type: ignore[arg-type]
        assert isinstance(told, OutcomeUnknown) and advice.exit_status(told) == 11


GATEWAY = [
    ("gw.RequestTimeout", 504), ("gw.SystemError", 500), ("gw.ParamMissing", 502), ("gw.Unheard", 400), ("401", 401),
    ("401", 200), ("403", 403), ("429", 429), ("500", 500), ("500", 200), ("isp.remote-service-timeout", 200),
]  # fmt: skip


@pytest.mark.parametrize("method", WRITES, ids=lambda method: method.full_name)
@pytest.mark.parametrize(("code", "status"), GATEWAY)
def test_a_word_of_the_gateway_that_may_come_after_the_call_proves_nothing(
    method: AnyCall, code: str, status: int
) -> None:
    assert isinstance(outcome(method, {"error_code": code, "error_message": "x"}, status), UNKNOWN)


@pytest.mark.parametrize("method", WRITES, ids=lambda method: method.full_name)
@pytest.mark.parametrize("status", [401, 403, 404, 405, 409, 413, 429])
def test_json_with_a_status_of_a_machine_in_between_proves_nothing(method: AnyCall, status: int) -> None:
    listed = next(iter(method.definite), "400")
    for body in ({"message": "no"}, {"success": False, "code": listed, "message": "no"}):
        assert isinstance(outcome(method, body, status), UNKNOWN)


@pytest.mark.parametrize("method", WRITES, ids=lambda method: method.full_name)
def test_the_gateways_refusals_before_the_call_are_definite_for_every_call(method: AnyCall) -> None:
    for code in DEFINITE_OF_GATEWAY:
        for status in (200, 400):
            assert isinstance(outcome(method, {"error_code": code, "error_message": "x"}, status), DEFINITE)


LISTED = [(method, code) for method in WRITES for code in method.definite if method.namespace != "system.oauth2"]


@pytest.mark.parametrize(("method", "code"), LISTED, ids=[f"{method.full_name} {code}" for method, code in LISTED])
def test_a_listed_code_is_definite_until_its_words_speak_of_trouble(method: AnyCall, code: str) -> None:
    said = code.replace("*", "【x】")
    body = refusal_body(method.full_name, said)
    assert isinstance(outcome(method, body), Refused)
    trouble = exact_words(body, "平台说不", "调用超时")
    assert isinstance(outcome(method, trouble), UnprovenNo)


def exact_words(body: dict[str, Any], before: str, after: str) -> dict[str, Any]:
    """The same answer with other words in it."""
    return {
        name: exact_words(value, before, after) if isinstance(value, dict) else (after if value == before else value)
        for name, value in body.items()
    }


@pytest.mark.parametrize("call", WRITES, ids=lambda call: call.full_name)
def test_every_listed_code_has_its_evidence_and_stands_in_the_contract(call: Endpoint) -> None:
    assert all(evidence.strip() for evidence in call.definite.values())
    if call.namespace == "system.oauth2":
        return
    documented = " ".join(str(row["code"]) for row in paper(call.full_name)["errors"])
    for code in call.definite:
        in_range = code.startswith("500_00") and "500_001..500_009" in documented
        assert in_range or code.rstrip("*") in documented


DOUBLED = [
    ("alibaba.trade.createRefund", "5010"),
    ("alibaba.trade.refund.returnGoods", "4007"),
    ("trade.invoice.apply", "INVOICE_ALREADY_APPLIED"),
]


@pytest.mark.parametrize(("name", "code"), DOUBLED)
def test_a_code_that_a_doubled_request_gets_as_well_is_no_proof(name: str, code: str) -> None:
    assert not registry.calls()[name].is_definite(code, "no")


def test_an_invoice_that_was_refused_with_a_code_that_is_not_listed_may_have_been_asked_for() -> None:
    def outcome_of(order_id: str, code: str) -> dict[str, Any]:
        return {"orderId": order_id, "result": False, "errorCode": code, "errorDesc": "x"}

    failed = [outcome_of("1", "PARAM_INVALID"), outcome_of("2", "APPLY_CREATE_INVOICE_EXCEPTION")]
    body = {"result": {"success": True, "result": {"successList": [outcome_of("3", "NEW")], "failedList": failed}}}
    asked = invoices.APPLY.answer(body, {})
    assert [one.order_id for one in asked.refused] == ["1"]
    assert [one.order_id for one in asked.doubted] == ["2", "3"] and asked.accepted == ()
