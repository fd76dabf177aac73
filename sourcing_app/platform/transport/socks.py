"""What the HTTP library leaves undone around a SOCKS handshake: an end to waiting, and closing what failed."""

from __future__ import annotations

import asyncio
from typing import Any


class HandshakeWatch:
    """Told by the library how a connection is made (its extension "trace"), for one request.

    A proxy that does not answer the handshake is given patience_s, since the library reads there without a limit; the
    connection of a handshake that failed is closed, which it is not otherwise. Source: httpcore 1.0, socks_proxy.
    """

    def __init__(self, patience_s: float) -> None:
        self._patience_s = patience_s
        self._stream: Any = None
        self._end: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        if event.endswith(".connect_tcp.complete"):
            self._stream = info["return_value"]
        elif event.endswith(".setup_socks5_connection.started"):
            self._end = asyncio.get_running_loop().call_later(self._patience_s, self._give_up)
        elif event.endswith((".setup_socks5_connection.complete", ".setup_socks5_connection.failed")):
            if self._end is not None:
                self._end.cancel()
            if event.endswith(".failed"):
                await self._stream.aclose()

    def _give_up(self) -> None:
        self._closing = asyncio.ensure_future(self._stream.aclose())
