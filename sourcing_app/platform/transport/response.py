"""An answer in hand, and the ways to open it: the usual ones, those without a success flag, those with a yes that must be
explicit, and refusals that are a JSON document inside a text. Source: gateway.md, 5.2 and 5.3; the contracts' quirks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sourcing_app.domain.done import Done
from sourcing_app.errors import Refused, UnexpectedReply, UnprovenNo
from sourcing_app.platform.transport import envelope
from sourcing_app.platform.transport.endpoint import Endpoint
from sourcing_app.platform.transport.envelope import Opened
from sourcing_app.platform.transport.fields import ROW_ERRORS, Json, count, flag, members, text

T = TypeVar("T")

_FLAGS = ("success", "succes", "isSuccess")
_ERROR_CODES = ("errorCode", "erroCode")
_SUCCESS_CODES = frozenset({"", "200", "S0000", "S000", "0", "SUCCESS"})
_INNER = ("result", "results")
_CAUSE_CODE = re.compile(r"errorCode:([A-Za-z0-9_.\-]+)")


@dataclass(frozen=True, slots=True)
class Response:
    """What a call was answered. body: the parsed JSON; asked: the business parameters that were sent, out of their wrapper."""

    endpoint: Endpoint
    body: Json
    asked: Mapping[str, object] = field(default_factory=dict)

    @property
    def opened(self) -> Opened:
        """The answer, unwrapped."""
        return envelope.open_reply(self.body, self.endpoint.reply)

    @property
    def is_flagged_yes(self) -> bool:
        """Whether it says yes in so many words."""
        return envelope.flagged_yes(self.body)

    def payload(self) -> Json:
        """What the answer is about. Raises Refused (or OfferGone), UnprovenNo, with the platform's own code and words."""
        return envelope.payload_of(self.endpoint, self.body)

    def object(self) -> dict[str, Json]:
        """``payload``, which must be an object. Raises UnexpectedReply, too."""
        return envelope.object_of(self.endpoint, self.body)

    def strict(self) -> Json:
        """``payload``, also of answers without any flag, where an error code decides. Raises Refused, UnprovenNo."""
        opened = self.opened
        flagless = not _flags(self.body) and (_error_code(self.body) or opened.payload is None)
        if envelope.says_no(self.body, opened) or (flagless and _is_failure(opened.code)):
            raise self.refusal(_unfolded(opened))
        return opened.payload

    def strict_object(self) -> dict[str, Json]:
        """``strict``, which must be an object. Raises UnexpectedReply, too."""
        payload = self.strict()
        if not isinstance(payload, dict):
            raise self.unexpected("no object")
        return payload

    def strict_list(self, row_of: str) -> list[Json]:
        """``strict``, which must be a list, or nothing at all: an empty one; or one of its rows, known by its member row_of.

        Raises Refused, UnexpectedReply.
        """
        payload = self.strict()
        if payload is None and True in _flags(self.body):
            return []
        if isinstance(payload, dict) and row_of in payload:
            return [payload]
        if not isinstance(payload, list):
            raise self.unexpected("no list")
        return payload

    def done(self, *, twice: bool = False) -> Done:
        """For a write: only an explicit yes at some level, no "no" at any, and no error code, is a yes; twice: the payload
        must be a yes too.

        Raises Refused or UnprovenNo for a no, UnexpectedReply (outcome unknown) where nothing was said.
        """
        opened = self.opened
        if not opened.ok or _is_failure(_error_code(self.body)) or _says_no(self.body):
            raise self.refusal(_unfolded(opened))
        if True not in _flags(self.body) or (twice and flag(opened.payload) is not True):
            raise self.unexpected("neither yes nor no")
        return Done(opened.text, opened.request_id or "")

    def record(self, decode: Callable[[dict[str, Json]], T], row: Json) -> T:
        """What an answer is that stands or falls with one record. Raises UnexpectedReply where it cannot be read."""
        try:
            return decode(members(row))
        except ROW_ERRORS as error:
            raise self.unexpected(str(error)) from error

    def page(self, name: str = "beginPage") -> tuple[int, int]:
        """Which page, from 1, of what size was asked for."""
        return max(1, count(self.asked.get(name)) or 1), max(1, count(self.asked.get("pageSize")) or 20)

    def refusal(self, opened: Opened) -> Refused | UnprovenNo:
        """The error for an answer that says no."""
        return envelope.refusal(self.endpoint, opened)

    def unexpected(self, reason: str) -> UnexpectedReply:
        """The error for JSON in none of the documented shapes, with a report that holds no secret."""
        return envelope.unexpected(self.endpoint, reason, self.body)


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
