from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from sourcing_app.domain.account import Account
from sourcing_app.errors import (
    InvalidInput,
    NotPermitted,
    Refused,
    SignInNeeded,
    Throttled,
    UnexpectedReply,
    UnprovenNo,
    Unreachable,
    WrongCredentials,
)
from sourcing_app.platform import registry
from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.envelope import Opened, payload_of, refusal
from sourcing_app.platform.transport.signing import sign
from sourcing_app.platform.transport.transport import FORM, Transport, trust_store
from tests.platform.transport.odd_proxy import CERTIFICATE
from tests.platform.transport.odd_server import odd_server, plain
from tests.platform.wire import APP_KEY, SECRET, TOKEN, Canned, Hourglass, Wire, credentials, platform

GOOD = {"result": {"success": True, "result": {"a": 1}}}
LIMIT = {"error_code": "gw.QosAppFrequencyLimit", "error_message": "App call exceeds limited frequency"}
DENIED = Canned({"error_code": "401", "error_message": "Request need user authorized"}, 401)
NEW_TOKEN = {"access_token": "TOKEN-planted-0003", "expires_in": "36000", "memberId": "b2b-1"}
HTML = Canned(b"<html><body>Sign in to the hotel</body></html>", headers={"content-type": "text/html"})


def gateway_error(code: str, status: int = 400) -> Canned:
    return Canned({"error_code": code, "error_message": "no", "request_id": "r-1"}, status)


async def ask(there: Platform, call: registry.AnyCall, fields: dict[str, object] | None = None) -> object:
    """The payload of an answer."""
    return payload_of(call, await there.gateway.read(call, fields))


async def test_a_call_is_signed_over_exactly_what_is_sent() -> None:
    wire = Wire(GOOD)
    assert await ask(platform(wire), offers.KEYWORD_QUERY, {"keyword": "保温杯", "filter": None}) == {"a": 1}
    sent = wire.sent[0]
    path = f"param2/1/com.alibaba.fenxiao.crossborder/product.search.keywordQuery/{APP_KEY}"
    assert wire.urls[0] == f"https://gateway.example/openapi/{path}"
    assert sent["_aop_signature"] == sign(path, sent, SECRET)
    assert sent["access_token"] == TOKEN
    assert sent["offerQueryParam"] == '{"keyword":"保温杯"}'


async def test_a_call_without_a_user_sends_no_token() -> None:
    wire = Wire({"result": "20260925101010000+0800"})
    await platform(wire).self_test()
    assert "access_token" not in wire.sent[0]


async def test_an_app_of_a_single_user_sends_no_token() -> None:
    wire = Wire(GOOD)
    await ask(platform(wire, credentials=credentials(access_token=None)), orders.GET)
    assert "access_token" not in wire.sent[0]


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_read_is_repeated_after_1_3_and_9_seconds(status: int) -> None:
    hourglass = Hourglass()
    wire = Wire(Canned(b"bad gateway", status), Canned({}, status), Canned(b"", status), GOOD)
    assert await ask(platform(wire, hourglass=hourglass), orders.GET) == {"a": 1}
    assert hourglass.slept == [1.0, 3.0, 9.0]


async def test_a_read_gives_up_after_the_third_repeat() -> None:
    wire = Wire(httpx.ReadError("reset"))
    with pytest.raises(Unreachable) as caught:
        await platform(wire).gateway.read(orders.GET)
    assert (caught.value.kind, len(wire.sent)) == ("broken", 4)


async def test_a_time_out_of_a_read_is_repeated_once() -> None:
    wire = Wire(httpx.ReadTimeout("slow"))
    with pytest.raises(Unreachable) as caught:
        await platform(wire).gateway.read(orders.GET)
    assert (caught.value.kind, len(wire.sent)) == ("timeout", 2)


WRITE_FAULTS = [
    httpx.ReadError("reset"),
    httpx.ReadTimeout("slow"),
    httpx.RemoteProtocolError("cut"),
    Canned({}, 500),
    Canned(b"bad gateway", 502),
    HTML,
    Canned(b'{"result":{"succ', 200),
    Canned(b"", 302, {"location": "https://elsewhere.example/"}),
    Canned({"location": "elsewhere"}, 302),
]
MACHINES = [
    Canned({"message": "sign in to the proxy"}, 401),
    Canned({"error": "unauthorized"}, 401),
    Canned({"message": "forbidden"}, 403),
    Canned({"success": False, "code": "400", "message": "no such route"}, 404),
    Canned({"detail": "slow down"}, 429),
]


