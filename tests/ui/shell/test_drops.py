"""Drops and pastes through the window: real events, what the veil says before, what happens after, what is answered."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from sourcing_app.domain.picture import WebPicture
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.page import Page
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.search.view import SearchPage
from tests.support.desk import Desk
from tests.support.some_pages import some_pages
from tests.ui.search.market import Market
from tests.ui.search.test_search_page import plenty

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
IMG = "https://img.example.com/photo?id=7&w=800"


class Offers(Page):
    """Stands for the Product tab."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def focus_first(self) -> None:
        self.setFocus()

    def open_offer(self, offer_id: str, behind: bool) -> None:
        self.opened.append(offer_id)


class Shell:
    """A window with the pages that drops go to, and what they were asked for."""

    def __init__(self, desk: Desk, loader: PictureLoader) -> None:
        self.desk = desk
        self.photos: list[object] = []
        self.several: list[tuple[Path, ...]] = []
        self.search_page, self.photo_page, self.offers = SearchPage(loader), PhotoPage(loader), Offers()
        self.photo_page.search_picture = self.photos.append  # type: ignore[method-assign, assignment]
        self.photo_page.search_photos = self.several.append  # type: ignore[method-assign]
        pages = some_pages(search=lambda: self.search_page, photo=lambda: self.photo_page, offer=lambda: self.offers)
        self.window = MainWindow(pages)
        self.window.show()
        self.window.attach(Market(plenty).use_cases())
        self.desk.spin()

    @property
    def veil(self) -> str:
        return self.window.intake.veil.sentence()

    def hover(self, mime: QMimeData, offered: Qt.DropAction = COPY) -> QDragEnterEvent:
        event = QDragEnterEvent(
            QPoint(50, 200), offered, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.window, event)
        self.desk.spin_until(lambda: not self.window.tasks.is_running("look"))
        return event

    def let_go(self, mime: QMimeData, offered: Qt.DropAction = COPY) -> QDropEvent:
        event = QDropEvent(QPointF(50, 200), offered, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, event)
        self.desk.spin_until(lambda: not self.window.tasks.is_running("find"))
        return event

    def drop(self, mime: QMimeData) -> str:
        self.hover(mime)
        said = self.veil
        self.let_go(mime)
        return said

    def notices(self) -> list[str]:
        return [each.sentence for each in self.window.notice_bar.notices]

    def press(self, words: str) -> None:
        box = self.window.intake.questions.box
        assert box is not None
        next(each for each in box.findChildren(QPushButton) if each.text() == words).click()
        self.desk.spin()

    def question(self) -> str:
        box = self.window.intake.questions.box
        return box.text() if box is not None else ""

    def close(self) -> None:
        self.desk.run(self.window.close_tasks())
        for widget in (self.window, self.search_page, self.photo_page, self.offers):
            widget.deleteLater()


@pytest.fixture
def shell(desk: Desk, loader: PictureLoader) -> Iterator[Shell]:
    made = Shell(desk, loader)
    yield made
    made.close()


