"""One POST, there and back: limits on time and size, no redirects, never cancelled once it has started.

Source: reliability.md, sections 2 and 4; performance.md (httpx loses its pool when requests in flight are cancelled).
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import ssl
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from sourcing_app.client.failures import unreachable
from sourcing_app.client.gateway_address import is_loopback
from sourcing_app.client.redaction import quiet_http_logs, redact
from sourcing_app.errors import Unreachable

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
            await self._load_trust(url)
            self._client = self._client or self._new_client(url, keep=8)
        return await self._post(self._client, url, body, content_type, total_s)

    async def _post_alone(self, url: str, body: bytes, content_type: str, total_s: float) -> Answer:
        await self._load_trust(url)
        async with self._new_client(url, keep=0) as client:
            return await self._post(client, url, body, content_type, total_s)

    async def _post(
        self, client: httpx.AsyncClient, url: str, body: bytes, content_type: str, total_s: float
    ) -> Answer:
        deadline = asyncio.get_running_loop().time() + total_s
        timeout = httpx.Timeout(total_s, connect=min(self._limits.connect_s, total_s))
        try:
            request = client.build_request(
                "POST", _address(url), content=body, headers={"content-type": content_type}, timeout=timeout
            )
            response = await client.send(request, stream=True)
            try:
                return await self._receive(response, deadline)
            finally:
                await response.aclose()
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ssl.SSLError, OSError) as error:
            raise unreachable(error, via_proxy=_has_proxy(url)) from None

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

    async def _load_trust(self, url: str) -> None:
        """Reading the certificates takes up to 50 ms: not on the loop's thread, and not for a call in the clear."""
        if self._trust is None:
            needed = url.startswith("https:") and self._handler is None
            trust = await asyncio.to_thread(trust_store) if needed else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self._trust = self._trust or trust

    def _new_client(self, url: str, *, keep: int) -> httpx.AsyncClient:
        """Proxies of the environment are for other computers: this one is reached directly."""
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=keep, keepalive_expiry=20.0)
        try:
            return httpx.AsyncClient(
                verify=self._trust
                or trust_store(),  # one that trusts nobody for calls in the clear: they make no use of it
                limits=limits,
                transport=self._handler,
                follow_redirects=False,
                trust_env=not is_loopback(urlsplit(url).hostname or ""),
                headers={"accept": "application/json", "accept-encoding": "gzip, deflate", "user-agent": "sourcing"},
            )
        except (ValueError, httpx.InvalidURL, ImportError) as error:  # a proxy's address, or a kind not spoken here
            raise Unreachable("proxy", redact(str(error))[:300]) from None


@lru_cache(maxsize=64)
def _address(url: str) -> httpx.URL:
    """Taken apart once: the same few routes are asked again and again. Raises httpx.InvalidURL."""
    return httpx.URL(url)


def preload() -> None:
    """What the first request would load, for a worker's thread: httpx leaves 100 ms of imports until then."""
    for name in ("httpcore", "httpcore._backends.anyio", "anyio._backends._asyncio"):
        with contextlib.suppress(ImportError):  # another version keeps it elsewhere, and loads it when it needs it
            importlib.import_module(name)


def _has_proxy(url: str) -> bool:
    """Whether the environment sends this address through a proxy."""
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(url)
    host = parts.hostname or ""
    if is_loopback(host):
        return False
    proxies = getproxies()
    return any(proxies.get(name) for name in (parts.scheme, "all")) and not proxy_bypass(host)


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
