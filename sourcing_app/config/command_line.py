"""What the command line asked for."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path


def whole_path(text: str) -> str:
    """A file's or folder's whole path, since the running program has another working folder; links and ids as they are.

    So is a file that is not there, where its folder is: a path must not be taken for words to search for.
    """
    try:
        path = Path(text)
        written_as_path = os.sep in text or (os.altsep or os.sep) in text
        named = path.exists() or (written_as_path and path.parent.exists())
    except (OSError, ValueError):  # too long for a path, or with characters that no path has
        return text
    return str(path.absolute()) if text and named and "://" not in text else text


def existing_path(text: str) -> Path | None:
    """The file or folder that a text names, None for words, links and ids."""
    try:
        return Path(text) if text and "://" not in text and Path(text).exists() else None
    except (OSError, ValueError):
        return None


PREPARE_PHOTOS = "--prepare-photos"
"""In front of all other words: be the process that decodes photos (``imaging.worker``); how a frozen program starts itself."""


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
