"""Chosen offers to the clipboard: as cells for a spreadsheet, as titles, links or ids."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.results.columns import OfferColumn, ShownAt
from sourcing_app.ui.tables.cells import as_mime, cells_of

_LINK = OfferColumn("link", lambda _: "URL", lambda offer, _: offer_link(offer))


def offer_link(offer: OfferSummary) -> str:
    """The offer's page at 1688, made from its id: never an address that came with the data."""
    return f"https://detail.1688.com/offer/{offer.offer_id}.html"


def as_cells(offers: Sequence[OfferSummary], columns: Sequence[OfferColumn], shown: ShownAt | None = None) -> QMimeData:
    """These columns of the offers and their links, with the headings."""
    return as_mime(cells_of(offers, [*columns, _LINK], shown or ShownAt()))
