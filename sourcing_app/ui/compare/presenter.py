"""What the comparison knows: which offers, their facts as they come in, and the quantity they are compared at."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.ids import AccountKey, OfferId
from sourcing_app.domain.offer import Offer
from sourcing_app.domain.pick import Pick
from sourcing_app.errors import OfferGone
from sourcing_app.ui.compare.kept_picks import MAX_COMPARED, read_picks, written
from sourcing_app.ui.notices import Notice, notice_of
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.money import ExchangeRate
    from sourcing_app.ui.doors import UseCases

AT_ONCE = 2
"""So many offers are asked for at the same time: whoever works beside it is not kept waiting."""
FRESH_S = 300
"""What is younger is not asked for again unless a person wants it."""
FIRST_QUANTITY = 100


@dataclass(frozen=True, slots=True)
class Compared:
    """One column. offer: as last seen, at fetched_at; None before. error: why there is nothing newer."""

    pick: Pick
    offer: Offer | None = None
    fetched_at: datetime | None = None
    error: Exception | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it cannot be ordered any more, though its facts may still be shown."""
        return isinstance(self.error, OfferGone) or (self.offer is not None and not self.offer.available)

    def is_fresh(self, now: datetime) -> bool:
        """Whether it need not be asked for again."""
        return self.error is None and self.fetched_at is not None and (now - self.fetched_at).total_seconds() < FRESH_S


class ComparePresenter(QObject):
    """changed: anything that is shown; picks_changed: which offers are compared; reached, unreached: the platform."""

    changed = Signal()
    picks_changed = Signal()
    reached = Signal()
    unreached = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self.quantity = FIRST_QUANTITY
        self.rate: ExchangeRate | None = None
        self._columns: dict[OfferId, Compared] = {}
        self._before: dict[OfferId, Compared] = {}
        self._kept: dict[str, tuple[Pick, ...]] = {}
        self._account: AccountKey | None = None
        self._language = ""
        self._use_cases: UseCases | None = None
        self._waiting: deque[OfferId] = deque()
        self._asked: set[OfferId] = set()

    @property
    def columns(self) -> tuple[Compared, ...]:
        """In the order in which they were picked."""
        return tuple(self._columns.values())

    @property
    def ids(self) -> frozenset[OfferId]:
        """Of the offers compared."""
        return frozenset(self._columns)

    @property
    def is_asking(self) -> bool:
        """Whether the platform is being asked for any of them."""
        return bool(self._asked)

    @property
    def trouble(self) -> Notice | None:
        """Why facts are missing or old, other than that an offer is gone; None where nothing is wrong."""
        errors = (each.error for each in self.columns)
        return next((notice_of(each) for each in errors if each is not None and not isinstance(each, OfferGone)), None)

    def attach(self, use_cases: UseCases) -> None:
        """This account's comparison, told in its language; another one's is kept for when it is back."""
        key, language = use_cases.account.key, use_cases.preferences.offer_language
        self._use_cases, self.rate = use_cases, use_cases.preferences.rate
        self._stop_asking()
        if (key, language) != (self._account, self._language):
            self._keep()
            self._account, self._language, self._before = key, language, {}
            self._columns = {pick.offer_id: Compared(pick) for pick in self._kept.get(key, ())}
            self.picks_changed.emit()
        self.changed.emit()

    def detach(self) -> None:
        """What is shown stays."""
        self._use_cases = None
        self._stop_asking()
        self.changed.emit()

    # --- which ------------------------------------------------------------------------------------------------------

    def toggle(self, picks: Iterable[Pick]) -> int:
        """Put these in; take them out where all are in already. How many there was no room for."""
        given = {pick.offer_id: pick for pick in picks}
        if given.keys() <= self._columns.keys():
            self.take_out(given)
            return 0
        new = [pick for key, pick in given.items() if key not in self._columns]
        room = MAX_COMPARED - len(self._columns)
        self._be(self._columns | {pick.offer_id: Compared(pick) for pick in new[:room]})
        return max(len(new) - room, 0)

    def take_out(self, ids: Iterable[OfferId]) -> None:
        """No longer compared; ``undo`` brings them back."""
        gone = set(ids)
        self._before = dict(self._columns)
        self._be({key: column for key, column in self._columns.items() if key not in gone})

    def clear(self) -> None:
        """All out; ``undo`` brings them back."""
        self.take_out(tuple(self._columns))

    def undo(self) -> None:
        """What was taken out last is in again, where it was; what came since stays as far as there is room."""
        together = self._before | self._columns
        self._before = {}
        self._be(dict(tuple(together.items())[:MAX_COMPARED]))

    def set_quantity(self, quantity: int) -> None:
        """Compare at this many sale units of each."""
        if quantity != self.quantity:
            self.quantity = quantity
            self.changed.emit()

    def _be(self, columns: dict[OfferId, Compared]) -> None:
        self._columns = columns
        self.picks_changed.emit()
        self.changed.emit()

    # --- their facts ------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Someone looks: what is on disk at once, then the platform's word on what is old or missing."""
        if self._use_cases is None:
            return
        now = datetime.now(UTC)
        for key, column in self._columns.items():
            if column.offer is None and column.error is None:
                self.tasks.start(f"cached {key}", self._use_cases.open_offer.cached(key), partial(self._cached, key))
            elif not column.is_fresh(now):
                self._line_up(key)
        self._go_on()

    def refresh(self) -> None:
        """Ask for all of them again."""
        for key in self._columns:
            self._line_up(key)
        self._go_on()

    def _line_up(self, key: OfferId) -> None:
        if key not in self._waiting and key not in self._asked:
            self._waiting.append(key)

    def _go_on(self) -> None:
        while self._use_cases is not None and self._waiting and len(self._asked) < AT_ONCE:
            key = self._waiting.popleft()
            if key in self._columns:
                self._asked.add(key)
                asked = self._use_cases.open_offer(key)
                self.tasks.start(f"offer {key}", asked, partial(self._fresh, key), partial(self._failed, key))
        self.changed.emit()

    def _stop_asking(self) -> None:
        for key in self._columns.keys() | self._asked:
            self.tasks.forget(f"offer {key}")
            self.tasks.forget(f"cached {key}")
        self._waiting.clear()
        self._asked.clear()

    def _cached(self, key: OfferId, aged: Aged[Offer] | None) -> None:
        column = self._columns.get(key)
        if column is not None and column.offer is None and aged is not None:
            self._set(key, offer=aged.value, fetched_at=aged.fetched_at)
        if key in self._columns and not self._columns[key].is_fresh(datetime.now(UTC)):
            self._line_up(key)
        self._go_on()

    def _fresh(self, key: OfferId, offer: Offer) -> None:
        self._asked.discard(key)
        self._set(key, offer=offer, fetched_at=datetime.now(UTC), error=None)
        self.reached.emit()
        self._go_on()

    def _failed(self, key: OfferId, error: Exception) -> None:
        self._asked.discard(key)
        self._set(key, error=error)
        if notice_of(error).is_offline:
            self.unreached.emit()
        self._go_on()

    def _set(self, key: OfferId, **facts: Any) -> None:
        if key in self._columns:
            self._columns[key] = replace(self._columns[key], **facts)

    # --- remembered -------------------------------------------------------------------------------------------------

    def kept(self) -> str:
        """All accounts' picks, as text."""
        self._keep()
        return written(self._kept)

    def restore(self, text: str) -> None:
        """As kept; shown when their account is attached."""
        self._kept = read_picks(text)

    def _keep(self) -> None:
        if self._account is not None:
            self._kept[self._account] = tuple(each.pick for each in self.columns)
