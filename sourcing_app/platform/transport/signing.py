"""Signature and body of a call, pure: no clock, no network.

Source: gateway.md, section 3 and resources/platform/gateway_vectors.json.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha1

SIGNATURE = "_aop_signature"
_PLAIN = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._*"
_ESCAPES = {byte: b"+" if byte == 0x20 else b"%%%02X" % byte for byte in range(256) if byte not in _PLAIN}


def url_path(namespace: str, name: str, app_key: str, *, version: int = 1, protocol: str = "param2") -> str:
    """What is signed and called: ``param2/1/{namespace}/{name}/{app_key}``, without host and leading slash."""
    return f"{protocol}/{version}/{namespace}/{name}/{app_key}"


def sign(path: str, parameters: Mapping[str, str], app_secret: str) -> str:
    """The 40 upper-case hex digits for these parameters, as they are before percent-encoding.

    Sorted is the glued text name + value; ``_aop_signature`` itself takes no part.
    """
    glued = sorted(name + value for name, value in parameters.items() if name != SIGNATURE)
    message = _bytes(path + "".join(glued))
    return hmac.digest(_bytes(app_secret), message, sha1).hex().upper()


def verify(path: str, parameters: Mapping[str, str], app_secret: str, signature: str) -> bool:
    """Whether a signature (of a pushed message: path "") is right, compared in constant time."""
    return hmac.compare_digest(_bytes(sign(path, parameters, app_secret)), _bytes(signature))


def signed(path: str, parameters: Mapping[str, str], app_secret: str) -> dict[str, str]:
    """The parameters with their signature added."""
    return {**parameters, SIGNATURE: sign(path, parameters, app_secret)}


def form_body(parameters: Mapping[str, str]) -> bytes:
    """``application/x-www-form-urlencoded`` bytes, the same as ``urllib.parse.urlencode`` makes, but fast for base64."""
    return b"&".join(_escaped(name) + b"=" + _escaped(value) for name, value in parameters.items())


def _escaped(text: str) -> bytes:
    """One name or value: whole-text replaces for the few bytes that need it, "%" before those that bring one in."""
    raw = _bytes(text)
    odd = set(raw.translate(None, _PLAIN))
    if 0x25 in odd:
        raw = raw.replace(b"%", b"%25")
        odd.discard(0x25)
    if 0x2B in odd:  # before the space, which becomes a plus
        raw = raw.replace(b"+", b"%2B")
        odd.discard(0x2B)
    for byte in odd:
        raw = raw.replace(bytes((byte,)), _ESCAPES[byte])
    return raw


def _bytes(text: str) -> bytes:
    """UTF-8; half a surrogate pair, which no text should have, becomes a question mark."""
    return text.encode("utf-8", "replace")
