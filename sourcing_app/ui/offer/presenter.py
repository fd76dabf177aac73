"""What the product page knows: the open offers, each with its facts, its quantities, and how fresh it is."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.cart import Problem, QuantityProblem, lines_from_offer
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.offer import Offer, OfferSummary
from sourcing_app.errors import OfferGone
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.models.sku_sheet import SkuSheet
from sourcing_app.ui.quantity_sentences import problem_sentence
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.domain.money import ExchangeRate
    from sourcing_app.ui.doors import UseCases
    from sourcing_app.ui.offer.clean_html import CleanDescription

_log = logging.getLogger(__name__)


class OfferState(Enum):
    """Which face an offer's page has."""

    WAITING = "waiting"
    LOADING = "loading"
    READY = "ready"
    GONE = "gone"
    FAILED = "failed"


class OfferPresenter(QObject):
    """One open offer. card: as last seen in a list, None if it was not.

    changed: any fact; described: the cleaned description; note: a sentence beside the grid.
    """

    changed = Signal()
    described = Signal(object)

    def __init__(self, offer_id: OfferId, edits: CartEdits, tasks: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offer_id = offer_id
        self.sheet = SkuSheet(self)
        self.state = OfferState.WAITING
        self.error: Exception | None = None
        self.fetched_at: datetime | None = None
        self.rate: ExchangeRate | None = None
        self.refreshing = False
        self.card: OfferSummary | None = None
        self._edits, self._tasks = edits, tasks
        self._use_cases: UseCases | None = None
        self._adding = False
        edits.changed.connect(self._cart_changed)
        edits.failed.connect(self._add_failed)

    @property
    def offer(self) -> Offer | None:
        """As last seen; None before."""
        return self.sheet.offer

    @property
    def title(self) -> str:
        """For a tab: translated, else Chinese, else the id."""
        offer = self.offer
        return (offer.title_translated or offer.title) if offer is not None else str(self.offer_id)

    @property
    def is_gone(self) -> bool:
        """Whether it cannot be ordered any more, though it may still be shown."""
        return isinstance(self.error, OfferGone) or (self.offer is not None and not self.offer.available)

    def attach(self, use_cases: UseCases) -> None:
        """Read it: what is on disk at once, then the platform's word."""
        self._use_cases = use_cases
        self.rate = use_cases.preferences.rate
        self._tasks.start(f"card {self.offer_id}", use_cases.open_offer.card(self.offer_id), self._show_card)
        if self.offer is None:
            self._be(OfferState.LOADING)
            self._tasks.start(f"cached {self.offer_id}", use_cases.open_offer.cached(self.offer_id), self._show_cached)
        self.refresh()

    def detach(self) -> None:
        """What is shown stays."""
        self._use_cases = None
        self.changed.emit()

    def refresh(self) -> None:
        """Ask the platform again."""
        if self._use_cases is None:
            return
        self.refreshing = True
        if self.offer is None:
            self._be(OfferState.LOADING)
        self._tasks.start(
            f"offer {self.offer_id}", self._use_cases.open_offer(self.offer_id), self._show_fresh, self._fail
        )
        self.changed.emit()

    def describe(self) -> None:
        """Clean the seller's description, away from the GUI thread; ``described`` brings it."""
        offer = self.offer
        if offer is not None:
            self._tasks.start(f"describe {self.offer_id}", _clean(offer.description_html), self.described.emit)

    # --- cart -------------------------------------------------------------------------------------------------------

    @property
    def in_cart(self) -> int:
        """Sale units of this offer that are in the cart already."""
        cart = self._edits.cart
        return sum(line.quantity for line in cart.lines if line.offer_id == self.offer_id) if cart is not None else 0

    def problems(self) -> tuple[QuantityProblem, ...]:
        """Rules broken; a minimum that is met together with what is in the cart is not."""
        together = self.in_cart + self.sheet.total.quantity
        return tuple(
            problem
            for problem in self.sheet.problems
            if problem.kind is not Problem.BELOW_MINIMUM or problem.limit is None or together < problem.limit
        )

    def obstacle(self) -> str:
        """Why nothing can be put in the cart now; "" when it can."""
        if self.is_gone:
            return self.tr("This offer is not for sale any more.")
        if self._use_cases is None:
            return self.tr("Not connected yet.")
        if self.offer is None or not self.sheet.quantities:
            return self.tr("Type the quantities you want.")
        if self._adding:
            return self.tr("Putting it in the cart…")
        problem = next(iter(self.problems()), None)
        if problem is not None:
            return problem_sentence(problem, self.sheet.name_of(problem.spec_id) if problem.spec_id else "")
        return ""

    def add_to_cart(self) -> None:
        """Put what is chosen in the cart, and begin anew."""
        offer = self.offer
        if offer is None or self.obstacle():
            return
        self._adding = True
        self._edits.add(lines_from_offer(offer, self.sheet.quantities, datetime.now(UTC)), self._added)
        self.changed.emit()

    def suggestion(self, problem: QuantityProblem) -> tuple[tuple[SpecId, int], ...]:
        """Quantities that would put it right: (spec, quantity), lower first."""
        if problem.spec_id is not None:
            return tuple((problem.spec_id, value) for value in problem.nearest)
        offer, spec = self.offer, self.sheet.last_edited
        quantities = self.sheet.quantities
        if problem.kind is not Problem.BELOW_MINIMUM or offer is None or spec not in quantities or spec is None:
            return ()
        wanted = quantities[spec] + (problem.missing or 0) - self.in_cart
        raised = -(-wanted // offer.lot_size) * offer.lot_size
        return ((spec, raised),) if quantities[spec] < raised <= offer.stock_of(spec) else ()

    # --- inside -----------------------------------------------------------------------------------------------------

    def _show_card(self, card: OfferSummary | None) -> None:
        if card != self.card:
            self.card = card
            self.changed.emit()

    def _show_cached(self, aged: Aged[Offer] | None) -> None:
        if aged is not None and self.offer is None:
            self.sheet.show_offer(aged.value)
            self.fetched_at = aged.fetched_at
            self._be(OfferState.READY)

    def _show_fresh(self, offer: Offer) -> None:
        self.refreshing, self.error = False, None
        self.fetched_at = datetime.now(UTC)
        self.sheet.show_offer(offer)
        self._be(OfferState.READY)

    def _fail(self, error: Exception) -> None:
        self.refreshing, self.error = False, error
        if self.offer is None:
            self._be(OfferState.GONE if isinstance(error, OfferGone) else OfferState.FAILED)
        else:
            self.changed.emit()

    def _added(self) -> None:
        self._adding = False
        self.sheet.start_over()

    def _cart_changed(self) -> None:
        self.changed.emit()

    def _add_failed(self) -> None:
        self._adding = False
        self.changed.emit()

    def _be(self, state: OfferState) -> None:
        self.state = state
        self.changed.emit()


async def _clean(source: str) -> CleanDescription:
    """On another thread, and nh3 is loaded only now."""
    import asyncio

    return await asyncio.to_thread(_clean_now, source)


def _clean_now(source: str) -> CleanDescription:
    from sourcing_app.ui.offer.clean_html import clean_description

    return clean_description(source)


class ProductPresenter(QObject):
    """The open offers in the order of their tabs. opened, closed: (place, presenter); raised: the place to show."""

    opened = Signal(int, object)
    closed = Signal(int, object)
    raised = Signal(int)
    failed = Signal(object)

    def __init__(self, edits: CartEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self.edits = edits
        self.offers: list[OfferPresenter] = []
        self._use_cases: UseCases | None = None

    def attach(self, use_cases: UseCases) -> None:
        """All open offers are read again with this account."""
        self._use_cases = use_cases
        for each in self.offers:
            each.attach(use_cases)

    def detach(self) -> None:
        """What is shown stays."""
        self._use_cases = None
        for each in self.offers:
            each.detach()

    def open(self, offer_id: OfferId, *, behind: bool = False) -> None:
        """Show an offer; one that is open already is only raised. behind: in a tab of its own, without going there."""
        place = next((at for at, each in enumerate(self.offers) if each.offer_id == offer_id), None)
        if place is None:
            place = len(self.offers)
            presenter = OfferPresenter(offer_id, self.edits, self.tasks, self)
            self.offers.append(presenter)
            self.opened.emit(place, presenter)
            if self._use_cases is not None:
                presenter.attach(self._use_cases)
        if not behind or place == 0:
            self.raised.emit(place)

    def close(self, place: int) -> None:
        """Close a tab."""
        if 0 <= place < len(self.offers):
            gone = self.offers.pop(place)
            self.closed.emit(place, gone)
            gone.setParent(None)
            gone.deleteLater()
