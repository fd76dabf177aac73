"""Who may ask: this computer, by a name of its own, and no page of another site in somebody's browser.

A page of the web can make a browser send requests here (a form, fetch without CORS) or give its own name our address (DNS
rebinding). The first kind carries its Origin, the second its Host; and only a script can send JSON, which then asks first.
"""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

CONTROLS = "/_sandbox"
_HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
_READS = ("GET", "HEAD")


class Guard:
    """Passes on to ``app`` what may come in. public_url: another address people reach it by, "" for none."""

    def __init__(self, app: App, public_url: str = "") -> None:
        self._app = app
        self._public = _origin(public_url) if public_url else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            refusal = self._refusal(scope)
            if refusal is not None:
                await _refuse(send, *refusal)
                return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = scope["headers"]
        hosts = _values(headers, b"host")
        if len(hosts) != 1 or not self._is_own_host(hosts[0]):
            return 421, "this sandbox goes by 127.0.0.1, localhost, [::1] and the host of --public-url only"
        if any(not self._is_own_origin(origin, hosts[0]) for origin in _values(headers, b"origin")):
            return 403, "pages of other origins may not ask here"
        path = scope["path"]
        if (path == CONTROLS or path.startswith(f"{CONTROLS}/")) and scope["method"] not in _READS:
            kinds = _values(headers, b"content-type")
            if [kind.split(";")[0].strip().lower() for kind in kinds] != ["application/json"]:
                return 415, "send content-type: application/json"
        return None

    def _is_own_host(self, host: str) -> bool:
        """Any port: a tunnel or a proxy in front of it has one of its own, and keeps the name."""
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        return _is_loopback(found["name"].strip("[]").lower()) or host.lower() == _netloc(self._public)

    def _is_own_origin(self, origin: str, host: str) -> bool:
        """The page came from here: by the very address the request was sent to, or by the public one."""
        return origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}", self._public)


def checked_public_url(url: str) -> str:
    """The address without a slash at its end. Raises ValueError, with a sentence, for what is none."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc) or parts.query or parts.fragment:
        raise ValueError(f"{url!r} is not a public address: http:// or https://, a host, perhaps a port and a path")
    return url.rstrip("/")


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _origin(url: str) -> str:
    """As browsers write it: without the scheme's own port."""
    parts = urlsplit(url.lower())
    default = {"http": 80, "https": 443}.get(parts.scheme)
    netloc = parts.netloc if parts.port != default else parts.netloc.rpartition(":")[0]
    return f"{parts.scheme}://{netloc}"


def _netloc(origin: str) -> str:
    return origin.partition("://")[2]


def _values(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> list[str]:
    return [value.decode("latin-1").strip() for key, value in headers if key == name]


async def _refuse(send: Send, status: int, sentence: str) -> None:
    raw = json.dumps({"error": sentence}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(raw)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": raw})
