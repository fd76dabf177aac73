"""The pictures in a piece of a web page, best first: what was dragged or copied there, not the icon beside it."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes, urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageReader

from sourcing_app.domain.picture_formats import format_of

MAX_HTML = 24_000_000
"""Characters of a piece that are read; a picture written out in it may be long."""
_UNKNOWN_SIDE = 320
"""Taken for a picture that says nothing of its size: more than an icon, less than one that says it is large."""
_ICON_SIDE = 64
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-ks-lazyload", "data-lazyload", "data-actualsrc")
"""Where pages keep the real address while a placeholder stands in src."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """source: an http(s) address, or the bytes that were written out. pixels: as it says, for comparing."""

    source: str | bytes
    pixels: int


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(
        r"(?:blank|pixel|spacer|placeholder|loading|lazy|transparent|sprite|icon|logo|avatar)", re.IGNORECASE
    )


@cache
def _data() -> re.Pattern[str]:
    return re.compile(r"data:([a-z0-9.+/-]*)((?:;[a-z0-9=._-]*)*),(.*)", re.IGNORECASE | re.DOTALL)


def pictures_of(html: str) -> tuple[PagePicture, ...]:
    """All that can be searched with, the largest first; of equals the one that stands first. Icons come last."""
    parser = _Pictures()
    parser.feed(html[:MAX_HTML])
    parser.close()
    return tuple(sorted(parser.found, key=_merit, reverse=True))


def link_of(html: str) -> str:
    """The first link in it, "" where there is none."""
    parser = _Pictures()
    parser.feed(html[:MAX_HTML])
    parser.close()
    return parser.link


def data_bytes(address: str) -> bytes | None:
    """The picture in a ``data:`` address; None where it is none that is read."""
    matched = _data().fullmatch(address.strip())
    if matched is None:
        return None
    try:
        written = unquote_to_bytes(matched.group(3))
        data = b64decode(b"".join(written.split()) + b"===") if ";base64" in matched.group(2).lower() else written
    except (NotBase64, ValueError):
        return None
    kind = format_of(data)
    return data if kind is not None and kind.is_read else None


def web_address(text: str) -> str | None:
    """The text, where it is one http(s) address and nothing else."""
    text = text.strip()
    if any(character.isspace() or ord(character) < 32 for character in text):
        return None
    if text.startswith("//"):
        text = f"https:{text}"
    try:
        parts = urlsplit(text)
        return text if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _merit(picture: PagePicture) -> int:
    return picture.pixels


class _Pictures(HTMLParser):
    """found: in the order of the page. link: where the first <a> leads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[PagePicture] = []
        self.link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: (value or "").strip() for name, value in reversed(attrs)}
        if tag == "a" and not self.link:
            self.link = known.get("href", "")
        elif tag in ("img", "source", "input"):
            self._add(known)

    def _add(self, known: dict[str, str]) -> None:
        pixels = _declared(known)
        src = known.get("src", "")
        lazy = next((known[name] for name in _LAZY if known.get(name)), "")
        wide, best = _widest(known.get("srcset") or known.get("data-srcset") or "")
        if best:
            self._note(best, max(pixels or 0, wide * wide) or None)
        self._note(src, pixels)
        if lazy:
            self._note(lazy, pixels)

    def _note(self, address: str, pixels: int | None) -> None:
        data = data_bytes(address) if address[:5].lower() == "data:" else None
        if data is not None:
            size = _size_of(data)
            self.found.append(PagePicture(data, size.width() * size.height() if size.isValid() else _UNKNOWN_SIDE**2))
            return
        found = web_address(address)
        if found is None or urlsplit(found).path.lower().endswith((".svg", ".svgz", ".ico")):
            return
        is_dull = _placeholder().search(urlsplit(found).path.rpartition("/")[2]) is not None
        weight = pixels if pixels is not None else _UNKNOWN_SIDE**2
        self.found.append(PagePicture(found, min(weight, _ICON_SIDE**2) if is_dull else weight))


def _declared(known: dict[str, str]) -> int | None:
    """Width times height by the attributes or the style; None where neither is given."""
    style = known.get("style", "")
    sides = [
        _number(known.get(name, "")) or _number(_in_style(style, name)) for name in ("width", "height")
    ]  # fmt: skip
    given = [side for side in sides if side]
    return given[0] * given[-1] if given else None


def _in_style(style: str, name: str) -> str:
    matched = re.search(rf"(?:^|;)\s*{name}\s*:\s*([0-9.]+)px", style, re.IGNORECASE)
    return matched.group(1) if matched else ""


def _number(text: str) -> int:
    matched = re.fullmatch(r"\s*([0-9]{1,5})(?:\.[0-9]*)?\s*(?:px)?\s*", text)
    return int(matched.group(1)) if matched else 0


def _widest(srcset: str) -> tuple[int, str]:
    """Of ``address 800w, address 2x`` the largest: (its width, 0 where not said, and its address)."""
    best = (0, 0.0, "")
    for matched in re.finditer(r"([^\s,]\S*[^\s,])(?:\s+([0-9.]{1,8})([wx]))?\s*(?:,|$)", srcset):
        value = float(matched.group(2) or 1) if (matched.group(2) or "1").replace(".", "", 1).isdecimal() else 1.0
        wide = int(value) if matched.group(3) == "w" else 0
        best = max(best, (wide, value, matched.group(1)), key=_by_size)
    return best[0], best[2]


def _by_size(candidate: tuple[int, float, str]) -> tuple[int, float]:
    return candidate[0], candidate[1]


def _size_of(data: bytes) -> QSize:
    """By its header."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer).size()
