"""Contracts and handlers, held against each other both ways; and every call made once, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_app.sandbox.every_call import FAMILIES, SIGN_IN, CallsMissing, check_every_contract_is_answered
from sourcing_app.sandbox.registry import answered_apis
from tests.sandbox.scene import SEED_REQUESTS, Scene, over, requests
from tests.support.conformance import contract, faults, names, succeeded
from tests.support.sandbox import ROOT, RunningSandbox


def test_every_contract_has_its_handler_and_every_handler_its_contract() -> None:
    assert answered_apis() | SIGN_IN == set(names())


def test_a_contract_without_a_handler_is_an_error_when_the_marketplace_starts() -> None:
    with pytest.raises(CallsMissing, match=r"nothing answers no\.such\.call"):
        check_every_contract_is_answered(frozenset({*names(), "no.such.call"}))
    with pytest.raises(CallsMissing, match="contracts are missing"):
        check_every_contract_is_answered(frozenset())


def test_every_family_of_calls_is_named_where_a_packer_finds_it() -> None:
    folder = ROOT / "sourcing_app" / "sandbox" / "calls"
    assert {module.__name__.rpartition(".")[2] for module in FAMILIES} == {
        path.stem for path in folder.glob("*.py") if path.stem != "__init__"
    }


def test_every_request_of_the_scene_belongs_to_a_contract() -> None:
    assert set(requests()) <= set(names())


def test_every_contract_with_an_older_shape_has_a_request_in_it() -> None:
    assert set(SEED_REQUESTS) == {name for name in names() if "seed_request" in contract(name)}


@pytest.mark.parametrize("api", names())
def test_a_samples_own_reply_conforms(api: str) -> None:
    assert faults(api, contract(api)["sample_response"]) == []


def answered(box: RunningSandbox, api: str, params: dict[str, Any]) -> Any:
    token = {} if contract(api)["needs_access_token"] and api not in SIGN_IN else {"token": None}
    if api in SIGN_IN:
        path, fields = box.form(api, params, None)
        answer = box.http.post(path, data=fields)
        assert answer.status_code == 200, answer.text
        return answer.json()
    status, body = box.call(api, **token, **params)
    assert status == 200, body
    return body


BOTH = [(api, dialect) for api in names() for dialect in ("live", "seed")]
"""The eight calls that have an older shape of their own are tested in it below."""


@pytest.mark.parametrize(("api", "dialect"), [one for one in BOTH if one[1] == "live" or one[0] not in SEED_REQUESTS])
def test_every_call_is_answered_as_its_contract_says(sandbox: RunningSandbox, api: str, dialect: str) -> None:
    make = requests().get(api, lambda _: over(api))
    params = make(Scene(sandbox))
    sandbox.control("options", dialect=dialect)
    body = answered(sandbox, api, params)
    assert succeeded(body), body
    assert faults(api, body) == []


@pytest.mark.parametrize("api", sorted(SEED_REQUESTS))
def test_the_older_dialect_is_answered_in_its_own_envelope(sandbox: RunningSandbox, api: str) -> None:
    sandbox.control("options", dialect="seed")
    body = answered(sandbox, api, SEED_REQUESTS[api](Scene(sandbox)))
    sample = contract(api)["seed_sample_response"]
    assert {name: type(value) for name, value in body.items()} == {name: type(value) for name, value in sample.items()}
    assert (body["success"], body["result"]) == (True, True)
    assert missing(sample.get("data"), body.get("data")) == []


def missing(sample: Any, given: Any, where: str = "data") -> list[str]:
    """Members of the sample that the reply has not; of a list, the first row is looked at.

    ``jxhyPrice`` stands only on offers of the selected supply.
    """
    if isinstance(sample, list):
        return missing(sample[0], given[0], f"{where}[0]") if sample and given else []
    if not isinstance(sample, dict):
        return []
    found = []
    for name, value in sample.items():
        if name not in given and name != "jxhyPrice":
            found.append(f"{where}.{name}")
        elif given.get(name) is not None:
            found += missing(value, given[name], f"{where}.{name}")
    return found