def picture(kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(buffer, kind)
    return buffer.getvalue()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def page(html: str, link: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(html)
    if link:
        mime.setUrls([QUrl(link)])
        mime.setText(link)
    return mime


def photos_in(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(picture())
    return [folder / name for name in names]


@pytest.mark.parametrize("offered", [COPY, COPY | MOVE])
def test_every_accepted_drop_answers_copy(shell: Shell, tmp_path: Path, offered: Qt.DropAction) -> None:
    mime = files(*photos_in(tmp_path / "p", "a.png"))
    entered = shell.hover(mime, offered)
    moved = QDragMoveEvent(QPoint(60, 200), offered, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(shell.window, moved)
    dropped = shell.let_go(mime, offered)
    for event in (entered, moved, dropped):
        assert event.isAccepted()
        assert event.dropAction() == COPY, event


def test_what_is_offered_to_be_moved_only_is_used_but_never_said_to_be_taken_away(shell: Shell, tmp_path: Path) -> None:
    mime = files(*photos_in(tmp_path / "p", "a.png"))
    assert shell.hover(mime, MOVE).isAccepted()
    assert not shell.let_go(mime, MOVE).isAccepted()
    assert shell.photos == [tmp_path / "p" / "a.png"]


def test_a_refused_drop_is_ignored_and_changes_nothing(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    before = shell.window.stack.current_key()
    mime = files(tmp_path / "a.txt")
    assert not shell.hover(mime).isAccepted()
    assert "Only photos" in shell.veil
    event = QDropEvent(QPointF(50, 200), COPY, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    shell.window.dropEvent(event)
    assert not event.isAccepted()
    assert shell.window.stack.current_key() == before
    assert (shell.photos, shell.several) == ([], [])


def test_several_dropped_files_are_said_to_be_several_and_none_vanishes(shell: Shell, tmp_path: Path) -> None:
    paths = photos_in(tmp_path / "p", "a.png", "b.jpg", "c.webp")
    assert shell.drop(files(*paths)) == "Search by the first of 3 photos; the others wait beside it"
    assert shell.several == [tuple(paths)]


def test_of_several_files_what_cannot_be_read_is_named(shell: Shell, tmp_path: Path) -> None:
    paths = photos_in(tmp_path / "p", "a.png", "b.png")
    (tmp_path / "p" / "price.jpg").write_text("only text", encoding="utf-8")
    said = shell.drop(files(*paths, tmp_path / "p" / "price.jpg"))
    assert said == "Search by the first of 2 photos; the others wait beside it · 1 of these cannot be read"
    assert shell.several == [tuple(paths)]
    assert [sentence.startswith("price.jpg: ") for sentence in shell.notices()] == [True]


def test_a_folder_brings_its_photos_and_those_of_its_subfolders(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "fair" / "day 2").mkdir(parents=True)
    own = photos_in(tmp_path / "fair", "a.jpg")
    below = photos_in(tmp_path / "fair" / "day 2", "b.jpg")
    assert shell.drop(files(tmp_path / "fair")) == "Search by the first of 2 photos; the others wait beside it"
    assert shell.several == [(*own, *below)]


def test_a_folder_without_photos_is_refused_by_name(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    mime = files(tmp_path / "empty")
    shell.hover(mime)
    assert shell.veil == "empty: This folder has no picture in it."
    moved = QDragMoveEvent(QPoint(60, 200), COPY, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(shell.window, moved)
    assert not moved.isAccepted()
    shell.let_go(mime)
    assert shell.several == []


def test_a_written_out_picture_inside_a_link_is_searched_by_as_it_is(shell: Shell) -> None:
    address = f"data:image/png;base64,{base64.b64encode(picture()).decode()}"
    mime = page(
        f'<a href="https://search.example.com/view?u=1"><img src="{address}"></a>',
        "https://search.example.com/view?u=1",
    )
    assert shell.drop(mime) == "Search by this photo"
    assert shell.photos == [picture()]


def test_a_written_out_picture_that_was_pasted_as_text_is_searched_by(shell: Shell) -> None:
    QGuiApplication.clipboard().setText(f"data:image/png;base64,{base64.b64encode(picture()).decode()}")
    shell.window.paste()
    assert shell.photos == [picture()]


def test_another_hosts_picture_is_asked_for_only_after_its_host_was_shown(shell: Shell) -> None:
    said = shell.drop(page(f'<img src="{IMG.replace("&", "&amp;")}">', IMG))
    assert said == "Search by the picture at img.example.com: you are asked first"
    assert shell.question() == "Get the picture from img.example.com?"
    assert shell.photos == []
    shell.press("Get it")
    assert shell.photos == [WebPicture(IMG, "img.example.com")]


def test_whoever_says_no_is_left_where_he_was(shell: Shell) -> None:
    before = shell.window.stack.current_key()
    shell.drop(page(f'<img src="{IMG}">', IMG))
    shell.press("Do not get it")
    assert shell.photos == []
    assert shell.window.stack.current_key() == before


def test_always_from_there_is_remembered_said_by_the_veil_and_can_be_taken_back(shell: Shell) -> None:
    shell.drop(page(f'<img src="{IMG}">', IMG))
    shell.press("Always from there")
    assert shell.drop(page(f'<img src="{IMG}">', IMG)) == "Get the picture from img.example.com and search by it"
    assert shell.photos == [WebPicture(IMG, "img.example.com")] * 2
    shell.window.intake.questions.forget_trusted()
    shell.drop(page(f'<img src="{IMG}">', IMG))
    assert shell.question()
    shell.press("Do not get it")


def test_the_host_is_shown_as_it_is_looked_up(shell: Shell) -> None:
    shell.drop(page('<img src="https://аlicdn.com/a.jpg">'))
    assert shell.question() == "Get the picture from xn--licdn-3ve.com?"
    shell.press("Do not get it")


@pytest.mark.parametrize("how", ["typed", "pasted", "dropped"])
def test_an_address_without_a_suffix_is_asked_about_through_every_door(shell: Shell, how: str) -> None:
    mime = QMimeData()
    mime.setText(IMG)
    if how == "typed":
        shell.window.take_text(IMG)
    elif how == "pasted":
        QGuiApplication.clipboard().setText(IMG)
        shell.window.paste()
    else:
        shell.drop(mime)
    assert shell.question() == "Get the picture from img.example.com?"
    shell.press("Do not get it")


@pytest.mark.parametrize(
    ("answer", "opened"), [("Open the offer", True), ("Search by the picture", False), ("Cancel", None)]
)
def test_an_offers_link_with_a_picture_offers_both(shell: Shell, answer: str, opened: bool | None) -> None:
    link = "https://detail.1688.com/offer/690304842083.html"
    mime = page(f'<a href="{link}"><img src="https://cbu01.alicdn.com/img/ibank/a.jpg"></a>', link)
    assert shell.drop(mime) == "Open this offer, or search by its picture: you choose"
    shell.press(answer)
    assert shell.offers.opened == (["690304842083"] if opened else [])
    assert shell.photos == (["https://cbu01.alicdn.com/img/ibank/a.jpg"] if opened is False else [])


def test_a_bitmap_beside_an_offers_link_offers_both_too(shell: Shell) -> None:
    mime = page("<i></i>", "https://detail.1688.com/offer/690304842083.html")
    mime.setImageData(QImage(30, 30, QImage.Format.Format_RGB32))
    assert "you choose" in shell.drop(mime)
    shell.press("Search by the picture")
    assert isinstance(shell.photos[0], QImage)


def test_an_offers_link_alone_opens_it(shell: Shell) -> None:
    mime = QMimeData()
    mime.setText("https://detail.1688.com/offer/690304842083.html")
    assert shell.drop(mime) == "Open this offer"
    assert shell.offers.opened == ["690304842083"]


def test_words_are_shown_before_they_are_searched_for(shell: Shell) -> None:
    mime = QMimeData()
    mime.setText("canvas tote bag")
    assert shell.drop(mime) == "Search for “canvas tote bag”"
    assert shell.search_page.presenter.query.keyword == "canvas tote bag"


@pytest.mark.parametrize("text", ["", "!!!", "x" * 300, "/home/anna/secret plans", "https://www.1688.com/"])
def test_text_that_cannot_be_used_is_refused_while_it_hovers(shell: Shell, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    assert not shell.hover(mime).isAccepted()


def test_a_bitmap_that_a_program_offers_encoded_is_not_decoded_here(shell: Shell) -> None:
    mime = QMimeData()
    mime.setData("image/png", picture())
    assert shell.drop(mime) == "Search by this photo"
    assert shell.photos == [picture()]


def test_without_an_account_several_photos_are_answered_with_a_sentence(shell: Shell, tmp_path: Path) -> None:
    shell.window.detach()
    shell.drop(files(*photos_in(tmp_path / "p", "a.png", "b.png")))
    assert shell.several == []
    assert len(shell.notices()) == 1


def test_the_omnibox_takes_a_copied_picture_that_has_an_address_only(shell: Shell) -> None:
    QGuiApplication.clipboard().setMimeData(page(f'<img src="{IMG}">'))
    shell.window.header.omnibox.focus_all()
    shell.window.paste()
    assert shell.question() == "Get the picture from img.example.com?"
    shell.press("Do not get it")


def test_use_cases_may_be_exchanged_meanwhile(shell: Shell, tmp_path: Path) -> None:
    paths = photos_in(tmp_path / "p", "a.png", "b.png")
    shell.window.attach(replace(Market(plenty).use_cases()))
    shell.drop(files(*paths))
    assert shell.several == [tuple(paths)]
