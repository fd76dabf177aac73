"""The grid of cards as it paints itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results import card_delegate
from sourcing_app.ui.results.offer_grid import OfferGrid
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.results.skeleton_grid import SkeletonGrid
from tests.support.desk import Desk
from tests.ui.results.builders import page


@pytest.fixture
def grid(desk: Desk, loader: PictureLoader) -> Iterator[OfferGrid]:
    model = OfferListModel()
    made = OfferGrid(model, loader)
    made.resize(900, 700)
    model.replace(page(0, 12).offers)
    yield made
    made.deleteLater()


def test_cards_beyond_the_time_of_a_frame_are_painted_in_the_next_ones(
    desk: Desk, grid: OfferGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_delegate, "PAINT_MS", 0)
    waiting: list[int] = []
    begin = grid.cards.begin

    def watched(wanted: object) -> None:
        waiting.append(len(grid.cards.late))
        begin(wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(grid.cards, "begin", watched)
    grid.show()
    desk.spin_until(lambda: len(waiting) > 1 and grid.is_painted)
    assert max(waiting) > 4


def test_skeletons_that_stay_say_that_the_answer_is_late(qtbot: QtBot) -> None:
    grid = SkeletonGrid()
    qtbot.addWidget(grid)
    grid.resize(800, 600)
    grid.show()
    assert grid.patience.timer.isActive() and not grid.patience.isVisible()
    grid.patience.timer.timeout.emit()
    assert grid.patience.isVisible() and "Still trying" in grid.patience.sentence.text()
    grid.hide()
    assert grid.patience.isHidden() and not grid.patience.timer.isActive()
