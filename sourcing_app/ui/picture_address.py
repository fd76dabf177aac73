"""Which picture addresses we load, and by which name the picture server has a smaller one. Pure text.

Source: quirks.md, 40 to 42: hosts of the platform, all reachable over https; thumbnails named beside the original.
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit, urlunsplit

from sourcing_app.domain.web_host import belongs_to

PLATFORM_HOSTS = ("alicdn.com", "1688.com", "alibaba.com", "alibaba-inc.com", "tbcdn.cn")
DEFAULT_HOST = "https://cbu01.alicdn.com/"


@cache
def _appended() -> re.Pattern[str]:
    return re.compile(r"(\.(?:jpe?g|png|webp|gif))_.*$", re.IGNORECASE)


@cache
def _variant() -> re.Pattern[str]:
    return re.compile(r"\.(?:\d+x\d+|search|summ)(\.(?:jpe?g|png|webp))$", re.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"^(.*-\d+-cib)(\.jpe?g)$", re.IGNORECASE)


def safe_address(address: str, loopback: str = "") -> str | None:
    """The address as it will be loaded, https; None for one that is not. loopback: "host:port" of a gateway of our own machine."""
    address = address.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    elif "://" not in address and address.lstrip("/").startswith("img/ibank"):
        address = DEFAULT_HOST + address.lstrip("/")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.username or parts.password:
        return None
    if loopback and parts.netloc == loopback and parts.scheme in ("http", "https"):
        return address
    if parts.scheme not in ("http", "https") or port not in (None, 80, 443):
        return None
    if not belongs_to(host, PLATFORM_HOSTS):
        return None
    return urlunsplit(("https", host, parts.path, parts.query, ""))


def original(address: str) -> str:
    """The full-size picture behind any variant's address."""
    path, mark, query = address.partition("?")
    path = _appended().sub(r"\1", path)
    return _variant().sub(r"\1", path) + mark + query


def thumbnail(address: str, pixels: int) -> str:
    """The smallest variant that has this many pixels a side, or the original where there is none."""
    full = original(address)
    named = _named().match(full)
    if named is None or pixels > 310:
        return full
    side = 220 if pixels <= 220 else 310
    return f"{named.group(1)}.{side}x{side}{named.group(2)}"


def loopback_of(gateway_url: str) -> str:
    """The "host:port" of a gateway on this machine, "" for any other."""
    parts = urlsplit(gateway_url)
    return parts.netloc if parts.hostname in ("127.0.0.1", "localhost", "::1") else ""
