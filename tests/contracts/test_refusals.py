"""Every documented refusal, of the gateway and of each call, becomes its class of error, with a code and with advice."""

import json
import re
from typing import Any

import pytest

from sourcing_app.domain.logistics import OrderTrace
from sourcing_app.errors import (
    NotPermitted,
    OfferGone,
    OutcomeUnknown,
    Refused,
    SignInNeeded,
    Throttled,
    UnexpectedReply,
    UnprovenNo,
    Unreachable,
    WrongCredentials,
)
from sourcing_app.platform import registry
from sourcing_app.platform.cli import advice
from sourcing_app.platform.members import calls as members
from sourcing_app.platform.refunds import calls as refunds
from sourcing_app.platform.transport.endpoint import Kind
from tests.contracts.capture import Notebook, platform
from tests.support.contract import all_names, paper

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.]*|[0-9][0-9_]*")
TEXT_NAMES = ("message", "errorMessage", "errorMsg", "erroMsg", "errorInfo", "retMsg", "msg")
NOT_YET = {
    ("alibaba.trade.getLogisticsInfos.buyerView", "500_2"): (),
    ("alibaba.trade.getLogisticsInfos.buyerView", "404"): (),
    ("alibaba.trade.getLogisticsTraceInfo.buyerView", "404"): OrderTrace(),
}
"""Codes that say "nothing yet" rather than no."""


def documented() -> list[tuple[str, str]]:
    found = []
    for name in all_names():
        for row in paper(name)["errors"]:
            code = str(row["code"])
            if CODE.fullmatch(code) and not code.startswith("gw.") and code not in ("401", "4xxx", "5xxx"):
                found.append((name, code))
    return found


def refusal_body(name: str, code: str) -> dict[str, Any]:
    """An answer that says no with this code, where the contract keeps code and text."""
    contract = paper(name)
    outer = {row["name"]: row for row in contract["response"]["fields"]}
    wrapper = next(
        (one for one in ("result", "results") if one in outer and outer[one]["type"] in contract["types"]), ""
    )
    inner = {row["name"] for row in contract["types"].get(outer[wrapper]["type"], [])} if wrapper else set()
    wrapped = bool({"success", "succes"} & inner)
    known = inner if wrapped else set(outer)
    code_name = next(one for one in ("code", "retCode", "errorCode") if one in known)
    text_name = next(one for one in TEXT_NAMES if one in known)
    body: dict[str, Any] = {code_name: code, text_name: "平台说不"}
    flag = next((one for one in ("success", "succes") if one in known), None)
    if flag is not None:
        body[flag] = False
    return {wrapper: body} if wrapped else body


@pytest.mark.parametrize(("name", "code"), [case for case in documented() if case not in NOT_YET])
def test_a_documented_refusal_keeps_its_code_and_its_words(name: str, code: str) -> None:
    method = registry.calls()[name]
    proves = method.is_read or code in method.definite
    with pytest.raises(Refused if proves else UnprovenNo) as refused:
        method.answer(refusal_body(name, code), paper(name)["sample_request"])
    assert (refused.value.code, refused.value.text, refused.value.api) == (code, "平台说不", method.full_name)
    if not proves:
        return
    told = advice.advice(refused.value, name)
    action = next(row["action"] for row in paper(name)["errors"] if str(row["code"]) == code)
    own_words = (name, code) in advice._BUSINESS or isinstance(refused.value, OfferGone)
    assert own_words or action.rstrip(".")[1:] in told
    assert told.endswith(".") and told[0].isupper()


@pytest.mark.parametrize(("name", "code"), NOT_YET)
def test_nothing_yet_is_no_refusal(name: str, code: str) -> None:
    assert registry.calls()[name].answer(refusal_body(name, code), {"orderId": "1"}) == NOT_YET[name, code]


@pytest.mark.parametrize("code", ["ORDER_NOT_EXIST", "REFUND_DATA_ERROR", "INVALID_PARAM"])
@pytest.mark.parametrize("call", [refunds.GET, refunds.HISTORY, refunds.OF_ORDER], ids=lambda call: call.name)
def test_the_useful_code_of_a_refund_read_is_the_inner_one(call: registry.AnyCall, code: str) -> None:
    inner = {
        "errorCode": "003002",
        "errorMessage": "查询失败",
        "cause": f"errorCode:{code},errorMsg:no such thing,cause:null",
    }
    body = {"errorCode": "500", "errorMessage": json.dumps(inner, ensure_ascii=False), "extErrorMessage": ""}
    with pytest.raises(Refused) as refused:
        call.answer(body, {})
    assert (refused.value.code, refused.value.text) == (code, "查询失败")


