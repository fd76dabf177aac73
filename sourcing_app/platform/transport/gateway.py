"""The two doors to the platform: ``read`` may retry, ``write`` may not.

Both answer with the parsed JSON body; what is in it is for ``envelope.py``. Source: gateway.md, sections 4 to 6.
"""

from __future__ import annotations

import logging
import secrets as randomness
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from sourcing_app.domain.account import Account
from sourcing_app.errors import (
    NotPermitted,
    Refused,
    SignInNeeded,
    SourcingError,
    Throttled,
    UnprovenNo,
    Unreachable,
    WrongCredentials,
)
from sourcing_app.platform.transport.auth import Tokens
from sourcing_app.platform.transport.calls import Call, Proof
from sourcing_app.platform.transport.dialects import form_fields
from sourcing_app.platform.transport.endpoint import DEFINITE_OF_GATEWAY, SIGN_IN, Endpoint
from sourcing_app.platform.transport.envelope import unexpected
from sourcing_app.platform.transport.fields import Json, members, parse_json, text, when
from sourcing_app.platform.transport.gateway_address import is_loopback
from sourcing_app.platform.transport.pacing import LIMIT_CODES, LIMIT_WAITS_S, RETRY_WAITS_S, Pacer, Timing
from sourcing_app.platform.transport.redaction import redact
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.signing import form_body, signed, url_path
from sourcing_app.platform.transport.transport import FORM, Answer, Transport

NOT_SENT = "not_sent"
"""Our own code for a write that never left: its sign-in could not be renewed (the text is the kind of error), or the client
was closed before."""

TOO_LARGE_TO_SEND = "what was sent"
"""The detail of an Unreachable "too_large" that is about the question, not the answer."""

P = ParamSpec("P")
A = TypeVar("A")
Door = Callable[[str, bytes, str, float], Awaitable[Answer]]

_log = logging.getLogger(__name__)
_RETRIED = ("offline", "dns", "timeout", "refused", "server", "broken")
_TOO_MANY = 429
_SIGN_IN_TO_NETWORK = 511
_WORDS_OF_MACHINES = ("message", "errorMessage", "error_description", "error", "msg", "detail", "title")
_KEY_CODES = ("gw.SignatureInvalid", "gw.SignatureMissing", "gw.AppKeyMissing")


class _Answered(Exception):
    """A refusal that is not the last word. text, request_id: the gateway's own."""

    def __init__(self, text: str = "", request_id: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.request_id = request_id


class _TokenRefused(_Answered):
    """The gateway answered 401: refresh and try again, once."""


class _LimitReached(_Answered):
    """The gateway answered that calls come too fast."""


class Gateway:
    """Calls of one account. on_wait: told the seconds, each time the platform's call limit makes a call wait."""

    def __init__(
        self,
        account: Account,
        tokens: Tokens,
        transport: Transport,
        pacer: Pacer,
        timing: Timing,
        on_wait: Callable[[float], None] | None = None,
    ) -> None:
        self.account = account
        self.tokens = tokens
        self._transport = transport
        self._pacer = pacer
        self._timing = timing
        self._on_wait = on_wait
        self._retried = _retried(account.gateway_url)

    async def send(self, call: Call[P, A], /, *args: P.args, **kwargs: P.kwargs) -> A:
        """Make one call: ``call.write`` takes the arguments, ``call.read`` gives the answer. A read may be sent again, a write
        is sent once.

        Raises InvalidInput, and Refused, UnexpectedReply and all that ``read`` or ``write`` raise.
        """
        fields = call.parameters(self.account.dialect, *args, **kwargs)
        if call.is_read:
            return call.read(Response(call, await self.read(call, fields), fields))
        files = {
            name: value for name, value in fields.items() if name == call.file_parameter and isinstance(value, bytes)
        }
        sent = {name: value for name, value in fields.items() if name not in files}
        return call.read(Response(call, await self.write(call, sent, files or None, proof=call.proof), sent))

    async def read(self, call: Endpoint, fields: Mapping[str, object] | None = None) -> Json:
        """The parsed answer. Repeats after network errors and 5xx (1, 3, 9 s) and at the call limit (10 to 120 s).
        A time-out is repeated once only: nobody waits four times half a minute.

        Raises Unreachable, Throttled, SignInNeeded, NotPermitted, WrongCredentials, Refused, UnexpectedReply.
        """
        if not call.is_read:
            raise TypeError(f"{call.name} is not a read")
        business = form_fields(call, fields or {}, self.account.dialect)
        retries, waits = list(RETRY_WAITS_S), list(LIMIT_WAITS_S)
        slow = 0
        while True:
            try:
                return await self._signed_in(call, business)
            except Unreachable as error:
                slow += error.kind == "timeout"
                if error.kind == "refused" and self.account.is_demo:
                    raise Unreachable("market", error.detail) from error
                if error.kind not in self._retried or not retries or slow > 1 or self._transport.closed:
                    raise
                _log.info("%s: %s, trying again", call.name, error.kind)
                await self._timing.sleep(self._timing.jittered(retries.pop(0)))
            except _LimitReached as limit:
                if not waits:
                    raise Throttled(LIMIT_WAITS_S[-1], limit.text, limit.request_id) from None
                await self._wait_for_limit(self._timing.jittered(waits.pop(0)))

    async def write(
        self,
        call: Endpoint,
        fields: Mapping[str, object] | None = None,
        files: Mapping[str, bytes] | None = None,
        *,
        proof: Proof | None = None,
    ) -> Json:
        """Send once, over a fresh connection; the parsed answer. proof: what recognises an answer that proves success,
        which is then given back whatever its status and codes say.

        Definite, nothing was made: Refused, WrongCredentials, NotPermitted, SignInNeeded, Throttled. Outcome unknown:
        Unreachable, UnexpectedReply, UnprovenNo. Nothing is ever sent a second time: after a 401 the token is renewed,
        for the look-up, and the caller is told that the outcome is unknown.
        """
        if call.is_read:
            raise TypeError(f"{call.name} is not a write")
        if self._transport.closed:
            raise Refused(NOT_SENT, "closed", None, call.name)
        business = form_fields(call, fields or {}, self.account.dialect)
        token = await self._token(call, None)
        try:
            return await self._once(call, business, token, self._transport.fresh, files, proof)
        except _LimitReached as limit:
            raise Throttled(LIMIT_WAITS_S[0], limit.text, limit.request_id) from None
        except _TokenRefused as refused:
            if token is not None:
                with suppress(SourcingError):  # whoever reads next is told that a sign-in is needed
                    await self.tokens.refreshed(self._transport, refused=token)
            raise UnprovenNo("401", refused.text, refused.request_id, call.name) from None

    async def _wait_for_limit(self, seconds: float) -> None:
        if self._on_wait is not None:
            self._on_wait(seconds)
        await self._timing.sleep(seconds)

    async def _signed_in(self, call: Endpoint, business: dict[str, str]) -> Json:
        """For a read: one try, and one more after a refresh when the token was refused."""
        token = await self._token(call, None)
        try:
            return await self._once(call, business, token, self._transport.pooled)
        except _TokenRefused as refused:
            if token is None:
                raise SignInNeeded(call.name, refused.text, refused.request_id) from None
            first = refused
        try:
            token = await self._token(call, token)
            return await self._once(call, business, token, self._transport.pooled)
        except _TokenRefused as refused:
            raise SignInNeeded(call.name, refused.text, refused.request_id) from None
        except SignInNeeded as error:
            raise SignInNeeded(str(error), first.text, first.request_id) from error

    async def _token(self, call: Endpoint, refused: str | None) -> str | None:
        """The token to send, or another one than the refused one; None for a call or an app that needs none.

        A write that cannot get its token is not sent: that is a definite no, not an unknown outcome. Without an app secret
        nothing is sent at all: SignInNeeded.
        """
        if not self.tokens.credentials.app_secret:
            raise SignInNeeded("nobody is signed in")
        if not call.needs_token:
            return None
        try:
            if refused is None:
                return await self.tokens.current(self._transport)
            return await self.tokens.refreshed(self._transport, refused=refused)
        except Unreachable as error:
            if call.is_read:
                raise
            raise Refused(NOT_SENT, error.kind, None, call.name) from error

    async def _once(
        self,
        call: Endpoint,
        business: dict[str, str],
        token: str | None,
        door: Door,
        files: Mapping[str, bytes] | None = None,
        proof: Proof | None = None,
    ) -> Json:
        url, body, content_type = self._request(call, business, token, files)
        async with self._pacer.turn():
            answer = await door(url, body, content_type, call.timeout_s)
        return judge(call, answer, proof)

    def _request(
        self, call: Endpoint, business: dict[str, str], token: str | None, files: Mapping[str, bytes] | None
    ) -> tuple[str, bytes, str]:
        credentials = self.tokens.credentials
        path = url_path(call.namespace, call.name, credentials.app_key, version=call.version)
        sent = {**business, "_aop_timestamp": str(int(self._timing.wall() * 1000))}
        if token is not None:
            sent["access_token"] = token
        sent = signed(path, sent, credentials.app_secret)
        url = f"{self.tokens.base_url}/openapi/{path}"
        return (url, *_multipart(sent, files)) if files else (url, form_body(sent), FORM)


def _multipart(fields: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[bytes, str]:
    """The body and its type for calls with byte[] parameters, which take no part in the signature."""
    boundary = randomness.token_hex(16)
    head = f"--{boundary}\r\nContent-Disposition: form-data; name="
    parts = [f'{head}"{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
    for name, content in files.items():
        start = f'{head}"{name}"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        parts.append(start.encode() + content + b"\r\n")
    return b"".join([*parts, f"--{boundary}--\r\n".encode()]), f"multipart/form-data; boundary={boundary}"


def judge(call: Endpoint, answer: Answer, proof: Proof | None = None) -> Json:
    """The parsed body of an answer that the gateway let through; decided by the body, not by the status.

    Raises Unreachable ("server", "html", "broken"), Refused & co. for a gateway's refusal, UnexpectedReply. For a write,
    also UnprovenNo for a no that may come from behind the gateway, or from a machine before it.
    """
    try:
        body = _parsed(call, answer)
    except Unreachable:
        if answer.status == _TOO_MANY and call.is_read:
            raise _LimitReached(f"status {answer.status}") from None
        raise
    if proof is not None and proof(body):
        return body
    if isinstance(body, dict) and "error_code" in body:
        _raise_refusal(call, body, answer.status)
    if answer.status == _TOO_MANY and call.is_read:
        raise _LimitReached(f"status {answer.status}")
    if answer.status >= 500:
        raise Unreachable("server", f"status {answer.status}")
    if 300 <= answer.status < 400:
        raise Unreachable("html", f"redirect, status {answer.status}")
    if answer.status >= 400 and not call.is_read and not _is_of_sign_in(call, body):
        raise _no_of_a_machine(call, body, answer.status)
    if answer.status == 401 and call.is_read and (call.needs_token or not (isinstance(body, dict) and "error" in body)):
        raise _TokenRefused
    if not isinstance(body, dict | list):
        raise unexpected(call, "neither object nor list", body)
    return body


def _is_of_sign_in(call: Endpoint, body: Json) -> bool:
    """Whether it is a refusal in the words of OAuth, which come with status 400 or 401."""
    return call.namespace == SIGN_IN and isinstance(body, dict) and "error" in body


def _no_of_a_machine(call: Endpoint, body: Json, status: int) -> UnprovenNo:
    """JSON with status 4xx that is not in the gateway's words: of whatever stands in between, which may have let it through.

    The platform itself says no with status 200. Source: gateway.md, 5.1 and 5.3.
    """
    row = members(body)
    words = next((found for name in _WORDS_OF_MACHINES if (found := text(row.get(name)))), "")
    return UnprovenNo(str(status), redact(words), None, call.name)


def _parsed(call: Endpoint, answer: Answer) -> Json:
    """The JSON of an answer. The platform's time may come bare, since its form is not documented."""
    try:
        body = parse_json(answer.body)
    except ValueError:
        body = answer.body[:40].decode("ascii", "replace").strip()
        if not call.is_bare or when(body) is None:
            raise _no_json(answer) from None
    bare = call.is_bare and not isinstance(body, dict | list) and when(body) is not None
    return {"result": body} if bare else body


def _no_json(answer: Answer) -> Unreachable:
    """What it is when it is not JSON: a server in trouble, somebody else's page, or an answer cut short."""
    if answer.status >= 500 and answer.status != _SIGN_IN_TO_NETWORK:
        return Unreachable("server", f"status {answer.status}")
    if answer.status == 413:
        return Unreachable("too_large", TOO_LARGE_TO_SEND)
    start = answer.body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if "html" in answer.content_type or start.startswith(b"<") or answer.status >= 300:
        return Unreachable("html", f"status {answer.status}")
    return Unreachable("broken", f"{len(answer.body)} bytes that are not JSON")


def _raise_refusal(call: Endpoint, body: dict[str, Json], status: int) -> None:
    """Source: gateway.md, 5.1. Of a write, only codes that the gateway gives before the call reaches the platform, with a
    status that is no 5xx, are a no."""
    code, words = text(body.get("error_code")), redact(text(body.get("error_message")) or text(body.get("exception")))
    request_id = text(body.get("request_id")) or None
    if not call.is_read and status >= 500:
        raise Unreachable("server", f"status {status}, {code}")
    if code == "401":
        raise _TokenRefused(words, request_id)
    if not call.is_read and code not in DEFINITE_OF_GATEWAY:
        raise UnprovenNo(code, words, request_id, call.name)
    if code in LIMIT_CODES:
        raise _LimitReached(words, request_id)
    if code == "gw.APIACLDecline":
        raise NotPermitted(call.name, request_id, words)
    if code in _KEY_CODES:
        raise WrongCredentials(code, words, request_id, call.name)
    if not code.startswith("gw.") and status >= 500:
        raise Unreachable("server", f"status {status}, {code}")
    raise Refused(code, words, request_id, call.name, is_read=call.is_read)


def _retried(gateway_url: str) -> tuple[str, ...]:
    """Kinds of failure after which a read is sent again. On this computer nobody listening means nobody is there."""
    here = is_loopback(urlsplit(gateway_url).hostname or "")
    return tuple(kind for kind in _RETRIED if not (here and kind == "refused"))
