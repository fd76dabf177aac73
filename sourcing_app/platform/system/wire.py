"""Clock and tokens: parameters out, answers in. Source: gateway.md, section 6."""

from __future__ import annotations

from datetime import datetime

from sourcing_app.errors import Refused, UnprovenNo
from sourcing_app.platform.system.records import Tokens
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.envelope import unexpected
from sourcing_app.platform.transport.fields import count, id_text, members, text, when
from sourcing_app.platform.transport.response import Response


def time(response: Response) -> datetime | None:
    """None where the platform answers without one, which is a success too: the form of the body is not documented."""
    payload = response.strict()
    return when(payload if payload is not None else members(response.body).get("currentTime"))


def code_fields(code: str, redirect_uri: str) -> Fields:
    """A code that the sign-in page gave; it works once, within two minutes."""
    return {
        "grant_type": "authorization_code",
        "need_refresh_token": "true",
        "redirect_uri": redirect_uri,
        "code": code,
    }


def postponed_fields(refresh_token: str, access_token: str) -> Fields:
    """The tokens to be replaced, in the last 30 days of the refresh token."""
    return {"refresh_token": refresh_token, "access_token": access_token}


def tokens(response: Response) -> Tokens:
    """Texts all. Raises Refused or UnprovenNo for ``error`` as for ``error_code``, UnexpectedReply without a token."""
    row = members(response.body)
    code = text(row.get("error_code")) or text(row.get("error"))
    if code:
        words = text(row.get("error_message")) or text(row.get("error_description"))
        kind = Refused if response.endpoint.is_definite(code, words) else UnprovenNo
        raise kind(code, words, None, response.endpoint.full_name)
    token = text(row.get("access_token"))
    if not token:
        raise unexpected(response.endpoint, "no access token", {})
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
