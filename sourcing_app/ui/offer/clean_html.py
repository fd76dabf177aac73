"""The seller's HTML made harmless before it is laid out: a short list of tags, no styles, everything bounded.

What is allowed in is listed; all else is dropped. Loaded only when a description is shown, since it needs nh3.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3

MAX_SOURCE = 400_000
"""Characters of the seller's HTML that are read at all."""
MAX_TAGS = 6_000
MAX_NESTED = 200
"""Beyond these the source is cut before it is parsed: building a tree of nested elements takes time by their square."""
MAX_TEXT = 40_000
MAX_ELEMENTS = 1_500
MAX_DEPTH = 12
MAX_CELLS = 600
MAX_COLUMNS = 12
MAX_PICTURES = 60
MAX_WORD = 200
"""A longer run without a space is broken up: laying out one endless word costs seconds."""

PICTURE_SCHEME = "picture"
"""Pictures in the cleaned HTML are ``picture:0``, ``picture:1``...; the addresses stand beside it and never in the HTML."""

_TAGS = {
    "p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "h1", "h2", "h3", "h4", "table", "thead", "tbody",
    "tr", "td", "th", "img", "a", "div", "span", "blockquote", "hr",
}  # fmt: skip
_VOID = {"br", "img", "hr"}
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)")
_UNCLOSED = {"p", "li", "td", "th", "tr", "br", "img", "hr", "input", "meta", "link", "col", "area", "source"}
"""Sellers leave these open, and none nests in itself: they say nothing about depth."""
_LAZY = ("data-lazyload-src", "data-lazy-src", "data-src", "data-original", "data-lazyload")
_SAME_AS = {
    "h1": "h3", "h2": "h3", "h3": "h4", "h4": "h4", "th": "td", "strong": "b", "em": "i",
    "thead": "", "tbody": "", "span": "",
}  # fmt: skip
_HOLDERS = {"table", "tr", "td", "ul", "ol", "li", "blockquote", "div"}


@dataclass(frozen=True, slots=True)
class CleanDescription:
    """What may be laid out. pictures: their addresses by number; cut: some of it was left out at a limit."""

    html: str
    pictures: tuple[str, ...]
    cut: bool


def clean_description(source: str) -> CleanDescription:
    """The seller's description as safe, bounded HTML. Any text at all may be given; never raises."""
    bounded = _bounded(source.replace("\x00", ""))
    allowed = {"img": {"src", *_LAZY}, "a": {"href"}, "td": {"colspan"}, "th": {"colspan"}}
    sanitised = nh3.clean(
        bounded,
        tags=_TAGS,
        clean_content_tags={"script", "style", "title", "noscript", "template", "svg", "math", "textarea", "select"},
        attributes=allowed,
        url_schemes={"http", "https"},
        link_rel=None,
    )
    writer = _Writer()
    writer.feed(sanitised)
    writer.close()
    return CleanDescription(writer.result(), tuple(writer.pictures), writer.cut or len(bounded) < len(source))


def _bounded(source: str) -> str:
    """The beginning of the source that stays below the limits of size, number of tags and nesting."""
    source = source[:MAX_SOURCE]
    nested = 0
    for tags, found in enumerate(_TAG.finditer(source), 1):
        if found["name"].lower() not in _UNCLOSED:
            nested = max(nested - 1, 0) if found["slash"] else nested + 1
        if tags > MAX_TAGS or nested > MAX_NESTED:
            return source[: found.start()]
    return source


class _Writer(HTMLParser):
    """Writes sanitised HTML again, keeping depth, cells, columns, text and pictures below their limits."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pictures: list[str] = []
        self.cut = False
        self._parts: list[str] = []
        self._open: list[str] = []
        self._skipped = 0
        self._text = self._elements = self._cells = self._columns = 0

    def result(self) -> str:
        """The HTML, all elements closed."""
        return "".join(self._parts) + "".join(f"</{tag}>" for tag in reversed(self._open) if tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = _SAME_AS.get(tag, tag)
        values = {key: value or "" for key, value in attrs}
        if tag == "img":
            self._picture(values)
        elif tag in _VOID:
            self._add(f"<{name}>")
        elif name == "a":
            self._opened("a", f'<a href="{html.escape(_address(values.get("href", "")), quote=True)}">')
        elif name == "td":
            self._cell(values)
        else:
            if name == "tr":
                self._columns = 0
            self._opened(name, f"<{name}>" if name else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._skipped:
            self._skipped -= 1
            return
        if self._open:
            name = self._open.pop()
            if name:
                self._parts.append(f"</{name}>")

    def handle_data(self, data: str) -> None:
        room = MAX_TEXT - self._text
        if len(data) > room:
            self.cut = True
        kept = data[: max(room, 0)]
        self._text += len(kept)
        self._parts.append(html.escape(_breakable(kept), quote=False))

    def _add(self, text: str) -> bool:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self.cut = True
            return False
        self._parts.append(text)
        return True

    def _opened(self, name: str, text: str) -> None:
        """One more element; too deep or too many, its tag is dropped and its text is kept."""
        deep = name in _HOLDERS and sum(each in _HOLDERS for each in self._open) >= MAX_DEPTH
        if self._skipped or deep or not self._add(text):
            self.cut = self.cut or deep
            self._skipped += 1
            return
        self._open.append(name)

    def _cell(self, values: dict[str, str]) -> None:
        self._cells += 1
        self._columns += 1
        if self._cells > MAX_CELLS or self._columns > MAX_COLUMNS:
            self.cut = True
            self._skipped += 1
            return
        span = values.get("colspan", "")
        wide = (
            f' colspan="{min(int(span), MAX_COLUMNS)}"' if span.isascii() and span.isdecimal() and len(span) < 6 else ""
        )
        self._opened("td", f"<td{wide}>")

    def _picture(self, values: dict[str, str]) -> None:
        address = _address(next((values[key] for key in (*_LAZY, "src") if values.get(key)), ""))
        if not address:
            return
        if len(self.pictures) >= MAX_PICTURES:
            self.cut = True
            return
        if self._add(f'<img src="{PICTURE_SCHEME}:{len(self.pictures)}">'):
            self.pictures.append(address)


def _address(text: str) -> str:
    """An https or http address as the seller meant it, "" for anything else. Protocol-relative ones become https."""
    address = text.strip()
    if address.startswith("//"):
        address = "https:" + address
    if len(address) > 2_000 or any(ord(character) < 33 for character in address) or "\\" in address:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else ""


def _breakable(text: str) -> str:
    """Endless words get a place to break every so often."""
    return re.sub(rf"(\S{{{MAX_WORD}}})(?=\S)", "\\1\u200b", text)
