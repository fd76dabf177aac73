"""Which addresses of the network may be asked for a picture somebody found on a page: those of the public internet alone."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from sourcing_app.errors import PictureUnreadable

IPAddress = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[tuple[IPAddress, ...]]]
"""From a host and a port to its addresses, best first. Raises OSError or UnicodeError where there are none."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64: the last 32 bits are an IPv4 address."""
_CLOUD_SERVICES = frozenset({IPv4Address("168.63.129.16"), IPv4Address("100.100.100.200")})
"""Hosts of a cloud that speak to its machines only; the first has a public address (Azure)."""


def is_public(address: IPAddress) -> bool:
    """Whether it is reached over the public internet: no loopback, private, link-local, shared, multicast or reserved range,
    neither by itself nor inside an IPv6 address."""
    if isinstance(address, IPv6Address):
        inner = _inside(address)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address.is_site_local:
            return False
    if address in _CLOUD_SERVICES or address.is_multicast or address.is_reserved:
        return False
    return address.is_global


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if int(address) >> 32 == 0 and int(address) > 0xFFFF:  # the old form ::1.2.3.4
        return IPv4Address(int(address))
    return address.sixtofour


async def system_addresses(host: str, port: int) -> tuple[IPAddress, ...]:
    """As the system resolves the name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(ip_address(str(each[4][0]).split("%")[0]) for each in found)


async def pinned_address(
    host: str, port: int, *, resolve: Resolve = system_addresses, allows: Callable[[IPAddress], bool] = is_public
) -> IPAddress:
    """The one address to connect to, so that a name cannot lead elsewhere a moment later.

    Raises: PictureUnreadable "web_unreachable" where there is none, "web_private" where any of them is not allowed.
    """
    try:
        found = await resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise PictureUnreadable("web_unreachable", host=host, detail=str(error)) from None
    if not found:
        raise PictureUnreadable("web_unreachable", host=host)
    if not all(allows(each) for each in found):
        raise PictureUnreadable("web_private", host=host)
    return found[0]
