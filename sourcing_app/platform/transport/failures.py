"""Which of our errors a failure of the HTTP library is."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpx
from socksio.exceptions import SOCKSError

from sourcing_app.errors import Unreachable
from sourcing_app.platform.transport.redaction import redact

_NOT_YET_VALID, _EXPIRED = 9, 10
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


_BEFORE_SENDING = frozenset({"clock", "tls", "dns", "refused"})
"""Kinds that say that nothing was sent; a failure while an answer is read is never of them."""


def unreachable(error: Exception, *, proxy: str = "") -> Unreachable:
    """The kind of failure, by what lies at the bottom of it. proxy: "host:port" of the one that was to be used, "" for none.

    A proxy is blamed ("proxy") only for what it answered; one that is not there is "proxy_gone".
    """
    kind = _kind(error)
    if kind in _BEFORE_SENDING and not isinstance(error, httpx.ConnectError):
        kind = "broken"
    if proxy and kind in ("refused", "dns"):
        kind = "proxy_gone"
    return Unreachable(kind, _told(error, proxy))


def not_a_proxy(error: Exception, proxy: str) -> Unreachable:
    """What was named as a SOCKS proxy answered in another way. Only its own words prove that nothing was sent."""
    return Unreachable("proxy" if isinstance(error, SOCKSError) else "broken", _told(error, proxy))


def _told(error: Exception, proxy: str) -> str:
    text = redact(str(error) or type(error).__name__)[:300]
    return f"proxy {proxy}: {text}" if proxy else text


def _kind(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if isinstance(error, httpx.ProxyError):
        return "proxy"
    kinds = {kind for cause in _causes(error) if (kind := _cause_kind(cause))}
    for kind in ("clock", "tls", "dns", "refused", "timeout"):
        if kind in kinds:
            return kind
    return "offline" if isinstance(error, httpx.ConnectError) else "broken"


def _cause_kind(cause: BaseException) -> str | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        return "clock" if cause.verify_code in (_NOT_YET_VALID, _EXPIRED) else "tls"
    if isinstance(cause, ssl.SSLError):
        return None if isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError) else "tls"
    if isinstance(cause, socket.gaierror):
        return "dns"
    if isinstance(cause, ConnectionRefusedError):
        return "refused"
    return "timeout" if isinstance(cause, TimeoutError) else None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all it came from, groups included."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        current = waiting.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions
