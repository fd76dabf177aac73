"""The program itself, told to search at once and to say when 60 results with their pictures are painted.

Run as a process of its own: ``python -m tests.bench.results_app --profile DIR --gateway-url ...``. Prints
``painted-all MEGABYTES`` and ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtWidgets import QApplication

from sourcing_app.__main__ import _launch
from sourcing_app.app import Program
from sourcing_app.ui.one_window import OneWindow
from sourcing_app.ui.results.card_delegate import CardDelegate
from sourcing_app.ui.search.view import SearchPage
from tests.bench.memory import megabytes

WANTED = 60
KEYWORD = "包"
SIZE = (2400, 2400)


class Watch(QObject):
    """Counts the cards that were painted with their picture."""

    def __init__(self, program: Program, wanted: int) -> None:
        super().__init__(program)
        self._program, self._wanted = program, wanted
        page = program.window.stack.page("search")
        assert isinstance(page, SearchPage)
        self._page = page
        program.entered.connect(self._search)

    def _search(self) -> None:
        self._program.window.take_text(KEYWORD)
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


def main(words: list[str]) -> int:
    """0 once all are painted; 1 after half a minute without. "--usual" as the first word: in a window of usual size."""
    usual = words[:1] == ["--usual"]
    launch = _launch(words[1:] if usual else words)
    profile = launch.profile or Path()
    profile.mkdir(parents=True, exist_ok=True)
    application = QApplication([sys.argv[0]])
    one = OneWindow(profile)
    if not one.take():
        return 2
    program = Program(application, launch, profile, one)
    program.window.resize(*((1280, 800) if usual else SIZE))
    Watch(program, 10 if usual else WANTED)
    QTimer.singleShot(30_000, lambda: application.exit(1))
    return program.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
