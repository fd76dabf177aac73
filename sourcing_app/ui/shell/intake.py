"""What comes into the window, typed, pasted, dropped or chosen from the suggestions, goes to the page it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from sourcing_app.errors import InvalidInput, PictureUnreadable
from sourcing_app.ui.notices import Notice, input_sentence, notice_of
from sourcing_app.ui.shell.drop_veil import DropVeil
from sourcing_app.ui.shell.omnibox import Omnibox
from sourcing_app.ui.shell.page_stack import PageStack, offered
from sourcing_app.ui.shell.photo_mime import Brought, brought, local_picture_at, promise
from sourcing_app.ui.shell.suggestions import Suggestion, suggestions_for
from sourcing_app.ui.shell.typed_input import LocalFile, OfferReference, PictureAddress, Unusable, Words, read_input
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


class Shows(Protocol):
    """The window, as far as it is needed here."""

    def show_page(self, key: str) -> None: ...
    def focus_page(self) -> None: ...
    def show_notice(self, notice: Notice) -> None: ...


class Intake(QObject):
    """One for the window."""

    def __init__(self, window: Shows, stack: PageStack, omnibox: Omnibox, tasks: TaskScope, over: QWidget) -> None:
        super().__init__(over)
        self._window, self._stack, self._omnibox, self._tasks = window, stack, omnibox, tasks
        self.veil = DropVeil(over)
        self.use_cases: UseCases | None = None
        omnibox.submitted.connect(self.take_text)
        omnibox.taken.connect(self._take_suggestion)
        omnibox.edited.connect(self._suggest)
        omnibox.forgotten.connect(self._forget)
        omnibox.photo_wanted.connect(self.open_photo)
        omnibox.pasted.connect(self._take_mime)

    def take_text(self, text: str) -> None:
        """Words, a link or an id."""
        match read_input(text):
            case Words(words):
                self._window.show_page("search")
                self._call("search", "search_words", words)
                self._window.focus_page()
            case OfferReference(offer_id):
                self.open_offer(offer_id, False)
            case PictureAddress(address):
                self.search_picture(address)
            case LocalFile(path):
                self._take_path(path)
            case Unusable(reason):
                self._omnibox.show_error(input_sentence(InvalidInput("keyword", reason)))

    def _take_path(self, path: str) -> None:
        """Search by the photo there, which is shown, or say that nothing was sent."""
        there = local_picture_at(path)
        if there is not None:
            self.search_picture(there)
        else:
            self._omnibox.show_error(input_sentence(InvalidInput("keyword", "local_file")))

    def open_offer(self, offer_id: str, behind: bool) -> None:
        """In the product tab, or behind what is on show."""
        if self._call("offer", "open_offer", offer_id, behind) and not behind:
            self._window.show_page("offer")
            self._window.focus_page()

    def search_picture(self, source: object) -> None:
        """A Path, bytes, a QImage or an address."""
        self._window.show_page("photo")
        self._call("photo", "search_picture", source)

    def open_photo(self) -> None:
        """Choose a picture file."""
        self._window.show_page("photo")
        self._call("photo", "choose_file")

    def show_order(self, order_id: str) -> None:
        """In the orders tab."""
        self._window.show_page("orders")
        self._call("orders", "show_order", order_id)

    def pay_orders(self, order_ids: tuple[str, ...], approved: object) -> None:
        """In the orders tab."""
        self._window.show_page("orders")
        self._call("orders", "pay_orders", order_ids, approved)

    def paste(self) -> None:
        """What is on the clipboard."""
        self._take_mime(QGuiApplication.clipboard().mimeData())

    def enter(self, event: QDragEnterEvent) -> None:
        """Something is dragged over the window: say what letting go will do."""
        kind = promise(event.mimeData())
        sentences = {
            "photo": (self.tr("Search by this photo"), "camera", "accent"),
            "folder": (self.tr("Search by the first photo in this folder"), "folder", "accent"),
            "text": (self.tr("Search for this"), "search", "accent"),
        }
        unfit = (self.tr("Only photos, links and words can be dropped here"), "close", "danger")
        self.veil.say(*sentences.get(kind, unfit))
        event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """It was let go."""
        self.veil.hide()
        event.acceptProposedAction()
        self._take(brought(event.mimeData()))

    def _call(self, page: str, verb: str, *values: object) -> bool:
        if page not in self._stack.keys:
            return False
        offered(self._stack.page(page), verb, _ignore)(*values)
        return True

    def _suggest(self, text: str) -> None:
        if self.use_cases is not None:
            self._tasks.start("suggest", suggestions_for(self.use_cases, text), self._omnibox.show_suggestions)

    def _forget(self, suggestion: Suggestion) -> None:
        if self.use_cases is not None:
            self._tasks.start("forget", self.use_cases.search_history.forget(suggestion.text))

    def _take_suggestion(self, suggestion: Suggestion) -> None:
        if suggestion.kind == "offer":
            self.open_offer(str(suggestion.value), False)
        elif suggestion.kind == "saved":
            self._window.show_page("search")
            self._call("search", "search_query", suggestion.value)
        else:
            self.take_text(suggestion.text)

    def _take_mime(self, mime: QMimeData) -> None:
        self._take(brought(mime))

    def _take(self, what: Brought) -> None:
        if what.kind == "photo":
            self.search_picture(what.source)
        elif what.kind == "offer":
            self.open_offer(str(what.source), False)
        elif what.kind == "words":
            self.take_text(str(what.source))
        elif what.kind == "unreadable":
            self._window.show_notice(notice_of(PictureUnreadable("unreadable")))


def _ignore(*_: object) -> None:
    return None
