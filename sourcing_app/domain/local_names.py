"""Whether a text names something of this computer, a path or a file: such a text is never sent to the platform."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

PICTURES = "jpe?g jpe jfif png webp gif bmp tiff? avif hei[cf] svg psd raw dng cr2 nef arw ico"
OTHERS = (
    "pdf docx? xlsx? pptx? od[tsp] csv tsv txt rtf zip rar 7z gz mp4 mov avi mkv exe lnk url desktop json xml html?"
)
"""Endings of files' names, as patterns."""

_BEFORE = r"(?:^|(?<=[\s\"'`(<\[=:,;，；：「【（《“‘]))"
_ROOTS = "home|Users|root|tmp|private|mnt|media|run|var|etc|opt|usr|Volumes|Applications|Library|srv|dev|proc"


@cache
def _web_link() -> re.Pattern[str]:
    return re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@cache
def _path() -> re.Pattern[str]:
    ways = (
        r"file:[\\/]",
        r"[A-Za-z]:[\\/]",
        r"\\\\[^\\\s]",
        r"(?:~|\.{1,2}|\$\{?\w+\}?|%\w+%)[\\/]\S",
        rf"/(?:{_ROOTS})(?:/|$)",
    )
    return re.compile(_BEFORE + f"(?:{'|'.join(ways)})", re.IGNORECASE)


@cache
def _file_name() -> re.Pattern[str]:
    endings = "|".join(f"{PICTURES} {OTHERS}".split())
    return re.compile(rf"[^\s.]\.(?:{endings})(?![A-Za-z0-9])", re.IGNORECASE)


def names_local_file(text: str) -> bool:
    """Whether a path or a file's name is in the text, in the ways of any system. Addresses of the web are neither."""
    visible = "".join(each for each in text if each.isspace() or unicodedata.category(each) not in ("Cc", "Cf"))
    plain = local_path(_web_link().sub(" ", unicodedata.normalize("NFKC", visible)))
    if plain.startswith("/") and "/" in plain[1:] and " " not in plain.split("/")[1]:
        return True
    return bool(_path().search(plain) or _file_name().search(plain))


def local_path(text: str) -> str:
    """The text as a path: without the quotes that a file manager copies around it."""
    return text.strip().strip("\"'`“”")
