"""The marketplace in memory: the sandbox's own gateway, called directly, and its control door without a socket."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import httpx
from starlette.applications import Starlette

from sourcing_app.sandbox.aftersale.start import own_refunds
from sourcing_app.sandbox.calls.dealings import own_dealings
from sourcing_app.sandbox.clock import Clock
from sourcing_app.sandbox.control import control_routes
from sourcing_app.sandbox.doorway import Doorway
from sourcing_app.sandbox.downstream.book import own_downstream
from sourcing_app.sandbox.every_call import check_every_contract_is_answered
from sourcing_app.sandbox.gateway import Gateway
from sourcing_app.sandbox.invoicing.ledger import own_invoices
from sourcing_app.sandbox.members.register import own_members
from sourcing_app.sandbox.push.bus import Bus
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.sandbox.state import State
from sourcing_app.sandbox.tokens import APP_KEY, APP_SECRET, Tokens
from sourcing_app.sandbox.trade.orders import own_orders
from sourcing_app.sandbox.wire import read_wire
from sourcing_app.sandbox.world import World
from tests.campaign.far import Far
from tests.support.door import JSON, Asked, Reply

BASE_URL = "http://127.0.0.1:1688"


class MemoryMarket:
    """A marketplace of its own, as a new one. wall: seconds since 1970."""

    def __init__(self, shop: Shop, wall: Callable[[], float], chance: Random) -> None:
        state, clock = State(None), Clock(real=wall)
        self.world = World(shop=shop, state=state, clock=clock, bus=Bus(state, clock), base_url=BASE_URL)
        self.world.app_key, self.world.app_secret = APP_KEY, APP_SECRET
        tokens = Tokens(self.world, fresh=lambda: chance.randbytes(16).hex())
        for own in (own_orders, own_refunds, own_invoices, own_members, own_dealings, own_downstream):
            own(self.world)
        check_every_contract_is_answered()
        self.gateway = Gateway(self.world, tokens)
        self.credentials: dict[str, Any] = tokens.credentials()
        routes = control_routes(self.world, self.gateway, Doorway(self.gateway), tokens)
        self._control = Starlette(routes=routes)

    def deliver(self, asked: Asked) -> Reply:
        """The gateway's true answer to a request."""
        path, _, query = asked.target.partition("?")
        kind = next((value for name, value in asked.headers if name.lower() == "content-type"), "")
        answer = self.gateway.answer(read_wire(path, query.encode(), kind, asked.body), {})
        body = json.dumps(answer.body, ensure_ascii=False, separators=(",", ":")).encode()
        return Reply(answer.status, JSON, body)

    def far(self) -> Far:
        """Its control door, for one event loop."""
        return Far(BASE_URL, httpx.ASGITransport(app=self._control))

    def crashes(self) -> dict[str, int]:
        """What failed inside the marketplace itself; must stay empty."""
        return dict(self.gateway.crashes)

    def close(self) -> None:
        """Give its memory back."""
        self.world.bus.close()
        self.world.state.close()
