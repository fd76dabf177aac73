"""Chosen offers to the clipboard: as cells for a spreadsheet, as titles, links or ids."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.results.columns import Column
from sourcing_app.ui.spreadsheet_text import text_cell


def offer_link(offer: OfferSummary) -> str:
    """The offer's page at 1688, made from its id: never an address that came with the data."""
    return f"https://detail.1688.com/offer/{offer.offer_id}.html"


def as_cells(offers: Sequence[OfferSummary], columns: Sequence[Column], *, chinese: bool = False) -> QMimeData:
    """TSV and HTML with a header row. Numbers stay numbers; a seller's text can never act as a formula."""
    rows = [[column.heading() for column in columns] + ["URL"]]
    for offer in offers:
        cells = [_cell(column, offer, chinese) for column in columns]
        rows.append([*cells, offer_link(offer)])
    mime = QMimeData()
    mime.setText("\n".join("\t".join(row) for row in rows))
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    mime.setHtml(f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>')
    return mime


def _cell(column: Column, offer: OfferSummary, chinese: bool) -> str:
    text = offer.title if chinese and column.key == "title" else column.plain(offer)
    return " ".join(text.split()) if column.is_number else text_cell(text)
