"""The calls of the system itself: its clock, tokens for codes and refresh tokens. Source: gateway.md, section 6.

``transport.auth`` keeps the tokens of a running account fresh, ``transport.sign_in`` is the way through the browser.
"""

from __future__ import annotations

from sourcing_app.platform.system import wire
from sourcing_app.platform.transport.calls import Call, nothing
from sourcing_app.platform.transport.endpoint import SIGN_IN, SYSTEM, Kind, Reply

_DEFINITE = dict.fromkeys(
    ("invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type"),
    "RFC 6749, 5.2: said instead of tokens; contract, errors",
)
CLOCK = Call("currentTime", SYSTEM, needs_token=False, is_bare=True, write=nothing, read=wire.time)
"""The platform's time. Signed, and needs no permission: the best test of key and secret."""

EXCHANGE = Call(
    "getToken",
    SIGN_IN,
    Kind.WRITE,
    needs_token=False,
    reply=Reply.BODY,
    definite=_DEFINITE,
    write=wire.code_fields,
    read=wire.tokens,
)
"""A write: a code works once."""

POSTPONE = Call(
    "postponeToken",
    SIGN_IN,
    Kind.WRITE,
    reply=Reply.BODY,
    definite=_DEFINITE,
    write=wire.postponed_fields,
    read=wire.tokens,
)
"""A write: the old refresh token dies. Its access token is one of its own fields."""
