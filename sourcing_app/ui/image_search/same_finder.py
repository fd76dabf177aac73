"""Looks at the thumbnails of what was found, and tells which offers show one and the same picture."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.picture_print import PicturePrint, print_of
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.results.same_pictures import groups_of

SIDE = 160
FEW = 4
"""Thumbnails looked at in one turn of the loop: half a millisecond each."""
KEPT = 2_000


class SameFinder(QObject):
    """Groups are shown once all thumbnails are there, so that cards move once."""

    def __init__(self, model: OfferListModel, loader: PictureLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._loader = model, loader
        self._prints: dict[str, PicturePrint] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self.look)
        loader.arrived.connect(self._look_soon)
        loader.failed.connect(self._look_soon)

    def look(self) -> None:
        """At the next few; those that are not there are asked for."""
        offers, looked = self._model.arrived, 0
        is_waiting = False
        for address in {offer.picture_url for offer in offers} - self._prints.keys():
            if not address or self._loader.is_failed(address):
                continue
            pixmap = self._loader.pixmap(address, SIDE)
            is_waiting = True
            if pixmap is not None and looked < FEW:
                self._prints[address] = print_of(pixmap.toImage())
                looked += 1
        if looked:
            self._turn.start()
        elif not is_waiting:
            self._show(offers)

    def _look_soon(self) -> None:
        if not self._turn.isActive():
            self._turn.start(30)

    def _show(self, offers: tuple[OfferSummary, ...]) -> None:
        self._model.show_groups(groups_of(offers, self._prints))
        while len(self._prints) > KEPT:
            del self._prints[next(iter(self._prints))]
