"""From any of the platform's answers to the payload or the refusal in it. Source: gateway.md, 5.2 and 5.3."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sourcing_app.errors import OfferGone, Refused, UnexpectedReply, UnprovenNo
from sourcing_app.platform.transport.endpoint import Endpoint, Reply
from sourcing_app.platform.transport.fields import Json, flag, members, text
from sourcing_app.platform.transport.redaction import redact

_FLAGS = ("success", "succes", "isSuccess")
_CODES = ("code", "retCode", "errorCode", "erroCode", "resultCode")
_TEXTS = ("message", "retMsg", "errorMessage", "errorMsg", "erroMsg", "errorInfo", "msg", "resultMessage")
_WRAPPER_MARKS = ("success", "succes", "isSuccess", "code", "retCode")
_REFUSAL_MARKS = (*_WRAPPER_MARKS, "errorCode", "erroCode")
LEAKED = ("class", "@type")
"""Members of the platform's own serializer. Source: quirks.md, 8."""
_SUCCESS_CODES = frozenset({"", "200", "S0000", "S000", "0", "SUCCESS"})
_ENVELOPE = (*_FLAGS, *_CODES, *_TEXTS, *LEAKED, "result", "data", "request_id", "requestId", "traceId")
_RAW_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class Opened:
    """An answer, unwrapped. ok: no level of it says no; code, text: the innermost the platform gave."""

    ok: bool
    payload: Json
    code: str = ""
    text: str = ""
    request_id: str | None = None


def open_reply(body: Json, where: Reply) -> Opened:
    """Unwrap an answer of any family. A flag that says no at any level wins over one that says yes."""
    if not isinstance(body, dict):
        return Opened(isinstance(body, list), body)
    levels = _levels(body, where)
    flags = [found for level in levels if (found := _first_flag(level)) is not None]
    return Opened(
        all(flags), _payload(levels, where), _deepest(levels, _CODES), _deepest(levels, _TEXTS), _request_id(levels)
    )


def _levels(body: dict[str, Json], where: Reply) -> list[dict[str, Json]]:
    """The body and the wrappers in it, outermost first. A refusal is wrapped in ``result`` even where a success is not."""
    levels = [body]
    inner = body.get(where.value or "result")
    if inner is None:
        inner = body.get("result")
        marks: tuple[str, ...] = _REFUSAL_MARKS
    else:
        marks = _WRAPPER_MARKS
    while len(levels) < 3 and isinstance(inner, dict) and _is_wrapper(inner, marks):
        levels.append(inner)
        inner = inner.get("result")
    return levels


def _is_wrapper(node: dict[str, Json], marks: tuple[str, ...]) -> bool:
    """It carries a flag or a code, or nothing but a result or an error."""
    if any(mark in node for mark in marks):
        return True
    names = [name for name in node if name not in LEAKED]
    return names == ["result"] or (bool(names) and all(name in (*_CODES, *_TEXTS) for name in names))


def says_no(body: Json, opened: Opened) -> bool:
    """Whether an answer is a refusal: a flag says so, or nothing flags it and it holds an error code instead of a payload.

    Source: contracts alibaba.trade.get.buyerView, getBuyerOrderList, addresscode.parse: no success flag at all.
    """
    if not opened.ok:
        return True
    if not isinstance(body, dict) or opened.code.upper() in _SUCCESS_CODES:
        return False
    nodes = [body, *(node for node in (body.get("result"), body.get("results")) if isinstance(node, dict))]
    return all(_first_flag(node) is None for node in nodes) and _is_empty(opened.payload)


def flagged_yes(body: Json) -> bool:
    """Whether an answer says yes in so many words, at the outermost level or in ``result``."""
    outer = body if isinstance(body, dict) else {}
    return any(_first_flag(node) for node in (outer, members(outer.get("result"))))


def _is_empty(payload: Json) -> bool:
    """Nothing, or nothing but the words of an envelope."""
    if payload is None or (isinstance(payload, dict | list) and not payload):
        return True
    return isinstance(payload, dict) and all(name in _ENVELOPE for name in payload)


def _first_flag(level: dict[str, Json]) -> bool | None:
    return next((found for name in _FLAGS if (found := flag(level.get(name))) is not None), None)


def _deepest(levels: list[dict[str, Json]], names: tuple[str, ...]) -> str:
    for level in reversed(levels):
        for name in names:
            if found := text(level.get(name)):
                return found
    return ""


def _request_id(levels: list[dict[str, Json]]) -> str | None:
    return _deepest(levels, ("request_id", "requestId", "traceId")) or None


def _payload(levels: list[dict[str, Json]], where: Reply) -> Json:
    """What the call is about: below the innermost wrapper, or the wrapper itself where it carries the members."""
    if where is Reply.BODY:
        return _unwrapped(levels[0])
    last = levels[-1]
    key = "result" if len(levels) > 1 and where.value not in last else where.value
    found = last.get(key)
    if "data" in last and (found is None or isinstance(found, bool) or found in ("true", "false")):
        return last["data"]
    if key in last:
        return found
    return last if len(levels) > 1 else None


def _unwrapped(body: dict[str, Json]) -> dict[str, Json]:
    """The body, or what is in it where it is an envelope and nothing else."""
    for _ in range(2):
        inner = body["data"] if isinstance(body.get("data"), dict) else body.get("result")
        if not isinstance(inner, dict) or not all(name in _ENVELOPE for name in body):
            break
        body = inner
    return body


def payload_of(call: Endpoint, body: Json) -> Any:
    """The payload of a success. Raises Refused (or OfferGone), UnprovenNo, with the platform's own code and words."""
    opened = open_reply(body, call.reply)
    if says_no(body, opened):
        raise refusal(call, opened)
    return opened.payload


def refusal(call: Endpoint, opened: Opened) -> Refused | UnprovenNo:
    """The error for an answer that says no; of a write, UnprovenNo unless its code is listed as definite (``Call``)."""
    if not call.is_read and not call.is_definite(opened.code, opened.text):
        return UnprovenNo(opened.code, redact(opened.text), opened.request_id, call.name)
    gone = opened.code == "SP0056" or "已下架" in opened.text or "商品不存在" in opened.text
    kind = OfferGone if gone else Refused
    return kind(opened.code, redact(opened.text), opened.request_id, call.name, is_read=call.is_read)


def unexpected(call: Endpoint, reason: str, body: Json) -> UnexpectedReply:
    """The error for JSON in none of the documented shapes, with a report that holds no secret."""
    raw = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False, default=str)
    return UnexpectedReply(call.name, reason, redact(raw)[:_RAW_LIMIT])


def object_of(call: Endpoint, body: Json) -> dict[str, Json]:
    """The payload, which must be an object. Raises Refused, UnexpectedReply."""
    payload = payload_of(call, body)
    if not isinstance(payload, dict):
        raise unexpected(call, "no object", body)
    return members(payload)
