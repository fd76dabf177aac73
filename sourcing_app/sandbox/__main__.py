"""``python -m sourcing_app.sandbox``: starts the marketplace and prints where it listens and whom it knows."""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import logging
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import uvicorn

from sourcing_app.sandbox import parent
from sourcing_app.sandbox.every_call import CallsMissing
from sourcing_app.sandbox.guard import checked_public_url
from sourcing_app.sandbox.options import CHOICES, Options
from sourcing_app.sandbox.server import Sandbox, Settings
from sourcing_app.sandbox.tokens import APP_KEY, APP_SECRET


def arguments(words: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m sourcing_app.sandbox",
        description="A 1688 marketplace of your own, on this machine: the platform's protocol over real HTTP, with "
        "a catalogue, orders, payments, parcels, refunds and messages. See docs/sandbox.md.",
    )
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one (default)")
    parser.add_argument("--state", type=Path, metavar="DIR", help="keep orders here; without it they go at the end")
    parser.add_argument("--catalogue", type=Path, metavar="DIR", help="a shop of your own: JSON and pictures")
    parser.add_argument("--dialect", choices=CHOICES["dialect"], default="live", help="envelope and parameters")
    parser.add_argument("--speed", type=float, help="sandbox seconds for one real second (default 1; 0 freezes)")
    parser.add_argument("--push-url", metavar="URL", help="push signed messages to this address")
    parser.add_argument("--public-url", type=_public_url, metavar="URL", help="where people reach it behind a proxy")
    parser.add_argument("--latency-ms", type=float, default=0.0, help="every call and picture takes so long")
    parser.add_argument(
        "--autopilot", type=float, default=0.0, metavar="SECONDS", help="sellers ship and carriers move by themselves"
    )
    parser.add_argument("--lenient", action="store_true", help="do not check types and members inside objects")
    parser.add_argument("--app-key", default=APP_KEY, help="digits; the same on every machine by default")
    parser.add_argument("--app-secret", default=APP_SECRET)
    parser.add_argument("--exit-with-parent", type=int, metavar="PID", help="leave when this process is gone")
    return parser.parse_args(words)


def _public_url(text: str) -> str:
    try:
        return checked_public_url(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


class Server(uvicorn.Server):
    """Prints the two lines once it listens, and leaves with status 0 when asked to."""

    def __init__(self, config: uvicorn.Config, sandbox: Sandbox) -> None:
        super().__init__(config)
        self._sandbox = sandbox

    async def startup(self, sockets: list | None = None) -> None:  # type: ignore[type-arg]
        await super().startup(sockets)
        if self.started:
            print(f"listening on {self._sandbox.base_url}", flush=True)
            print(f"credentials {json.dumps(self._sandbox.tokens.credentials())}", flush=True)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._asked_to_leave)
        yield

    def _asked_to_leave(self, number: int, frame: FrameType | None) -> None:
        self.leave()

    def leave(self) -> None:
        self.should_exit = True


def _opened(settings: Settings) -> Sandbox:
    """Thousands of offers are made that stay for good: nobody need look through them for rubbish, now or later."""
    gc.disable()
    try:
        return Sandbox(settings)
    finally:
        gc.freeze()
        gc.enable()


def main(words: list[str] | None = None) -> int:
    wishes = arguments(words)
    options = Options(
        dialect=wishes.dialect,
        strict=not wishes.lenient,
        latency_ms=max(0.0, wishes.latency_ms),
        autopilot_s=max(0.0, wishes.autopilot),
    )
    settings = Settings(
        port=wishes.port,
        state_dir=wishes.state,
        catalogue=wishes.catalogue,
        push_url=wishes.push_url,
        public_url=wishes.public_url or "",
        speed=wishes.speed,
        options=options,
        app_key=wishes.app_key,
        app_secret=wishes.app_secret,
    )
    try:
        sandbox = _opened(settings)
    except (OSError, ValueError, CallsMissing) as error:
        print(f"the sandbox cannot start: {error}", file=sys.stderr)
        return 2
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        sandbox, log_config=None, access_log=False, lifespan="on", proxy_headers=False, server_header=False,
        ws="none", timeout_keep_alive=75, timeout_graceful_shutdown=0, backlog=1024,
    )  # fmt: skip
    server = Server(config, sandbox)
    if wishes.exit_with_parent:
        parent.exit_with(wishes.exit_with_parent, server.leave)
    server.run(sockets=[sandbox.socket])
    sandbox.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
