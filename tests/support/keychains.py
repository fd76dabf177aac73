"""Keychains for a program in another process: named by PYTHON_KEYRING_BACKEND, the variable that the keyring library reads."""

from __future__ import annotations

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


class Emptied(Locked):
    """One that has lost what it was given."""

    def get_password(self, service: str, username: str) -> str | None:
        return None
