"""Which member a token of the command line belongs to: asked once, then known without the network, and without the token.

A file in the profile holds a mark of key, secret and token, from which none of them can be had, and the member id beside it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from sourcing_app.config.command_line import Launch
from sourcing_app.config.settings import write_whole

FILE = "members.json"
_MOST = 100


class KnownMembers:
    """The members of one profile's tokens."""

    def __init__(self, profile: Path) -> None:
        self._path = profile / FILE

    def of(self, launch: Launch) -> str:
        """The member id, "" where it was never learnt."""
        found = self._all().get(_mark(launch))
        return found if isinstance(found, str) else ""

    def remember(self, launch: Launch, member_id: str) -> None:
        """From now on it need not be asked. A disk that says no costs a question at the next start."""
        known = {name: value for name, value in self._all().items() if isinstance(value, str)}
        kept = dict([*known.items()][-_MOST:]) | {_mark(launch): member_id}
        with contextlib.suppress(OSError):
            write_whole(self._path, json.dumps(kept, indent=1).encode())

    def _all(self) -> dict[str, object]:
        try:
            found = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def _mark(launch: Launch) -> str:
    parts = (launch.gateway_url or "", launch.app_key or "", launch.app_secret or "", launch.access_token or "")
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
