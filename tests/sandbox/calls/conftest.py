"""A marketplace with the built-in shop, and one word to call it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sourcing_app.sandbox.calls.dealings import own_dealings
from sourcing_app.sandbox.clock import Clock
from sourcing_app.sandbox.contracts import all_contracts
from sourcing_app.sandbox.every_call import check_every_contract_is_answered
from sourcing_app.sandbox.push.bus import Bus
from sourcing_app.sandbox.registry import BusinessNo, Call, handler_for
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.sandbox.state import State
from sourcing_app.sandbox.trade.coupons import TABLES as COUPONS
from sourcing_app.sandbox.world import World

START = 1_795_000_000.0
Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def shop() -> Shop:
    return Shop.generated()


@pytest.fixture
def stocked(shop) -> Iterator[World]:
    state, clock = State(None), Clock(real=lambda: START)
    bus = Bus(state, clock)
    world = World(shop=shop, state=state, clock=clock, bus=bus, base_url="http://127.0.0.1:1")
    own_dealings(world)
    world.state.own(COUPONS)
    yield world
    bus.close()
    state.close()


@pytest.fixture
def ask(stocked) -> Ask:
    """Calls a handler; the reply, a refusal too, must conform to its contract."""
    check_every_contract_is_answered()
    contracts = all_contracts()

    def asked(api: str, **params: Any) -> Any:
        handler = handler_for(api)
        assert handler, api
        try:
            body = handler(Call(api, params, "live", "b2b-2200000000001", stocked))
        except BusinessNo as refusal:
            body = refusal.body
        assert contracts[api].reply_faults(body) == []
        return body

    return asked
