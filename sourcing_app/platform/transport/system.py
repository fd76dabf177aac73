"""The calls of the system itself: its clock, codes and refresh tokens for tokens. Source: gateway.md, section 6.

``auth.py`` keeps the tokens of a running account fresh, ``sign_in.py`` is the way through the browser.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sourcing_app.domain.account import Credentials, Dialect
from sourcing_app.errors import NotPermitted, Refused, SignInNeeded, UnexpectedReply, UnprovenNo
from sourcing_app.platform.transport import answers, auth
from sourcing_app.platform.transport.calls import CURRENT_TIME, PRODUCT_DETAIL, SIGN_IN, Call, Kind, Reply
from sourcing_app.platform.transport.envelope import unexpected
from sourcing_app.platform.transport.fields import Json, count, id_text, members, text, when
from sourcing_app.platform.transport.gateway import Gateway
from sourcing_app.platform.transport.transport import Transport

NAMESPACE = SIGN_IN
_DEFINITE = dict.fromkeys(
    ("invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type"),
    "RFC 6749, 5.2: said instead of tokens; contract, errors",
)
GET_TOKEN = Call("getToken", NAMESPACE, Kind.WRITE, needs_token=False, reply=Reply.BODY, definite=_DEFINITE)
"""A write: a code works once."""
POSTPONE = Call("postponeToken", NAMESPACE, Kind.WRITE, reply=Reply.BODY, definite=_DEFINITE)
"""A write: the old refresh token dies. Its access token is one of its own fields."""

_LIVE_QUESTION = replace(PRODUCT_DETAIL, one_spelling=True)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What signing in gives. Secret: never logged, never in a repr. expires_in_s: of the access token.

    refresh_token: "" on a refresh, when the old one stays. login, member_id, ali_id, user_id: whose they are.
    """

    access_token: str = field(repr=False)
    expires_in_s: int | None = None
    refresh_token: str = field(default="", repr=False)
    refresh_expires_at: datetime | None = None
    login: str = ""
    member_id: str = ""
    ali_id: str = ""
    user_id: str = ""


class System:
    """The clock, and the tokens of the account."""

    def __init__(self, gateway: Gateway, transport: Transport) -> None:
        self._gateway = gateway
        self._transport = transport

    async def exchange(self, code: str, redirect_uri: str) -> Credentials:
        """Tokens for a code that the sign-in page gave; it works once, within two minutes.

        Contract system.oauth2.getToken. Raises Refused, Unreachable, UnexpectedReply.
        """
        tokens = self._gateway.tokens
        now = datetime.now(UTC)
        return await auth.exchange_code(self._transport, tokens.base_url, tokens.credentials, code, redirect_uri, now)

    async def postpone(self) -> Credentials:
        """A new refresh token, in the last 30 days of the old one, which dies. Contract system.oauth2.postponeToken."""
        return await self._gateway.tokens.postpone(self._transport)

    async def clock(self) -> datetime | None:
        """The platform's time; None where it answers without one, which is a success too. Contract system.currentTime."""
        return decode_time(await self._gateway.read(CURRENT_TIME))

    async def dialect(self) -> Dialect | None:
        """Which dialect the gateway speaks: it says what it misses in a question of the live spelling. None where the app
        may not ask, or the answer does not tell.

        Contract product.search.queryProductDetail; the offer asked for need not exist. Raises Unreachable, Throttled.
        """
        fields = {"offerId": 1, "country": "en"}
        try:
            await self._gateway.read(_LIVE_QUESTION, fields)
        except (NotPermitted, SignInNeeded, UnexpectedReply):
            return None
        except Refused as refused:
            return Dialect.SEED if refused.code == "gw.ParamMissing" and "offerId" in refused.text else None
        return Dialect.LIVE


def decode_time(body: Json) -> datetime | None:
    """The form of the body is not documented: any answer without an error is a success."""
    payload = answers.answer(CURRENT_TIME, body)
    found = payload if payload is not None else members(body).get("currentTime")
    return when(found)


def decode_tokens(body: Json) -> Tokens:
    """Texts all. Raises Refused or UnprovenNo for ``error`` as for ``error_code``, UnexpectedReply without a token."""
    row = members(body)
    code = text(row.get("error_code")) or text(row.get("error"))
    if code:
        words = text(row.get("error_message")) or text(row.get("error_description"))
        kind = Refused if GET_TOKEN.is_definite(code, words) else UnprovenNo
        raise kind(code, words, None, GET_TOKEN.full_name)
    token = text(row.get("access_token"))
    if not token:
        raise unexpected(GET_TOKEN, "no access token", {})
    return Tokens(
        token,
        count(row.get("expires_in")),
        text(row.get("refresh_token")),
        when(row.get("refresh_token_timeout")),
        text(row.get("resource_owner")),
        text(row.get("memberId")),
        id_text(row.get("aliId")),
        id_text(row.get("uid")),
    )
