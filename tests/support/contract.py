"""A third reader of the platform's contracts, used by neither side to build its messages: is this what may be said?

    request_faults(name, Sent(url, content_type, body), secret, dialect)    what is wrong with a request, as texts; [] for nothing
    reply_faults(name, body, dialect)       what is wrong with an answer
    samples(name)                           every documented answer: {"sample_response": ..., "too_fast": ...}

Requests are held to the letter: path, signature, encoding, names, types, required members, no nulls. Answers get the
laxities that the documents name: booleans and numbers as text, nulls and missing members, a leaked Java ``class``.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from email.parser import BytesParser
from email.policy import HTTP
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "platform" / "contract"
SYSTEM_FIELDS = {"_aop_signature", "_aop_timestamp", "_aop_datePattern", "access_token"}
COMPACT = re.compile(r"\d{14}\d{3}[+-]\d{4}")
SPELT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
WHOLE = re.compile(r"-?\d{1,19}")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Sent:
    """A request as it went over the wire."""

    url: str
    content_type: str
    body: bytes
    method: str = "POST"


@dataclass
class Form:
    """Its parameters. files: multipart parts with a file name; doubled: names that came twice."""

    texts: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)

    def put(self, name: str, value: str) -> None:
        if name in self.texts:
            self.doubled.append(name)
        self.texts[name] = value


@cache
def paper(name: str) -> dict[str, Any]:
    """The contract, as written."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)
    return found


