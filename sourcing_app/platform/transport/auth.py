"""Signing in: tokens kept fresh, the authorization page, codes for tokens. Source: gateway.md, section 6."""

from __future__ import annotations

import asyncio
import hmac
import secrets as randomness
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

from sourcing_app.domain.account import Credentials
from sourcing_app.errors import InvalidInput, Refused, SignInNeeded, Throttled, UnexpectedReply, Unreachable
from sourcing_app.platform.system.calls import EXCHANGE, POSTPONE
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.endpoint import Endpoint
from sourcing_app.platform.transport.fields import Json, count, optional, parse_json, text, when
from sourcing_app.platform.transport.pacing import LIMIT_CODES, LIMIT_WAITS_S, Timing
from sourcing_app.platform.transport.redaction import redact, remember_secrets
from sourcing_app.platform.transport.signing import form_body, url_path
from sourcing_app.platform.transport.transport import FORM, Transport

AUTHORIZE_URL = "https://auth.1688.com/oauth/authorize"
EARLY = timedelta(minutes=10)
"""How long before its end an access token is refreshed."""


class Tokens:
    """The credentials of one account, refreshed by one task for all calls that need it.

    base_url: of the gateway, without a slash at its end. on_credentials: told when tokens changed, to keep them.
    """

    def __init__(
        self,
        base_url: str,
        credentials: Credentials,
        timing: Timing,
        on_credentials: Callable[[Credentials], None] | None = None,
    ) -> None:
        self.base_url = base_url
        self.credentials = credentials
        self._timing = timing
        self._on_credentials = on_credentials
        self._lock = asyncio.Lock()
        self._dead_token: str | None = None
        _remember(credentials)

    async def current(self, transport: Transport) -> str | None:
        """The access token to send, refreshed when it ends soon; None for an app that needs none."""
        if self._ends_soon() and self.credentials.refresh_token:
            try:
                return await self.refreshed(transport, refused=self.credentials.access_token)
            except Unreachable:
                if self._ended():
                    raise
        return self.credentials.access_token

    async def refreshed(self, transport: Transport, *, refused: str | None) -> str | None:
        """A token other than the refused one. However many calls ask at once, one refresh is made.

        Raises SignInNeeded when there is nothing to refresh with or the platform refuses it, Throttled, Unreachable.
        """
        async with self._lock:
            if self.credentials.access_token != refused:
                return self.credentials.access_token
            if not self.credentials.refresh_token or (refused is not None and refused == self._dead_token):
                raise SignInNeeded("the token was refused and cannot be refreshed")
            try:
                self._keep(await refresh(transport, self.base_url, self.credentials, self._now()))
            except (Refused, UnexpectedReply) as error:
                if isinstance(error, Refused) and error.code in LIMIT_CODES:
                    raise Throttled(LIMIT_WAITS_S[0]) from None
                self._dead_token = refused
                raise SignInNeeded("the token was refused, and so was its refresh") from error
            return self.credentials.access_token

    async def postpone(self, transport: Transport) -> Credentials:
        """A new refresh token, possible in the last 30 days of the old one. Raises Refused before. Contract: postponeToken."""
        async with self._lock:
            self._keep(await postpone(transport, self.base_url, self.credentials, self._now()))
            return self.credentials

    def _keep(self, credentials: Credentials) -> None:
        self.credentials = credentials
        _remember(credentials)
        if self._on_credentials is not None:
            self._on_credentials(credentials)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._timing.wall(), UTC)

    def _ends_soon(self) -> bool:
        ends = self.credentials.expires_at
        return ends is not None and ends - self._now() < EARLY

    def _ended(self) -> bool:
        ends = self.credentials.expires_at
        return ends is not None and ends <= self._now()


def _remember(credentials: Credentials) -> None:
    remember_secrets([credentials.app_secret, credentials.access_token, credentials.refresh_token])


def authorize_url(app_key: str, redirect_uri: str, state: str, *, page: str = AUTHORIZE_URL) -> str:
    """The page at which the buyer lets this program in, for a real browser. state: from ``new_state``."""
    query = {"client_id": app_key, "site": "1688", "redirect_uri": redirect_uri, "state": state, "view": "web"}
    return f"{page}?{urlencode(query)}"


