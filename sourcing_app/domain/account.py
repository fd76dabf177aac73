"""Whose account is used, and with what: secrets never show in a repr."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from urllib.parse import urlsplit

from sourcing_app.domain.ids import AccountKey


class Dialect(Enum):
    """How the platform's calls are spelt: the live gateway, or the solution document's older shapes."""

    LIVE = "live"
    SEED = "seed"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What signs and authorises calls. Lives in memory and in the system's keyring, nowhere else.

    access_token: None for an app of a single user. refresh_token: None for a permanent token. expires_at: aware, of the
    access token; None when it does not expire.
    """

    app_key: str
    app_secret: str = field(repr=False)
    access_token: str | None = field(default=None, repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    expires_at: datetime | None = None
    refresh_expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One buyer account at one gateway. name: for people; member_id: "" until the platform told it; is_demo: our own market."""

    gateway_url: str
    app_key: str
    member_id: str = ""
    name: str = ""
    dialect: Dialect = Dialect.LIVE
    is_demo: bool = False

    @property
    def key(self) -> AccountKey:
        """What rows of this account are kept under; the demo marketplace keeps its key though its port changes."""
        host = "demo" if self.is_demo else (urlsplit(self.gateway_url).netloc or self.gateway_url)
        return AccountKey(f"{host}/{self.app_key}/{self.member_id}" if self.member_id else f"{host}/{self.app_key}")
