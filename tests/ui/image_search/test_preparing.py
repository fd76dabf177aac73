"""While a photo is being prepared, and where it cannot be: what is on screen stays, and nobody has to wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from sourcing_app.domain.picture import Bitmap, PhotoSource, PreparedPicture
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.imaging.worker import PhotoWorker
from sourcing_app.ui.image_search.bitmap import bitmap_of, png_of
from sourcing_app.ui.image_search.drop_target import samples
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.usecases.search_by_picture import SearchByPicture
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox


class Gate:
    """Prepares photos when it is let, or gives them up."""

    def __init__(self) -> None:
        self.is_open = threading.Event()
        self.is_open.set()
        self.stopped = 0

    def prepare(self, source: PhotoSource) -> PreparedPicture:
        stopped = self.stopped
        self.is_open.wait()
        if self.stopped != stopped:
            raise PictureUnreadable("cancelled")
        return prepare_photo(source)

    def stop(self) -> None:
        self.stopped += 1
        self.is_open.set()


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.is_open.set()


@pytest.fixture
def page(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path, gate: Gate) -> Iterator[PhotoPage]:
    made = PhotoPage(loader)
    made.resize(1200, 700)
    made.show()
    given = desk.use_cases(sandbox, tmp_path)
    session = given.search_offers._session  # type: ignore[attr-defined]
    made.attach(replace(given, search_by_picture=SearchByPicture(session, gate.prepare, gate.stop)))
    yield made
    gate.stop()
    desk.run(made.presenter.tasks.close())
    made.deleteLater()


def settle(desk: Desk, page: PhotoPage) -> None:
    desk.spin_until(lambda: not page.presenter.tasks.busy)


def test_a_long_preparation_is_told_and_can_be_cancelled(desk: Desk, page: PhotoPage, gate: Gate) -> None:
    gate.is_open.clear()
    page.search_picture(samples()[0])
    assert not page.panel.preparing.isVisibleTo(page), "most photos are ready before anybody could read it"
    desk.spin_until(lambda: page.panel.preparing.isVisibleTo(page))
    assert page.presenter.face is Face.LOADING
    page.panel.preparing.cancel.click()
    settle(desk, page)
    assert gate.stopped == 1
    assert not page.panel.preparing.isVisibleTo(page)
    assert page.presenter.face is Face.FIRST_USE
    page.search_picture(samples()[0])
    settle(desk, page)
    assert page.presenter.face is Face.RESULTS


def test_cancelling_leads_back_to_the_results_there_were(desk: Desk, page: PhotoPage, gate: Gate) -> None:
    page.search_picture(samples()[0])
    settle(desk, page)
    before = page.presenter.picture
    gate.is_open.clear()
    page.search_picture(samples()[1])
    assert page.presenter.picture is before
    assert page.presenter.face is Face.RESULTS
    page.presenter.cancel_preparing()
    settle(desk, page)
    assert page.presenter.picture is before
    assert page.presenter.offers.rowCount() > 0


def test_a_file_that_cannot_be_read_leaves_photo_words_and_results(desk: Desk, page: PhotoPage, tmp_path: Path) -> None:
    page.search_picture(samples()[0])
    settle(desk, page)
    page.presenter.set_words("red")
    settle(desk, page)
    before, rows = page.presenter.picture, page.presenter.offers.rowCount()
    told: list[str] = []
    page.noticed.connect(lambda notice: told.append(notice.sentence))
    (tmp_path / "notes.txt").write_text("only text")
    page.search_picture(tmp_path / "notes.txt")
    settle(desk, page)
    assert any("not a picture" in sentence for sentence in told)
    assert page.presenter.picture is before
    assert page.presenter.query.keyword == "red"
    assert page.presenter.offers.rowCount() == rows
    assert page.presenter.face in (Face.RESULTS, Face.EMPTY)


def test_of_two_photos_the_later_one_is_searched_with(desk: Desk, page: PhotoPage, gate: Gate) -> None:
    gate.is_open.clear()
    page.search_picture(samples()[0])
    page.search_picture(samples()[1])
    gate.is_open.set()
    settle(desk, page)
    assert page.presenter.picture is not None
    assert page.presenter.picture.source_name == samples()[1].name


def test_losing_the_account_gives_a_photo_up(desk: Desk, page: PhotoPage, gate: Gate) -> None:
    gate.is_open.clear()
    page.search_picture(samples()[0])
    desk.spin_until(lambda: page.presenter.is_preparing)
    page.detach()
    assert gate.stopped == 1
    assert page.presenter.face is Face.FIRST_USE
    assert not page.panel.preparing.isVisibleTo(page)


@pytest.mark.parametrize(
    "kind",
    [
        QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32, QImage.Format.Format_ARGB32_Premultiplied,
        QImage.Format.Format_RGBX8888, QImage.Format.Format_RGBA8888, QImage.Format.Format_RGBA8888_Premultiplied,
        QImage.Format.Format_RGB888, QImage.Format.Format_BGR888, QImage.Format.Format_RGB16,
        QImage.Format.Format_RGBA64, QImage.Format.Format_Indexed8,
    ],
)  # fmt: skip
def test_pasted_pixels_of_every_layout_look_alike(desk: Desk, page: PhotoPage, kind: QImage.Format) -> None:
    image = QImage(82, 60, QImage.Format.Format_RGB32)  # 82: rows of three bytes a pixel are padded
    image.fill(QColor(200, 40, 60))
    page.search_picture(image.convertToFormat(kind))
    settle(desk, page)
    assert page.presenter.picture is not None
    shown = QImage.fromData(page.presenter.picture.jpeg)
    assert (shown.width(), shown.height()) == (82, 60)
    colour = shown.pixelColor(81, 59)
    assert abs(colour.red() - 200) < 12
    assert abs(colour.green() - 40) < 12
    assert abs(colour.blue() - 60) < 12


def test_a_pasted_cut_out_is_laid_on_white() -> None:
    image = QImage(80, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    image.setPixelColor(40, 30, QColor(200, 0, 0))
    bitmap = bitmap_of(image)
    assert isinstance(bitmap, Bitmap)
    for source in (bitmap, png_of(image)):
        shown = QImage.fromData(prepare_photo(source).jpeg)
        assert shown.pixelColor(5, 5).lightness() > 245


def test_the_pixels_of_a_pasted_screen_are_not_copied_in_the_window() -> None:
    image = QImage(3840, 2160, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    bitmap = bitmap_of(image)
    assert bitmap is not None
    assert bitmap.owner is image
    assert isinstance(bitmap.data, memoryview)
    worker = PhotoWorker()
    try:
        made = worker(bitmap)
    finally:
        worker.close()
    assert (made.source_width, made.source_height, made.width) == (3840, 2160, 1000)
