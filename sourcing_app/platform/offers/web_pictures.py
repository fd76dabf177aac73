"""Gets one picture from a host that is not the platform's: bounded in size and time, and telling that host nothing of us.

No cookies, no referrer, no account, no proxy of the environment; each name is resolved once and the connection goes to that
address, also after a redirect.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

import httpx

from sourcing_app.domain.picture_formats import HEAD_BYTES, format_of
from sourcing_app.errors import PictureUnreadable
from sourcing_app.platform.transport.public_hosts import IPAddress, Resolve, is_public, pinned_address, system_addresses
from sourcing_app.platform.transport.redaction import quiet_http_logs
from sourcing_app.platform.transport.transport import trust_store

_REDIRECTS = (301, 302, 303, 307, 308)
_LOW_PORTS = frozenset({80, 443})
"""Below 1024 only these: the others belong to services that are not asked for pictures."""


@dataclass(frozen=True, slots=True)
class WebLimits:
    """Of one picture. total_s: from the first look-up to the last byte."""

    max_bytes: int = 32 * 2**20
    total_s: float = 15.0
    redirects: int = 5


class WebPictures:
    """resolve, allows: how names become addresses and which may be asked; others than these are for tests."""

    def __init__(
        self,
        *,
        resolve: Resolve = system_addresses,
        allows: Callable[[IPAddress], bool] = is_public,
        limits: WebLimits | None = None,
    ) -> None:
        self._resolve, self._allows = resolve, allows
        self._limits = limits or WebLimits()
        quiet_http_logs()

    async def get(self, address: str) -> bytes:
        """The bytes of the picture there.

        Raises: PictureUnreadable, its reason "web_address" (not one we ask), "web_private", "web_unreachable",
        "web_refused" (status), "web_page" (something else than a picture answered), "web_too_large", "web_slow".
        """
        url = _checked(address)
        try:
            async with asyncio.timeout(self._limits.total_s):
                return await self._follow(url)
        except TimeoutError:
            raise PictureUnreadable("web_slow", host=url.host) from None

    async def _follow(self, url: httpx.URL) -> bytes:
        verify = await asyncio.to_thread(trust_store) if url.scheme == "https" else True
        for _ in range(self._limits.redirects + 1):
            found = await self._ask(url, verify)
            if isinstance(found, bytes):
                return found
            if found.scheme == "http" and url.scheme == "https":
                raise PictureUnreadable("web_address", host=found.host)
            if found.scheme == "https" and verify is True:
                verify = await asyncio.to_thread(trust_store)
            url = found
        raise PictureUnreadable("web_refused", host=url.host, status="redirects")

    async def _ask(self, url: httpx.URL, verify: ssl.SSLContext | bool) -> bytes | httpx.URL:
        """The picture, or where it is said to be instead."""
        port = url.port or (443 if url.scheme == "https" else 80)
        pinned = await pinned_address(url.host, port, resolve=self._resolve, allows=self._allows)
        headers = {
            "host": url.netloc.decode("ascii"),
            "accept": "image/*,*/*;q=0.5",
            "accept-encoding": "identity",
            "user-agent": "Mozilla/5.0 (compatible; Sourcing)",
        }
        try:
            async with httpx.AsyncClient(verify=verify, trust_env=False, follow_redirects=False) as client:
                request = client.build_request(
                    "GET", url.copy_with(host=str(pinned)), headers=headers, extensions={"sni_hostname": url.host}
                )
                response = await client.send(request, stream=True)
                try:
                    return await self._receive(url, response)
                finally:
                    await response.aclose()
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ssl.SSLError, OSError) as error:
            raise PictureUnreadable("web_unreachable", host=url.host, detail=type(error).__name__) from None

    async def _receive(self, url: httpx.URL, response: httpx.Response) -> bytes | httpx.URL:
        if response.status_code in _REDIRECTS and "location" in response.headers:
            return _checked(urljoin(str(url), response.headers["location"]))
        if response.status_code != 200:
            raise PictureUnreadable("web_refused", host=url.host, status=response.status_code)
        promised = response.headers.get("content-length", "")
        if promised.isdecimal() and int(promised) > self._limits.max_bytes:
            raise PictureUnreadable("web_too_large", host=url.host)
        data = bytearray()
        is_checked = False
        async for chunk in response.aiter_raw():
            data += chunk
            if len(data) > self._limits.max_bytes:
                raise PictureUnreadable("web_too_large", host=url.host)
            if not is_checked and len(data) >= HEAD_BYTES:
                is_checked = _check_picture(data, url)
        _check_picture(data, url)
        return bytes(data)


def _check_picture(data: bytearray, url: httpx.URL) -> bool:
    if format_of(bytes(data[:HEAD_BYTES])) is None:
        raise PictureUnreadable("web_page", host=url.host)
    return True


def _checked(address: str) -> httpx.URL:
    """Raises: PictureUnreadable "web_address"."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        raise PictureUnreadable("web_address", host="") from None
    port = url.port
    if url.scheme not in ("http", "https") or not url.host or url.userinfo:
        raise PictureUnreadable("web_address", host=url.host)
    if port is not None and port < 1024 and port not in _LOW_PORTS:
        raise PictureUnreadable("web_address", host=url.host)
    return url
