"""The photo bench on the page, at a real marketplace: boxes, keys, turning, undo, results that are kept."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from sourcing_app.domain.picture import FoundParts, PreparedPicture, Region
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.ui.image_search.beside_preview import BesidePreview
from sourcing_app.ui.image_search.crop_view import CropView
from sourcing_app.ui.image_search.presenter import PATIENCE_MS
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.usecases.find_parts import FindParts
from sourcing_app.usecases.search_by_picture import SearchByPicture
from tests.imaging.scenes import two_things
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox

WHILE_OTHERS_WORK_MS = 20_000
LEFT = Qt.MouseButton.LeftButton
SURE = FoundParts((Region(150, 250, 380, 520), Region(660, 100, 900, 450)), is_sure=True)


@pytest.fixture(scope="module")
def photo() -> bytes:
    """Two things side by side."""
    shop = Shop.generated()
    one, other = (shop.recipes[offer.index] for offer in Random(77).sample(shop.listed, 2))
    return as_jpeg(two_things(one, other, Random(3))[0])


def as_jpeg(image: Image.Image) -> bytes:
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=92)
    return kept.getvalue()


@pytest.fixture
def page(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path) -> Iterator[PhotoPage]:
    made = PhotoPage(loader)
    made.resize(1200, 800)
    made.show()
    made.presenter.patience.setInterval(WHILE_OTHERS_WORK_MS)
    given = desk.use_cases(sandbox, tmp_path)
    session = given.search_by_picture._session
    made.attach(replace(given, search_by_picture=SearchByPicture(session, prepare_photo)))
    yield made
    desk.run(made.presenter.tasks.close())
    made.deleteLater()


def settle(desk: Desk, page: PhotoPage) -> None:
    desk.spin_until(lambda: not page.presenter.tasks.busy)


def finds(page: PhotoPage, look: object) -> None:
    """look: a function from a photo to FoundParts."""
    use_cases = page.presenter._use_cases
    assert use_cases is not None
    page.attach(replace(use_cases, find_parts=FindParts(look)))  # type: ignore[arg-type]


def asked(sandbox: RunningSandbox) -> int:
    """How many picture searches came to the marketplace."""
    return len(sandbox.look("calls", api="product.search.imageQuery")["calls"])


def ids(page: PhotoPage) -> list[str]:
    return [offer.offer_id for offer in page.presenter.offers.offers]


def do(page: PhotoPage, key: str) -> None:
    """As the window does it when the action's key is pressed."""
    next(each for each in page.actions_of_page() if each.key == key).run()


def test_a_box_that_is_surely_meant_is_searched_first_and_the_whole_photo_is_one_key_away(
    desk: Desk, page: PhotoPage, photo: bytes
) -> None:
    page.search_picture(photo)
    settle(desk, page)
    boxes = page.presenter.boxes
    assert len(boxes) >= 2
    assert page.presenter.region == boxes[0].region
    assert page.panel.crop.region() == boxes[0].region
    assert page.panel.boxes.chips[1].isChecked()
    found = ids(page)
    whole = next(each for each in page.actions_of_page() if each.key == "photo.whole")
    assert whole.shortcut == "0"
    whole.run()
    settle(desk, page)
    assert page.presenter.region is None
    assert page.panel.boxes.chips[0].isChecked()
    assert ids(page) != found


def test_where_no_box_is_surely_meant_the_whole_photo_is_searched_and_boxes_are_offered(
    desk: Desk, page: PhotoPage, photo: bytes
) -> None:
    finds(page, lambda _: replace(SURE, is_sure=False))
    page.search_picture(photo)
    settle(desk, page)
    assert page.presenter.region is None
    assert [box.region for box in page.presenter.boxes][:2] == list(SURE.boxes)


def test_boxes_that_come_late_do_not_hold_up_the_search_and_are_offered_then(
    desk: Desk, page: PhotoPage, photo: bytes
) -> None:
    may_answer = threading.Event()

    def slow(_: PreparedPicture) -> FoundParts:
        may_answer.wait()
        return SURE

    finds(page, slow)
    page.presenter.patience.setInterval(PATIENCE_MS)
    page.search_picture(photo)
    desk.spin_until(lambda: page.presenter.offers.rowCount() > 0)
    found = ids(page)
    may_answer.set()
    settle(desk, page)
    assert page.presenter.region is None
    assert ids(page)[: len(found)] == found
    assert len(page.panel.boxes.chips) >= 3


