"""The widgets of the open offers: made when an offer is looked at, unloaded when others have been looked at since.

What was typed and read stays with the presenter; a view holds the pictures, the grid and the description, about 6 MB.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.ui.offer.offer_view import OfferView
from sourcing_app.ui.offer.presenter import OfferPresenter

MAX_LOADED = 5
"""The offer shown and those looked at last, between which one goes to and fro."""


class LoadedViews(QStackedWidget):
    """make: a view of an offer, wired. empty: shown where no offer is open."""

    def __init__(
        self, make: Callable[[OfferPresenter], OfferView], empty: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make, self._empty = make, empty
        self._loaded: OrderedDict[OfferPresenter, OfferView] = OrderedDict()
        self.addWidget(empty)

    @property
    def current(self) -> OfferView | None:
        """The view shown, None where no offer is open."""
        view = self.currentWidget()
        return view if isinstance(view, OfferView) else None

    def show_offer(self, presenter: OfferPresenter | None) -> None:
        """Load its view if need be, and unload the one that was longest not looked at."""
        if presenter is None:
            self.setCurrentWidget(self._empty)
            return
        if presenter not in self._loaded:
            view = self._make(presenter)
            self._loaded[presenter] = view
            self.addWidget(view)
        self._loaded.move_to_end(presenter)
        self.setCurrentWidget(self._loaded[presenter])
        while len(self._loaded) > MAX_LOADED:
            self.unload(next(iter(self._loaded)))

    def unload(self, presenter: OfferPresenter) -> None:
        """Give the memory of its view back; nothing where it is not loaded."""
        view = self._loaded.pop(presenter, None)
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()

    def loaded(self) -> Iterator[tuple[OfferPresenter, OfferView]]:
        """Those that exist, the one looked at last at the end."""
        yield from tuple(self._loaded.items())
