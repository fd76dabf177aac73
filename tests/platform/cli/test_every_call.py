"""``api call`` works for every call against the shipped marketplace, in both dialects, and says typed values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sourcing_app.platform.cli import calling
from tests.platform.cli.desk import asked, say
from tests.sandbox.scene import SEED_REQUESTS, Scene, over, requests
from tests.support.conformance import names
from tests.support.contract import reply_faults
from tests.support.sandbox import RunningSandbox

LIVE = names()
SEED = [name for name in LIVE if not name.startswith("system.oauth2")]


def params_of(api: str, scene: Scene) -> dict[str, Any]:
    return requests().get(api, lambda _: over(api))(scene)


@pytest.fixture
def bodies(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The answers as they came, before they are decoded."""
    seen: list[Any] = []
    exchange = calling._exchange

    async def noted(*words: Any) -> Any:
        found = await exchange(*words)
        seen.append(found[0])
        return found

    monkeypatch.setattr(calling, "_exchange", noted)
    return seen


@pytest.mark.parametrize("api", LIVE)
def test_a_call_is_made_and_its_answer_understood(
    sandbox: RunningSandbox, tmp_path: Path, bodies: list[Any], api: str
) -> None:
    said = say(asked(sandbox, tmp_path), api, params_of(api, Scene(sandbox)), yes=True)
    assert said.status == 0, said.out
    assert_well_typed(said.result)
    assert reply_faults(api, bodies[0]) == []


@pytest.mark.parametrize("api", SEED)
def test_a_call_is_made_in_the_older_dialect(sandbox: RunningSandbox, tmp_path: Path, api: str) -> None:
    if api in SEED_REQUESTS:
        sandbox.control("options", dialect="seed")
    params = SEED_REQUESTS[api](Scene(sandbox)) if api in SEED_REQUESTS else params_of(api, Scene(sandbox))
    sandbox.control("options", dialect="seed")
    said = say(asked(sandbox, tmp_path, dialect="seed"), api, params, yes=True)
    assert said.status == 0, said.out
    assert_well_typed(said.result)


def assert_well_typed(value: Any, where: str = "result") -> None:
    """Ids are texts, money has a currency, nothing is a raw object of ours."""
    if isinstance(value, dict):
        if "amount" in value and "currency" in value:
            assert isinstance(value["amount"], str) and value["currency"] == "CNY", where
        for name, item in value.items():
            if name == "description_html":
                continue
            if name.endswith("_id"):
                assert item is None or isinstance(item, str), f"{where}.{name}: {item!r}"
            assert_well_typed(item, f"{where}.{name}")
    elif isinstance(value, list):
        for item in value:
            assert_well_typed(item, f"{where}[]")
    elif isinstance(value, str):
        assert "object at 0x" not in value and not value.startswith("<"), where
