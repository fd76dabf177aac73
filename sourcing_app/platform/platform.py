"""One account at the platform: all its resources over one HTTP client, each loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from sourcing_app.domain.account import Account, Credentials
from sourcing_app.platform.offers.offers import Offers
from sourcing_app.platform.transport import calls
from sourcing_app.platform.transport.auth import Tokens
from sourcing_app.platform.transport.gateway import Gateway
from sourcing_app.platform.transport.gateway_address import check_gateway_url
from sourcing_app.platform.transport.pacing import Pace, Pacer, Timing
from sourcing_app.platform.transport.transport import Limits, Transport

if TYPE_CHECKING:
    import httpx

    from sourcing_app.platform.downstream.downstream import Downstream
    from sourcing_app.platform.invoices.invoices import Invoices
    from sourcing_app.platform.logistics.carriers import Carriers
    from sourcing_app.platform.logistics.logistics import Logistics
    from sourcing_app.platform.logistics.traces import Traces
    from sourcing_app.platform.members.members import Members
    from sourcing_app.platform.messages.messages import Messages
    from sourcing_app.platform.offers.categories import Categories
    from sourcing_app.platform.offers.discovery import Discovery
    from sourcing_app.platform.offers.following import Following
    from sourcing_app.platform.offers.freight import Freight
    from sourcing_app.platform.offers.insights import Insights
    from sourcing_app.platform.offers.pictures import Pictures
    from sourcing_app.platform.orders.addresses import Addresses
    from sourcing_app.platform.orders.aftercare import Aftercare
    from sourcing_app.platform.orders.orders import Orders
    from sourcing_app.platform.payments.cashiers import Cashiers
    from sourcing_app.platform.payments.credit import Credit
    from sourcing_app.platform.payments.payments import Payments
    from sourcing_app.platform.refunds.refunds import Refunds
    from sourcing_app.platform.transport.system import System


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
        self._wall = timing.wall
        self.offers = Offers(self.gateway)

    @cached_property
    def categories(self) -> Categories:
        from sourcing_app.platform.offers.categories import Categories

        return Categories(self.gateway)

    @cached_property
    def pictures(self) -> Pictures:
        from sourcing_app.platform.offers.pictures import Pictures

        return Pictures(self.gateway)

    @cached_property
    def addresses(self) -> Addresses:
        from sourcing_app.platform.orders.addresses import Addresses

        return Addresses(self.gateway)

    @cached_property
    def orders(self) -> Orders:
        from sourcing_app.platform.orders.orders import Orders

        return Orders(self.gateway, self._wall)

    @cached_property
    def payments(self) -> Payments:
        from sourcing_app.platform.payments.payments import Payments

        return Payments(self.gateway)

    @cached_property
    def logistics(self) -> Logistics:
        from sourcing_app.platform.logistics.logistics import Logistics

        return Logistics(self.gateway)

    @cached_property
    def aftercare(self) -> Aftercare:
        from sourcing_app.platform.orders.aftercare import Aftercare

        return Aftercare(self.gateway)

    @cached_property
    def carriers(self) -> Carriers:
        from sourcing_app.platform.logistics.carriers import Carriers

        return Carriers(self.gateway)

    @cached_property
    def cashiers(self) -> Cashiers:
        from sourcing_app.platform.payments.cashiers import Cashiers

        return Cashiers(self.gateway)

    @cached_property
    def credit(self) -> Credit:
        from sourcing_app.platform.payments.credit import Credit

        return Credit(self.gateway)

    @cached_property
    def discovery(self) -> Discovery:
        from sourcing_app.platform.offers.discovery import Discovery

        return Discovery(self.gateway)

    @cached_property
    def downstream(self) -> Downstream:
        from sourcing_app.platform.downstream.downstream import Downstream

        return Downstream(self.gateway)

    @cached_property
    def following(self) -> Following:
        from sourcing_app.platform.offers.following import Following

        return Following(self.gateway)

    @cached_property
    def freight(self) -> Freight:
        from sourcing_app.platform.offers.freight import Freight

        return Freight(self.gateway)

    @cached_property
    def insights(self) -> Insights:
        from sourcing_app.platform.offers.insights import Insights

        return Insights(self.gateway)

    @cached_property
    def invoices(self) -> Invoices:
        from sourcing_app.platform.invoices.invoices import Invoices

        return Invoices(self.gateway)

    @cached_property
    def members(self) -> Members:
        from sourcing_app.platform.members.members import Members

        return Members(self.gateway)

    @cached_property
    def messages(self) -> Messages:
        from sourcing_app.platform.messages.messages import Messages

        return Messages(self.gateway)

    @cached_property
    def refunds(self) -> Refunds:
        from sourcing_app.platform.refunds.refunds import Refunds

        return Refunds(self.gateway)

    @cached_property
    def traces(self) -> Traces:
        from sourcing_app.platform.logistics.traces import Traces

        return Traces(self.gateway)

    @cached_property
    def system(self) -> System:
        from sourcing_app.platform.transport.system import System

        return System(self.gateway, self.transport)

    async def self_test(self) -> None:
        """A signed call that needs no permission. Raises what is wrong: WrongCredentials, Unreachable(kind), ...

        Contract: system.currentTime.
        """
        await self.gateway.ask(calls.CURRENT_TIME)

    async def close(self, patience_s: float | None = None) -> None:
        """Send nothing more, wait a moment (or patience_s) for calls in flight, then close all connections."""
        await self.transport.close(patience_s)
