"""Settings as one frozen dataclass, and where our files live. Standard library only: read before the first window.

The file holds nothing secret: tokens and the app secret are in the system's keyring.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from sourcing_app.domain.account import Account, Dialect

SETTINGS_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. Every member has the default to return to.

    account: None until the first run is answered. theme: "system", "light" or "dark". language: of the program
    ("system", "en", "ja"); offer_language: of translated titles, a platform code ("en", "ja", "vi", ...).
    currency: local ISO code shown beside yuan, "" for none; rate: units of it for one yuan, as text, with rate_day.
    ask_above_yuan: a second question before an order above this sum. unknown: keys of a newer version, kept as they are.
    """

    account: Account | None = None
    theme: str = "system"
    language: str = "system"
    offer_language: str = "en"
    currency: str = ""
    rate: str = ""
    rate_day: str = ""
    ask_above_yuan: str = "20000"
    refresh_minutes: int = 5
    cache_limit_mb: int = 512
    unknown: dict[str, Any] = field(default_factory=dict)


def default_profile() -> Path:
    """Where this user's data live when no ``--profile`` is given; not created here."""
    from platformdirs import user_data_path  # not needed by a start with a profile, so not paid for

    return user_data_path("Sourcing", appauthor=False)


def resource(*parts: str) -> Path:
    """A file under ``resources``: beside the package in a clone, inside the installation otherwise."""
    beside = Path(__file__).resolve().parent.parent / "resources"
    inside = Path(__file__).resolve().parent / "resources"
    return (inside if inside.is_dir() else beside).joinpath(*parts)


def load_settings(profile: Path) -> Settings:
    """The settings of a profile; defaults where the file is missing, unreadable or partly nonsense."""
    try:
        stored = json.loads((profile / SETTINGS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _from_json(stored) if isinstance(stored, dict) else Settings()


def _from_json(stored: dict[str, Any]) -> Settings:
    defaults = Settings()
    known: dict[str, Any] = {}
    for each in fields(Settings):
        value = stored.pop(each.name, None)
        if each.name == "account":
            known["account"] = _account(value)
        elif each.name != "unknown" and type(value) is type(getattr(defaults, each.name)):
            known[each.name] = value
    return replace(defaults, **known, unknown=stored)


def _account(value: object) -> Account | None:
    if not isinstance(value, dict):
        return None
    try:
        return Account(**{**value, "dialect": Dialect(value.get("dialect", "live"))})
    except (TypeError, ValueError):
        return None


def save_settings(profile: Path, settings: Settings) -> None:
    """Write the file whole or not at all. Raises OSError when the folder cannot be written."""
    stored = asdict(settings)
    unknown = stored.pop("unknown")
    if settings.account is not None:
        stored["account"]["dialect"] = settings.account.dialect.value
    write_whole(profile / SETTINGS_FILE, json.dumps({**unknown, **stored}, ensure_ascii=False, indent=1).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step: a reader sees the old content or the new, never a part. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
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