def test_a_photo_in_which_no_boxes_can_be_found_is_searched_all_the_same(
    desk: Desk, page: PhotoPage, photo: bytes
) -> None:
    def fails(_: PreparedPicture) -> FoundParts:
        raise PictureUnreadable("too_much_work")

    finds(page, fails)
    page.search_picture(photo)
    settle(desk, page)
    assert page.results.face() == "list"


def test_the_box_that_the_platform_saw_is_offered_too(desk: Desk, page: PhotoPage, photo: bytes) -> None:
    finds(page, lambda _: FoundParts())
    page.search_picture(photo)
    settle(desk, page)
    assert [box.by_platform for box in page.presenter.boxes] == [True]
    assert len(page.panel.boxes.chips) == 2


def test_each_box_remembers_what_it_found(desk: Desk, page: PhotoPage, photo: bytes, sandbox: RunningSandbox) -> None:
    finds(page, lambda _: SURE)
    page.search_picture(photo)
    settle(desk, page)
    first = ids(page)
    page.panel.boxes.chips[2].click()
    settle(desk, page)
    second, before = ids(page), asked(sandbox)
    assert second != first
    assert page.panel.boxes.chips[1].is_kept
    page.panel.boxes.chips[1].click()
    assert ids(page) == first, "at once, without asking"
    do(page, "photo.box2")
    assert ids(page) == second
    settle(desk, page)
    assert asked(sandbox) == before
    page.refresh()
    settle(desk, page)
    assert asked(sandbox) == before + 1, "F5 asks again"


def test_results_of_other_words_are_not_taken_for_those_of_a_box(desk: Desk, page: PhotoPage, photo: bytes) -> None:
    finds(page, lambda _: SURE)
    page.search_picture(photo)
    settle(desk, page)
    first = ids(page)
    do(page, "photo.box2")
    settle(desk, page)
    page.presenter.set_words("zzzz nothing")
    settle(desk, page)
    do(page, "photo.box1")
    settle(desk, page)
    assert ids(page) != first


def test_a_click_on_an_outlined_box_searches_by_it_and_a_drag_draws_an_area(
    desk: Desk, page: PhotoPage, photo: bytes
) -> None:
    finds(page, lambda _: SURE)
    page.search_picture(photo)
    settle(desk, page)
    crop = page.panel.crop
    QTest.mouseClick(crop, LEFT, pos=on_screen(crop, 700, 300))
    settle(desk, page)
    assert page.presenter.region == SURE.boxes[1]
    QTest.mousePress(crop, LEFT, pos=on_screen(crop, 20, 20))
    QTest.mouseMove(crop, on_screen(crop, 140, 140))
    QTest.mouseRelease(crop, LEFT, pos=on_screen(crop, 140, 140))
    assert page.presenter.region == SURE.boxes[1], "an area that is drawn waits for Enter"
    assert page.panel.area.isVisibleTo(page)
    QTest.keyClick(crop, Qt.Key.Key_Return)
    settle(desk, page)
    assert page.presenter.region == crop.region() != SURE.boxes[1]
    assert not page.panel.area.isVisibleTo(page)


def on_screen(crop: CropView, x: int, y: int) -> QPoint:
    rect = crop.photo_rect()
    scale = rect.width() / crop._pixmap.width()
    return QPoint(round(rect.x() + x * scale), round(rect.y() + y * scale))


def test_turning_turns_photo_area_and_boxes_and_undo_leads_back_to_what_was_found(
    desk: Desk, page: PhotoPage, photo: bytes, sandbox: RunningSandbox
) -> None:
    finds(page, lambda _: SURE)
    page.search_picture(photo)
    settle(desk, page)
    before, picture = ids(page), page.presenter.picture
    assert picture is not None
    page.panel.tools.right.click()
    settle(desk, page)
    turned = page.presenter.picture
    assert turned is not None
    assert (turned.width, turned.height) == (picture.height, picture.width)
    box = SURE.boxes[0]
    assert page.presenter.region == Region(picture.height - box.bottom, box.left, picture.height - box.top, box.right)
    assert page.presenter.boxes[0].region == page.presenter.region
    assert image_of(turned).resize((8, 8)) != image_of(picture).resize((8, 8))
    calls = asked(sandbox)
    do(page, "photo.undo")
    settle(desk, page)
    assert (page.presenter.picture, ids(page)) == (picture, before)
    assert asked(sandbox) == calls
    do(page, "photo.redo")
    settle(desk, page)
    assert page.presenter.picture == turned
    do(page, "photo.mirror")
    settle(desk, page)
    assert page.results.face() == "list"


