"""What came over HTTP, as the gateway needs it: the path in its parts, one set of parameters, and the signature."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

SYSTEM = frozenset({"_aop_signature", "_aop_timestamp", "_aop_datePattern", "access_token"})
PREFIX = "/openapi/"


@dataclass(frozen=True, slots=True)
class Address:
    """``param2/1/com.alibaba.trade/alibaba.trade.cancel/1000000``; missing parts are empty."""

    url_path: str
    protocol: str
    version: str
    namespace: str
    name: str
    app_key: str


@dataclass(slots=True)
class Wire:
    """texts: every parameter of query and body. files: byte[] parameters, which the signature leaves out."""

    address: Address
    texts: dict[str, str]
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def business(self) -> dict[str, str]:
        return {name: text for name, text in self.texts.items() if name not in SYSTEM}


def address_of(path: str) -> Address:
    """``path`` is the decoded path of the request, starting with /openapi/."""
    url_path = path.removeprefix(PREFIX)
    parts = url_path.split("/")
    parts += [""] * (5 - len(parts))
    return Address(url_path, *parts[:5])


def read_wire(path: str, query: bytes, content_type: str, body: bytes) -> Wire:
    """Query and body are one set of parameters, in UTF-8. Raises ValueError for text that cannot be read."""
    wire = Wire(address_of(path), dict(_pairs(query)))
    if content_type.startswith("multipart/form-data"):
        _read_parts(wire, content_type, body)
    elif body:
        wire.texts.update(_pairs(body))
    return wire


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    return parse_qsl(raw.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=1000)


def _read_parts(wire: Wire, content_type: str, body: bytes) -> None:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        name = str(part.get_param("name", "", header="content-disposition"))
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        if part.get_filename() is None and part.get_content_maintype() == "text":
            wire.texts[name] = content.decode("utf-8")
        else:
            wire.files[name] = content


def signature(url_path: str, params: Mapping[str, str], secret: str) -> str:
    """Upper-case hex of HMAC-SHA1 over the path and the sorted name+value texts. Source: gateway.md section 3."""
    glued = sorted(name + value for name, value in params.items() if name != "_aop_signature")
    message = url_path + "".join(glued)
    return hmac.new(secret.encode(), message.encode(), hashlib.sha1).hexdigest().upper()


def signed_rightly(wire: Wire, secret: str) -> bool:
    given = wire.texts.get("_aop_signature", "")
    right = signature(wire.address.url_path, wire.texts, secret)
    return hmac.compare_digest(given.encode(), right.encode())
