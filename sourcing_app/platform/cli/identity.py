"""Who calls: an account given on the command line, or the profile's with what the keychain holds for it."""

from __future__ import annotations

import contextlib
import json
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sourcing_app.config.settings import default_profile, load_settings
from sourcing_app.domain.account import LIVE_GATEWAY, Account, Credentials, Dialect
from sourcing_app.errors import InvalidInput, StoreUnavailable
from sourcing_app.platform.marketplace import DemoMarket, MarketAddress
from sourcing_app.platform.transport.secrets import Keyring

DEMO = Account("http://127.0.0.1", "", is_demo=True)
"""The demo marketplace before it runs."""
_MARKET_FOLDER = "demo-market"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line said of the account; None where it said nothing."""

    profile: Path | None = None
    gateway_url: str | None = None
    app_key: str | None = None
    app_secret: str | None = None
    access_token: str | None = None
    dialect: str | None = None
    demo: bool = False

    @property
    def folder(self) -> Path:
        """The profile's."""
        return (self.profile or default_profile()).absolute()

    @property
    def names_account(self) -> bool:
        """Whether the account is told in full, so that the profile is not needed."""
        return bool(self.app_key or self.app_secret or self.gateway_url)


@dataclass(frozen=True, slots=True)
class Identity:
    """An account ready to call. keep: takes refreshed credentials, where there is a place to keep them."""

    account: Account
    credentials: Credentials
    keep: Callable[[Credentials], None] | None = None


def account_of(asked: Asked) -> Account | None:
    """Whose permissions are meant, without opening the keychain or starting anything; None for nobody's."""
    if asked.names_account and asked.app_key:
        return Account(asked.gateway_url or LIVE_GATEWAY, asked.app_key, dialect=_dialect(asked))
    return DEMO if asked.demo else _profile_account(asked)


@contextlib.contextmanager
def identity(asked: Asked) -> Iterator[Identity]:
    """The account to call with; the demo marketplace runs as long as this is open.

    Raises InvalidInput("account", "none" | "half"), StoreUnavailable for a keychain that cannot be read.
    """
    if asked.names_account:
        yield _told(asked)
        return
    account = _profile_account(asked)
    if asked.demo or (account is not None and account.is_demo):
        with _market(asked.folder / _MARKET_FOLDER) as address:
            yield Identity(_spoken(address.account, asked), address.credentials)
        return
    if account is None:
        raise InvalidInput("account", "none", profile=str(asked.folder))
    yield _kept(account, asked)


@contextlib.contextmanager
def _market(folder: Path) -> Iterator[MarketAddress]:
    """The demo marketplace: the window's where it is open, since two must not share a folder; else one for this call."""
    running = _running_market(folder)
    if running is not None:
        yield running
        return
    market = DemoMarket(folder)
    try:
        yield market.start()
    finally:
        market.stop()


def _running_market(folder: Path) -> MarketAddress | None:
    """The marketplace that answers at the port noted in the folder; None when nothing of ours does."""
    try:
        port = int((folder / "port").read_text(encoding="ascii"))
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"http://127.0.0.1:{port}/_sandbox/credentials", timeout=2) as answer:
            keys = json.loads(answer.read(10_000))
        account = Account(f"http://127.0.0.1:{port}", keys["app_key"], name="Demo marketplace", is_demo=True)
        return MarketAddress(account, Credentials(keys["app_key"], keys["app_secret"], keys["access_token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _profile_account(asked: Asked) -> Account | None:
    account = load_settings(asked.folder).account
    return None if account is None else _spoken(account, asked)


def _spoken(account: Account, asked: Asked) -> Account:
    return replace(account, dialect=Dialect(asked.dialect)) if asked.dialect else account


def _told(asked: Asked) -> Identity:
    if not (asked.app_key and asked.app_secret):
        raise InvalidInput("account", "half")
    account = Account(asked.gateway_url or LIVE_GATEWAY, asked.app_key, dialect=_dialect(asked))
    return Identity(account, Credentials(asked.app_key, asked.app_secret, asked.access_token))


def _kept(account: Account, asked: Asked) -> Identity:
    keyring = Keyring()
    credentials = keyring.load(account.key)
    if credentials is None:
        raise InvalidInput("account", "no_secret", profile=str(asked.folder))
    return Identity(account, credentials, partial(_keep, keyring, account))


def _keep(keyring: Keyring, account: Account, fresh: Credentials) -> None:
    """A keychain that takes nothing must not cost the call for which the token was refreshed."""
    try:
        keyring.save(account.key, fresh)
    except StoreUnavailable as error:
        print(f"The refreshed token could not be kept in the system's keychain ({error.detail}).", file=sys.stderr)


def _dialect(asked: Asked) -> Dialect:
    return Dialect(asked.dialect or Dialect.LIVE.value)
