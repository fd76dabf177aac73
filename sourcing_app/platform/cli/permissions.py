"""Which calls the account may make, as its own calls have shown. Nothing is ever tried out to learn it.

One small JSON file in the profile; it holds names of calls, never what was sent or answered.
"""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sourcing_app.config.settings import write_whole
from sourcing_app.domain.account import Account

FILE = "api_permissions.json"


class Permissions:
    """What is known of one account. profile: the folder; account: whose."""

    def __init__(self, profile: Path, account: Account) -> None:
        self._path = profile / FILE
        self._account: str = "demo" if account.is_demo else account.key

    def allowed(self, name: str) -> bool | None:
        """True, False, or None while no call has shown it."""
        found = self._known().get(name)
        return found.get("allowed") if isinstance(found, dict) else None

    def note(self, name: str, *, allowed: bool) -> None:
        """Remember what a call has shown; a disk that cannot be written to is no reason to fail the call."""
        if self.allowed(name) is allowed:
            return
        everyone = self._read()
        known = everyone.setdefault(self._account, {})
        known[name] = {"allowed": allowed, "at": datetime.now(UTC).isoformat(timespec="seconds")}
        with contextlib.suppress(OSError):
            write_whole(self._path, json.dumps(everyone, indent=1).encode())

    def _known(self) -> dict[str, Any]:
        return self._read().get(self._account, {})

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: value for key, value in found.items() if isinstance(value, dict)}
