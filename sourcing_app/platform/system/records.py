"""What signing in gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


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
