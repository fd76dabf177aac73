"""What comes into the window, typed, pasted, dropped or chosen from the suggestions, goes to the page it is for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import FoundPhotos, WebPicture
from sourcing_app.errors import InvalidInput, PictureUnreadable, Unreachable
from sourcing_app.ui.notices import Notice, Severity, input_sentence, notice_of
from sourcing_app.ui.picture_address import loopback_of
from sourcing_app.ui.requests import (
    ChoosePhoto,
    HistoryChanged,
    OpenOffer,
    Request,
    RunSavedSearch,
    SearchPhotos,
    SearchPicture,
    SearchWords,
)
from sourcing_app.ui.shell.drop_veil import DropVeil
from sourcing_app.ui.shell.drop_words import DropWords, refusal, refused_sentence, words_of, words_of_found
from sourcing_app.ui.shell.omnibox import Omnibox
from sourcing_app.ui.shell.photo_mime import (
    Brought,
    brought,
    foreseen,
    local_picture_at,
    meant,
    only_picture,
    photo_at,
)
from sourcing_app.ui.shell.picture_questions import PictureQuestions
from sourcing_app.ui.shell.suggestions import Suggestion, suggestions_for
from sourcing_app.ui.shell.typed_input import LocalFile, OfferReference, PictureAddress, Unusable, Words, read_input
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


class Intake(QObject):
    """One for the window. request(Request): what came in is for a page; noticed(Notice): it is for none."""

    request = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        omnibox: Omnibox,
        tasks: TaskScope,
        over: QWidget,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(over)
        self._omnibox, self._tasks = omnibox, tasks
        self.veil = DropVeil(over)
        self.questions = PictureQuestions(over, settings)
        self._refuses = False
        self.use_cases: UseCases | None = None
        omnibox.submitted.connect(self.take_text)
        omnibox.taken.connect(self._take_suggestion)
        omnibox.edited.connect(self._suggest)
        omnibox.forgotten.connect(self._forget)
        omnibox.photo_wanted.connect(partial(self._ask, ChoosePhoto()))
        omnibox.pasted.connect(self._take_mime)

    def take_text(self, text: str) -> None:
        """Words, a link or an id."""
        match read_input(text):
            case Words(words):
                self._ask(SearchWords(words))
            case OfferReference(offer_id):
                self._ask(OpenOffer(offer_id))
            case PictureAddress(address):
                self._take(photo_at(address, self._loopback))
            case LocalFile(path):
                self._take_path(path)
            case Unusable(reason):
                what = meant(text, self._loopback)
                if what.kind == "photo":
                    self._take(what)
                else:
                    self._omnibox.show_error(input_sentence(InvalidInput("keyword", reason)))

    def _take_path(self, path: str) -> None:
        """Search by the photo there, which is shown, or say that nothing was sent."""
        there = local_picture_at(path)
        if there is not None:
            self._ask(SearchPicture(there))
        else:
            self._omnibox.show_error(input_sentence(InvalidInput("keyword", "local_file")))

    def paste(self) -> None:
        """What is on the clipboard."""
        self._take_mime(QGuiApplication.clipboard().mimeData())

    def enter(self, event: QDragMoveEvent) -> None:
        """Something is dragged over the window: say what letting go will do."""
        what = foreseen(event.mimeData(), self._loopback)
        self._show_veil(words_of(what, self.questions.trusted))
        paths = _paths_of(what)
        if paths and self.use_cases is not None:
            self._tasks.start("look", self.use_cases.find_photos(paths), self._foresee)
        self.move(event)

    def move(self, event: QDragMoveEvent) -> None:
        """It goes on: answered as the veil says, so that the pointer shows it too."""
        if self._refuses:
            event.ignore()
        else:
            _accept(event)

    def leave(self) -> None:
        """It went elsewhere, or is let go."""
        self._tasks.forget("look")
        self._refuses = False
        self.veil.hide()

    def drop(self, event: QDropEvent) -> None:
        """It was let go. What the veil refused changes nothing."""
        refused_before = self._refuses
        self.leave()
        what = brought(event.mimeData(), self._loopback)
        if refused_before or what.kind in ("refused", "nothing", "unreadable"):
            event.ignore()
        else:
            _accept(event)
            if event.dropAction() != Qt.DropAction.CopyAction:  # only to be moved: taken, and said not to be
                event.ignore()
        self._take(what)

    def _show_veil(self, words: DropWords) -> None:
        self._refuses = words.is_refused
        self.veil.say(words.sentence, words.icon, "danger" if words.is_refused else "accent")

    def _foresee(self, found: FoundPhotos) -> None:
        self._show_veil(words_of_found(found))

    @property
    def _loopback(self) -> str:
        """The gateway of this computer whose pictures are the platform's, "" for none."""
        return loopback_of(self.use_cases.account.gateway_url) if self.use_cases is not None else ""

    def _ask(self, request: Request) -> None:
        self.request.emit(request)

    def _suggest(self, text: str) -> None:
        if self.use_cases is not None:
            self._tasks.start("suggest", suggestions_for(self.use_cases, text), self._omnibox.show_suggestions)

    def _forget(self, suggestion: Suggestion) -> None:
        if self.use_cases is not None:
            history = self.use_cases.search_history
            is_saved = suggestion.kind == "saved"
            gone = history.remove_saved(suggestion.text) if is_saved else history.forget(suggestion.text)
            self._tasks.start("forget", gone, self._tell_forgotten)

    def _tell_forgotten(self, _: object = None) -> None:
        self._ask(HistoryChanged())

    def _take_suggestion(self, suggestion: Suggestion) -> None:
        if suggestion.kind == "offer":
            self._ask(OpenOffer(OfferId(str(suggestion.value))))
        elif isinstance(suggestion.value, SearchQuery):
            self._ask(RunSavedSearch(suggestion.value))
        else:
            self.take_text(suggestion.text)

    def _take_mime(self, mime: QMimeData) -> None:
        self._take(brought(mime, self._loopback))

    def _take(self, what: Brought) -> None:
        match what.kind:
            case "photo" | "photos" | "folder":
                self._take_photos(what)
            case "offer":
                self._take_offer(what)
            case "words":
                self.take_text(str(what.source))
            case "unreadable":
                self.noticed.emit(notice_of(PictureUnreadable("unreadable")))
            case "refused" if what.source != "not_a_photo":
                self._omnibox.show_error(refusal(what).sentence)
            case "refused":
                self._say(refusal(what).sentence)

    def _take_offer(self, what: Brought) -> None:
        opens = partial(self._ask, OpenOffer(OfferId(str(what.source))))
        if what.picture is None:
            opens()
        else:
            self.questions.ask_which(opens, partial(self._take, only_picture(what)))

    def _take_photos(self, what: Brought) -> None:
        paths = _paths_of(what)
        if what.host:
            address = str(what.source)
            get = partial(self._ask, SearchPicture(WebPicture(address, what.host)))
            self.questions.ask_host(what.host, address, get)
        elif what.kind == "photo":
            self._ask(SearchPicture(what.source))
        elif self.use_cases is None:
            self.noticed.emit(notice_of(Unreachable("offline")))
        else:
            self._tasks.start("find", self.use_cases.find_photos(paths), self._take_found)
        if what.passed_over:
            self._say(self.tr("No photo, and passed over: {0}").format(", ".join(what.passed_over[:5])))

    def _take_found(self, found: FoundPhotos) -> None:
        """Search by the first; the others stand beside it, and what is none is named."""
        if found.photos:
            self._ask(SearchPhotos(found.photos))
        if found.refused or not found.photos:
            self._say(refused_sentence(found))

    def _say(self, sentence: str) -> None:
        self.noticed.emit(Notice(sentence, Severity.WARNING, cause=f"intake {sentence}"))


def _paths_of(what: Brought) -> tuple[Path, ...]:
    """Files and folders that are looked into first; () where it brought something else."""
    if what.kind == "photos":
        return cast("tuple[Path, ...]", what.source)
    return (what.source,) if isinstance(what.source, Path) else ()


def _accept(event: QDropEvent) -> None:
    """Always as a copy: a program that offered to move would delete what it gave."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
