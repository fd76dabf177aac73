"""The Photo search tab."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from sourcing_app.domain.picture_formats import name_patterns
from sourcing_app.ui.actions import Action
from sourcing_app.ui.image_search.drop_target import DropTarget, samples
from sourcing_app.ui.image_search.photo_panel import PhotoPanel
from sourcing_app.ui.image_search.presenter import PhotoPresenter
from sourcing_app.ui.image_search.sent_view import SentView
from sourcing_app.ui.notices import Step
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.results_page import ResultsPage
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.ui.widgets.scroll_column import ScrollColumn


class PhotoPage(ResultsPage):
    """A page as in ui/page.py."""

    key = "photo"
    presenter: PhotoPresenter

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(PhotoPresenter(loader), loader, parent)
        self.target = DropTarget()
        self.panel = PhotoPanel()
        self._dialog: QFileDialog | None = None
        self.bar.filters.hide()
        self.bar.save.hide()
        self._lay_out(ScrollColumn(self.target), self.panel)
        self.setAccessibleName(self.tr("Photo search"))
        self._connect()
        self.panel.show_recent(())
        self._show()

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.panel
        presenter.picture_changed.connect(self._show_picture)
        presenter.recent_changed.connect(self._show_recent)
        presenter.given_changed.connect(self._show_given)
        panel.stepped.connect(presenter.step)
        self.target.choose_wanted.connect(self.choose_file)
        self.target.paste_wanted.connect(self._paste)
        self.target.sample_chosen.connect(self.try_sample)
        panel.area_wanted.connect(presenter.set_region)
        panel.words_set.connect(presenter.set_words)
        panel.price_set.connect(presenter.set_price)
        panel.see_wanted.connect(self._see_sent)
        panel.choose_wanted.connect(self.choose_file)
        panel.recent_chosen.connect(self._take_recent)
        panel.preparing_cancelled.connect(presenter.cancel_preparing)

    def focus_first(self) -> None:
        """The results, or the ways in."""
        if self._is_working():
            self.results.focus_results()
        else:
            self.target.choose.setFocus()

    def shown(self) -> None:
        """The tab was opened: the words of another search do not belong to a photo."""
        self.words_changed.emit("")

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.target.choose, self.panel.crop, self.panel.words, self.results.list_view)

    def actions_of_page(self) -> tuple[Action, ...]:
        """For the palette."""
        has_photo, presenter = self._has_photo, self.presenter
        return (
            Action("photo.whole", self.tr("Search the whole photo"), self._search_whole, "", "image", has_photo),
            Action(
                "photo.next", self.tr("Next photo"), partial(presenter.step, 1), "", "chevron-right", self._has_next
            ),
            Action(
                "photo.previous",
                self.tr("Previous photo"),
                partial(presenter.step, -1),
                "",
                "chevron-left",
                self._has_previous,
            ),
            Action("photo.sent", self.tr("See what is sent of the photo"), self._see_sent, "", "eye", has_photo),
            *self.results_actions(),
        )

    def search_picture(self, source: object) -> None:
        """A Path, bytes, a QImage, an address of the platform, or a WebPicture."""
        self.presenter.search_picture(source)

    def search_photos(self, paths: tuple[Path, ...]) -> None:
        """By the first; the others wait beside it."""
        self.presenter.search_photos(paths)

    def try_sample(self, at: int) -> None:
        """One of the photos that come with the program."""
        self.presenter.search_picture(samples()[at])

    def choose_file(self) -> None:
        """Ask for a file."""
        self._dialog = QFileDialog(self, self.tr("Choose a photo"))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.setNameFilters([self.tr("Pictures ({0})").format(name_patterns()), self.tr("All files (*)")])
        self._dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        self._dialog.filesSelected.connect(self._take_files)
        self._dialog.open()

    def notice_acted(self, step: Step) -> None:
        """A notice's button."""
        if step is Step.RETRY:
            self.presenter.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.target.show_samples()

    def _take_files(self, names: list[str]) -> None:
        if names:
            self.presenter.search_photos(tuple(map(Path, names)))

    def _take_recent(self, at: int) -> None:
        self.presenter.search_again(self.presenter.recent[at])

    def _paste(self) -> None:
        paste = getattr(self.window(), "paste", None)
        if paste is not None:
            paste()

    def _see_sent(self) -> None:
        if self.presenter.picture is not None:
            SentView(self.presenter.picture, self).open()

    def _search_whole(self) -> None:
        self.panel.crop.clear_region()
        self.presenter.set_region(None)

    def _has_photo(self) -> bool:
        return self.presenter.picture is not None

    def _has_next(self) -> bool:
        return self.presenter.given.at + 1 < len(self.presenter.given.paths)

    def _has_previous(self) -> bool:
        return self.presenter.given.at > 0

    def _is_working(self) -> bool:
        """Not with a photo that cannot be used."""
        presenter = self.presenter
        return super()._is_working() and not (presenter.face is Face.FAILED and presenter.picture is None)

    def _show(self) -> None:
        presenter = self.presenter
        if presenter.face is Face.FIRST_USE:
            self.target.show_first_use()
        elif not self._is_working() and presenter.failure is not None:
            self.target.show_failure(self.tr("This photo cannot be used"), presenter.failure.sentence)
        self.panel.show_query(presenter.query)
        self.panel.preparing.show_preparing(presenter.is_preparing)
        super()._show()

    def _show_empty(self) -> None:
        self.results.state.show_state(
            "image",
            self.tr("Nothing looks like this"),
            self.tr("Choose a smaller area with one thing in it, or take words and prices away."),
            action=self.tr("Search the whole photo"),
        )

    def _leave_empty(self) -> None:
        self._search_whole()

    def _search_photo(self, photo: object) -> None:
        """Here."""
        self.presenter.search_picture(photo)

    def _show_picture(self) -> None:
        self.panel.show_picture(self.presenter.picture)

    def _show_given(self) -> None:
        self.panel.show_given(self.presenter.given.paths, self.presenter.given.at)

    def _show_recent(self) -> None:
        self.panel.show_recent(self.presenter.recent)
