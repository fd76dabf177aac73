"""Through which proxy an address is reached: the environment's, in every form that curl understands, or the system's.

Source: curl's manual, ENVIRONMENT and --proxy. The HTTP library reads only some of the forms, and an exception that it
cannot read stops it, so both are read here and it is told one proxy, or none.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, getproxies_environment, proxy_bypass

from sourcing_app.errors import Unreachable
from sourcing_app.platform.transport.gateway_address import is_loopback

SPOKEN = {"http": "http", "https": "https", "socks5": "socks5", "socks5h": "socks5h", "socks": "socks5"}
"""Kinds of proxies by the scheme they are written with. "socks" is what desktops write for SOCKS 5."""

_DEFAULT_PORT = {"https": 443}
_USUAL_PORT = 1080
"""Where a proxy's address names no port. Source: curl's manual, --proxy."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """scheme: of ``SPOKEN``'s values; user, password: as they are, "" for none."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """Without what is secret."""
        return f"{self._host}:{self.port}"

    @property
    def address(self) -> str:
        """Without user and password."""
        return f"{self.scheme}://{self._host}:{self.port}"

    @property
    def _host(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def is_socks(self) -> bool:
        """Whether the connection is handed on before anything of HTTP is said."""
        return self.scheme.startswith("socks")


def proxy_for(url: str) -> Proxy | None:
    """The proxy for this address, None for a direct way. This computer is always reached directly.

    Raises Unreachable("proxy_address") for a proxy that is written in no form we know, or of a kind not spoken here.
    """
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or {"https": 443}.get(parts.scheme, 80)
    if is_loopback(host):
        return None
    written = getproxies_environment()
    chosen = _chosen(written, parts.scheme)
    if chosen:
        return None if excepted(host, port, written.get("no", "")) else read_proxy(chosen)
    chosen = _chosen(getproxies(), parts.scheme)
    return read_proxy(chosen) if chosen and not proxy_bypass(host) else None


def environment_proxy(url: str) -> Proxy | None:
    """As ``proxy_for``, of the environment alone and None where it is unusable: for who asks the system himself."""
    written = getproxies_environment()
    try:
        return proxy_for(url) if _chosen(written, urlsplit(url).scheme) else None
    except (Unreachable, ValueError):
        return None


def read_proxy(written: str) -> Proxy:
    """A proxy's address: ``host``, ``host:port``, ``scheme://user:password@host:port/``.

    Raises Unreachable("proxy_address") for one that cannot be used; what it names is not repeated, since it may be secret.
    """
    scheme, mark, rest = written.strip().rpartition("://")
    spoken = SPOKEN.get(scheme.lower()) if mark else "http"
    if spoken is None:
        raise Unreachable("proxy_address", f"proxies of the kind {scheme[:20]}:// are not spoken, socks5:// is")
    try:
        parts = urlsplit(f"//{rest}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if not host or not re.fullmatch(r"[A-Za-z0-9._:-]+", host):
        raise Unreachable("proxy_address", "host and port of the proxy cannot be read")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Proxy(spoken, host, port or _DEFAULT_PORT.get(spoken, _USUAL_PORT), user, password)


def excepted(host: str, port: int, exceptions: str) -> bool:
    """Whether a list of exceptions (NO_PROXY) covers a host. Entries that nobody can read are for somebody else."""
    return any(_covers(entry, host.rstrip(".").lower(), port) for entry in re.split(r"[,\s]+", exceptions))


def _covers(entry: str, host: str, port: int) -> bool:
    entry = entry.strip().lower().rpartition("://")[2].rstrip("/")
    if entry == "*":
        return True
    network = _network(entry)
    if network is not None:
        try:
            return ipaddress.ip_address(host) in network
        except ValueError:
            return False
    name, colon, wanted = entry.partition(":")
    if colon and wanted != str(port):
        return False
    name = name.removeprefix("*").strip(".")
    return bool(name) and (host == name or host.endswith(f".{name}"))


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(entry.replace("[", "").replace("]", ""), strict=False)
    except ValueError:
        return None


def _chosen(proxies: dict[str, str], scheme: str) -> str:
    return next((found for kind in (scheme, "all", "socks") if (found := proxies.get(kind, "").strip())), "")
