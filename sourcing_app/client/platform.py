"""One account at the platform: all its resources over one HTTP client."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from sourcing_app.client import calls
from sourcing_app.client.addresses import Addresses
from sourcing_app.client.aftercare import Aftercare
from sourcing_app.client.auth import Tokens
from sourcing_app.client.carriers import Carriers
from sourcing_app.client.cashiers import Cashiers
from sourcing_app.client.categories import Categories
from sourcing_app.client.credit import Credit
from sourcing_app.client.discovery import Discovery
from sourcing_app.client.downstream import Downstream
from sourcing_app.client.following import Following
from sourcing_app.client.freight import Freight
from sourcing_app.client.gateway import Gateway
from sourcing_app.client.insights import Insights
from sourcing_app.client.invoices import Invoices
from sourcing_app.client.logistics import Logistics
from sourcing_app.client.members import Members
from sourcing_app.client.messages import Messages
from sourcing_app.client.offers import Offers
from sourcing_app.client.orders import Orders
from sourcing_app.client.pacing import Pace, Pacer, Timing
from sourcing_app.client.payments import Payments
from sourcing_app.client.pictures import Pictures
from sourcing_app.client.refunds import Refunds
from sourcing_app.client.system import System
from sourcing_app.client.traces import Traces
from sourcing_app.client.transport import Limits, Transport, check_gateway_url
from sourcing_app.domain.account import Account, Credentials


class Platform:
    """All resources of one account. Owns one HTTP client, made at the first call.

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
        self.offers = Offers(self.gateway)
        self.categories = Categories(self.gateway)
        self.pictures = Pictures(self.gateway)
        self.addresses = Addresses(self.gateway)
        self.orders = Orders(self.gateway, timing.wall)
        self.payments = Payments(self.gateway)
        self.logistics = Logistics(self.gateway)
        self.aftercare = Aftercare(self.gateway)
        self.carriers = Carriers(self.gateway)
        self.cashiers = Cashiers(self.gateway)
        self.credit = Credit(self.gateway)
        self.discovery = Discovery(self.gateway)
        self.downstream = Downstream(self.gateway)
        self.following = Following(self.gateway)
        self.freight = Freight(self.gateway)
        self.insights = Insights(self.gateway)
        self.invoices = Invoices(self.gateway)
        self.members = Members(self.gateway)
        self.messages = Messages(self.gateway)
        self.refunds = Refunds(self.gateway)
        self.traces = Traces(self.gateway)
        self.system = System(self.gateway, self.transport)

    async def self_test(self) -> None:
        """A signed call that needs no permission. Raises what is wrong: WrongCredentials, Unreachable(kind), ...

        Contract: system.currentTime.
        """
        await self.gateway.ask(calls.CURRENT_TIME)

    async def close(self, patience_s: float | None = None) -> None:
        """Send nothing more, wait a moment (or patience_s) for calls in flight, then close all connections."""
        await self.transport.close(patience_s)
