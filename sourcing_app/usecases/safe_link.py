"""Which addresses may be opened for paying: the platform's own pages, and the demo marketplace's on this computer.

Source: order_lifecycle.md, section 4, Pay links.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from sourcing_app.domain.web_host import belongs_to
from sourcing_app.errors import UnsafeLink

_HOSTS = ("1688.com", "alipay.com")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_LONGEST = 4000
_ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%")
"""The characters of an address. Source: RFC 3986, section 2."""


def check_pay_link(url: str, gateway_url: str) -> str:
    """The address, unchanged, if it may be opened. gateway_url: of the account; its pages are allowed only on loopback.

    Raises UnsafeLink: "characters" (anything that is no address character, a backslash, a blank), "scheme", "user" (a user
    name before the host), "port", "host" (another's, or one with letters that a host name does not have).
    """
    if not url or len(url) > _LONGEST or not set(url) <= _ALLOWED:
        raise UnsafeLink("characters", _shown_host(url))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnsafeLink("port", _shown_host(url)) from error
    host = parts.hostname or ""
    if "@" in parts.netloc:
        raise UnsafeLink("user", host)
    if _is_own_demo(parts, gateway_url):
        return url
    if parts.scheme != "https":
        raise UnsafeLink("scheme", host)
    if not belongs_to(host, _HOSTS):
        raise UnsafeLink("host", host)
    if port not in (None, 443):
        raise UnsafeLink("port", host)
    return url


def without_query(url: str) -> str:
    """Scheme, host and path, for the audit trail: the query may carry tokens. Never longer than 200 characters."""
    bare = url.split("?", 1)[0].split("#", 1)[0]
    authority, at, rest = bare.rpartition("@")
    return (f"{authority.split('//')[0]}//…@{rest}" if at else bare)[:200]


def _is_own_demo(parts: SplitResult, gateway_url: str) -> bool:
    """Whether the page is of the very gateway of the account, and that one runs on this computer."""
    gateway = urlsplit(gateway_url)
    return (
        gateway.hostname in _LOOPBACK
        and parts.scheme == gateway.scheme
        and parts.hostname == gateway.hostname
        and parts.port == gateway.port
    )


def _shown_host(url: str) -> str:
    """What can be shown of an address that cannot be read."""
    return "".join(each for each in without_query(url) if each.isprintable())[:80]
