"""The gateway's door: signatures and the order in which it says no."""

from __future__ import annotations

import json
import time
from urllib.parse import quote

import pytest

from tests.support.sandbox import ROOT, RunningSandbox
from tests.support.signing import sign

VECTORS = json.loads((ROOT / "resources/platform/gateway_vectors.json").read_text(encoding="utf-8"))
BY_ID = {vector["id"]: vector for vector in VECTORS["vectors"]}


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["id"])
def test_the_sandbox_signs_as_the_vector_says(vector: dict) -> None:
    from sourcing_app.sandbox.wire import signature

    assert signature(vector["url_path"], vector["params"], vector["app_secret"]) == vector["expected"]


@pytest.mark.parametrize("case", VECTORS["must_fail"], ids=lambda case: case["id"])
def test_a_signature_that_must_fail_is_refused(case: dict) -> None:
    from sourcing_app.sandbox.wire import Wire, address_of, signed_rightly

    vector = BY_ID[case["based_on"]]
    wrong = case.get("value") or _wrong(case["id"], vector)
    wire = Wire(address_of("/openapi/" + vector["url_path"]), vector["params"] | {"_aop_signature": wrong})
    assert not signed_rightly(wire, vector["app_secret"])


def _wrong(case: str, vector: dict) -> str:
    if case == "url-encoded-values":
        params = {name: quote(value) for name, value in vector["params"].items()}
    else:
        params = vector["params"] | {"_aop_signature": vector["expected"]}
    return sign(vector["url_path"], params, vector["app_secret"])


SELF_TEST = "/openapi/param2/1/system/currentTime/"


def test_a_signed_self_test_is_answered_with_the_time(sandbox: RunningSandbox) -> None:
    status, body = sandbox.call("system.currentTime", token=None)
    assert status == 200
    assert body["result"].endswith("+0800")


def test_a_get_with_the_same_parameters_works_too(sandbox: RunningSandbox) -> None:
    path, fields = sandbox.form("system.currentTime", {"a": "1"}, token=None)
    assert sandbox.http.get(path, params=fields).status_code == 200


def test_parameters_may_be_split_between_query_and_body(sandbox: RunningSandbox) -> None:
    path, fields = sandbox.form("system.currentTime", {"a": "1", "b": "中 +&"}, token=None)
    signature = fields.pop("_aop_signature")
    answer = sandbox.http.post(path, params=fields, data={"_aop_signature": signature})
    assert answer.status_code == 200


def refusal(sandbox: RunningSandbox, path: str, fields: dict[str, str]) -> tuple[int, str]:
    answer = sandbox.http.post(path, data=fields)
    body = answer.json()
    assert body["exception"] == body["error_message"]
    assert body["request_id"]
    return answer.status_code, body["error_code"]


def test_a_missing_app_key_is_refused_first(sandbox: RunningSandbox) -> None:
    assert refusal(sandbox, "/openapi/param2/1/system/currentTime", {}) == (400, "gw.AppKeyMissing")


def test_an_unknown_app_key_is_refused_before_the_signature(sandbox: RunningSandbox) -> None:
    assert refusal(sandbox, SELF_TEST + "999", {}) == (400, "gw.AppKeyMissing")


def test_a_missing_signature_is_told_before_an_unknown_call(sandbox: RunningSandbox) -> None:
    path = f"/openapi/param2/1/com.alibaba.trade/no.such.call/{sandbox.app_key}"
    assert refusal(sandbox, path, {}) == (400, "gw.SignatureMissing")


def test_a_wrong_signature_is_told_before_an_unknown_call(sandbox: RunningSandbox) -> None:
    path = f"/openapi/param2/1/com.alibaba.trade/no.such.call/{sandbox.app_key}"
    assert refusal(sandbox, path, {"_aop_signature": "0" * 40}) == (400, "gw.SignatureInvalid")


def signed(sandbox: RunningSandbox, url_path: str, **fields: str) -> tuple[str, dict[str, str]]:
    return f"/openapi/{url_path}", fields | {"_aop_signature": sign(url_path, fields, sandbox.app_secret)}


@pytest.mark.parametrize(
    "where",
    [
        "param2/1/com.alibaba.trade/no.such.call",
        "param2/2/com.alibaba.trade/alibaba.trade.cancel",
        "json2/1/com.alibaba.trade/alibaba.trade.cancel",
        "param2/1/com.alibaba.product/alibaba.trade.cancel",
    ],
)
def test_an_unknown_call_is_unsupported_even_without_a_token(sandbox: RunningSandbox, where: str) -> None:
    assert refusal(sandbox, *signed(sandbox, f"{where}/{sandbox.app_key}")) == (400, "gw.APIUnsupported")


