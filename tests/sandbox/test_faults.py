"""Trouble on request: each kind does what it says, once, to the call it names."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.support.buying import HOME, buyable, create
from tests.support.sandbox import RunningSandbox

CREATE = "alibaba.trade.createCrossOrder"
READ = "alibaba.trade.receiveAddress.get"


def ask(sandbox: RunningSandbox, **extra: Any) -> httpx.Response:
    path, fields = sandbox.form(READ, {})
    return sandbox.http.post(path, data=fields, **extra)


def order_fields(sandbox: RunningSandbox, out_order_id: str) -> dict[str, Any]:
    """Of an order, for a request whose answer is looked at whatever it is."""
    cargo = [buyable(sandbox, quote_type=1).cargo()]
    order = {"flow": "general", "tradeType": "assureTrade", "useRedEnvelope": "n", "addressParam": HOME}
    return order | {"cargoParamList": cargo, "outOrderId": out_order_id}


def fault(sandbox: RunningSandbox, kind: str, **more: Any) -> None:
    sandbox.control("faults", api=READ, kind=kind, **more)


def test_a_lost_answer_after_the_call_leaves_exactly_one_order(sandbox: RunningSandbox) -> None:
    sandbox.control("faults", api=CREATE, kind="lost_after")
    cargo = buyable(sandbox, quote_type=1).cargo()
    with pytest.raises(httpx.RemoteProtocolError):
        create(sandbox, cargo, outOrderId="lost-1")
    assert sandbox.look("orders", out_order_id="lost-1")["count"] == 1


def test_a_lost_answer_before_the_call_leaves_no_order(sandbox: RunningSandbox) -> None:
    sandbox.control("faults", api=CREATE, kind="lost_before")
    cargo = buyable(sandbox, quote_type=1).cargo()
    with pytest.raises(httpx.RemoteProtocolError):
        create(sandbox, cargo, outOrderId="lost-2")
    assert sandbox.look("orders", out_order_id="lost-2")["count"] == 0


def test_a_truncated_body_breaks_off_after_the_order_was_kept(sandbox: RunningSandbox) -> None:
    sandbox.control("faults", api=CREATE, kind="truncated")
    cargo = buyable(sandbox, quote_type=1).cargo()
    with pytest.raises(httpx.RemoteProtocolError):
        create(sandbox, cargo, outOrderId="cut-1")
    assert sandbox.look("orders", out_order_id="cut-1")["count"] == 1


NOES = [
    ("no", 200, {"success": False, "code": "C", "message": "m"}),
    ("gateway", 401, {"error_code": "C", "error_message": "m"}),
]


@pytest.mark.parametrize(("kind", "status", "words"), NOES)
@pytest.mark.parametrize(("when", "made"), [("before", 0), ("after", 1)])
def test_a_no_can_be_said_before_and_after_the_order_was_kept(
    sandbox: RunningSandbox, kind: str, status: int, words: dict[str, Any], when: str, made: int
) -> None:
    sandbox.control("faults", api=CREATE, kind=f"{kind}_{when}", code="C", text="m", status=status)
    path, fields = sandbox.form(CREATE, order_fields(sandbox, "no-1"))
    answer = sandbox.http.post(path, data=fields)
    assert answer.status_code == status and answer.json().items() >= words.items()
    assert sandbox.look("orders", out_order_id="no-1")["count"] == made


@pytest.mark.parametrize(("kind", "status"), [("machine_after", 403), ("html_after", 502)])
def test_somebody_else_can_answer_after_the_order_was_kept(sandbox: RunningSandbox, kind: str, status: int) -> None:
    sandbox.control("faults", api=CREATE, kind=kind)
    path, fields = sandbox.form(CREATE, order_fields(sandbox, "other-1"))
    assert sandbox.http.post(path, data=fields).status_code == status
    assert sandbox.look("orders", out_order_id="other-1")["count"] == 1


@pytest.mark.parametrize("kind", ["twice", "twice_first"])
def test_m28_a_request_can_be_delivered_twice(sandbox: RunningSandbox, kind: str) -> None:
    sandbox.control("faults", api=CREATE, kind=kind)
    path, fields = sandbox.form(CREATE, order_fields(sandbox, "twice-1"))
    told = sandbox.http.post(path, data=fields).json()["result"]["orderId"]
    newest, oldest = (order["order_id"] for order in sandbox.look("orders", out_order_id="twice-1")["orders"])
    assert told == (newest if kind == "twice" else oldest)


def test_success_can_be_denied_beside_an_order(sandbox: RunningSandbox) -> None:
    sandbox.control("faults", api=CREATE, kind="success_false")
    body = create(sandbox, buyable(sandbox, quote_type=1).cargo())
    assert (body["success"], bool(body["result"]["orderId"])) == (False, True)


def test_a_reset_breaks_the_connection(sandbox: RunningSandbox) -> None:
    fault(sandbox, "reset")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        ask(sandbox)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_status_comes_without_json(sandbox: RunningSandbox, status: int) -> None:
    fault(sandbox, "status", status=status)
    answer = ask(sandbox)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/plain")


@pytest.mark.parametrize("status", [200, 502])
def test_a_page_comes_instead_of_json(sandbox: RunningSandbox, status: int) -> None:
    fault(sandbox, "html", status=status)
    answer = ask(sandbox)
    assert (answer.status_code, answer.text[:9]) == (status, "<!doctype")


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("throttle", 400, "gw.QosAppFrequencyLimit"),
        ("expired_token", 401, "401"),
        ("no_permission", 400, "gw.APIACLDecline"),
    ],
)
def test_the_gateway_can_refuse_for_once(sandbox: RunningSandbox, kind: str, status: int, code: str) -> None:
    fault(sandbox, kind)
    first, second = ask(sandbox), ask(sandbox)
    assert (first.status_code, first.json()["error_code"]) == (status, code)
    assert second.status_code == 200


def test_a_fault_strikes_as_often_as_it_is_told_and_after_what_it_is_told_to_skip(sandbox: RunningSandbox) -> None:
    fault(sandbox, "status", skip=1, times=2)
    assert [ask(sandbox).status_code for _ in range(4)] == [200, 502, 502, 200]


def test_a_fault_names_calls_by_pattern(sandbox: RunningSandbox) -> None:
    sandbox.control("faults", api="alibaba.logistics.*", kind="status")
    assert ask(sandbox).status_code == 200
    path, fields = sandbox.form("alibaba.logistics.OpQueryLogisticCompanyList", {})
    assert sandbox.http.post(path, data=fields).status_code == 502


def test_a_redirect_leads_elsewhere(sandbox: RunningSandbox) -> None:
    fault(sandbox, "redirect", url="http://127.0.0.1:9/elsewhere")
    answer = ask(sandbox)
    assert (answer.status_code, answer.headers["location"]) == (302, "http://127.0.0.1:9/elsewhere")


def test_a_huge_body_is_small_on_the_wire(sandbox: RunningSandbox) -> None:
    fault(sandbox, "huge", megabytes=30)
    answer = ask(sandbox, headers={"accept-encoding": "gzip"})
    assert int(answer.headers["content-length"]) < 100_000
    assert len(answer.content) > 30_000_000


def test_broken_json_comes_with_status_200(sandbox: RunningSandbox) -> None:
    fault(sandbox, "not_json")
    answer = ask(sandbox)
    assert answer.status_code == 200
    with pytest.raises(ValueError, match="Expecting value"):
        answer.json()


def test_a_body_can_trickle(sandbox: RunningSandbox) -> None:
    fault(sandbox, "drip", chunk=50, seconds=0.001)
    assert ask(sandbox).json()["success"] is True


def test_a_delay_holds_the_answer_back(sandbox: RunningSandbox) -> None:
    fault(sandbox, "delay", seconds=60)
    with pytest.raises(httpx.ReadTimeout):
        ask(sandbox, timeout=0.05)


def test_an_answer_can_be_held_until_the_faults_are_cleared(sandbox: RunningSandbox) -> None:
    fault(sandbox, "hold")
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(ask, sandbox)
        while sandbox.look("faults")["faults"]:
            assert not waiting.done()
        sandbox.control("faults/clear")
        assert waiting.result().json()["success"] is True


def test_an_order_that_was_delayed_until_after_a_reset_is_not_made(sandbox: RunningSandbox) -> None:
    sandbox.control("faults", api=CREATE, kind="delay", seconds=0.5)
    cargo = buyable(sandbox, quote_type=1).cargo()
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(create, sandbox, cargo, outOrderId="late-1")
        while sandbox.look("faults")["faults"]:
            assert not waiting.done()
        sandbox.reset()
        with pytest.raises(httpx.RemoteProtocolError):
            waiting.result()
    assert sandbox.look("orders")["count"] == 0


def test_faults_can_be_listed_and_cleared(sandbox: RunningSandbox) -> None:
    fault(sandbox, "status", times=0)
    assert sandbox.look("faults")["faults"][0]["kind"] == "status"
    sandbox.control("faults/clear")
    assert ask(sandbox).status_code == 200


@pytest.mark.parametrize("wish", [{"kind": "fire"}, {"kind": "delay", "seconds": "long"}, {"kind": "delay", "x": 1}])
def test_a_fault_that_makes_no_sense_is_refused(sandbox: RunningSandbox, wish: dict) -> None:
    answer = sandbox.http.post("/_sandbox/faults", json=wish)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_latency_is_shared_by_calls_in_parallel(sandbox: RunningSandbox) -> None:
    sandbox.control("options", latency_ms=200)
    path, fields = sandbox.form(READ, {})

    async def many() -> None:
        limits = httpx.Limits(max_connections=60)
        async with httpx.AsyncClient(base_url=sandbox.base_url, trust_env=False, limits=limits, timeout=60) as http:
            await asyncio.gather(*(http.post(path, data=fields) for _ in range(60)))

    asyncio.run(many())
    assert sandbox.look("state")["most_in_flight"] > 10


def test_replies_can_carry_booleans_as_words(sandbox: RunningSandbox) -> None:
    sandbox.control("options", odd_values="text_booleans")
    assert ask(sandbox).json()["result"]["receiveAddressItems"][0]["isDefault"] == "true"


def test_empty_members_can_be_null_or_missing(sandbox: RunningSandbox) -> None:
    sandbox.control("options", odd_values="nulls")
    item = ask(sandbox).json()["result"]["receiveAddressItems"][0]
    assert (item["phone"], "class" in item) == (None, True)
    sandbox.control("options", odd_values="missing")
    assert "phone" not in ask(sandbox).json()["result"]["receiveAddressItems"][0]


def test_a_gzip_reply_is_sent_to_those_who_take_it(sandbox: RunningSandbox) -> None:
    sandbox.control("options", gzip=True)
    path, fields = sandbox.form("alibaba.logistics.OpQueryLogisticCompanyList", {})
    answer = sandbox.http.post(path, data=fields, headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.json()["success"] is True
