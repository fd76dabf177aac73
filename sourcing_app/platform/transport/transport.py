"""One POST, there and back: limits on time and size, no redirects, never cancelled once it has started.

Source: reliability.md, sections 2 and 4; performance.md (httpx loses its pool when requests in flight are cancelled).
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import ssl
import struct
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import httpx
from socksio.exceptions import SOCKSError

from sourcing_app.errors import Unreachable
from sourcing_app.platform.transport.failures import not_a_proxy, unreachable
from sourcing_app.platform.transport.proxies import Proxy, proxy_for
from sourcing_app.platform.transport.redaction import quiet_http_logs
from sourcing_app.platform.transport.socks import HandshakeWatch

FORM = "application/x-www-form-urlencoded; charset=UTF-8"


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one exchange. packed_bytes: as received; unpacked_bytes: after decompression; connect_s: to reach the server."""

    packed_bytes: int = 8 * 2**20
    unpacked_bytes: int = 32 * 2**20
    connect_s: float = 10.0
    close_s: float = 3.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whatever it is. body: unpacked; content_type: lower case, "" where missing."""

    status: int
    content_type: str
    body: bytes


class Transport:
    """The HTTP side of one account: a pool for reads, a fresh connection for each write.

    handler: what to send requests through instead of the network, for tests.
    """

    def __init__(self, *, limits: Limits | None = None, handler: httpx.AsyncBaseTransport | None = None) -> None:
        self._limits = limits or Limits()
        self._handler = handler
        self._client: httpx.AsyncClient | None = None
        self._trust: ssl.SSLContext | None = None
        self._proxy: Proxy | None = None
        self._running: set[asyncio.Task[Answer]] = set()
        self._closed = False
        quiet_http_logs()

    async def pooled(self, url: str, body: bytes, content_type: str, total_s: float) -> Answer:
        """POST over the pool. Raises Unreachable."""
        return await self._abandonable(self._post_pooled(url, body, content_type, total_s), total_s)

    async def fresh(self, url: str, body: bytes, content_type: str, total_s: float) -> Answer:
        """POST over a connection of its own, which nobody can have closed meanwhile. Raises Unreachable."""
        return await self._abandonable(self._post_alone(url, body, content_type, total_s), total_s)

    @property
    def closed(self) -> bool:
        """Whether nothing can be sent any more."""
        return self._closed

    async def close(self, patience_s: float | None = None) -> None:
        """Send nothing more; give what is still running a moment (or patience_s), then let go of all connections."""
        self._closed = True
        if self._running:
            await asyncio.wait(self._running, timeout=self._limits.close_s if patience_s is None else patience_s)
        for task in list(self._running):
            task.cancel()
        if self._running:
            await asyncio.gather(*self._running, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _abandonable(self, exchange: Awaitable[Answer], total_s: float) -> Answer:
        """Wait at most total_s. Whoever gives up earlier, or is cancelled, leaves the exchange to end by itself."""
        if self._closed:
            asyncio.ensure_future(exchange).cancel()
            raise Unreachable("offline", "the client is closed")
        task = asyncio.ensure_future(exchange)
        self._running.add(task)
        task.add_done_callback(self._forget)
        done, _ = await asyncio.wait({task}, timeout=total_s)
        if not done:
            raise Unreachable("timeout", f"no complete answer within {total_s:.0f} s")
        if task.cancelled():  # by close: whoever waits is told so, and is not cancelled himself
            raise Unreachable("broken", "the client was closed meanwhile")  # it may have been sent
        return task.result()

    def _forget(self, task: asyncio.Task[Answer]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()

    async def _post_pooled(self, url: str, body: bytes, content_type: str, total_s: float) -> Answer:
        if self._client is None:
            await self._find_way(url)
            self._client = self._client or self._new_client(keep=8)
        return await self._post(self._client, url, body, content_type, total_s)

    async def _post_alone(self, url: str, body: bytes, content_type: str, total_s: float) -> Answer:
        await self._find_way(url)
        async with self._new_client(keep=0) as client:
            return await self._post(client, url, body, content_type, total_s)

    async def _post(
        self, client: httpx.AsyncClient, url: str, body: bytes, content_type: str, total_s: float
    ) -> Answer:
        deadline = asyncio.get_running_loop().time() + total_s
        timeout = httpx.Timeout(total_s, connect=min(self._limits.connect_s, total_s))
        try:
            headers, more = {"content-type": content_type}, self._watch(timeout)
            request = client.build_request(
                "POST", _address(url), content=body, headers=headers, timeout=timeout, extensions=more
            )
            response = await client.send(request, stream=True)
            try:
                return await self._receive(response, deadline)
            finally:
                await response.aclose()
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ssl.SSLError, OSError) as error:
            raise unreachable(error, proxy=self._proxy.shown if self._proxy is not None else "") from None
        except (SOCKSError, AssertionError, ValueError, LookupError, struct.error) as error:
            if self._proxy is None or not self._proxy.is_socks:
                raise
            raise not_a_proxy(error, self._proxy.shown) from None

    async def _receive(self, response: httpx.Response, deadline: float) -> Answer:
        unpack = _unpacker(response.headers.get("content-encoding", ""), self._limits.unpacked_bytes)
        now = asyncio.get_running_loop().time
        parts: list[bytes] = []
        packed = 0
        async for chunk in response.aiter_raw():
            packed += len(chunk)
            if packed > self._limits.packed_bytes:
                raise Unreachable("too_large", f"more than {self._limits.packed_bytes} bytes")
            if now() > deadline:
                raise Unreachable("timeout", "the answer drips")
            parts.append(unpack(chunk))
        return Answer(response.status_code, response.headers.get("content-type", "").lower(), b"".join(parts))

    async def _find_way(self, url: str) -> None:
        """Certificates and proxy. Reading the first takes up to 50 ms, and asking the system for the second may look up
        names: not on the loop's thread, and not for a call in the clear, which stays on this computer."""
        if self._handler is not None or not url.startswith("https:"):
            self._trust = self._trust or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # it trusts nobody, and is not used
            return
        if self._trust is None:
            trust = await asyncio.to_thread(trust_store)
            self._trust = self._trust or trust
        self._proxy = await asyncio.to_thread(proxy_for, url)

    def _new_client(self, *, keep: int) -> httpx.AsyncClient:
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=keep, keepalive_expiry=20.0)
        return httpx.AsyncClient(
            verify=self._trust or trust_store(),
            limits=limits,
            transport=self._handler,
            proxy=self._way_out(),
            follow_redirects=False,
            trust_env=False,
            headers={"accept": "application/json", "accept-encoding": "gzip, deflate", "user-agent": "sourcing"},
        )

    def _watch(self, timeout: httpx.Timeout) -> dict[str, object]:
        """What goes along with a request."""
        if self._proxy is None or not self._proxy.is_socks:
            return {}
        return {"trace": HandshakeWatch(timeout.connect or self._limits.connect_s)}

    def _way_out(self) -> httpx.Proxy | None:
        if self._proxy is None:
            return None
        auth = (self._proxy.user, self._proxy.password) if self._proxy.user or self._proxy.password else None
        trust = self._trust if self._proxy.scheme == "https" else None
        return httpx.Proxy(self._proxy.address, ssl_context=trust, auth=auth)


