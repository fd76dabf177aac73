"""Credentials in the system's keychain; never anywhere else, never in plain text (X01).

Windows holds at most 2,560 bytes an entry, in UTF-16, so each secret has an entry of its own.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Protocol

from sourcing_app.domain.account import Credentials
from sourcing_app.domain.ids import AccountKey
from sourcing_app.errors import StoreUnavailable
from sourcing_app.platform.transport.fields import CHINA
from sourcing_app.platform.transport.redaction import remember_secrets

SERVICE = "Sourcing"
LONGEST_SECRET = 1200
"""Characters of one entry that every keychain takes."""
_SECRETS = ("app_secret", "access_token", "refresh_token")
_FACTS = "facts"
_REFUSED_BACKENDS = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
_KIND, _PLACE = "no_keychain", "keychain"


class Backend(Protocol):
    """What a keychain can do."""

    def get_password(self, service: str, username: str, /) -> str | None: ...
    def set_password(self, service: str, username: str, password: str, /) -> None: ...
    def delete_password(self, service: str, username: str, /) -> None: ...


class Keyring:
    """The system's keychain. backend: another one than the system's, for tests.

    Every verb raises StoreUnavailable("no_keychain", ...) where there is none, or it is locked: then credentials live in
    memory for the session. The calls block, for seconds where the system asks the user.
    """

    def __init__(self, backend: Backend | None = None) -> None:
        self._given = backend

    @property
    def available(self) -> bool:
        """Whether secrets can be kept."""
        try:
            self._backend()
        except StoreUnavailable:
            return False
        return True

    def load(self, account_key: AccountKey) -> Credentials | None:
        """What was kept for an account; None for nothing, or not enough to sign with."""
        stored = {name: self._get(account_key, name) for name in (*_SECRETS, _FACTS)}
        facts = _facts(stored[_FACTS])
        app_key, app_secret = facts.get("app_key"), stored["app_secret"]
        if not isinstance(app_key, str) or not app_secret:
            return None
        remember_secrets(stored[name] for name in _SECRETS)
        return Credentials(
            app_key, app_secret, stored["access_token"], stored["refresh_token"],
            _moment(facts.get("expires_at")), _moment(facts.get("refresh_expires_at")),
        )  # fmt: skip

    def save(self, account_key: AccountKey, credentials: Credentials) -> None:
        """Keep all of them; what is None now is forgotten. Secrets first, so that facts never promise what is not there."""
        remember_secrets([credentials.app_secret, credentials.access_token, credentials.refresh_token])
        for name in _SECRETS:
            secret = getattr(credentials, name)
            if secret:
                self._set(account_key, name, secret)
            else:
                self._delete(account_key, name)
        facts = {
            "app_key": credentials.app_key,
            "expires_at": _iso(credentials.expires_at),
            "refresh_expires_at": _iso(credentials.refresh_expires_at),
        }
        self._set(account_key, _FACTS, json.dumps(facts))

    def forget(self, account_key: AccountKey) -> None:
        """Nothing of this account stays."""
        for name in (_FACTS, *_SECRETS):
            self._delete(account_key, name)

    def _get(self, account_key: AccountKey, name: str) -> str | None:
        backend = self._backend()
        try:
            return backend.get_password(SERVICE, _entry(account_key, name)) or None
        except Exception as error:  # every keychain has its own errors; none may carry the secret on
            raise _unavailable(error) from None

    def _set(self, account_key: AccountKey, name: str, secret: str) -> None:
        if len(secret) > LONGEST_SECRET:
            raise StoreUnavailable(_KIND, _PLACE, f"{name} is longer than {LONGEST_SECRET} characters")
        backend = self._backend()
        try:
            backend.set_password(SERVICE, _entry(account_key, name), secret)
        except Exception as error:
            raise _unavailable(error) from None

    def _delete(self, account_key: AccountKey, name: str) -> None:
        if self._get(account_key, name) is None:
            return
        try:
            self._backend().delete_password(SERVICE, _entry(account_key, name))
        except Exception as error:
            raise _unavailable(error) from None

    def _backend(self) -> Backend:
        """The first real keychain. Raises StoreUnavailable for none, or one that writes plain text."""
        if self._given is None:
            self._given = _system_backend()
        if _is_refused(self._given):
            raise StoreUnavailable(_KIND, _PLACE, type(self._given).__name__)
        return self._given


def _system_backend() -> Backend:
    import keyring  # late: 60 to 80 ms

    try:
        found: Any = keyring.get_keyring()
    except (
        Exception
    ) as error:  # a setting of the keyring library that names what is not installed, a broken message bus
        raise _unavailable(error) from None
    for backend in getattr(found, "backends", None) or [found]:
        if not _is_refused(backend):
            return backend  # type: ignore[no-any-return]
    return found  # type: ignore[no-any-return]


def _is_refused(backend: object) -> bool:
    kind = type(backend)
    return kind.__module__.startswith(_REFUSED_BACKENDS) or "plain" in kind.__name__.lower()


def _unavailable(error: Exception) -> StoreUnavailable:
    return StoreUnavailable(_KIND, _PLACE, type(error).__name__)


def _entry(account_key: AccountKey, name: str) -> str:
    return f"{account_key}#{name}"


def _facts(stored: str | None) -> dict[str, Any]:
    try:
        found = json.loads(stored or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(stored: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None
    return moment.replace(tzinfo=CHINA) if moment is not None and moment.tzinfo is None else moment
