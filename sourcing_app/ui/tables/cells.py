"""Rows of a table for the clipboard and for files. Numbers stay numbers, ids stay whole, no seller's words are a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeVar

from PySide6.QtCore import QMimeData

from sourcing_app.ui.spreadsheet_text import joined_cell, text_cell
from sourcing_app.ui.tables.column import Column, Kind

R = TypeVar("R")
C = TypeVar("C")
Cells = list[list[str]]
"""Rows of cells, the headings first where there are any."""

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_WHOLE_UP_TO = 11
"""Digits of an id that a spreadsheet shows as they are; a longer one is written as a power of ten, then rounded."""


def cells_of(records: Iterable[R], columns: Sequence[Column[R, C]], context: C) -> Cells:
    """The headings, then a row a record."""
    return [headings_of(columns, context), *(row_of(record, columns, context) for record in records)]


def headings_of(columns: Sequence[Column[R, C]], context: C) -> list[str]:
    """The titles, in the person's language."""
    return [column.heading(context) for column in columns]


def row_of(record: R, columns: Sequence[Column[R, C]], context: C) -> list[str]:
    """The cells of one record."""
    return [cell_of(column, record, context) for column in columns]


def cell_of(column: Column[R, C], record: R, context: C) -> str:
    """One cell as a spreadsheet takes it."""
    text = (column.plain or column.text)(record, context)
    match column.kind:
        case Kind.NUMBER if _NUMBER.fullmatch(text):
            return text
        case Kind.ID:
            return id_cell(text)
        case Kind.PARTS:
            return joined_cell(text)
    return text_cell(text)


def id_cell(text: str) -> str:
    """An id, with an apostrophe where a spreadsheet would round it."""
    return f"'{text}" if text.isdigit() and len(text) > _WHOLE_UP_TO else text_cell(text)


def as_mime(cells: Cells) -> QMimeData:
    """As tab-separated text and as a table of HTML."""
    mime = QMimeData()
    mime.setText("\n".join("\t".join(line) for line in cells))
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in cells)
    mime.setHtml(f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>')
    return mime
