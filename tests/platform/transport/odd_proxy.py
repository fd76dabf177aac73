"""Proxies on the loopback that lead every connection to one server: HTTP (CONNECT) and SOCKS 5, with or without a password.

``gateway.example.test.pem`` is a certificate for that name and this computer, with its key: made for these tests alone.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("gateway.example.test.pem")
GATEWAY = "https://gateway.example.test/x"


def server_side() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


class OddProxy:
    """asked: where to, "host:port". login: "user:password" it asks for, "" for none."""

    def __init__(self, to: int, login: str = "") -> None:
        self._to, self._login = to, login
        self.asked: list[str] = []
        self.port = 0
        self._work: set[asyncio.Task[None]] = set()

    async def finish(self) -> None:
        """End every connection."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._work.add(task)
        try:
            first = await reader.readexactly(1)
            led = await (self._socks(reader, writer) if first == b"\x05" else self._connect(first, reader, writer))
            if led:
                await self._lead(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            await _closed(writer)

    async def _connect(self, first: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (first + await reader.readuntil(b"\r\n\r\n")).decode()
        self.asked.append(head.split()[1])
        token = base64.b64encode(self._login.encode()).decode()
        allowed = not self._login or f"Basic {token}" in head
        writer.write(f"HTTP/1.1 {'200 OK' if allowed else '407 Proxy Authentication Required'}\r\n\r\n".encode())
        await writer.drain()
        return allowed

    async def _socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        methods = await reader.readexactly((await reader.readexactly(1))[0])
        method = 2 if self._login else 0
        if method not in methods:
            writer.write(b"\x05\xff")
            return False
        writer.write(bytes((5, method)))
        if self._login:
            user = await reader.readexactly((await reader.readexactly(2))[1])
            password = await reader.readexactly((await reader.readexactly(1))[0])
            allowed = f"{user.decode()}:{password.decode()}" == self._login
            writer.write(b"\x01\x00" if allowed else b"\x01\x01")
            if not allowed:
                return False
        kind = (await reader.readexactly(4))[3]
        length = (await reader.readexactly(1))[0] if kind == 3 else {1: 4, 4: 16}[kind]
        host, port = await reader.readexactly(length), await reader.readexactly(2)
        self.asked.append(f"{host.decode() if kind == 3 else host.hex()}:{int.from_bytes(port)}")
        writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
        return True

    async def _lead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, out = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            await asyncio.gather(_pipe(reader, out), _pipe(there, writer))
        finally:
            await _closed(out)


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
    if not writer.transport.get_extra_info("sslcontext"):
        with contextlib.suppress(OSError):
            writer.write_eof()
    else:
        writer.close()


async def _closed(writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        writer.close()
        await writer.wait_closed()


@asynccontextmanager
async def odd_proxy(to: int, login: str = "", *, tls: bool = False) -> AsyncIterator[OddProxy]:
    proxy = OddProxy(to, login)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0, ssl=server_side() if tls else None)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        await server.wait_closed()
        await proxy.finish()
