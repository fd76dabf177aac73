"""Settings as one frozen dataclass, and where our files live. Standard library only: read before the first window.

The file holds nothing secret: tokens and the app secret are in the system's keyring.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from sourcing_app.domain.account import Account, Dialect
from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.domain.preferences import Preferences

SETTINGS_FILE = "settings.json"
PROGRAM_LANGUAGES = ("en", "ja")
"""Those that the program's own texts are written in."""
THEMES = ("system", "light", "dark")

Applies = Literal["at once", "with the account", "at the start"]
"""When a changed setting takes effect: where it is changed; by making the account's use cases anew; at the next start."""

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,8})?", re.ASCII)
_LONGEST_FILE = 4 * 1024 * 1024
_LONGEST_TEXT = 1000


def _says(applies: Applies, is_right: Callable[[Any], bool]) -> dict[str, Any]:
    """Of a setting. is_right: whether a value of the default's type, read from the file, can be used."""
    return {"applies": applies, "is_right": is_right}


def _is_amount(text: str) -> bool:
    return _AMOUNT.fullmatch(text) is not None and text.strip("0.") != ""


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. Every member has the default to return to, and says when a change of it applies.

    account: None until the first run is answered; entered and left where it is chosen. theme: "system", "light" or "dark".
    language: of the program ("system", "en", "ja"); offer_language: of translated titles, a platform code ("en", "ja",
    "vi", ...). currency: local ISO code shown beside yuan, "" for none; rate: units of it for one yuan, as text, with
    rate_day. ask_above_yuan: a second question before an order above this sum. cache_limit_mb: millions of bytes, for
    offers and pictures together. unknown: keys of a newer version, kept as they are.
    """

    account: Account | None = field(default=None, metadata=_says("at once", bool))
    theme: str = field(default="system", metadata=_says("at once", THEMES.__contains__))
    language: str = field(default="system", metadata=_says("at once", ("system", *PROGRAM_LANGUAGES).__contains__))
    offer_language: str = field(
        default="en", metadata=_says("with the account", lambda text: bool(re.fullmatch("[a-z]{2,3}", text)))
    )
    currency: str = field(
        default="", metadata=_says("with the account", lambda text: bool(re.fullmatch("([A-Z]{3})?", text)))
    )
    rate: str = field(default="", metadata=_says("with the account", lambda text: not text or _is_amount(text)))
    rate_day: str = field(default="", metadata=_says("with the account", lambda text: not text or _is_day(text)))
    ask_above_yuan: str = field(default="20000", metadata=_says("with the account", _is_amount))
    refresh_minutes: int = field(default=5, metadata=_says("with the account", lambda minutes: 1 <= minutes <= 24 * 60))
    cache_limit_mb: int = field(default=512, metadata=_says("at once", lambda size: 16 <= size <= 1_000_000))
    unknown: dict[str, Any] = field(default_factory=dict)


MEMBERS: dict[str, Applies] = {each.name: each.metadata["applies"] for each in fields(Settings) if each.metadata}
"""Each setting, and when a change of it applies."""


def changed(before: Settings, after: Settings, applies: Applies) -> frozenset[str]:
    """The members that differ, of those that apply then."""
    return frozenset(
        name for name, when in MEMBERS.items() if when == applies and getattr(before, name) != getattr(after, name)
    )


def default_profile() -> Path:
    """Where this user's data live when no ``--profile`` is given; not created here."""
    from platformdirs import user_data_path  # not needed by a start with a profile, so not paid for

    return user_data_path("Sourcing", appauthor=False)


def resource(*parts: str) -> Path:
    """A file under ``resources``: beside the package in a clone, inside the installation otherwise."""
    beside = Path(__file__).resolve().parents[2] / "resources"
    inside = Path(__file__).resolve().parents[1] / "resources"
    return (inside if inside.is_dir() else beside).joinpath(*parts)


def cache_shares(settings: Settings) -> tuple[int, int]:
    """Bytes that offers may take, and bytes that pictures may take: half of the limit each."""
    half = settings.cache_limit_mb * 500_000
    return half, half


def preferences_of(settings: Settings) -> Preferences:
    """The members that apply with the account; what is no number counts as not chosen."""
    return Preferences(settings.offer_language, _rate(settings), _limit(settings), settings.refresh_minutes)


def _rate(settings: Settings) -> ExchangeRate | None:
    value = _number(settings.rate)
    if not settings.currency or value is None:
        return None
    return ExchangeRate(settings.currency, value, settings.rate_day, "own")


def _limit(settings: Settings) -> Money | None:
    value = _number(settings.ask_above_yuan)
    return Money(value) if value is not None else None


