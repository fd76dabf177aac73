"""Tooltips guess whether a text is HTML; text that is not ours must not be taken for it."""

from __future__ import annotations

from html import escape

MAX_TIP = 1_000


def plain_tip(text: str) -> str:
    """A tooltip that shows these characters and nothing else, cut to a length that can be read."""
    cut = text[:MAX_TIP]
    return f'<span style="white-space: pre-wrap">{escape(cut)}</span>' if "<" in cut or "&" in cut else cut


def plain_mnemonic(text: str) -> str:
    """A button's or tab's text in which "&" is a character and not a shortcut."""
    return text.replace("&", "&&")
