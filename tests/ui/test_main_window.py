"""The window around the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from sourcing_app.config.command_line import whole_path
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.saved_search import SavedSearch
from sourcing_app.errors import Unreachable
from sourcing_app.ui.actions import shared_shortcuts
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.notices import Notice, Severity, Step
from sourcing_app.ui.page import Page
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.search.view import SearchPage
from sourcing_app.ui.shell.status_line import Connection
from sourcing_app.ui.shell.suggestion_list import SuggestionList, cross_rect
from tests.support.desk import Desk
from tests.support.some_pages import some_pages
from tests.ui.search.market import Market
from tests.ui.search.test_search_page import plenty


class Shell:
    """A window with the two search pages, and what they were asked for."""

    def __init__(self, desk: Desk, loader: PictureLoader, settings: QSettings | None = None) -> None:
        self.desk = desk
        self.made: list[str] = []
        self.photos: list[object] = []
        self.search_page, self.photo_page = SearchPage(loader), PhotoPage(loader)
        self.photo_page.search_picture = self.photos.append  # type: ignore[method-assign, assignment]
        self.market = Market(plenty)
        pages = some_pages(
            search=lambda: self._make("search", self.search_page),
            photo=lambda: self._make("photo", self.photo_page),
        )
        self.window = MainWindow(pages, settings=settings)
        self.window.show()

    def _make(self, key: str, page: Page) -> Page:
        self.made.append(key)
        return page

    def connect(self) -> None:
        self.window.attach(self.market.use_cases())
        self.desk.spin()

    def settle(self) -> None:
        self.desk.spin_until(lambda: not self.search_page.presenter.tasks.busy)

    def close(self) -> None:
        self.desk.run(self.window.close_tasks())
        for widget in (self.window, self.search_page, self.photo_page):
            widget.deleteLater()


@pytest.fixture
def shell(desk: Desk, loader: PictureLoader) -> Iterator[Shell]:
    made = Shell(desk, loader)
    yield made
    made.close()


def drop(window: QWidget, mime: QMimeData) -> str:
    """Drag over and let go; what the veil said."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 200), copy, mime, left, none))
    said = window.intake.veil.sentence()  # type: ignore[attr-defined]
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 200), copy, mime, left, none))
    return str(said)


def test_only_the_first_page_is_made_at_the_start(shell: Shell) -> None:
    assert shell.made == ["search"]


