"""Every request the client makes is what the contract says: path, signature, encoding, names, types, nothing missing."""

import contextlib
from importlib import import_module

import pytest

from sourcing_app.errors import UnexpectedReply
from sourcing_app.platform import registry
from tests.contracts.capture import SECRET, Notebook, platform
from tests.contracts.exercises import EXERCISES, REPEATS_LIVE
from tests.support.contract import all_names, form_of, paper, request_faults

BEYOND_THE_DOCUMENT = ("product.search.imageQuery", 0, "seed")
"""Region and words beside a picture are of the live gateway alone; they are sent to an older one too, which drops them."""

CASES = [(name, at) for name in EXERCISES for at in range(len(EXERCISES[name]))]


def test_every_contract_has_a_call_and_every_call_a_contract() -> None:
    assert sorted(registry.calls()) == all_names()


def test_every_call_is_exercised() -> None:
    assert sorted(EXERCISES) == all_names()


@pytest.mark.parametrize("dialect", ["live", "seed"])
@pytest.mark.parametrize(("name", "at"), CASES)
async def test_a_request_conforms(name: str, at: int, dialect: str) -> None:
    notebook = Notebook(dialect)
    talking = platform(notebook, dialect)
    with contextlib.suppress(UnexpectedReply):  # a sample's numbers need not fit what was asked
        await EXERCISES[name][at](talking)
    await talking.close()
    wanted = REPEATS_LIVE.get(name, name) if dialect == "live" else name
    assert [notebook.name_of(sent) for sent in notebook.sent] == [wanted]
    beyond = ["region is not in the contract", "keyword is not in the contract"]
    expected = beyond if (name, at, dialect) == BEYOND_THE_DOCUMENT else []
    assert request_faults(wanted, notebook.sent[0], SECRET, dialect) == expected


@pytest.mark.parametrize("method", registry.calls().values(), ids=lambda method: method.full_name)
def test_what_is_told_of_a_call_is_what_its_contract_tells(method: registry.AnyCall) -> None:
    contract, call = paper(method.full_name), method
    assert contract["api"] == f"{call.namespace}:{call.name}-{call.version}"
    assert contract["needs_access_token"] is call.needs_token
    assert call.contract == f"{method.full_name}.json"
    section = contract["seed_section"]
    assert (call.section in section) if call.section else "beyond" in section


@pytest.mark.parametrize("method", registry.calls().values(), ids=lambda method: method.full_name)
def test_the_name_of_ours_that_a_call_has_leads_to_its_declaration(method: registry.AnyCall) -> None:
    resource, constant = registry.own_name(method).split(".")
    assert getattr(import_module(f"sourcing_app.platform.{resource}.calls"), constant) is method
    assert registry.call_of_own_name(registry.own_name(method).lower()) is method


async def test_a_voucher_goes_as_a_part_that_is_not_signed() -> None:
    notebook = Notebook()
    talking = platform(notebook)
    await EXERCISES["alibaba.trade.uploadRefundVoucher"][0](talking)
    form = form_of(notebook.sent[0])
    assert form.files["imageData"].startswith(b"\xff\xd8\xff")
    assert "imageData" not in form.texts
