"""Photos with one thing among others, searched by through the page, the photo process and the marketplace: does the offer come?

``python -m tests.bench.proposed_boxes --count 100`` prints the table. No box is given: the program proposes it and decides whether
to search by it first. Seeds are other ones than the finder was made with.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from PIL import Image
from PySide6.QtWidgets import QApplication

from sourcing_app.imaging.worker import PhotoWorker
from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.usecases.find_parts import FindParts
from sourcing_app.usecases.search_by_picture import SearchByPicture
from tests.imaging.scenes import (
    Scene,
    card_screenshot,
    on_photograph,
    page_screenshot,
    picture_in_picture,
    shared,
    two_things,
)
from tests.sandbox.shop.photos import picture_and_mask
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox, running_sandbox

SEED = 31_337
GOOD = 0.5
"""Intersection over union."""
UNHURRIED_MS = 60_000
"""The photo process is measured by its answers here, not by its speed."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of the photos. first, five: the offer came first, among the first five; box: the best box is a right one."""

    first: float
    five: float
    box: float


def _catalogue(recipe: Recipe, _: Recipe, __: Random) -> Scene:
    return picture_and_mask(recipe)[0].convert("RGB"), []


CHANGES: dict[str, Callable[[Recipe, Recipe, Random], Scene]] = {
    "catalogue picture as it is": _catalogue,
    "screenshot of one card": lambda one, _, dice: card_screenshot(one, dice),
    "screenshot of a page with one card": lambda one, _, dice: page_screenshot(one, dice),
    "two things": two_things,
    "picture in picture": lambda one, _, dice: picture_in_picture(one, dice),
    "thing at a third of the width on a photograph": lambda one, _, dice: on_photograph(one, dice),
}


def open_page(
    desk: Desk, sandbox: RunningSandbox, folder: Path, loader: PictureLoader, worker: PhotoWorker
) -> PhotoPage:
    """As in the program, with its photo process."""
    page = PhotoPage(loader)
    given = desk.use_cases(sandbox, folder)
    search = SearchByPicture(given.search_by_picture._session, worker, worker.cancel)
    page.presenter.patience.setInterval(UNHURRIED_MS)
    page.attach(replace(given, search_by_picture=search, find_parts=FindParts(worker.boxes)))
    return page


def rates(desk: Desk, page: PhotoPage, change: str, count: int, seed: int = SEED) -> Rates:
    """Over so many photos."""
    shop = Shop.generated()
    chosen = Random(f"{seed}:{change}").sample(shop.listed, 2 * count)
    places, boxes = [], 0
    for at in range(count):
        one, other = chosen[at], chosen[count + at]
        recipes = shop.recipes[one.index], shop.recipes[other.index]
        image, right = CHANGES[change](*recipes, Random(f"{seed}:{at}"))
        wanted = {str(one.offer_id), str(other.offer_id)} if change == "two things" else {str(one.offer_id)}
        places.append(_place(desk, page, image, wanted))
        best = page.presenter.boxes[:1]
        boxes += not right or any(shared(each.region, box) >= GOOD for each in best for box in right)
    return Rates(sum(place < 1 for place in places) / count, sum(place < 5 for place in places) / count, boxes / count)


def _place(desk: Desk, page: PhotoPage, image: Image.Image, wanted: set[str]) -> int:
    """Of the first of these offers among what is found."""
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=92)
    page.search_picture(kept.getvalue())
    desk.spin_until(lambda: not page.presenter.tasks.busy)
    found = [offer.offer_id for offer in page.presenter.offers.arrived]
    return next((at for at, offer_id in enumerate(found) if offer_id in wanted), len(found) + 5)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    desk, worker = Desk(QApplication(sys.argv[:1])), PhotoWorker()
    with running_sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader()
        page = open_page(desk, sandbox, Path(folder), loader, worker)
        for change in CHANGES:
            made = rates(desk, page, change, options.count, options.seed)
            print(f"{change:48} first {made.first:5.0%}  in five {made.five:5.0%}  box {made.box:5.0%}", flush=True)
        desk.run(page.presenter.tasks.close())
        loader.close()
        worker.close()
        desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