def all_names() -> list[str]:
    """Every contract there is."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def samples(name: str) -> dict[str, Any]:
    """Every documented answer of a call, by name."""
    found = {"sample_response": paper(name)["sample_response"]}
    if "seed_sample_response" in paper(name):
        found["seed_sample_response"] = paper(name)["seed_sample_response"]
    return found | paper(name).get("sample_response_variants", {})


# -- requests -----------------------------------------------------------------------------------------------------------


def form_of(sent: Sent) -> Form:
    """The parameters of query and body together."""
    form = Form()
    for name, value in parse_qsl(urlsplit(sent.url).query, keep_blank_values=True):
        form.put(name, value)
    if not sent.content_type.startswith("multipart/form-data"):
        for name, value in parse_qsl(sent.body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(sent.body)):
            form.put(name, value)
        return form
    message = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + sent.content_type.encode() + b"\r\n\r\n" + sent.body
    )
    for part in message.iter_parts():  # type: ignore[attr-defined]
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True) or b""
        if part.get_filename() is None:
            form.put(name, content.decode("utf-8"))
        else:
            form.files[name] = content
    return form


def request_faults(name: str, sent: Sent, secret: str, dialect: str = "live") -> list[str]:
    """What is wrong with a request of this call."""
    return list(_request_faults(name, sent, secret, dialect))


def _request_faults(name: str, sent: Sent, secret: str, dialect: str) -> Iterator[str]:
    contract, form = paper(name), form_of(sent)
    path = urlsplit(sent.url).path.removeprefix("/openapi/")
    wanted = contract["path"].replace("{appKey}", "")
    if not re.fullmatch(re.escape(wanted) + r"\d+", path) and not name.startswith("system.oauth2"):
        yield f"path {path}, not {wanted}APPKEY"
    if sent.method != "POST":
        yield f"method {sent.method}"
    if not sent.content_type.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        yield f"content type {sent.content_type}"
    yield from (f"{twice} is there twice" for twice in form.doubled)
    if not name.startswith("system.oauth2"):
        yield from _signature_faults(path, form, secret)
        if contract["needs_access_token"] and not form.texts.get("access_token"):
            yield "no access token"
    business = {
        key: value for key, value in form.texts.items() if key not in SYSTEM_FIELDS or key in _own_names(contract)
    }
    yield from _parameter_faults(contract, business, form.files, dialect)


def _own_names(contract: dict[str, Any]) -> set[str]:
    return {row["name"] for row in contract["request"]["fields"]}


def _signature_faults(path: str, form: Form, secret: str) -> Iterator[str]:
    texts = [key + value for key, value in form.texts.items() if key != "_aop_signature"]
    message = (path + "".join(sorted(texts))).encode()
    right = hmac.new(secret.encode(), message, hashlib.sha1).hexdigest().upper()
    if form.texts.get("_aop_signature") != right:
        yield "the signature is wrong"


def _parameter_faults(
    contract: dict[str, Any], business: dict[str, str], files: dict[str, bytes], dialect: str
) -> Iterator[str]:
    seed = contract.get("seed_request") if dialect == "seed" else None
    if seed is None:
        yield from _members(contract["request"]["fields"], contract["types"], business, files)
        return
    rows = [row | {"name": "orderType"} if row["name"] == "Order Type" else row for row in seed["fields"]]
    wrapper = str(seed.get("wrapper") or "").split(" ")[0]
    if not wrapper:
        yield from _members(rows, {}, business, files)
        return
    kind = "list<SeedParam>" if "List<" in seed["wrapper"] else "SeedParam"
    outer = [{"name": wrapper, "type": kind, "required": True}]
    yield from _members(outer, {"SeedParam": rows, "OrderParam": rows}, business, files)


def _members(
    rows: list[dict[str, Any]], types: dict[str, Any], texts: dict[str, str], files: dict[str, bytes]
) -> Iterator[str]:
    known = {row["name"]: row for row in rows}
    yield from (f"{name} is not in the contract" for name in [*texts, *files] if name not in known)
    for name, row in known.items():
        if row["type"] == "byte[]":
            if not files.get(name) and not texts.get(name):
                yield f"{name} is missing"
        elif name not in texts:
            if row.get("required") is True:
                yield f"{name} is missing"
        else:
            yield from _form_value(row["type"], types, texts[name], name)


def _form_value(kind: str, types: dict[str, Any], text: str, where: str) -> Iterator[str]:
    if kind.startswith(("list<", "map")) or kind in types:
        try:
            value = json.loads(text, parse_float=Decimal)
        except ValueError:
            yield f"{where} is no JSON text"
            return
        if text != json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str) and ": " in text:
            yield f"{where} is not compact"
        yield from _json_value(kind, types, value, where)
        return
    good = {
        "long": WHOLE.fullmatch(text),
        "int": WHOLE.fullmatch(text),
        "double": NUMBER.fullmatch(text),
        "boolean": text in ("true", "false"),
        "date": COMPACT.fullmatch(text),
    }.get(kind, True)
    if not good:
        yield f"{where} is {text!r}, not {kind}"


def _json_value(kind: str, types: dict[str, Any], value: Any, where: str) -> Iterator[str]:
    """Inside JSON text: to the letter."""
    if value is None:
        yield f"{where} is null"
    elif kind.startswith("list<"):
        if not isinstance(value, list):
            yield f"{where} is no list"
            return
        for at, item in enumerate(value):
            yield from _json_value(kind[5:-1], types, item, f"{where}[{at}]")
    elif kind in types:
        if not isinstance(value, dict):
            yield f"{where} is no object"
            return
        known = {row["name"]: row for row in types[kind]}
        yield from (f"{where}.{name} is not in the contract" for name in value if name not in known)
        for name, row in known.items():
            if name in value:
                yield from _json_value(row["type"], types, value[name], f"{where}.{name}")
            elif row.get("required") is True:
                yield f"{where}.{name} is missing"
    elif not _is(kind, value):
        yield f"{where} is {value!r}, not {kind}"


def _is(kind: str, value: Any) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    match kind:
        case "long" | "int":
            return whole
        case "double" | "decimal":
            return whole or isinstance(value, Decimal)
        case "boolean":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, str) and bool(COMPACT.fullmatch(value) or SPELT.fullmatch(value))
        case "jsontext":
            return isinstance(value, str) and isinstance(json.loads(value), dict | list)
        case "string":
            return isinstance(value, str)
    return isinstance(value, dict)


# -- answers ------------------------------------------------------------------------------------------------------------


def reply_faults(name: str, body: Any) -> list[str]:
    """What is wrong with an answer in the live envelope."""
    contract = paper(name)
    rows = contract["response"]["fields"]
    whole = {"(body)": body} if [row["name"] for row in rows] == ["(body)"] else body
    return list(_reply_members(rows, contract["types"], whole, "reply"))


def _reply_members(rows: list[dict[str, Any]], types: dict[str, Any], value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} is no object"
        return
    known = {row["name"]: row for row in rows}
    yield from (f"{where}.{name} is not in the contract" for name in value if name not in known and name != "class")
    for name, row in known.items():
        if value.get(name) is not None:
            yield from _reply_value(row["type"], types, value[name], f"{where}.{name}")


def _reply_value(kind: str, types: dict[str, Any], value: Any, where: str) -> Iterator[str]:
    if kind.startswith("list<"):
        if not isinstance(value, list):
            yield f"{where} is no list"
            return
        for at, item in enumerate(value):
            yield from _reply_value(kind[5:-1], types, item, f"{where}[{at}]")
    elif kind in types:
        yield from _reply_members(types[kind], types, value, where)
    elif not any(_may_be(one, value) for one in kind.split("/")):
        yield f"{where} is {value!r}, not {kind}"


def _may_be(kind: str, value: Any) -> bool:
    text = str(value)
    number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    match kind:
        case "long" | "int":
            return WHOLE.fullmatch(text) is not None and not isinstance(value, bool)
        case "double" | "decimal":
            return number or NUMBER.fullmatch(text) is not None
        case "boolean":
            return isinstance(value, bool) or value in ("true", "false")
        case "date":
            return isinstance(value, str)
        case "string" | "jsontext":
            return isinstance(value, str | bool) or number
    return isinstance(value, dict)
