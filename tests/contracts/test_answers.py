"""Every documented answer decodes to the record that was written down for it by hand."""

import json
from decimal import Decimal
from typing import Any

import pytest

from sourcing_app.errors import Refused, UnprovenNo
from sourcing_app.platform import registry
from sourcing_app.platform.cli import output
from sourcing_app.platform.transport.fields import parse_json
from tests.contracts.expected import EXPECTED
from tests.contracts.meaning import Refusal
from tests.support.contract import all_names, paper, reply_faults, samples

CASES = [(name, sample) for name in all_names() for sample in samples(name)]


def exact(value: Any) -> Any:
    """As it comes from the wire: integers whole, decimals exact."""
    return parse_json(json.dumps(value, ensure_ascii=False, default=float).encode())


def differences(wanted: Any, found: Any, where: str = "result") -> list[str]:
    """Members of wanted that found has not. ``...`` at the end of a list: more may follow."""
    if isinstance(wanted, dict):
        if not isinstance(found, dict):
            return [f"{where} is {found!r}"]
        return [
            gap
            for name, item in wanted.items()
            for gap in differences(item, found.get(name, "MISSING"), f"{where}.{name}")
        ]
    if isinstance(wanted, list):
        open_end = bool(wanted) and wanted[-1] is ...
        items = wanted[:-1] if open_end else wanted
        if not isinstance(found, list) or (len(found) != len(items) and not open_end):
            return [f"{where} has other rows: {found!r}"]
        return [gap for at, item in enumerate(items) for gap in differences(item, found[at], f"{where}[{at}]")]
    same = found == (Decimal(str(wanted)) if isinstance(wanted, float) else wanted)
    return (
        []
        if same and isinstance(found, bool) == isinstance(wanted, bool)
        else [f"{where} is {found!r}, not {wanted!r}"]
    )


def test_every_documented_answer_has_its_meaning_written_down() -> None:
    assert {(name, sample) for name in EXPECTED for sample in EXPECTED[name]} == set(CASES)


@pytest.mark.parametrize(("name", "sample"), CASES)
def test_an_answer_means_what_was_written_down(name: str, sample: str) -> None:
    wanted = EXPECTED[name][sample]
    method, body = registry.calls()[name], exact(samples(name)[sample])
    if isinstance(wanted, Refusal):
        with pytest.raises((Refused, UnprovenNo)) as refused:
            method.answer(body, exact(paper(name)["sample_request"]))
        assert refused.value.code == wanted.code
        return
    found = output.plain(method.answer(body, exact(paper(name)["sample_request"])))
    assert differences(wanted, found) == []


@pytest.mark.parametrize("name", all_names())
def test_the_reader_of_contracts_accepts_their_own_samples(name: str) -> None:
    assert reply_faults(name, paper(name)["sample_response"]) == []
