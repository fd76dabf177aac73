"""The offers found, for grid and table alike. Holds records and answers from memory; never fetches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.offer_words import outside_words
from sourcing_app.ui.results.columns import COLUMNS, Column, shown_title, tip_of
from sourcing_app.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
OFFER_ROLE = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OfferListModel(QAbstractTableModel):
    """Rows are offers, no offer twice. Sorting here (by a column) is told apart from the platform's order: sorted_by."""

    def __init__(self, parent: QObject | None = None, columns: tuple[Column, ...] = COLUMNS) -> None:
        super().__init__(parent)
        self._columns = columns
        self._offers: list[OfferSummary] = []
        self._arrived: list[OfferSummary] = []
        self._rows: dict[OfferId, int] = {}
        self._pictures: dict[str, list[int]] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._chinese = False
        self._range: tuple[Money | None, Money | None] = (None, None)

    @property
    def columns(self) -> tuple[Column, ...]:
        """As shown."""
        return self._columns

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column it is sorted by here; None for the platform's order."""
        return self._sorted_by

    @property
    def offers(self) -> Sequence[OfferSummary]:
        """In the order shown."""
        return self._offers

    @property
    def chinese(self) -> bool:
        """Whether Chinese titles are shown."""
        return self._chinese

    def offer(self, row: int) -> OfferSummary:
        """The record of a row."""
        return self._offers[row]

    def row_of(self, offer_id: OfferId) -> int | None:
        """Where an offer is, or None."""
        return self._rows.get(offer_id)

    def rows_with_picture(self, address: str) -> Sequence[int]:
        """The rows that show this picture."""
        return self._pictures.get(address, ())

    def show_chinese(self, chinese: bool) -> None:
        """Titles in Chinese, or translated."""
        if chinese != self._chinese:
            self._chinese = chinese
            if self._offers:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._offers) - 1, 0))

    def show_range(self, low: Money | None, high: Money | None) -> bool:
        """Between which prices these were asked for; whether that is another range than before."""
        is_new = (low, high) != self._range
        self._range = low, high
        return is_new

    def outside(self, offer: OfferSummary) -> str:
        """Why its price is not within the range; "" where it is."""
        return outside_words(offer, *self._range)

    def replace(self, offers: Iterable[OfferSummary]) -> None:
        """Other results altogether."""
        self.beginResetModel()
        self._arrived = _without_repeats(offers, set())
        self._offers = self._in_order(self._arrived)
        self._index_rows()
        self.endResetModel()

    def append(self, offers: Iterable[OfferSummary]) -> int:
        """More of the same, repeats left out. How many were new."""
        new = _without_repeats(offers, set(self._rows))
        if not new:
            return 0
        if self._sorted_by is not None:
            self._arrived += new
            self._rearrange(self._in_order(self._arrived))
            return len(new)
        first = len(self._offers)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._arrived += new
        self._offers += new
        self._index_rows(first)
        self.endInsertRows()
        return len(new)

    def refresh(self, offers: Iterable[OfferSummary]) -> None:
        """The first page again, fresh: its offers first, with today's facts; later rows stay. Selection and focus stay."""
        fresh = _without_repeats(offers, set())
        known = {offer.offer_id for offer in fresh}
        later = [offer for offer in self._arrived if offer.offer_id not in known]
        kept = later if len(self._arrived) > 2 * len(fresh) else []
        self._arrived = fresh + kept
        self._rearrange(self._in_order(self._arrived))

    def clear(self) -> None:
        """Nothing found."""
        self.replace(())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._offers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer, column = self._offers[index.row()], self._columns[index.column()]
        if role == OFFER_ROLE:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(offer, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if column.is_number else _LEFT)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(offer)
        if role == Qt.ItemDataRole.ToolTipRole and column.key == "title":
            return plain_tip(tip_of(offer, self.outside(offer)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if column.is_number else _LEFT)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Here, what is loaded; -1 is the platform's order again."""
        self._sorted_by = (column, order) if column >= 0 else None
        self._rearrange(self._in_order(self._arrived))

    def _text(self, offer: OfferSummary, column: Column) -> str:
        if column.key == "title":
            return shown_title(offer, chinese=self._chinese)
        if column.key == "marks":
            return ", ".join(part for part in (self.outside(offer), column.text(offer)) if part)
        return column.text(offer)

    def _spoken(self, offer: OfferSummary) -> str:
        parts = [isolated(shown_title(offer, chinese=self._chinese))]
        if outside := self.outside(offer):
            parts.append(outside)
        parts += [f"{column.heading()} {column.text(offer)}" for column in self._columns[1:6]]
        return ", ".join(parts)

    def _in_order(self, offers: list[OfferSummary]) -> list[OfferSummary]:
        if self._sorted_by is None:
            return list(offers)
        column, order = self._sorted_by
        return sorted(offers, key=self._columns[column].order, reverse=order == Qt.SortOrder.DescendingOrder)

    def _rearrange(self, offers: list[OfferSummary]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._offers[index.row()].offer_id for index in before]
        self._offers = offers
        self._index_rows()
        after = [self._index_of(offer_id, old.column()) for offer_id, old in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _index_of(self, offer_id: OfferId, column: int) -> QModelIndex:
        row = self._rows.get(offer_id)
        return self.index(row, column) if row is not None else QModelIndex()

    def _index_rows(self, first: int = 0) -> None:
        if first == 0:
            self._rows.clear()
            self._pictures.clear()
        for row in range(first, len(self._offers)):
            offer = self._offers[row]
            self._rows[offer.offer_id] = row
            self._pictures.setdefault(offer.picture_url, []).append(row)


def _without_repeats(offers: Iterable[OfferSummary], seen: set[OfferId]) -> list[OfferSummary]:
    """The platform lists the same offer on several pages (quirks.md, 16)."""
    kept = []
    for offer in offers:
        if offer.offer_id not in seen:
            seen.add(offer.offer_id)
            kept.append(offer)
    return kept
