"""The program itself, loading or scrolling, with a heartbeat: ``python -m tests.bench.stalls_app loading|scrolling ...``.

Prints a line of JSON with p99 and worst.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from sourcing_app.__main__ import _launch
from sourcing_app.app.program import Program
from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.one_window import OneWindow
from sourcing_app.ui.search.view import SearchPage
from tests.bench.heartbeat import Heartbeat
from tests.bench.results_app import KEYWORD, SIZE, WANTED

RESULTS = 10_000
SCROLL_STEPS = 400
STEP_MS = 12


class Measured(QObject):
    """One run of the program."""

    def __init__(self, program: Program, what: str) -> None:
        super().__init__(program)
        self._program, self._what = program, what
        page = program.window.stack.page("search")
        assert isinstance(page, SearchPage)
        self._page = page
        self._beat = Heartbeat(self)
        self._steps = 0
        self._timer = QTimer(self, interval=STEP_MS)
        program.entered.connect(self._begin)

    def _begin(self) -> None:
        """What belongs to the start is over a moment after the account is in."""
        QTimer.singleShot(1500, self, self._load)

    def _load(self) -> None:
        if self._what == "loading":
            self._beat.start()
        self._program.window.take_text(KEYWORD)
        self._timer.timeout.connect(self._loaded)
        self._timer.start()

    def _loaded(self) -> None:
        offers = self._page.presenter.offers.offers[:WANTED]
        if len(offers) < WANTED and self._page.presenter.has_more:
            self._page.presenter.more()
        if len(offers) < WANTED or not _all_there(self._page):
            return
        self._timer.stop()
        self._timer.timeout.disconnect(self._loaded)
        if self._what == "loading":
            self._finish()
            return
        self._page.presenter.offers.replace(many(tuple(self._page.presenter.offers.offers)))
        QTimer.singleShot(1000, self, self._scroll)

    def _scroll(self) -> None:
        self._timer.timeout.connect(self._step)
        self._beat.start()
        self._timer.start()

    def _step(self) -> None:
        bar = self._page.results.list_view.verticalScrollBar()
        self._steps += 1
        bar.setValue(bar.value() + (bar.maximum() // SCROLL_STEPS))
        if self._steps >= SCROLL_STEPS:
            self._timer.stop()
            self._finish()

    def _finish(self) -> None:
        self._beat.stop()
        print(json.dumps({"p99": self._beat.p99(), "worst": self._beat.worst()}), flush=True)
        self._program.window.close()


def _all_there(page: SearchPage) -> bool:
    """Whether what is visible has its pictures."""
    grid = page.results.list_view
    delegate = grid.itemDelegate()
    from PySide6.QtCore import QRectF

    from sourcing_app.ui.results.card_delegate import CardDelegate

    assert isinstance(delegate, CardDelegate)
    side = int(delegate.picture_rect(QRectF(grid.visualRect(grid.model().index(0, 0)))).width())
    offers = page.presenter.offers.offers[:WANTED]
    return all(page.loader.pixmap(each.picture_url, side, grid.devicePixelRatioF()) is not None for each in offers)


def many(found: tuple[OfferSummary, ...]) -> tuple[OfferSummary, ...]:
    """10,000 different offers, with pictures that are really there."""
    shuffle = random.Random(7)
    return tuple(replace(shuffle.choice(found), offer_id=OfferId(str(10**11 + at))) for at in range(RESULTS))


def main(words: list[str]) -> int:
    """0 when it measured."""
    what, launch = words[0], _launch(words[1:])
    assert launch.profile is not None
    launch.profile.mkdir(parents=True)
    application = QApplication([sys.argv[0]])
    one = OneWindow(launch.profile)
    one.take()
    program = Program(application, launch, launch.profile, one)
    program.window.resize(*(SIZE if what == "loading" else (1280, 800)))
    measured = Measured(program, what)
    QTimer.singleShot(60_000, lambda: application.exit(1))
    status = program.run()
    del measured
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