@pytest.mark.parametrize(
    ("code", "text"), [("SP0056", "商品不存在"), ("500", "该商品已下架"), ("", "商品已下架或删除")]
)
def test_an_offer_that_is_gone_says_so(code: str, text: str) -> None:
    body = {"result": {"success": False, "code": code, "message": text}}
    with pytest.raises(OfferGone) as gone:
        registry.calls()["product.search.queryProductDetail"].answer(body, {"offerId": 1})
    assert "another" in advice.advice(gone.value, "product.search.queryProductDetail")


def test_no_right_to_read_an_offer_is_told_apart_from_gone() -> None:
    body = {"result": {"success": False, "code": "500", "message": "没有该商品的查询权限"}}
    with pytest.raises(Refused) as refused:
        registry.calls()["product.search.queryProductDetail"].answer(body, {"offerId": 1})
    assert type(refused.value) is Refused
    assert "no right" in advice.advice(refused.value, "product.search.queryProductDetail")


GATEWAY = [
    ("gw.SignatureMissing", WrongCredentials, "secret"),
    ("gw.SignatureInvalid", WrongCredentials, "secret"),
    ("gw.AppKeyMissing", WrongCredentials, "secret"),
    ("gw.APIUnsupported", Refused, "does not offer"),
    ("gw.APIACLDecline", NotPermitted, "Apply for"),
    ("gw.ParamMissing", Refused, "misses a parameter"),
    ("gw.ParamInvalid", Refused, "could not read"),
    ("gw.QosAppFrequencyLimit", Throttled, "Wait"),
    ("429", Throttled, "Wait"),
    ("401", SignInNeeded, "Sign in"),
    ("403", Refused, "blocked"),
    ("gw.Unheard", Refused, "before it ran"),
]


@pytest.mark.parametrize(("code", "kind", "words"), GATEWAY, ids=[row[0] for row in GATEWAY])
async def test_a_refusal_of_the_gateway_has_its_class_and_its_advice(
    code: str, kind: type[Exception], words: str
) -> None:
    answer = {"error_code": code, "error_message": "no", "exception": "no", "request_id": "r-1"}
    talking = platform(Notebook(answer=answer))
    with pytest.raises(kind) as refused:
        await talking.send(members.ME)
    await talking.close()
    assert type(refused.value) is kind
    assert words in advice.advice(refused.value, "alibaba.account.basic")
    assert advice.exit_status(refused.value) == advice.EXIT[kind.__name__]
    told = advice.report(refused.value, "alibaba.account.basic")
    assert set(told) >= {"class", "code", "text", "request_id", "advice"}
    assert told["class"] == kind.__name__


KINDS = ["offline", "dns", "timeout", "refused", "tls", "proxy", "server", "html", "clock", "too_large", "broken"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_of_not_being_reached_has_advice_of_its_own(kind: str) -> None:
    texts = {one: advice.advice(Unreachable(one), "x") for one in KINDS}
    assert len(set(texts.values())) == len(KINDS)
    assert advice.exit_status(Unreachable(kind)) == 9


@pytest.mark.parametrize("kind", [Kind.WRITE, Kind.MONEY])
@pytest.mark.parametrize("error", [Unreachable("timeout"), Unreachable("broken"), UnexpectedReply("x", "y")])
def test_a_write_without_an_answer_is_of_unknown_outcome(error: Exception, kind: Kind) -> None:
    outcome = advice.as_outcome(error, kind, "alibaba.trade.cancel")  # type: ignore[arg-type]
    assert isinstance(outcome, OutcomeUnknown)
    assert "Do NOT send it again" in advice.advice(outcome, "alibaba.trade.cancel")


@pytest.mark.parametrize("kind", ["dns", "refused", "tls", "clock"])
def test_a_write_that_never_left_is_no_mystery(kind: str) -> None:
    error = Unreachable(kind)
    assert advice.as_outcome(error, Kind.MONEY, "x") is error


def test_a_read_without_an_answer_stays_what_it_is() -> None:
    error = Unreachable("timeout")
    assert advice.as_outcome(error, Kind.READ, "x") is error
