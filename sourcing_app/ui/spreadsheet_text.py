"""Somebody's words in a cell of a spreadsheet: on one line, never a formula, in no way longer than what stands there."""

from __future__ import annotations

from sourcing_app.domain.foreign_text import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫", "−")
"""What a spreadsheet may take for the beginning of a formula; Excel and WPS of East Asia read the wide signs as the narrow."""


def text_cell(text: str) -> str:
    """The words as text, with an apostrophe before what a spreadsheet could take for a formula."""
    return joined_cell(clean(text))


def joined_cell(text: str) -> str:
    """As ``text_cell``, of parts that were made clean and shut in (``isolated``) before they were joined."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.lstrip("\u2068").startswith(_FORMULA) or text.startswith(_FORMULA) else flat
