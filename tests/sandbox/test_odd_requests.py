"""Whatever a client sends, the sandbox answers: with a refusal, never with a crash."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.buying import order_made
from tests.support.sandbox import CONTRACTS, RunningSandbox

OAUTH = ("system.oauth2.getToken", "system.oauth2.postponeToken")
NAMES = sorted(path.stem for path in CONTRACTS.glob("*.json") if path.stem not in OAUTH)
ODD = [None, "", "x", -1, 0, 10**18, 10**30, 1.5, True, [], {}, [None], {"a": 1}, "中" * 300, "\u0000", "1e999"]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container and key inside a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield value, key
        yield from places(inner)


def spoiled(sample: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The sample with one member replaced or left out."""
    changed = copy.deepcopy(sample)
    found = list(places(changed))
    if found:
        container, key = dice.choice(found)
        if dice.random() < 0.2 and isinstance(container, dict):
            del container[key]
        else:
            container[key] = dice.choice(ODD)
    return changed


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("api", NAMES)
def test_spoiled_requests_are_refused_or_answered(sandbox: RunningSandbox, api: str, strict: bool) -> None:
    sandbox.control("options", strict=strict)
    sample = json.loads((CONTRACTS / f"{api}.json").read_text("utf-8"))["sample_request"]
    dice = random.Random(api)
    for _ in range(10):
        status, body = sandbox.call(api, **spoiled(sample, dice))
        assert status in (200, 400), body
    assert sandbox.look("state")["crashes"] == {}


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"%ff=%fe", b"a" * 100_000, b"&&&==&=", b"--x\r\nContent-Disposition: form-data\r\n\r\n"]
)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/x", ""])
def test_an_unreadable_body_is_refused(sandbox: RunningSandbox, body: bytes, kind: str) -> None:
    path = f"/openapi/param2/1/system/currentTime/{sandbox.app_key}"
    answer = sandbox.http.post(path, content=body, headers={"content-type": kind})
    assert answer.status_code == 400
    assert answer.json()["error_code"].startswith("gw.")


@pytest.mark.parametrize("path", ["", "/", "/param2", "//////", "/param2/1/x/y/8800001/more", "/%2e%2e/%00"])
def test_an_odd_path_is_refused(sandbox: RunningSandbox, path: str) -> None:
    answer = sandbox.http.post(f"/openapi{path}", data={"a": "1"})
    assert answer.status_code in (400, 404)


def test_other_methods_are_not_taken(sandbox: RunningSandbox) -> None:
    assert sandbox.http.put(f"/openapi/param2/1/system/currentTime/{sandbox.app_key}").status_code == 405


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("orders/latest/ship", {"lines": {"1": 1}}),
        ("orders/latest/ship", {"carrier": "NOBODY"}),
        ("orders/latest/ship", {"no_logistics": 9}),
        ("orders/latest/price", {"lines": {"1": 1}}),
        ("orders/latest/pay", {"channel": "gold"}),
        ("clock", {"hours": 1}),
        ("options", {"dialect": "latin"}),
        ("options", {"colour": "red"}),
        ("options", {"strict": "yes"}),
        ("options", {"denied": "all"}),
        ("options", {"latency_ms": -1}),
    ],
)
def test_an_act_that_makes_no_sense_is_told_in_a_sentence(sandbox: RunningSandbox, path: str, body: dict) -> None:
    order_made(sandbox)
    answer = sandbox.http.post(f"/_sandbox/{path}", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("path", ["orders/42", "orders/42/pay", "parcels/LP1/trace", "offers/1"])
def test_what_is_not_there_is_a_404(sandbox: RunningSandbox, path: str) -> None:
    address = f"/_sandbox/{path}"
    answer = sandbox.http.get(address) if path == "orders/42" else sandbox.http.post(address, json={})
    assert answer.status_code == 404
