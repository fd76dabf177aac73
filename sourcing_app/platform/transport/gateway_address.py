"""Which addresses may be a gateway's. Loads nothing of HTTP: the command line asks before the window is made."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from sourcing_app.errors import InvalidInput


def check_gateway_url(url: str) -> str:
    """The address without a slash at its end. Raises InvalidInput unless it is https, or http on this computer."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        raise InvalidInput("gateway_url", "address") from None
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.username or parts.password:
        raise InvalidInput("gateway_url", "address")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise InvalidInput("gateway_url", "https")
    return url.strip().rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
