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


LIVE_GATEWAY = "https://gw.open.1688.com"


@dataclass(frozen=True, slots=True)
class AccountForm:
    """What the person typed. token: pasted permanent token, "" for an app of a single user or a sign-in to come."""

    app_key: str
    app_secret: str
    gateway_url: str = LIVE_GATEWAY
    token: str = ""
    redirect_uri: str = ""
    dialect: Dialect = Dialect.LIVE

    def credentials(self) -> Credentials:
        """The keys, with the pasted token if any."""
        return Credentials(self.app_key.strip(), self.app_secret.strip(), self.token.strip() or None)

    def account(self) -> Account:
        """The account as far as it is known before the first call."""
        return Account(self.gateway_url.strip().rstrip("/"), self.app_key.strip(), dialect=self.dialect)


@dataclass(frozen=True, slots=True)
class SignInPage:
    """Where the browser is sent. state: what the answer must carry."""

    url: str
    state: str


@dataclass(frozen=True, slots=True)
class Connected:
    """An account that answered. kept: whether the secrets are in the keyring (else: for this run only)."""

    account: Account
    credentials: Credentials
    kept: bool
