"""A stranger's text beside ours: what could change how our own words and numbers look is taken out or shut in.

A seller can write characters that turn the direction of all that follows, that cannot be seen, or that are drawn over the
lines above. The first and the last are removed where a text comes in (``clean``); where it is joined with ours, letters
that run from right to left get an isolation of their own (``isolated``). Source: Unicode Standard Annex 9, 2.4 and 2.7.
"""

from __future__ import annotations

import re

LONGEST = 10_000
"""Characters of a text for people; nobody reads more, and laying it out would hold the window."""
MOST_JOINED = 10
"""Characters that a joiner may make one; the longest emoji of a standard has seven."""

_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_UNSEEN = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_SUSPECT = re.compile(f"[{_UNSEEN}\u2028\u2029\u200d]|[{_MARKS}]{{5}}")
_REMOVED = re.compile(f"[{_UNSEEN}]+")
_PILED = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")
_JOINED = re.compile(rf"(?:[^\s\u200d]{{1,4}}\u200d+){{{MOST_JOINED},}}")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_FIRST_STRONG_ISOLATE, _POP = "\u2068", "\u2069"


def clean(text: str) -> str:
    """Without controls, marks of direction and unseen characters; piles of accents and endless joined emoji cut down.

    Lines and tabs stay. At most ``LONGEST`` characters.
    """
    if len(text) > LONGEST:
        text = text[:LONGEST]
    if not _SUSPECT.search(text):
        return text
    text = _REMOVED.sub("", re.sub("[\u2028\u2029]", "\n", text))
    text = _PILED.sub(r"\1", text)
    return _JOINED.sub(lambda run: run[0].replace("\u200d", ""), text) if "\u200d" in text else text


def isolated(text: str, longest: int = LONGEST) -> str:
    """The text as it is joined with ours: clean, cut to ``longest``, and shut in where it runs from right to left."""
    found = clean(text)
    if len(found) > longest:
        found = found[: longest - 1] + "…"
    return f"{_FIRST_STRONG_ISOLATE}{found}{_POP}" if _RIGHT_TO_LEFT.search(found) else found
