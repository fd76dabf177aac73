"""The web server: one application made of the gateway, the sign-in page, the cashier, the pictures and the controls."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import os
import socket
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from sourcing_app.sandbox.aftersale.control import aftersale_control_routes
from sourcing_app.sandbox.aftersale.start import own_refunds
from sourcing_app.sandbox.calls.dealings import own_dealings
from sourcing_app.sandbox.clock import Clock
from sourcing_app.sandbox.control import control_routes
from sourcing_app.sandbox.doorway import Doorway, Receive, Scope, Send
from sourcing_app.sandbox.downstream.book import own_downstream
from sourcing_app.sandbox.downstream.control import downstream_control_routes
from sourcing_app.sandbox.every_call import check_every_contract_is_answered
from sourcing_app.sandbox.gateway import Gateway
from sourcing_app.sandbox.guard import Guard
from sourcing_app.sandbox.invoicing.control import invoices_control_routes
from sourcing_app.sandbox.invoicing.ledger import own_invoices
from sourcing_app.sandbox.members.control import members_control_routes
from sourcing_app.sandbox.members.register import own_members
from sourcing_app.sandbox.options import Options
from sourcing_app.sandbox.push.bus import Bus
from sourcing_app.sandbox.push.control import push_control_routes
from sourcing_app.sandbox.shop import open_shop
from sourcing_app.sandbox.shop.serving import picture_routes
from sourcing_app.sandbox.signin import signin_routes
from sourcing_app.sandbox.state import State
from sourcing_app.sandbox.tokens import APP_KEY, APP_SECRET, Tokens
from sourcing_app.sandbox.trade.cashier import cashier_routes
from sourcing_app.sandbox.trade.orders import own_orders
from sourcing_app.sandbox.wire import PREFIX
from sourcing_app.sandbox.world import World

TICK_S = 0.25
THREADS = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line said. state_dir None: a folder that goes when the process goes.

    public_url: where people reach it when it stands behind a proxy; pictures and pay pages carry it.
    """

    port: int = 0
    state_dir: Path | None = None
    catalogue: Path | None = None
    push_url: str | None = None
    public_url: str = ""
    speed: float | None = None
    options: Options = field(default_factory=Options)
    app_key: str = APP_KEY
    app_secret: str = APP_SECRET


class Sandbox:
    """Everything that runs in the process, and the ASGI application over it."""

    def __init__(self, settings: Settings) -> None:
        self._closed = False
        self._temporary = None if settings.state_dir else tempfile.TemporaryDirectory(prefix="sandbox-")
        self.state_dir = settings.state_dir or Path(self._temporary.name if self._temporary else ".")
        self.state_dir.mkdir(parents=True, exist_ok=True)
        self.socket = listening(settings.port)
        self.base_url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.world = self._world(settings)
        self.tokens = Tokens(self.world)
        for own in (own_orders, own_refunds, own_invoices, own_members, own_dealings, own_downstream):
            own(self.world)
        check_every_contract_is_answered()
        self.gateway = Gateway(self.world, self.tokens)
        self.doorway = Doorway(self.gateway)
        self._starlette = Starlette(routes=list(self._routes()), lifespan=self._lifespan)
        self._guard = Guard(self._route, settings.public_url)

    def _world(self, settings: Settings) -> World:
        file = self.state_dir / "sandbox.sqlite3"
        try:
            state = State(file)
        except sqlite3.Error as error:
            raise OSError(f"{file}: {error} (one sandbox to a state folder)") from error
        clock = Clock(speed=settings.speed if settings.speed is not None else 1.0)
        clock.advance(float(state.setting("clock_ahead_s", 0.0)))
        world = World(
            shop=open_shop(settings.catalogue, self.state_dir),
            state=state,
            clock=clock,
            bus=Bus(state, clock, settings.push_url),
            base_url=settings.public_url or self.base_url,
            options=settings.options,
        )
        world.app_key, world.app_secret = settings.app_key, settings.app_secret
        return world

    def _routes(self) -> Iterable[BaseRoute]:
        yield from picture_routes(self.world)
        yield from control_routes(self.world, self.gateway, self.doorway, self.tokens)
        yield from signin_routes(self.world, self.tokens)
        yield from cashier_routes(self.world)
        for routes in (
            aftersale_control_routes,
            downstream_control_routes,
            invoices_control_routes,
            members_control_routes,
            push_control_routes,
        ):
            yield from routes(self.world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._guard(scope, receive, send)

    async def _route(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(PREFIX):
            await self.doorway(scope, receive, send)
        else:
            await self._starlette(scope, receive, send)

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        threads = concurrent.futures.ThreadPoolExecutor(THREADS, thread_name_prefix="call")
        asyncio.get_running_loop().set_default_executor(threads)
        ticking = asyncio.create_task(self._tick())
        try:
            yield
        finally:
            ticking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await ticking
            threads.shutdown(wait=True, cancel_futures=True)
            self.close()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            await asyncio.to_thread(self.world.settle)

    def close(self) -> None:
        """Idempotent."""
        if self._closed:
            return
        self._closed = True
        self.world.bus.close()
        self.world.state.remember("clock_ahead_s", self.world.clock.ahead_s())
        self.world.state.close()
        if self._temporary is not None:
            self._temporary.cleanup()


def listening(port: int) -> socket.socket:
    """A loopback socket; port 0 takes a free one. Raises OSError for a port in use."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio: no delay for TCP only
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise
    return listener
