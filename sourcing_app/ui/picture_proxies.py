"""Pictures go the way that calls go: through the proxy of the environment, in every form the program reads, else the system's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtNetwork import QNetworkProxy


class Proxy(Protocol):
    """As the client reads it. scheme: http, https, socks5 or socks5h."""

    @property
    def scheme(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...


FindProxy = Callable[[str], Proxy | None]
"""The environment's proxy for an address, None where it names none that can be used."""


def qt_proxy(find: FindProxy, address: str) -> QNetworkProxy:
    """What is told to Qt before it asks for an address. The default is the system's own way.

    Qt speaks no TLS with a proxy: such a one is left to the system's own settings.
    """
    kinds = QNetworkProxy.ProxyType
    found = find(address)
    if found is None or found.scheme == "https":
        return QNetworkProxy(kinds.DefaultProxy)
    kind = kinds.HttpProxy if found.scheme == "http" else kinds.Socks5Proxy
    return QNetworkProxy(kind, found.host, found.port, found.user, found.password)