@pytest.mark.parametrize("fault", WRITE_FAULTS)
async def test_m01_a_write_is_sent_once_whatever_happens_to_its_answer(fault: object) -> None:
    wire = Wire(fault)
    with pytest.raises(Unreachable):
        await platform(wire).gateway.write(orders.CREATE, {"flow": "general"})
    assert len(wire.sent) == 1


@pytest.mark.parametrize("answer", MACHINES, ids=lambda answer: str(answer.status))
async def test_m08_json_of_a_machine_in_between_proves_nothing_about_a_write(answer: Canned) -> None:
    wire = Wire(answer)
    with pytest.raises(UnprovenNo) as caught:
        await platform(wire).gateway.write(orders.CREATE)
    assert (caught.value.code, len(wire.sent)) == (str(answer.status), 1)
    assert caught.value.text in answer.body.values()


async def test_a_write_at_the_call_limit_is_not_repeated() -> None:
    wire = Wire(LIMIT)
    with pytest.raises(Throttled):
        await platform(wire).gateway.write(orders.CREATE)
    assert len(wire.sent) == 1


async def test_the_doors_are_not_mixed_up() -> None:
    gateway = platform(Wire(GOOD)).gateway
    with pytest.raises(TypeError):
        await gateway.read(orders.CREATE)
    with pytest.raises(TypeError):
        await gateway.write(orders.GET)


async def test_n04_at_the_call_limit_a_read_waits_longer_each_time_and_says_so() -> None:
    hourglass, told = Hourglass(), []
    wire = Wire(LIMIT, LIMIT, LIMIT, LIMIT, LIMIT, GOOD)
    await platform(wire, hourglass=hourglass, on_wait=told.append).gateway.read(orders.GET)
    assert hourglass.slept == told == [10.0, 20.0, 40.0, 80.0, 120.0]


async def test_a_network_that_wants_a_sign_in_of_its_own_is_not_a_fault_of_the_platform() -> None:
    wire = Wire(Canned(HTML.body, 511, headers=HTML.headers))
    with pytest.raises(Unreachable) as caught:
        await platform(wire).gateway.read(orders.GET)
    assert (caught.value.kind, len(wire.sent)) == ("html", 1)


@pytest.mark.parametrize("body", [{}, b"slow down"], ids=str)
async def test_status_429_is_the_call_limit_of_a_read_whatever_is_in_it(body: object) -> None:
    wire = Wire(Canned(body, 429), GOOD)
    assert await ask(platform(wire), orders.GET) == {"a": 1}


@pytest.mark.parametrize("body", [{}, b"slow down", {"error_code": "429", "error_message": "slow down"}], ids=str)
async def test_m08_a_429_that_is_not_the_gateways_own_proves_nothing_about_a_write(body: object) -> None:
    refused = Wire(Canned(body, 429))
    with pytest.raises((UnprovenNo, Unreachable)):
        await platform(refused).gateway.write(orders.CREATE)
    assert len(refused.sent) == 1


async def test_n04_patience_with_the_call_limit_ends() -> None:
    with pytest.raises(Throttled) as caught:
        await platform(Wire(LIMIT)).gateway.read(orders.GET)
    assert caught.value.wait_s == 120.0


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (gateway_error("gw.SignatureInvalid"), WrongCredentials),
        (gateway_error("gw.AppKeyMissing", 200), WrongCredentials),
        (gateway_error("gw.APIACLDecline"), NotPermitted),
        (gateway_error("gw.ParamMissing"), Refused),
        (gateway_error("gw.SomethingNew", 503), Refused),
        (gateway_error("403", 403), Refused),
        (HTML, Unreachable),
        (Canned("a text"), UnexpectedReply),
        (Canned(b"NaN"), Unreachable),
    ],
)
async def test_every_refusal_has_its_class_decided_by_the_body(answer: Canned, error: type[Exception]) -> None:
    wire = Wire(answer)
    with pytest.raises(error):
        await platform(wire).gateway.read(orders.GET)
    assert len(wire.sent) == 1 or error is Unreachable


async def test_the_platforms_words_and_request_id_are_kept() -> None:
    with pytest.raises(Refused) as caught:
        await platform(Wire(gateway_error("gw.ParamMissing"))).gateway.read(orders.GET)
    error = caught.value
    assert (error.code, error.text, error.request_id, error.api) == (
        "gw.ParamMissing",
        "no",
        "r-1",
        orders.GET.name,
    )


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx.ConnectTimeout("x"), "timeout"),
        (httpx.ProxyError("407"), "proxy"),
        (httpx.RemoteProtocolError("cut"), "broken"),
        (httpx.ConnectError("x"), "offline"),
    ],
)
async def test_n01_a_failure_says_what_kind_it_is(error: Exception, kind: str) -> None:
    with pytest.raises(Unreachable) as caught:
        await platform(Wire(error)).gateway.write(orders.CREATE)
    assert caught.value.kind == kind


