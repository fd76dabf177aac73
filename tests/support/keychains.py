"""Keychains for a program in another process: named by PYTHON_KEYRING_BACKEND, the variable that the keyring library reads."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class Locked(KeyringBackend):
    """One that nobody unlocks."""

    priority = 1  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("nobody typed the password")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("nobody typed the password")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked("nobody typed the password")


class UnlockedLater(Locked):
    """One that is locked until somebody unlocks it: the file that SOURCING_TEST_KEYS names, with secrets by entry."""

    def get_password(self, service: str, username: str) -> str | None:
        path = Path(os.environ["SOURCING_TEST_KEYS"])
        if not path.exists():
            raise KeyringLocked("nobody typed the password")
        held: dict[str, str] = json.loads(path.read_text("utf-8"))
        return held.get(username)


class Emptied(Locked):
    """One that has lost what it was given."""

    def get_password(self, service: str, username: str) -> str | None:
        return None