def new_state() -> str:
    """A random text that only the page's answer to us can know."""
    return randomness.token_urlsafe(24)


def code_from(address: str, state: str) -> str:
    """The code in the address the browser was sent back to (as pasted, or received on the loopback).

    Raises InvalidInput("sign_in", "state" | "refused" | "code"): a code whose state is not ours is never used (X03).
    """
    query = parse_qs(urlsplit(address.strip()).query)
    if not state or not hmac.compare_digest(query.get("state", [""])[0].encode(), state.encode()):
        raise InvalidInput("sign_in", "state")
    if "error" in query:
        raise InvalidInput("sign_in", "refused", error=redact(query["error"][0])[:200])
    code = query.get("code", [""])[0].strip()
    if not code:
        raise InvalidInput("sign_in", "code")
    remember_secrets([code])
    return code


async def exchange_code(
    transport: Transport, base_url: str, credentials: Credentials, code: str, redirect_uri: str, now: datetime
) -> Credentials:
    """Credentials with tokens, for a code that works once, within two minutes.

    Contract: system.oauth2.getToken. Raises Refused, Unreachable, UnexpectedReply.
    """
    answer = await _token_call(transport, base_url, credentials, EXCHANGE, EXCHANGE.write(code, redirect_uri))
    return _with_tokens(credentials, answer, now)


async def refresh(transport: Transport, base_url: str, credentials: Credentials, now: datetime) -> Credentials:
    """Credentials with a new access token; the refresh token stays, since the answer has none. Contract: getToken."""
    answer = await _token_call(
        transport,
        base_url,
        credentials,
        EXCHANGE,
        {"grant_type": "refresh_token", "refresh_token": credentials.refresh_token or ""},
    )
    return _with_tokens(credentials, answer, now)


async def postpone(transport: Transport, base_url: str, credentials: Credentials, now: datetime) -> Credentials:
    """Credentials with a new refresh token; the old one is dead. Contract: postponeToken. Raises Refused when too early."""
    answer = await _token_call(
        transport,
        base_url,
        credentials,
        POSTPONE,
        POSTPONE.write(credentials.refresh_token or "", credentials.access_token or ""),
    )
    return _with_tokens(credentials, answer, now)


async def _token_call(
    transport: Transport, base_url: str, credentials: Credentials, call: Endpoint, fields: Fields
) -> dict[str, Json]:
    """A call of the sign-in family: form fields, no signature."""
    sent = {name: str(value) for name, value in fields.items()}
    sent |= {"client_id": credentials.app_key, "client_secret": credentials.app_secret}
    remember_secrets([credentials.app_secret])
    url = f"{base_url}/openapi/{url_path(call.namespace, call.name, credentials.app_key)}"
    answer = await transport.fresh(url, form_body(sent), FORM, call.timeout_s)
    try:
        body = parse_json(answer.body)
    except ValueError:
        raise Unreachable("server" if answer.status >= 500 else "html", f"status {answer.status}") from None
    _raise_if_refused(call.name, body, answer.status)
    return dict(body)


def _raise_if_refused(name: str, body: Json, status: int) -> None:
    if not isinstance(body, dict):
        raise UnexpectedReply(name, "no object")
    if status >= 500:  # trouble of theirs, whatever is in it: the refresh token is not dead
        raise Unreachable("server", f"status {status}")
    code = text(body.get("error_code")) or text(body.get("error"))
    if code:
        words = text(body.get("error_message")) or text(body.get("error_description"))
        raise Refused(code, redact(words), optional(body.get("request_id")), name)
    if not text(body.get("access_token")):
        raise UnexpectedReply(name, "no access token")


def _with_tokens(old: Credentials, answer: Mapping[str, Json], now: datetime) -> Credentials:
    """Texts all: ``expires_in`` in seconds, ``refresh_token_timeout`` a compact date."""
    seconds = count(answer.get("expires_in"))
    fresh = replace(
        old,
        access_token=text(answer.get("access_token")),
        refresh_token=optional(answer.get("refresh_token")) or old.refresh_token,
        expires_at=now + timedelta(seconds=min(seconds, 10**9)) if seconds is not None else None,
        refresh_expires_at=when(answer.get("refresh_token_timeout")) or old.refresh_expires_at,
    )
    _remember(fresh)
    return fresh