async def test_n05_many_refused_calls_make_one_refresh_and_each_repeats_once() -> None:
    refreshed: list[str] = []

    def answer(sent: dict[str, str]) -> object:
        if sent.get("grant_type") == "refresh_token":
            refreshed.append(sent["refresh_token"])
            return NEW_TOKEN
        return GOOD if sent["access_token"] == "TOKEN-planted-0003" else DENIED

    wire, kept = Wire(answer), []
    there = platform(wire, credentials=credentials(refresh_token="REFRESH-0004"), on_credentials=kept.append)
    found = await asyncio.gather(*(ask(there, orders.GET) for _ in range(20)))
    assert found == [{"a": 1}] * 20
    assert refreshed == ["REFRESH-0004"]
    assert [(each.access_token, each.refresh_token) for each in kept] == [("TOKEN-planted-0003", "REFRESH-0004")]


async def test_n05_a_refused_refresh_asks_for_a_sign_in_and_is_tried_once() -> None:
    def answer(sent: dict[str, str]) -> object:
        return gateway_error("400") if "grant_type" in sent else DENIED

    wire = Wire(answer)
    there = platform(wire, credentials=credentials(refresh_token="REFRESH-0004"))
    found = await asyncio.gather(*(ask(there, orders.GET) for _ in range(5)), return_exceptions=True)
    assert {type(each) for each in found} == {SignInNeeded}
    assert sum("grant_type" in sent for sent in wire.sent) == 1


async def test_without_a_refresh_token_a_refused_token_asks_for_a_sign_in() -> None:
    with pytest.raises(SignInNeeded):
        await ask(platform(Wire(DENIED)), orders.GET)


async def test_a_token_refused_again_after_its_refresh_is_not_tried_a_third_time() -> None:
    wire = Wire(lambda sent: NEW_TOKEN if "grant_type" in sent else DENIED)
    with pytest.raises(SignInNeeded):
        await ask(platform(wire, credentials=credentials(refresh_token="REFRESH-0004")), orders.GET)
    assert len(wire.sent) == 3


async def test_a_token_about_to_end_is_refreshed_before_it_is_refused() -> None:
    hourglass = Hourglass()
    soon = datetime.fromtimestamp(hourglass.now, UTC) + timedelta(minutes=9)
    wire = Wire(lambda sent: NEW_TOKEN if "grant_type" in sent else GOOD)
    there = platform(wire, credentials=credentials(refresh_token="R-000004", expires_at=soon), hourglass=hourglass)
    await ask(there, orders.GET)
    assert wire.sent[1]["access_token"] == "TOKEN-planted-0003"
    assert there.tokens.credentials.expires_at == datetime.fromtimestamp(hourglass.now, UTC) + timedelta(hours=10)


@pytest.mark.parametrize(
    "url", ["http://gw.open.1688.com", "ftp://x", "https://u:p@gw.open.1688.com", "gw.open.1688.com"]
)
def test_a_gateway_in_the_clear_is_refused(url: str) -> None:
    with pytest.raises(InvalidInput):
        Platform(Account(url, APP_KEY), credentials())


WRITES = [call for call in registry.calls().values() if not call.is_read]


@pytest.mark.parametrize("call", WRITES, ids=lambda call: call.full_name)
async def test_a_write_refused_for_its_token_is_never_sent_again_but_its_token_is_renewed(
    call: registry.AnyCall,
) -> None:
    def answer(sent: dict[str, str]) -> object:
        if "grant_type" in sent:
            return NEW_TOKEN
        return GOOD if sent.get("access_token") == "TOKEN-planted-0003" else DENIED

    wire = Wire(answer)
    there = platform(wire, credentials=credentials(refresh_token="REFRESH-0004"))
    with pytest.raises(UnprovenNo) as caught:
        await there.gateway.write(call, {})
    assert (caught.value.code, caught.value.text) == ("401", "Request need user authorized")
    assert len([url for url in wire.urls if f"/{call.namespace}/{call.name}/" in url]) == 1
    expected = "TOKEN-planted-0003" if call.needs_token else TOKEN
    assert there.tokens.credentials.access_token == expected