@lru_cache(maxsize=64)
def _address(url: str) -> httpx.URL:
    """Taken apart once: the same few routes are asked again and again. Raises httpx.InvalidURL."""
    return httpx.URL(url)


def preload() -> None:
    """What the first request would load, for a worker's thread: httpx leaves 100 ms of imports until then."""
    for name in ("httpcore", "httpcore._backends.anyio", "anyio._backends._asyncio"):
        with contextlib.suppress(ImportError):  # another version keeps it elsewhere, and loads it when it needs it
            importlib.import_module(name)


def trust_store() -> ssl.SSLContext:
    """What the system trusts, company certificates included; where Python finds none, the list that comes with httpx."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"] and not _has_certificate_folder():
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _has_certificate_folder() -> bool:
    """A folder of certificates is read by OpenSSL when it is needed, so it counts though nothing is loaded yet."""
    folder = ssl.get_default_verify_paths().capath
    return folder is not None and Path(folder).is_dir() and any(Path(folder).iterdir())


def _unpacker(encoding: str, limit: int) -> Callable[[bytes], bytes]:
    """A function that unpacks chunk by chunk and never makes more than ``limit`` bytes in all (N07)."""
    encoding = encoding.strip().lower()
    total = 0
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Unreachable("broken", f"content-encoding {encoding[:40]}")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding not in ("", "identity") else None

    def unpack(chunk: bytes) -> bytes:
        nonlocal total
        try:
            plain = inflate.decompress(chunk, limit - total + 1) if inflate else chunk
        except zlib.error as error:
            raise Unreachable("broken", str(error)) from None
        total += len(plain)
        if total > limit:
            raise Unreachable("too_large", f"more than {limit} bytes unpacked")
        return plain

    return unpack
