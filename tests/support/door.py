"""A door on this computer in front of any gateway: carries each request to it, as it is or as somebody tells it to.

It runs on a thread of its own, so that a test that is a Qt program can have one. ``handle`` is told every request and how to
deliver it, and gives the answer or says how the connection breaks; without one everything goes through. ``shut`` is the
network gone: nobody listens any more. Addresses of a gateway on this computer are rewritten in answers, so that pictures
and pay pages come through the door too.
"""

from __future__ import annotations

import asyncio
import re
import socket
import struct
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

import httpx

JSON = "application/json;charset=UTF-8"
_DROPPED = {"connection", "content-length", "accept-encoding", "host", "transfer-encoding", "keep-alive"}
_LOCAL = re.compile(rb"http:(\\?/\\?/)(?:127\.0\.0\.1|localhost):(\d+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def api(self) -> str:
        """The call's name; "" for what is no call."""
        parts = urlsplit(self.target).path.split("/")
        return parts[5] if len(parts) > 5 and parts[1] == "openapi" else ""

    @property
    def fields(self) -> dict[str, str]:
        """The form's fields."""
        return {name: values[0] for name, values in parse_qs(self.body.decode("utf-8", "replace")).items()}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. declared: the length it claims to have, None for its own; broken: the connection breaks behind it;
    doubled: its bytes come twice."""

    status: int
    content_type: str
    body: bytes
    declared: int | None = None
    broken: bool = False
    doubled: bool = False
    headers: tuple[tuple[str, str], ...] = ()


class Broken(Exception):
    """No answer. how: "reset", "closed", "silent" (the connection stays, nothing comes), "refused" (and so are the next ones,
    for a moment)."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


Deliver = Callable[[], Awaitable[Reply]]
Handle = Callable[[Asked, Deliver], Awaitable[Reply]]


async def as_it_is(asked: Asked, deliver: Deliver) -> Reply:
    """What an honest network does."""
    return await deliver()


class Door:
    """Open from ``start`` to ``close``; ``base_url`` stands for the gateway's."""

    def __init__(self, upstream: str, handle: Handle = as_it_is) -> None:
        self._upstream = upstream.rstrip("/")
        self._origin = self._upstream
        self.handle = handle
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="door", daemon=True)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._client: httpx.AsyncClient | None = None
        self._port = 0

    @property
    def base_url(self) -> str:
        """Where the program is sent."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop on which ``handle`` runs."""
        return self._loop

    def __enter__(self) -> Door:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Listen on a free port."""
        self._thread.start()
        self._on_loop(self._open())

    def shut(self) -> None:
        """The network is gone: connections break, new ones are refused."""
        self._on_loop(self._shut())

    def close(self) -> None:
        """Give everything back; nothing of it runs any more afterwards."""
        self._on_loop(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _on_loop(self, work: Awaitable[None]) -> None:
        async def run() -> None:
            await work

        asyncio.run_coroutine_threadsafe(run(), self._loop).result(30)

    async def _open(self) -> None:
        is_here = urlsplit(self._upstream).hostname in ("127.0.0.1", "localhost")
        self._client = self._client or httpx.AsyncClient(timeout=90, trust_env=not is_here, follow_redirects=False)
        self._server = await asyncio.start_server(self._converse, "127.0.0.1", self._port, limit=2**20)
        self._port = self._server.sockets[0].getsockname()[1]

    async def _shut(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for writer in list(self._writers):
            _reset(writer)

    async def _end(self) -> None:
        await self._shut()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()

    async def _refuse_for(self, seconds: float) -> None:
        await self._shut()
        await asyncio.sleep(seconds)
        if self._server is None:
            await self._open()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._writers.add(writer)
        try:
            while (asked := await _read(reader)) is not None and await self._answer(asked, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, ValueError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            self._writers.discard(writer)
            writer.close()

    async def _answer(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        """Whether the connection goes on."""
        if self._server is None:  # it was made at the very moment at which the door was shut
            _reset(writer)
            return False
        try:
            reply = await self.handle(asked, lambda: self._deliver(asked))
        except Broken as broken:
            return await self._break(broken.how, writer)
        raw = _written(reply)
        writer.write(raw * 2 if reply.doubled else raw)
        await writer.drain()
        if reply.broken:
            writer.close()
        return not (reply.broken or reply.doubled or reply.declared is not None)

    async def _break(self, how: str, writer: asyncio.StreamWriter) -> bool:
        if how == "silent":
            await asyncio.sleep(3600)
        if how == "closed":
            writer.close()
            return False
        _reset(writer)
        if how == "refused":
            task = asyncio.ensure_future(self._refuse_for(0.15))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return False

    async def _deliver(self, asked: Asked) -> Reply:
        """To the gateway; what is no call goes to where its answers' addresses lead."""
        assert self._client is not None
        is_call = asked.target.startswith(("/openapi/", "/_sandbox"))
        headers = [(name, value) for name, value in asked.headers if name.lower() not in _DROPPED]
        try:
            answer = await self._client.request(
                asked.method,
                (self._upstream if is_call else self._origin) + asked.target,
                headers=[*headers, ("accept-encoding", "identity")],
                content=asked.body,
            )
        except httpx.HTTPError as error:
            raise Broken("reset") from error
        reply = Reply(answer.status_code, answer.headers.get("content-type", ""), answer.content)
        kept = tuple((name, answer.headers[name]) for name in ("location",) if name in answer.headers)
        return replace(reply, body=self._rewritten(reply), headers=kept)

    def _rewritten(self, reply: Reply) -> bytes:
        """Addresses of a marketplace on this computer lead through the door."""
        if "json" not in reply.content_type and "html" not in reply.content_type:
            return reply.body

        def through(found: re.Match[bytes]) -> bytes:
            port = int(found[2])
            if port != self._port:
                self._origin = f"http://127.0.0.1:{port}"
            return b"http:" + found[1] + f"127.0.0.1:{self._port}".encode()

        return _LOCAL.sub(through, reply.body)


async def _read(reader: asyncio.StreamReader) -> Asked | None:
    """The next request; None when the other side is done."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    pairs = [line.split(":", 1) for line in lines if ":" in line]
    headers = tuple((name.strip(), value.strip()) for name, value in pairs)
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
    return Asked(method, target, headers, await reader.readexactly(length))


def _written(reply: Reply) -> bytes:
    length = len(reply.body) if reply.declared is None else reply.declared
    more = "".join(f"{name}: {value}\r\n" for name, value in reply.headers)
    head = (
        f"HTTP/1.1 {reply.status} Told\r\ncontent-type: {reply.content_type}\r\ncontent-length: {length}\r\n{more}\r\n"
    )
    return head.encode("latin-1") + reply.body


def _reset(writer: asyncio.StreamWriter) -> None:
    raw = writer.get_extra_info("socket")
    with suppress(OSError, AttributeError):
        raw.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        )
    writer.transport.abort()
