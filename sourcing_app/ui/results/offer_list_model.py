"""The offers found, for grid and table alike. Holds records and answers from memory; never fetches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, Signal

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.results.columns import (
    COLUMNS,
    MINIMUM,
    PRICE,
    REPURCHASE,
    SCORE,
    SOLD,
    OfferColumn,
    ShownAt,
    shown_title,
)
from sourcing_app.ui.results.same_pictures import SameGroup
from sourcing_app.ui.tables.column import in_order
from sourcing_app.ui.tables.record_model import Index, RecordModel

_ROOT = QModelIndex()
_SPOKEN = (PRICE, MINIMUM, SOLD, REPURCHASE, SCORE)


class OfferListModel(RecordModel[OfferSummary, ShownAt]):
    """Rows are offers, no offer twice. Sorting here (by a column) is told apart from the platform's order: ``sorting``."""

    groups_changed = Signal()

    def __init__(self, parent: QObject | None = None, columns: Sequence[OfferColumn] = COLUMNS) -> None:
        super().__init__(columns, parent)
        self._offers: list[OfferSummary] = []
        self._arrived: list[OfferSummary] = []
        self._rows: dict[OfferId, int] = {}
        self._pictures: dict[str, list[int]] = {}
        self._shown = ShownAt()
        self._groups: tuple[SameGroup, ...] = ()
        self._group_of: dict[OfferId, SameGroup] = {}
        self.folds = True

    @property
    def context(self) -> ShownAt:
        return self._shown

    def record(self, row: int) -> OfferSummary:
        return self._offers[row]

    def spoken(self, record: OfferSummary) -> str:
        parts = [isolated(shown_title(record, chinese=self.chinese)), self.outside(record)]
        parts += [f"{column.heading(self._shown)} {column.text(record, self._shown)}" for column in _SPOKEN]
        group = self.group_of(record)
        parts += [group.sellers_text(), group.spread_text()] if group is not None else []
        return ", ".join(part for part in parts if part)

    @property
    def offers(self) -> Sequence[OfferSummary]:
        """In the order shown."""
        return self._offers

    @property
    def arrived(self) -> tuple[OfferSummary, ...]:
        """In the platform's order."""
        return tuple(self._arrived)

    @property
    def chinese(self) -> bool:
        """Whether Chinese titles are shown."""
        return self._shown.chinese

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
        if chinese != self.chinese:
            self._shown = replace(self._shown, chinese=chinese)
            if self._offers:
                last = self.index(len(self._offers) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)

    def show_compared(self, ids: frozenset[OfferId]) -> None:
        """The offers that are being compared carry its sign."""
        self._shown = replace(self._shown, compared=ids)

    def show_range(self, low: Money | None, high: Money | None) -> bool:
        """Between which prices these were asked for; whether that is another range than before."""
        is_new = (low, high) != (self._shown.low, self._shown.high)
        self._shown = replace(self._shown, low=low, high=high)
        return is_new

    def outside(self, offer: OfferSummary) -> str:
        """Why its price is not within the range; "" where it is."""
        return self._shown.outside(offer)

    def group_of(self, offer: OfferSummary) -> SameGroup | None:
        """The offers with the same picture, where there are others."""
        return self._group_of.get(offer.offer_id)

    def show_groups(self, groups: tuple[SameGroup, ...]) -> None:
        """Of each group only its first stands in the list, unless they are unfolded."""
        if groups != self._groups:
            self._groups = groups
            self._group_of = {offer.offer_id: group for group in groups for offer in group.offers}
            self._rearrange(self._in_order(self._arrived))
            self.groups_changed.emit()

    def fold(self, folds: bool) -> None:
        """One offer a group, or all of them."""
        if folds != self.folds:
            self.folds = folds
            self._rearrange(self._in_order(self._arrived))
            self.groups_changed.emit()

    def _folded(self, offers: list[OfferSummary]) -> list[OfferSummary]:
        if not self._group_of or not self.folds:
            return offers
        kept: list[OfferSummary] = []
        seen: set[int] = set()
        for offer in offers:
            group = self._group_of.get(offer.offer_id)
            if group is None or id(group) not in seen:
                kept.append(offer)
                seen.add(id(group))
        return kept

    def replace(self, offers: Iterable[OfferSummary]) -> None:
        """Other results altogether."""
        self.beginResetModel()
        self._groups, self._group_of = (), {}
        self._arrived = _without_repeats(offers, set())
        self._offers = self._in_order(self._arrived)
        self._index_rows()
        self.endResetModel()

    def append(self, offers: Iterable[OfferSummary]) -> int:
        """More of the same, repeats left out. How many were new."""
        new = _without_repeats(offers, {offer.offer_id for offer in self._arrived})
        if not new:
            return 0
        if self.sorting is not None:
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

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def rearrange(self) -> None:
        self._rearrange(self._in_order(self._arrived))

    def _in_order(self, offers: list[OfferSummary]) -> list[OfferSummary]:
        return self._folded(in_order(offers, self.columns, self.sorting))

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
