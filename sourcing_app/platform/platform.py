"""One account at the platform: every call over one HTTP client, and what takes more than one call or a memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from sourcing_app.domain.account import Account, Credentials, Dialect
from sourcing_app.platform.categories.categories import Categories
from sourcing_app.platform.offers.filters import Filters
from sourcing_app.platform.orders.orders import Orders
from sourcing_app.platform.system.calls import CLOCK
from sourcing_app.platform.system.dialect import spoken_dialect
from sourcing_app.platform.transport.auth import Tokens
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.gateway import Gateway
from sourcing_app.platform.transport.gateway_address import check_gateway_url
from sourcing_app.platform.transport.pacing import Pace, Pacer, Timing
from sourcing_app.platform.transport.transport import Limits, Transport

if TYPE_CHECKING:
    import httpx

P = ParamSpec("P")
A = TypeVar("A")


class Platform:
    """One account. Owns one HTTP client, made at the first call. filters, categories, orders: see their classes.

    on_credentials: told refreshed tokens, to be kept. on_wait: told the seconds when the call limit makes a call wait.
    pace, limits, timing, handler: how fast, how large, whose clock, and (for tests) through what.
    Raises InvalidInput for a gateway address that is neither https nor on this computer.
    """

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        *,
        on_credentials: Callable[[Credentials], None] | None = None,
        on_wait: Callable[[float], None] | None = None,
        pace: Pace | None = None,
        limits: Limits | None = None,
        timing: Timing | None = None,
        handler: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        timing = timing or Timing()
        self.account = account
        self.transport = Transport(limits=limits, handler=handler)
        self.tokens = Tokens(check_gateway_url(account.gateway_url), credentials, timing, on_credentials)
        pacer = Pacer(pace or Pace(), timing)
        self.gateway = Gateway(account, self.tokens, self.transport, pacer, timing, on_wait)
        self.filters = Filters(self.gateway)
        self.categories = Categories(self.gateway)
        self.orders = Orders(self.gateway, timing.wall)

    async def send(self, call: Call[P, A], /, *args: P.args, **kwargs: P.kwargs) -> A:
        """Make one call, such as ``send(orders.GET, order_id)``. Raises what ``Gateway.send`` raises."""
        return await self.gateway.send(call, *args, **kwargs)

    async def self_test(self) -> None:
        """A signed call that needs no permission. Raises what is wrong: WrongCredentials, Unreachable(kind), ..."""
        await self.gateway.send(CLOCK)

    async def spoken_dialect(self) -> Dialect | None:
        """Which dialect the gateway speaks; None where it does not tell. Raises Unreachable, Throttled."""
        return await spoken_dialect(self.gateway)

    async def close(self, patience_s: float | None = None) -> None:
        """Send nothing more, wait a moment (or patience_s) for calls in flight, then close all connections."""
        await self.transport.close(patience_s)