async def test_a_write_without_a_token_is_not_sent_again() -> None:
    wire = Wire(DENIED)
    with pytest.raises(UnprovenNo):
        await platform(wire, credentials=credentials(access_token=None)).gateway.write(orders.CREATE)
    assert len(wire.sent) == 1


async def test_a_write_whose_refused_token_cannot_be_renewed_is_of_unknown_outcome_all_the_same() -> None:
    def answer(sent: dict[str, str]) -> object:
        return httpx.ConnectError("gone") if "grant_type" in sent else DENIED

    with pytest.raises(UnprovenNo):
        there = platform(Wire(answer), credentials=credentials(refresh_token="REFRESH-0004"))
        await there.gateway.write(orders.CREATE)


async def test_m08_a_write_whose_token_could_not_be_renewed_before_it_was_sent_was_definitely_not_made() -> None:
    hourglass = Hourglass()
    ended = datetime.fromtimestamp(hourglass.now, UTC)
    wire = Wire(httpx.ConnectError("gone"))
    there = platform(wire, credentials=credentials(refresh_token="R-4", expires_at=ended), hourglass=hourglass)
    with pytest.raises(Refused) as caught:
        await there.gateway.write(orders.CREATE)
    assert (caught.value.code, caught.value.text) == ("not_sent", "offline")
    assert [sent.get("grant_type") for sent in wire.sent] == ["refresh_token"]


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_refresh_that_meets_trouble_of_the_platform_does_not_cost_the_sign_in(status: int) -> None:
    broken = Canned({"error_code": "500", "error_message": "System error"}, status)
    answers = iter([DENIED, broken, DENIED, NEW_TOKEN, GOOD])
    there = platform(Wire(lambda _: next(answers)), credentials=credentials(refresh_token="REFRESH-0004"))
    assert await there.gateway.read(orders.GET) == GOOD


async def test_a_refresh_at_the_call_limit_does_not_cost_the_sign_in() -> None:
    answers = iter([DENIED, LIMIT, DENIED, NEW_TOKEN, GOOD])
    wire = Wire(lambda _: next(answers))
    there = platform(wire, credentials=credentials(refresh_token="REFRESH-0004"))
    with pytest.raises(Throttled):
        await there.gateway.read(orders.GET)
    assert await there.gateway.read(orders.GET) == GOOD


async def test_a_gateway_on_this_computer_is_reached_past_every_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    transport = Transport()
    async with odd_server(plain(b"{}")) as server:
        assert (await transport.pooled(server.url, b"", FORM, 5)).body == b"{}"
        await transport.close()


def test_the_gateways_certificates_are_checked_against_what_the_system_trusts() -> None:
    context = trust_store()
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)


def test_the_list_that_comes_along_is_trusted_only_where_the_system_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    assert trust_store().cert_store_stats()["x509_ca"] > 50
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert trust_store().cert_store_stats()["x509_ca"] == 1
    (tmp_path / "1234abcd.0").write_bytes(CERTIFICATE.read_bytes())
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    assert trust_store().cert_store_stats()["x509_ca"] == 0, "a folder is read when it is needed"


@pytest.mark.parametrize(("url", "tries"), [("http://127.0.0.1:9", 1), ("https://gw.open.1688.com", 4)])
async def test_nobody_listening_on_this_computer_is_not_asked_again(url: str, tries: int) -> None:
    asked: list[str] = []

    class Nobody(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            asked.append(str(request.url))
            raise httpx.ConnectError("[Errno 111] Connection refused") from ConnectionRefusedError(111, "refused")

    made = Platform(Account(url, "1"), credentials(), handler=Nobody(), timing=Hourglass().timing())
    with pytest.raises(Unreachable):
        await made.self_test()
    await made.close()
    assert len(asked) == tries


async def test_a_demo_marketplace_that_ended_is_called_so() -> None:
    class Nobody(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("[Errno 111] Connection refused") from ConnectionRefusedError(111, "refused")

    demo = Account("http://127.0.0.1:9", "1", is_demo=True)
    made = Platform(demo, credentials(), handler=Nobody(), timing=Hourglass().timing())
    with pytest.raises(Unreachable) as caught:
        await made.self_test()
    await made.close()
    assert caught.value.kind == "market"


@pytest.mark.parametrize(("call", "is_read"), [(orders.GET, True), (orders.CANCEL, False)])
def test_a_refusal_knows_whether_anything_could_have_changed(call: registry.AnyCall, is_read: bool) -> None:
    refused = refusal(call, Opened(False, None, "400_3", "no", "r"))
    assert isinstance(refused, Refused) and refused.is_read is is_read
