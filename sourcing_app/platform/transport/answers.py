"""What the less usual answers mean: those without a success flag, those with a yes that must be explicit, and refusals
that are a JSON document inside a text. Source: gateway.md, 5.2 and 5.3; the contracts' quirks.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TypeVar

from sourcing_app.domain.done import Done
from sourcing_app.domain.words import Word
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.envelope import Opened, open_reply, refusal, says_no, unexpected
from sourcing_app.platform.transport.fields import Json, flag, members, text

W = TypeVar("W", bound=Word)

_FLAGS = ("success", "succes", "isSuccess")
_ERROR_CODES = ("errorCode", "erroCode")
_SUCCESS_CODES = frozenset({"", "200", "S0000", "S000", "0", "SUCCESS"})
_INNER = ("result", "results")
_CAUSE_CODE = re.compile(r"errorCode:([A-Za-z0-9_.\-]+)")


def answer(call: Call, body: Json) -> Json:
    """The payload of a success, also of answers without any flag, where an error code decides. Raises Refused."""
    opened = open_reply(body, call.reply)
    flagless_no = not _flags(body) and (_error_code(body) or opened.payload is None) and _is_failure(opened.code)
    if says_no(body, opened) or flagless_no:
        raise refusal(call, _unfolded(opened))
    return opened.payload


def answered_object(call: Call, body: Json) -> dict[str, Json]:
    """``answer``, which must be an object. Raises Refused, UnexpectedReply."""
    payload = answer(call, body)
    if not isinstance(payload, dict):
        raise unexpected(call, "no object", body)
    return payload


def answered_list(call: Call, body: Json, row_of: str) -> list[Json]:
    """``answer``, which must be a list, or nothing at all: an empty one; or one of its rows, known by its member row_of.

    Raises Refused, UnexpectedReply.
    """
    payload = answer(call, body)
    if payload is None and True in _flags(body):
        return []
    if isinstance(payload, dict) and row_of in payload:
        return [payload]
    if not isinstance(payload, list):
        raise unexpected(call, "no list", body)
    return payload


def done(call: Call, body: Json, *, twice: bool = False) -> Done:
    """For a write: only an explicit yes at some level, no "no" at any, and no error code, is a yes; twice: the payload must
    be a yes too.

    Raises Refused for a no, UnexpectedReply (outcome unknown) where nothing was said.
    """
    opened = open_reply(body, call.reply)
    if not opened.ok or _is_failure(_error_code(body)) or _says_no(body):
        raise refusal(call, _unfolded(opened))
    if True not in _flags(body) or (twice and flag(opened.payload) is not True):
        raise unexpected(call, "neither yes nor no", body)
    return Done(opened.text, opened.request_id or "")


def word(kind: type[W], value: Json) -> W | None:
    """A platform word as its type, unknown ones kept; None where missing, empty or no scalar."""
    found = text(value)
    return kind(found) if found else None


def known_word(kind: type[W], value: Json) -> W:
    """``word``, with the empty word where there is none."""
    return kind(text(value))


def _levels(body: Json) -> list[dict[str, Json]]:
    """The body and the wrappers in it, outermost first."""
    found: list[dict[str, Json]] = []
    node = body
    while isinstance(node, dict) and len(found) < 3:
        found.append(node)
        node = next((node[name] for name in _INNER if isinstance(node.get(name), dict)), None)
    return found


def _flags(body: Json) -> list[bool]:
    seen = [flag(level.get(name)) for level in _levels(body) for name in _FLAGS]
    return [found for found in seen if found is not None]


def _says_no(body: Json) -> bool:
    """A payload that is the word no: ``{"success": true, "result": false}`` is a refusal."""
    return any(flag(level.get("result")) is False or flag(level.get("data")) is False for level in _levels(body))


def _error_code(body: Json) -> str:
    for level in reversed(_levels(body)):
        for name in _ERROR_CODES:
            if found := text(level.get(name)):
                return found
    return ""


def _is_failure(code: str) -> bool:
    return code.upper() not in _SUCCESS_CODES


def _unfolded(opened: Opened) -> Opened:
    """The refusal inside a refusal: ``errorMessage`` may be a JSON document whose ``cause`` holds the useful code.

    Source: contract alibaba.trade.refund.OpQueryOrderRefund, quirks.
    """
    if not opened.text.startswith("{"):
        return opened
    try:
        inner = members(json.loads(opened.text))
    except (ValueError, RecursionError):
        return opened
    cause = text(inner.get("cause"))
    match = _CAUSE_CODE.search(cause)
    code = (match[1] if match else "") or text(inner.get("errorCode")) or opened.code
    return replace(opened, code=code, text=text(inner.get("errorMessage")) or cause or opened.text)
