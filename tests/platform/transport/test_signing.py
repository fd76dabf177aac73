from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_app.platform.transport.signing import form_body, sign, signed, url_path, verify

VECTORS = json.loads(
    (Path(__file__).parents[3] / "resources/platform/gateway_vectors.json").read_text(encoding="utf-8")
)
BY_ID = {vector["id"]: vector for vector in VECTORS["vectors"]}


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["id"])
def test_every_published_vector_is_signed_as_expected(vector: dict) -> None:
    assert sign(vector["url_path"], vector["params"], vector["app_secret"]) == vector["expected"]


@pytest.mark.parametrize(
    "case", [case for case in VECTORS["must_fail"] if "value" in case], ids=lambda case: case["id"]
)
def test_wrong_signatures_are_refused(case: dict) -> None:
    vector = BY_ID[case["based_on"]]
    assert not verify(vector["url_path"], vector["params"], vector["app_secret"], case["value"])


def test_percent_encoded_values_give_another_signature() -> None:
    vector = BY_ID["keyword-search-utf8"]
    encoded = {name: quote(value, safe="") for name, value in vector["params"].items()}
    assert sign(vector["url_path"], encoded, vector["app_secret"]) != vector["expected"]


def test_the_signature_itself_is_not_signed() -> None:
    vector = BY_ID["official-doc"]
    once = signed(vector["url_path"], vector["params"], vector["app_secret"])
    assert sign(vector["url_path"], once, vector["app_secret"]) == vector["expected"]


def test_the_path_starts_at_the_protocol() -> None:
    assert url_path("system", "currentTime", "1000000") == "param2/1/system/currentTime/1000000"


@given(st.dictionaries(st.text(), st.text(st.characters(codec="utf-8")), max_size=5))
def test_the_form_body_is_what_the_standard_library_makes(parameters: dict[str, str]) -> None:
    named = {name: value for name, value in parameters.items() if name.isascii()}
    # "*" is left alone by browsers and by us, "~" by urllib: both ways are the same value to any server
    expected = urlencode(named, quote_via=_plus).encode()
    assert form_body(named) == expected


def _plus(text: str, safe: str, encoding: str | None, errors: str | None) -> str:
    return quote(text, safe="* ").replace(" ", "+").replace("~", "%7E")


@given(st.text(), st.dictionaries(st.text(), st.text()), st.text())
def test_any_text_can_be_signed_and_encoded(path: str, parameters: dict[str, str], secret: str) -> None:
    assert len(sign(path, parameters, secret)) == 40
    assert isinstance(form_body(parameters), bytes)
