"""Watches the program until the results in sight are painted with their pictures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer

from sourcing_app.app.program import Program
from sourcing_app.ui.results.card_delegate import CardDelegate
from sourcing_app.ui.search.view import SearchPage
from tests.bench.memory import megabytes


class Watch(QObject):
    """Searches at once and counts the cards that were painted with their picture; says so on stdout and ends."""

    def __init__(self, program: Program, keyword: str, wanted: int) -> None:
        super().__init__(program)
        self._program, self._keyword, self._wanted = program, keyword, wanted
        page = program.window.stack.page("search")
        assert isinstance(page, SearchPage)
        self._page = page
        program.entered.connect(self._search)

    def _search(self) -> None:
        self._program.window.take_text(self._keyword)
        self._page.results.list_view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        """A picture that is in memory was there for the paint before."""
        view, loader = self._page.results.list_view, self._page.loader
        delegate, offers = view.itemDelegate(), self._page.presenter.offers.offers[: self._wanted]
        if len(offers) < self._wanted or not isinstance(delegate, CardDelegate) or delegate.late:
            return
        cell = view.visualRect(view.model().index(0, 0))
        side = int(delegate.picture_rect(QRectF(cell)).width())
        ratio = view.devicePixelRatioF()
        if all(loader.pixmap(offer.picture_url, side, ratio) is not None for offer in offers):
            print(f"painted-all {megabytes():.1f}", flush=True)
            self._program.window.close()