def test_a_missing_token_is_told_before_a_missing_permission(sandbox: RunningSandbox) -> None:
    sandbox.control("options", denied=["alibaba.trade.*"])
    status, body = sandbox.call("alibaba.trade.cancel", token=None)
    assert (status, body["error_code"]) == (401, "401")


def test_a_wrong_token_is_told_before_a_missing_permission(sandbox: RunningSandbox) -> None:
    sandbox.control("options", denied=["alibaba.trade.*"])
    status, body = sandbox.call("alibaba.trade.cancel", token="made-up")
    assert (status, body["error_code"]) == (401, "401")


def test_a_missing_permission_is_told_before_missing_parameters(sandbox: RunningSandbox) -> None:
    sandbox.control("options", denied=["alibaba.trade.*"])
    status, body = sandbox.call("alibaba.trade.cancel")
    assert (status, body["error_code"]) == (400, "gw.APIACLDecline")
    assert body["error_message"] == "AppKey is not allowed(acl)"


def test_the_call_rate_is_told_before_missing_parameters(sandbox: RunningSandbox) -> None:
    sandbox.control("options", rate_per_s=0.01)
    sandbox.call("alibaba.trade.cancel")
    status, body = sandbox.call("alibaba.trade.cancel")
    assert (status, body["error_code"]) == (400, "gw.QosAppFrequencyLimit")


def test_a_missing_parameter_is_named(sandbox: RunningSandbox) -> None:
    status, body = sandbox.call("alibaba.trade.cancel", webSite="1688", cancelReason="other")
    assert (status, body["error_code"]) == (400, "gw.ParamMissing")
    assert body["error_message"] == "Required argument tradeID"


def test_a_missing_member_of_an_object_is_named(sandbox: RunningSandbox) -> None:
    cargo = [{"offerId": 1}]
    _, body = sandbox.call("alibaba.createOrder.preview", addressParam={"addressId": 1}, cargoParamList=cargo)
    assert body["error_message"] == "Required argument quantity"


@pytest.mark.parametrize(
    "params",
    [
        {"addressParam": "{broken", "cargoParamList": []},
        {"addressParam": {"addressId": "abc"}, "cargoParamList": []},
        {"addressParam": {"addressId": 1}, "cargoParamList": {"offerId": 1}},
        {"addressParam": {"addressId": 1}, "cargoParamList": [{"offerId": 1, "quantity": "many"}]},
    ],
    ids=["broken JSON", "text for a long", "object for a list", "text for a number"],
)
def test_what_cannot_be_converted_is_invalid(sandbox: RunningSandbox, params: dict) -> None:
    status, body = sandbox.call("alibaba.createOrder.preview", **params)
    assert (status, body["error_code"]) == (400, "gw.ParamInvalid")


def test_an_unknown_parameter_is_tolerated_and_counted(sandbox: RunningSandbox) -> None:
    _, body = sandbox.call("alibaba.trade.receiveAddress.get", colour="red")
    assert body["success"] is True
    assert sandbox.look("state")["unknown_parameters"] == {"alibaba.trade.receiveAddress.get.colour": 1}


def test_an_unknown_parameter_can_be_refused(sandbox: RunningSandbox) -> None:
    sandbox.control("options", unknown_parameters="refuse")
    _, body = sandbox.call("alibaba.trade.receiveAddress.get", colour="red")
    assert body["error_code"] == "gw.ParamInvalid"


def test_a_call_that_needs_no_user_ignores_an_invented_token(sandbox: RunningSandbox) -> None:
    status, _ = sandbox.call("system.currentTime", token="invented")
    assert status == 200


def test_an_app_for_a_single_user_needs_no_token(sandbox: RunningSandbox) -> None:
    sandbox.control("options", single_user=True)
    _, body = sandbox.call("alibaba.trade.receiveAddress.get", token=None)
    assert body["result"]["receiveAddressItems"][0]["id"] == 593861699


def test_a_clock_that_is_wrong_can_be_refused(sandbox: RunningSandbox) -> None:
    sandbox.control("options", timestamp_tolerance_s=900)
    now = int(time.time() * 1000)
    codes = []
    for stamp in (now, now - 86_400_000, "yesterday"):
        path, fields = sandbox.form("system.currentTime", {"_aop_timestamp": str(stamp)}, token=None)
        codes.append(sandbox.http.post(path, data=fields).json().get("error_code"))
    assert codes == [None, "gw.RequestExpired", "gw.RequestExpired"]
