"""What the command line asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Launch:
    """How the program is started. profile: None for the user's own folder.

    gateway_url with app_key and app_secret: an account for this run only, kept in memory. demo: the shipped
    marketplace. opens: links, offer ids or picture files to open at once. report_start: print "painted" on stdout.
    """

    profile: Path | None = None
    gateway_url: str | None = None
    app_key: str | None = None
    app_secret: str | None = field(default=None, repr=False)
    access_token: str | None = field(default=None, repr=False)
    dialect: str = "live"
    demo: bool = False
    opens: tuple[str, ...] = ()
    report_start: bool = False
