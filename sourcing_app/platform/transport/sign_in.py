"""The way back from the browser: a listener on this computer for one redirect.

Source: gateway.md, section 6. Where the registered address is not on this computer, the buyer pastes it instead.
"""

from __future__ import annotations

import asyncio
from types import TracebackType
from urllib.parse import urlsplit

from sourcing_app.errors import InvalidInput, Unreachable
from sourcing_app.platform.transport.gateway_address import is_loopback

_PAGE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
    b"Referrer-Policy: no-referrer\r\nConnection: close\r\n\r\n"
    b"<!doctype html><title>Sourcing</title><p>Signed in. You can close this page and go back to Sourcing."
)
_NOT_HERE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_LONGEST_REQUEST = 16_384
_REQUEST_S = 5.0


def comes_back_here(redirect_uri: str) -> bool:
    """Whether the browser ends at a port of this computer, where we can listen."""
    try:
        parts = urlsplit(redirect_uri)
        return parts.scheme == "http" and is_loopback(parts.hostname or "") and bool(parts.port)
    except ValueError:
        return False


class RedirectListener:
    """Waits on a loopback port for the browser's redirect; an async context manager. redirect_uri: where it listens.

    wanted: the registered address; its port is used, 0 or none takes a free one. Raises InvalidInput when it is not on
    this computer, Unreachable("refused") when the port is taken.
    """

    def __init__(self, wanted: str = "http://127.0.0.1/callback") -> None:
        parts = urlsplit(wanted)
        if parts.scheme != "http" or not is_loopback(parts.hostname or ""):
            raise InvalidInput("redirect_uri", "not_loopback")
        self._host, self._port, self._path = parts.hostname or "127.0.0.1", parts.port or 0, parts.path or "/"
        self._server: asyncio.Server | None = None
        self._address: asyncio.Future[str] | None = None
        self._gave_up = False

    @property
    def redirect_uri(self) -> str:
        """The address to register and to send; known once entered."""
        return f"http://{self._host}:{self._port}{self._path}"

    async def __aenter__(self) -> RedirectListener:
        self._address = asyncio.get_running_loop().create_future()
        try:
            self._server = await asyncio.start_server(self._serve, self._host, self._port, limit=_LONGEST_REQUEST)
        except OSError as error:
            raise Unreachable("refused", f"port {self._port}") from error
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    def give_up(self) -> None:
        """Wait no longer: ``address`` raises Unreachable("timeout") now."""
        self._gave_up = True
        if self._address is not None and not self._address.done():
            self._address.set_result("")

    async def address(self, patience_s: float = 300.0) -> str:
        """The address the browser came back to. Raises Unreachable("timeout") when nobody signs in."""
        if self._address is None:
            raise RuntimeError("enter the listener first")
        done, _ = await asyncio.wait({self._address}, timeout=0 if self._gave_up else patience_s)
        if not done or not self._address.result():
            raise Unreachable("timeout", "nobody came back from the sign-in page")
        return self._address.result()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Only a GET of our path counts; whatever else knocks is sent away."""
        try:
            line = await asyncio.wait_for(reader.readline(), _REQUEST_S)
            target = _target(line)
            is_ours = target is not None and urlsplit(target).path == self._path
            writer.write(_PAGE if is_ours else _NOT_HERE)
            await writer.drain()
            if is_ours and self._address is not None and not self._address.done():
                self._address.set_result(f"http://{self._host}:{self._port}{target}")
        except (OSError, ValueError, TimeoutError):
            return
        finally:
            writer.close()


def _target(line: bytes) -> str | None:
    """The path and query of a request line, None for anything but a GET."""
    parts = line.decode("ascii", "replace").split()
    return parts[1] if len(parts) == 3 and parts[0] == "GET" and parts[1].startswith("/") else None