def test_ctrl_and_a_number_switches_the_page(shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.stack.current_key() == "photo"


def test_no_two_actions_share_a_shortcut(shell: Shell) -> None:
    for key in shell.window.stack.keys:
        shell.window.show_page(key)
        assert shared_shortcuts(shell.window.all_actions()) == {}


def test_words_in_the_box_search(shell: Shell) -> None:
    shell.connect()
    box = shell.window.header.omnibox.edit
    QTest.keyClick(shell.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "tote bag")
    QTest.keyClick(box, Qt.Key.Key_Return)
    shell.settle()
    assert shell.market.asked[0][0].keyword == "tote bag"


def test_half_composed_text_neither_searches_nor_suggests(shell: Shell) -> None:
    shell.connect()
    box = shell.window.header.omnibox
    box.focus_all()
    asked: list[str] = []
    box.edited.connect(asked.append)
    QApplication.sendEvent(box.edit, QInputMethodEvent("fanbu", []))
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert shell.market.asked == []
    assert asked == []
    done = QInputMethodEvent("", [])
    done.setCommitString("帆布")
    QApplication.sendEvent(box.edit, done)
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    shell.settle()
    assert shell.market.asked[0][0].keyword == "帆布"


@pytest.mark.parametrize("text", ["", "   ", "x" * 10_000, "\x00\x01", "?!"])
def test_absurd_words_are_answered_beside_the_box(shell: Shell, text: str) -> None:
    shell.connect()
    shell.window.take_text(text)
    assert shell.window.header.omnibox.error().endswith(".")
    assert shell.market.asked == []


def test_past_searches_drop_down_and_can_be_forgotten(shell: Shell) -> None:
    shell.connect()
    box = shell.window.header.omnibox
    box.focus_all()
    QTest.keyClick(box.edit, Qt.Key.Key_Down)
    shell.desk.spin_until(lambda: box._list is not None and box._list.isVisible())
    assert box._list is not None
    assert [each.text for each in box._list.suggestions()] == ["tote"]
    QTest.keyClick(box.edit, Qt.Key.Key_Down)
    QTest.keyClick(box.edit, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    shell.desk.spin_until(lambda: shell.market.forgotten)
    assert shell.market.forgotten == ["tote"]


def dropped_down(shell: Shell) -> SuggestionList:
    shell.connect()
    box = shell.window.header.omnibox
    box.focus_all()
    QTest.keyClick(box.edit, Qt.Key.Key_Down)
    shell.desk.spin_until(lambda: box._list is not None and box._list.isVisible())
    assert box._list is not None
    return box._list


def test_a_line_of_the_history_is_taken_off_with_delete_alone(shell: Shell) -> None:
    dropped_down(shell)
    edit = shell.window.header.omnibox.edit
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    shell.desk.spin_until(lambda: shell.market.forgotten)
    assert shell.market.forgotten == ["tote"] and edit.text() == ""


def test_a_line_of_the_history_is_taken_off_with_the_mouse_and_not_searched(shell: Shell) -> None:
    shown = dropped_down(shell)
    view = shown._view
    row = QRectF(view.visualRect(view.model().index(0, 0)))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cross_rect(row).center().toPoint())
    shell.desk.spin_until(lambda: shell.market.forgotten)
    assert shell.market.forgotten == ["tote"] and shell.market.asked == [] and not shown.isVisible()


def test_delete_in_the_middle_of_the_words_deletes_a_letter(shell: Shell) -> None:
    dropped_down(shell)
    edit = shell.window.header.omnibox.edit
    edit.setText("tote")
    edit.setCursorPosition(1)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == "tte" and shell.market.forgotten == []


def test_a_saved_search_is_taken_off_too(shell: Shell) -> None:
    shell.market.saved_searches.append(SavedSearch("Totes", SearchQuery(keyword="tote")))
    shown = dropped_down(shell)
    assert [each.kind for each in shown.suggestions()] == ["history", "saved"]
    edit = shell.window.header.omnibox.edit
    QTest.keyClick(edit, Qt.Key.Key_Up)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    shell.desk.spin_until(lambda: not shell.market.saved_searches)


def test_a_dropped_file_is_searched_by(shell: Shell, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl.fromLocalFile(str(tmp_path / "b.jpg"))])
    assert drop(shell.window, mime) == "Search by this photo"
    assert shell.photos == [tmp_path / "b.jpg"]
    assert ["a.txt" in notice.sentence for notice in shell.window.notice_bar.notices] == [True]
    assert shell.window.stack.current_key() == "photo"


def test_a_dropped_bitmap_is_preferred_to_its_address(shell: Shell) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(30, 30, QImage.Format.Format_RGB32))
    mime.setHtml('<img src="https://cbu01.alicdn.com/a.jpg">')
    drop(shell.window, mime)
    assert isinstance(shell.photos[0], QImage)


def test_a_dropped_fragment_gives_the_pictures_address(shell: Shell) -> None:
    mime = QMimeData()
    mime.setHtml('<a href="x"><img alt="y" src="https://cbu01.alicdn.com/a.jpg?x=1&amp;y=2"></a>')
    drop(shell.window, mime)
    assert shell.photos == ["https://cbu01.alicdn.com/a.jpg?x=1&y=2"]


