"""From any of the platform's answers to the payload or the refusal in it. Source: gateway.md, 5.2 and 5.3."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sourcing_app.client.calls import Call, Reply
from sourcing_app.client.fields import Json, flag, members, text
from sourcing_app.client.redaction import redact
from sourcing_app.errors import OfferGone, Refused, UnexpectedReply

_FLAGS = ("success", "succes", "isSuccess")
_CODES = ("code", "retCode", "errorCode", "erroCode", "resultCode")
_TEXTS = ("message", "retMsg", "errorMessage", "errorMsg", "erroMsg", "errorInfo", "msg", "resultMessage")
_WRAPPER_MARKS = ("success", "succes", "isSuccess", "code", "retCode")
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
    levels = [body]
    key = where.value or "result"
    inner = body.get(key)
    while len(levels) < 3 and isinstance(inner, dict) and any(mark in inner for mark in _WRAPPER_MARKS):
        levels.append(inner)
        inner = inner.get("result")
    flags = [found for level in levels if (found := _first_flag(level)) is not None]
    return Opened(
        all(flags), _payload(levels, where), _deepest(levels, _CODES), _deepest(levels, _TEXTS), _request_id(levels)
    )


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
        return levels[0]
    last = levels[-1]
    key = "result" if len(levels) > 1 else where.value
    found = last.get(key)
    if "data" in last and (found is None or isinstance(found, bool)):
        return last["data"]
    if key in last:
        return found
    return last if len(levels) > 1 else None


def payload_of(call: Call, body: Json) -> Any:
    """The payload of a success. Raises Refused (or OfferGone) with the platform's own code and words."""
    opened = open_reply(body, call.reply)
    if not opened.ok:
        raise refusal(call, opened)
    return opened.payload


def refusal(call: Call, opened: Opened) -> Refused:
    """The error for an answer that says no."""
    gone = opened.code == "SP0056" or "已下架" in opened.text or "商品不存在" in opened.text
    kind = OfferGone if gone else Refused
    return kind(opened.code, redact(opened.text), opened.request_id, call.name)


def unexpected(call: Call, reason: str, body: Json) -> UnexpectedReply:
    """The error for JSON in none of the documented shapes, with a report that holds no secret."""
    raw = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False, default=str)
    return UnexpectedReply(call.name, reason, redact(raw)[:_RAW_LIMIT])


def object_of(call: Call, body: Json) -> dict[str, Json]:
    """The payload, which must be an object. Raises Refused, UnexpectedReply."""
    payload = payload_of(call, body)
    if not isinstance(payload, dict):
        raise unexpected(call, "no object", body)
    return members(payload)
