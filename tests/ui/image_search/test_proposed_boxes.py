"""The box is proposed by the program: a few photos of each kind of the table (``tests.bench.proposed_boxes`` takes 100)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcing_app.imaging.worker import PhotoWorker
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.pictures import PictureLoader
from tests.bench.proposed_boxes import CHANGES, open_page, rates
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox

COUNT = 6
LEAST = {"picture in picture": 0.5, "thing at a third of the width on a photograph": 0.33}
"""Of those that come among the first five; of all others two thirds. So few photos tell a break, not a percent."""


@pytest.fixture
def page(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path) -> Iterator[PhotoPage]:
    worker = PhotoWorker()
    made = open_page(desk, sandbox, tmp_path, loader, worker)
    yield made
    desk.run(made.presenter.tasks.close())
    worker.close()
    made.deleteLater()


@pytest.mark.parametrize("change", CHANGES)
def test_the_offer_is_found_by_the_box_that_the_program_proposes(desk: Desk, page: PhotoPage, change: str) -> None:
    assert rates(desk, page, change, COUNT).five >= LEAST.get(change, 0.66)