def test_what_cannot_be_used_is_refused_while_it_hovers(shell: Shell, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.exe"))])
    assert "Only photos" in drop(shell.window, mime)


def test_a_pasted_picture_is_searched_by_even_in_the_box(shell: Shell) -> None:
    shell.connect()
    mime = QMimeData()
    mime.setImageData(QImage(30, 30, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(mime)
    box = shell.window.header.omnibox
    box.focus_all()
    QTest.keyClick(box.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(shell.photos) == 1


def test_a_pasted_picture_without_contents_is_told_of(shell: Shell) -> None:
    mime = QMimeData()
    mime.setData("image/png", b"cut")
    QGuiApplication.clipboard().setMimeData(mime)
    shell.window.paste()
    assert not shell.photos
    assert [notice.sentence for notice in shell.window.notice_bar.notices] == ["This picture cannot be read."]


def test_back_and_forward_walk_through_searches(shell: Shell) -> None:
    shell.connect()
    for words in ("one", "two"):
        shell.window.take_text(words)
        shell.settle()
    assert shell.window.header.back.isEnabled()
    shell.window.go_back()
    shell.settle()
    assert shell.search_page.presenter.query.keyword == "one"
    shell.window.go_forward()
    shell.settle()
    assert shell.search_page.presenter.query.keyword == "two"


def test_every_action_is_in_the_palette_and_runs_by_its_letters(shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = shell.window._palette
    assert palette is not None
    assert {each.key for each in palette.shown()} == {each.key for each in shell.window.all_actions()}
    QTest.keyClicks(palette.edit, "go to ph")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert shell.window.stack.current_key() == "photo"


def test_the_palette_has_every_action_of_every_page_and_goes_there(shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = shell.window._palette
    assert palette is not None
    shown = {each.key for each in palette.shown()}
    for page in (shell.search_page, shell.photo_page):
        assert {each.key for each in page.actions_of_page()} <= shown
    QTest.keyClicks(palette.edit, "photo results as a ta")
    assert [(each.key, each.group, each.shortcut) for each in palette.shown()][:1] == [
        ("photo.table", "Photo search", "")
    ]
    sample = next(each for each in shell.window.all_actions() if each.key == "photo.whole")
    sample.run()
    assert shell.window.stack.current_key() == "photo"


def test_f1_is_a_sheet_of_all_keys_by_group(shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_F1)
    sheet = shell.window._keys
    assert sheet is not None and sheet.isVisible()
    assert [each.title for each in sheet.groups] == ["Everywhere", "Search", "Photo search"]
    for group, actions in zip(
        sheet.groups, (shell.window._actions, shell.search_page.actions_of_page(), shell.photo_page.actions_of_page()), strict=True
    ):  # fmt: skip
        told = dict(group.keys)
        assert all(told.get(each.shortcut_text) == each.title for each in actions if each.shortcut)
    texts = {each.text() for each in sheet.findChildren(QLabel)}
    assert {"Everywhere", "Quit", "Ctrl+Q", "Open the offer", "Preview"} <= texts
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_an_equal_cause_is_counted_not_repeated(shell: Shell) -> None:
    for _ in range(50):
        shell.window.show_error(Unreachable("timeout"))
    bar = shell.window.notice_bar
    assert len(bar.notices) == 1
    assert bar.count_of(bar.notices[0]) == 50


def test_good_news_takes_the_place_of_older_good_news(shell: Shell) -> None:
    for sentence in ("2 pcs were put in the cart.", "1 line removed."):
        shell.window.show_notice(Notice(sentence, Severity.GOOD, cause="cart"))
    (notice,) = shell.window.notice_bar.notices
    assert notice.sentence == "1 line removed."
    assert shell.window.notice_bar.count_of(notice) == 1


def test_good_news_moves_nothing_and_lies_over_every_page(shell: Shell) -> None:
    shell.window.resize(1280, 800)
    QApplication.processEvents()
    before = shell.window.stack.geometry()
    shell.window.show_notice(Notice("60 pcs were put in the cart.", Severity.GOOD, Step.UNDO, "Undo"))
    QApplication.processEvents()
    corner = shell.window.notice_bar.corner
    assert corner.isVisible() and shell.window.stack.geometry() == before
    assert shell.window.stack.rect().contains(corner.geometry())
    QTest.keyClick(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert shell.window.stack.childAt(corner.geometry().center()) in (corner, *corner.findChildren(QWidget))
    shell.window.resize(1100, 700)
    QApplication.processEvents()
    assert shell.window.stack.rect().contains(corner.geometry())
    shell.window.show_notice(Notice("The connection broke.", Severity.WARNING, cause="broken"))
    QApplication.processEvents()
    assert shell.window.stack.geometry() != before, "what needs attention has a place of its own"


def test_the_keyboard_goes_along_to_another_page(shell: Shell) -> None:
    shell.window.header.omnibox.edit.setFocus()
    QTest.keySequence(shell.window, "Ctrl+2")
    focused = shell.window.focusWidget()
    assert focused is not None and shell.window.stack.page("photo").isAncestorOf(focused)


def test_offline_is_a_state_that_ends_with_the_next_answer(shell: Shell) -> None:
    shell.connect()
    shell.window.show_error(Unreachable("offline"))
    assert shell.window.status.connection is Connection.OFFLINE
    shell.window.take_text("bag")
    shell.settle()
    assert shell.window.status.connection is Connection.ONLINE
    assert shell.window.notice_bar.notices == ()


def test_what_a_page_withdraws_leaves_the_bar(shell: Shell) -> None:
    bar = shell.window.notice_bar
    bar.show_notice(Notice("Quantity changed.", Severity.GOOD, Step.UNDO, "Undo", cause="cart"))
    bar.show_notice(Notice("Copied.", Severity.GOOD, cause="copied"))
    bar.withdraw("cart")
    assert [notice.cause for notice in bar.notices] == ["copied"]


def test_a_photo_search_does_not_stand_under_the_words_of_another(shell: Shell) -> None:
    shell.connect()
    shell.window.take_text("cup")
    shell.settle()
    shell.window.show_page("photo")
    assert shell.window.header.omnibox.edit.text() == ""
    shell.window.show_page("search")
    assert shell.window.header.omnibox.edit.text() == "cup"


def test_undo_in_a_notice_calls_what_it_was_given(shell: Shell) -> None:
    done: list[str] = []
    notice = Notice("Removed.", Severity.GOOD, Step.UNDO, "Undo")
    shell.window.notice_bar.show_notice(notice, lambda: done.append("undo"))
    corner = shell.window.notice_bar.corner
    buttons = [each for each in corner.findChildren(QWidget) if getattr(each, "text", str)() == "Undo"]
    buttons[0].click()  # type: ignore[attr-defined]
    assert done == ["undo"]
    assert shell.window.notice_bar.notices == ()


def test_try_again_on_a_notice_reads_the_page_that_it_came_from(shell: Shell) -> None:
    shell.connect()
    shell.window.take_text("cup")
    shell.settle()
    shell.search_page.noticed.emit(Notice("Slow.", Severity.WARNING, Step.RETRY, "Try again", cause="slow"))
    shell.window.show_page("photo")
    asked = len(shell.market.asked)
    bar = shell.window.notice_bar
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Try again" and each.isVisible()).click()
    shell.desk.spin_until(lambda: len(shell.market.asked) > asked)
    shell.settle()
    assert shell.market.asked[-1][0].keyword == "cup"


def test_the_account_is_always_in_sight(shell: Shell) -> None:
    shell.connect()
    assert shell.window.header.account.text() == "Test"
    assert "Test" in shell.window.status.text()


def test_size_page_and_view_come_back(desk: Desk, loader: PictureLoader, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = Shell(desk, loader, settings)
    first.window.setGeometry(20, 30, 1100, 700)
    first.search_page.results.show_as_table(True)
    first.window.show_page("photo")
    first.window.close()
    first.close()
    second = Shell(desk, loader, settings)
    assert second.window.stack.current_key() == "photo"
    second.window.show_page("search")
    assert second.search_page.results.as_table
    second.close()


def test_every_field_and_icon_button_has_an_accessible_name(shell: Shell) -> None:
    shell.connect()
    shell.window.show_page("photo")
    fields = shell.window.findChildren(QLineEdit)
    assert fields
    assert [each for each in fields if not each.accessibleName()] == []


PATHS = [
    "/home/anna/bag/one",
    "C:\\Users\\Anna\\tasche",
    "file:///home/anna/x.pdf",
    "IMG_0001.HEIC",
    "look ~/Pictures/b",
]


@pytest.mark.parametrize("text", PATHS)
def test_a_path_or_a_files_name_is_never_searched_for_through_any_door(shell: Shell, text: str) -> None:
    shell.connect()
    box = shell.window.header.omnibox
    mime = QMimeData()
    mime.setText(text)
    doors = {
        "typed": lambda: (box.edit.setText(text), QTest.keyClick(box.edit, Qt.Key.Key_Return)),
        "pasted": lambda: (QGuiApplication.clipboard().setText(text), shell.window.paste()),
        "dropped": lambda: drop(shell.window, mime),
        "command line": lambda: shell.window.take_text(whole_path(text)),
    }
    for name, go in doors.items():
        box.show_error("")
        said = go()
        shell.settle()
        told = said if name == "dropped" else box.error()  # a refused drop never comes: the veil says why
        assert "Nothing was sent to 1688" in str(told), name
    assert shell.market.asked == []


def test_a_path_of_a_photo_that_is_there_searches_by_the_photo(shell: Shell, tmp_path: Path) -> None:
    shell.connect()
    photo = tmp_path / "my bag.jpg"
    QImage(30, 30, QImage.Format.Format_RGB32).save(str(photo))
    for text in (str(photo), f'"{photo}"', photo.as_uri()):
        shell.window.take_text(text)
    assert shell.photos == [photo] * 3
    assert shell.market.asked == []