def image_of(picture: PreparedPicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.jpeg))


def test_the_photo_is_enlarged_towards_the_area_and_shown_whole_again(
    desk: Desk, page: PhotoPage, photo: bytes
) -> None:
    finds(page, lambda _: SURE)
    page.search_picture(photo)
    settle(desk, page)
    crop = page.panel.crop
    whole = crop.photo_rect()
    for _ in range(4):
        do(page, "photo.zoom_in")
    assert crop.zoom > 2
    assert crop.photo_rect().width() > 2 * whole.width()
    assert crop.rect().contains(on_screen(crop, 265, 385)), "the middle of the area is in sight"
    do(page, "photo.all")
    assert crop.photo_rect() == whole


def test_every_act_on_the_photo_stands_in_the_palette_with_a_key_of_its_own(page: PhotoPage) -> None:
    acts = {each.key: each.shortcut for each in page.actions_of_page()}
    for key in ("whole", "box1", "right", "left", "mirror", "undo", "redo", "zoom_in", "zoom_out", "all", "crop"):
        assert acts[f"photo.{key}"], key
    shortcuts = [each for each in acts.values() if each]
    assert len(set(shortcuts)) == len(shortcuts)


def test_photo_and_offer_stand_side_by_side_at_one_size_and_flicker_while_f_is_held(
    desk: Desk, page: PhotoPage, photo: bytes, sandbox: RunningSandbox
) -> None:
    page.loader.allow_gateway(sandbox.gateway_url)
    finds(page, lambda _: SURE)
    page.search_picture(photo)
    settle(desk, page)
    do(page, "photo.beside")
    beside = page.results._preview
    assert isinstance(beside, BesidePreview)
    first, second = beside.squares()
    assert first.size() == second.size()
    assert beside.rect().contains(second.toRect())
    beside.grab()
    desk.spin_until(page.loader.is_idle)
    apart = squares(beside)
    assert apart[0] != apart[1]
    QTest.keyPress(beside, Qt.Key.Key_F)
    over = squares(beside)
    assert over[0] == over[1] == apart[1], "the offer's picture lies in the photo's place"
    QTest.keyRelease(beside, Qt.Key.Key_F)
    assert squares(beside) == apart
    QTest.keyClick(beside, Qt.Key.Key_Right)
    assert page.results.list_view.currentIndex().row() == 1
    QTest.keyClick(beside, Qt.Key.Key_Space)
    assert not beside.isVisible()


def squares(beside: BesidePreview) -> list[bytes]:
    """What lies in each, below the captions."""
    image = beside.grab().toImage()
    ratio, found = image.devicePixelRatio(), []
    for square in beside.squares():
        part = square.adjusted(8, 40, -8, -8).toRect()
        part = QRect(part.topLeft() * ratio, part.size() * ratio)
        found.append(bytes(image.copy(part).constBits()))
    return found


def test_offers_with_one_picture_become_one_card_and_ctrl_g_shows_them_all(
    desk: Desk, page: PhotoPage, photo: bytes, sandbox: RunningSandbox
) -> None:
    page.loader.allow_gateway(sandbox.gateway_url)
    finds(page, lambda _: SURE)
    page.search_picture(photo)
    settle(desk, page)
    offers = page.presenter.offers
    rows = list(offers.arrived[:6])
    rows[3] = replace(rows[3], picture_url=rows[0].picture_url, seller="another")
    offers.replace(rows)
    page.same.look()
    desk.spin_until(lambda: offers.rowCount() == 5)
    group = offers.group_of(offers.offer(0))
    assert group is not None
    assert group.sellers_text() == "Same picture · 2 sellers"
    page.results.grid.grab()
    act = next(each for each in page.actions_of_page() if each.key == "photo.same")
    assert act.shortcut == "Ctrl+G"
    act.run()
    assert list(offers.offers) == rows
    act.run()
    page.results.grid.setCurrentIndex(offers.index(1, 0))
    offers.replace(rows)
    page.results.grid.setCurrentIndex(offers.index(1, 0))
    page.presenter.page_added.emit()
    desk.spin_until(lambda: offers.group_of(rows[0]) is not None)
    assert offers.rowCount() == 6, "cards do not move under somebody who is among them"
