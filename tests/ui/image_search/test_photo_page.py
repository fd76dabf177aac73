"""The Photo search tab, at a real marketplace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from sourcing_app.domain.picture import Region, WebPicture
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.ui.image_search.drop_target import samples
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.usecases.fetch_picture import FetchPicture
from sourcing_app.usecases.search_by_picture import SearchByPicture
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox


@pytest.fixture
def page(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path) -> Iterator[PhotoPage]:
    made = PhotoPage(loader)
    made.resize(1200, 700)
    made.show()
    given = desk.use_cases(sandbox, tmp_path)
    session = given.search_offers._session  # type: ignore[attr-defined]
    made.attach(replace(given, search_by_picture=SearchByPicture(session, prepare_photo)))
    yield made
    desk.run(made.presenter.tasks.close())
    made.deleteLater()


def settle(desk: Desk, page: PhotoPage) -> None:
    desk.spin_until(lambda: not page.presenter.tasks.busy)


def test_a_photo_that_comes_along_finds_what_is_on_it(desk: Desk, page: PhotoPage) -> None:
    page.try_sample([path.stem for path in samples()].index("mug"))
    settle(desk, page)
    assert page.results.face() == "list"
    assert "mug" in (page.presenter.offers.offer(0).title_translated or "").casefold()
    assert page.presenter.picture is not None
    assert page.panel.clean.isVisibleTo(page)


def test_a_pasted_bitmap_is_searched_by(desk: Desk, page: PhotoPage) -> None:
    page.search_picture(QImage(str(samples()[0])))
    settle(desk, page)
    assert page.results.face() == "list"


def test_a_photo_whose_end_is_missing_is_searched_with_and_said_to_be(desk: Desk, page: PhotoPage) -> None:
    whole = samples()[0].read_bytes()
    page.search_picture(whole[: len(whole) * 7 // 10])
    settle(desk, page)
    assert page.results.face() == "list"
    assert page.panel.cut_off.isVisibleTo(page)
    page.search_picture(whole[:-2])
    settle(desk, page)
    assert not page.panel.cut_off.isVisibleTo(page)


def test_an_area_of_the_photo_is_searched_by(desk: Desk, page: PhotoPage) -> None:
    page.try_sample(0)
    settle(desk, page)
    whole = [offer.offer_id for offer in page.presenter.offers.offers]
    page.panel.crop.set_region(Region(0, 0, 120, 120))
    page.panel.crop.region_changed.emit(page.panel.crop.region())
    page.panel.area.click()
    settle(desk, page)
    assert page.presenter.region == Region(0, 0, 120, 120)
    assert [offer.offer_id for offer in page.presenter.offers.offers] != whole


def test_the_photo_joins_the_recent_ones(desk: Desk, page: PhotoPage) -> None:
    page.try_sample(0)
    settle(desk, page)
    assert page.panel.recent.count() == 1


@pytest.mark.parametrize(("content", "words"), [(b"only text", "not a picture"), (b"", "empty"), (None, "no file")])
def test_a_bad_file_is_answered_with_a_sentence_and_the_ways_in(
    desk: Desk, page: PhotoPage, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "photo.jpg"
    if content is not None:
        path.write_bytes(content)
    page.search_picture(path)
    settle(desk, page)
    assert page.presenter.face is Face.FAILED
    assert words in page.target.sentence()
    assert page.target.isVisible()


def test_a_picture_of_a_foreign_host_is_not_fetched(desk: Desk, page: PhotoPage) -> None:
    page.search_picture("https://evil.test/a.jpg")
    settle(desk, page)
    assert "1688" in page.target.sentence()


def test_the_ways_in_are_within_reach_of_the_keyboard(page: PhotoPage) -> None:
    policies = [each.focusPolicy() for each in page.target.findChildren(type(page.panel.area))]
    assert policies
    assert all(policy & Qt.FocusPolicy.TabFocus for policy in policies)


def test_several_photos_stand_beside_the_first_and_each_can_be_searched_by(
    desk: Desk, page: PhotoPage, tmp_path: Path
) -> None:
    paths = samples()[:2]
    page.search_photos(paths)
    settle(desk, page)
    assert page.panel.given.isVisibleTo(page)
    assert page.panel.given_text.text().startswith("Photo 1 of 2")
    first = page.presenter.picture
    page.panel.after.click()
    settle(desk, page)
    assert page.panel.given_text.text().startswith("Photo 2 of 2")
    assert page.presenter.picture != first
    assert page.results.face() == "list"
    page.search_picture(paths[0])
    settle(desk, page)
    assert not page.panel.given.isVisibleTo(page)


def test_of_several_photos_a_broken_first_one_is_named_and_does_not_end_it(
    desk: Desk, page: PhotoPage, tmp_path: Path
) -> None:
    said: list[str] = []
    page.noticed.connect(lambda notice: said.append(notice.sentence))
    (tmp_path / "broken.jpg").write_bytes(b"only text")
    page.search_photos((tmp_path / "broken.jpg", samples()[0]))
    settle(desk, page)
    assert page.results.face() == "list"
    assert page.panel.given_text.text().startswith("Photo 2 of 2")
    assert [sentence.startswith("broken.jpg: ") for sentence in said] == [True]


def test_what_could_not_be_read_is_named_and_the_results_on_screen_stay(
    desk: Desk, page: PhotoPage, tmp_path: Path
) -> None:
    page.search_photos(samples()[:1])
    settle(desk, page)
    before = page.presenter.offers.offers, page.presenter.picture
    said: list[str] = []
    page.noticed.connect(lambda notice: said.append(notice.sentence))
    (tmp_path / "notes.jpg").write_bytes(b"only text")
    for source in (tmp_path / "notes.jpg", tmp_path / "gone.jpg"):
        page.search_picture(source)
        settle(desk, page)
    page.search_photos((tmp_path / "notes.jpg", tmp_path / "gone.jpg"))
    settle(desk, page)
    assert (page.presenter.offers.offers, page.presenter.picture) == before
    assert page.results.face() == "list"
    assert [sentence.partition(":")[0] for sentence in said] == ["notes.jpg", "gone.jpg", "notes.jpg", "gone.jpg"]


def test_a_picture_of_another_host_is_got_by_the_use_case_and_searched_by(
    desk: Desk, page: PhotoPage, sandbox: RunningSandbox
) -> None:
    asked: list[str] = []

    async def get(address: str) -> bytes:
        asked.append(address)
        return samples()[0].read_bytes()

    assert page.presenter._use_cases is not None
    page.attach(replace(page.presenter._use_cases, fetch_picture=FetchPicture(get)))
    page.search_picture(WebPicture("https://img.example.com/p?id=7", "img.example.com"))
    settle(desk, page)
    assert asked == ["https://img.example.com/p?id=7"]
    assert page.results.face() == "list"


def test_a_host_that_leads_into_a_private_network_is_not_asked(
    desk: Desk, page: PhotoPage, sandbox: RunningSandbox
) -> None:
    page.search_picture(WebPicture(sandbox.gateway_url.replace("127.0.0.1", "localhost"), "localhost"))
    settle(desk, page)
    assert "localhost leads into a private network" in page.target.sentence()


def test_category_filters_price_and_words_narrow_what_a_photo_found(desk: Desk, page: PhotoPage) -> None:
    page.try_sample(0)
    settle(desk, page)
    presenter = page.presenter
    whole = {offer.offer_id for offer in presenter.offers.offers}
    key = next(iter(presenter.names))
    page.bar.filters.click()
    assert page.filters.isVisibleTo(page)
    assert not page.filters.price.isVisibleTo(page), "the price is asked for under the photo"
    page.filters.box(key).click()
    settle(desk, page)
    assert presenter.query.filters == (key,)
    assert page.bar.chip_texts() == (presenter.names[key],)
    assert {offer.offer_id for offer in presenter.offers.offers} < whole
    page.bar.chip_removed.emit(key)
    settle(desk, page)
    assert {offer.offer_id for offer in presenter.offers.offers} == whole
    category = presenter.offers.offer(0).category_ids[-1]
    presenter.set_category(category, "Mugs")
    settle(desk, page)
    assert page.bar.chip_texts() == ("Mugs",)
    assert all(category in offer.category_ids for offer in presenter.offers.offers)
    page.try_sample(1)
    settle(desk, page)
    assert page.bar.chip_texts() == (), "another photo begins without filters"


def test_an_empty_answer_is_said_to_be_one_and_leads_on(desk: Desk, page: PhotoPage) -> None:
    page.try_sample(0)
    settle(desk, page)
    page.presenter.set_words("zzzz nothing")
    settle(desk, page)
    assert page.presenter.face is Face.EMPTY
    assert page.results.state.action_button.text() == "Take them all away"
    page.results.state.acted.emit()
    settle(desk, page)
    assert page.presenter.query.keyword == ""
    assert page.results.face() == "list"