def _number(text: str) -> Decimal | None:
    """A number above 0; None for anything else that a settings file may hold."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and value > 0 else None


@dataclass(frozen=True, slots=True)
class Stored:
    """What a profile's file says. lost: members that could not be read and are at their default; all of them where the
    file as a whole could not be. is_new: there is no file yet, so nothing was ever chosen."""

    settings: Settings
    lost: tuple[str, ...] = ()
    is_new: bool = False


def read_settings(profile: Path) -> Stored:
    """The settings of a profile. Each member that is missing or nonsense has its default, whatever the others are."""
    try:
        with (profile / SETTINGS_FILE).open("rb") as file:
            stored = json.loads(file.read(_LONGEST_FILE).decode("utf-8"))
        if isinstance(stored, dict):
            return _from_json(stored)
    except (FileNotFoundError, NotADirectoryError):
        return Stored(Settings(), is_new=True)
    except (OSError, ValueError, RecursionError):
        pass
    return Stored(Settings(), tuple(MEMBERS))


def load_settings(profile: Path) -> Settings:
    """The settings alone, for who cannot tell a person what was lost."""
    return read_settings(profile).settings


def _from_json(stored: dict[str, Any]) -> Stored:
    known: dict[str, Any] = {}
    lost: list[str] = []
    for each in fields(Settings):
        if each.name not in MEMBERS or each.name not in stored:
            continue
        value = stored.pop(each.name)
        if each.name == "account":
            value, is_right = _account(value) if value is not None else (None, True)
            known[each.name] = value
        else:
            is_kind = type(value) is type(each.default) and (_is_text(value) or not isinstance(value, str))
            is_right = is_kind and each.metadata["is_right"](value)
            known[each.name] = value if is_right else each.default
        if not is_right:
            lost.append(each.name)
    if not _can_be_kept(stored):
        lost.append("unknown")
        stored = {}
    return Stored(Settings(**known, unknown=stored), tuple(lost))


def _account(value: object) -> tuple[Account | None, bool]:
    """The account, with defaults for what is wrong in it; None without an address and a key. Whether nothing was wrong."""
    if not isinstance(value, dict):
        return None, False
    gateway_url, app_key = value.get("gateway_url"), value.get("app_key")
    if not (isinstance(gateway_url, str) and _is_address(gateway_url) and _is_text(app_key) and app_key):
        return None, False
    account, is_right = Account(gateway_url, str(app_key)), True
    for name, part in value.items():
        if name == "dialect" and part in [each.value for each in Dialect]:
            account = replace(account, dialect=Dialect(part))
        elif name in ("member_id", "name") and _is_text(part):
            account = replace(account, **{name: part})
        elif name == "is_demo" and isinstance(part, bool):
            account = replace(account, is_demo=part)
        elif name in ("dialect", "member_id", "name", "is_demo"):
            is_right = False
    return account, is_right


def _is_address(text: str) -> bool:
    try:
        return _is_text(text) and urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).hostname)
    except ValueError:
        return False


def _is_text(value: object) -> bool:
    """Whether it is text that can be shown and kept."""
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT and value.isprintable()


def _can_be_kept(unknown: dict[str, Any]) -> bool:
    """Whether what a newer version wrote can be written again."""
    try:
        return bool(_text_of(unknown))
    except (ValueError, RecursionError):
        return False


def _text_of(stored: dict[str, Any]) -> bytes:
    return json.dumps(stored, ensure_ascii=False, indent=1).encode()


def save_settings(profile: Path, settings: Settings) -> None:
    """Write the file whole or not at all. Raises OSError when the folder cannot be written."""
    stored = {name: getattr(settings, name) for name in MEMBERS}
    account = settings.account
    if account is not None:
        names = [each.name for each in fields(Account)]
        stored["account"] = {name: getattr(account, name) for name in names} | {"dialect": account.dialect.value}
    write_whole(profile / SETTINGS_FILE, _text_of({**settings.unknown, **stored}))


def set_settings_aside(profile: Path) -> Path | None:
    """Keep a file that could not be read under another name, so that the next one does not replace it; its new place, or
    None where there is no file or the folder cannot be written."""
    aside = profile / f"settings-unreadable-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.json"
    try:
        return (profile / SETTINGS_FILE).replace(aside)
    except OSError:
        return None


def remove_half_written(profile: Path) -> None:
    """What ``write_whole`` left when the program was killed in the middle of it. Only for who has the profile's lock, and so
    is the only one who writes these files."""
    for pattern in (f"{SETTINGS_FILE}*.new", "members.json*.new"):
        with contextlib.suppress(OSError):
            for path in profile.glob(pattern):
                path.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step: a reader sees the old content or the new, never a part. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
