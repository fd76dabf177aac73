"""The Photo search tab."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from sourcing_app.ui.actions import Action
from sourcing_app.ui.format import exact_count
from sourcing_app.ui.image_search.drop_target import DropTarget, samples
from sourcing_app.ui.image_search.photo_panel import PhotoPanel
from sourcing_app.ui.image_search.presenter import PhotoPresenter
from sourcing_app.ui.image_search.sent_view import SentView
from sourcing_app.ui.notices import ACCOUNT_STEPS, Step
from sourcing_app.ui.page import try_again
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.result_bar import ResultBar
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.ui.results.results_view import ResultsView
from sourcing_app.ui.results.sorting import SORTS
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.widgets.surface import column, row

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

_PATTERNS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.avif"


class PhotoPage(QWidget):
    """A page as in ui/page.py."""

    tab_changed = Signal()
    noticed = Signal(object)
    offer_requested = Signal(str, bool)
    photo_requested = Signal(object)
    reached = Signal()
    unreached = Signal()
    settings_requested = Signal()
    words_changed = Signal(str)

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loader = loader
        self.presenter = PhotoPresenter(loader, self)
        self.target = DropTarget()
        self.panel = PhotoPanel()
        self.bar = ResultBar()
        self.results = ResultsView(self.presenter.offers, loader)
        self._faces = QStackedWidget()
        self._dialog: QFileDialog | None = None
        self._lay_out()
        self._connect()
        self.panel.show_recent(())
        self._show()

    def _lay_out(self) -> None:
        self.bar.filters.hide()
        self.bar.save.hide()
        right = column(spacing=0)
        right.addWidget(self.bar)
        right.addWidget(self.results, 1)
        working = QWidget()
        box = row(working, spacing=0)
        box.addWidget(self.panel)
        box.addLayout(right, 1)
        self._faces.addWidget(self.target)
        self._faces.addWidget(working)
        column(self).addWidget(self._faces)
        self.setAccessibleName(self.tr("Photo search"))

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.panel
        presenter.changed.connect(self._show)
        presenter.picture_changed.connect(self._show_picture)
        presenter.recent_changed.connect(self._show_recent)
        presenter.page_added.connect(self._after_page)
        presenter.noticed.connect(self.noticed)
        presenter.reached.connect(self.reached)
        presenter.unreached.connect(self.unreached)
        self.target.choose_wanted.connect(self.choose_file)
        self.target.paste_wanted.connect(self._paste)
        self.target.sample_chosen.connect(self.try_sample)
        panel.area_wanted.connect(presenter.set_region)
        panel.words_set.connect(presenter.set_words)
        panel.price_set.connect(presenter.set_price)
        panel.see_wanted.connect(self._see_sent)
        panel.choose_wanted.connect(self.choose_file)
        panel.recent_chosen.connect(self._take_recent)
        self.bar.sort_chosen.connect(self._choose_sort)
        self.bar.table_chosen.connect(self.results.show_as_table)
        self.results.as_table_changed.connect(self.bar.show_as_table)
        self.results.offer_requested.connect(self.offer_requested)
        self.results.photo_requested.connect(presenter.search_picture)
        self.results.more_wanted.connect(presenter.more)
        self.results.noticed.connect(self.noticed)
        self.results.state.acted.connect(self._act)

    def count(self) -> int:
        """No number on this tab."""
        return 0

    def attention(self) -> bool:
        """Never."""
        return False

    def focus_first(self) -> None:
        """The results, or the ways in."""
        if self._faces.currentIndex() == 1:
            self.results.focus_results()
        else:
            self.target.choose.setFocus()

    def shown(self) -> None:
        """The tab was opened: the words of another search do not belong to a photo."""
        self.words_changed.emit("")

    def refresh(self) -> None:
        """F5."""
        self.loader.retry_failed()
        self.presenter.refresh()

    def attach(self, use_cases: UseCases) -> None:
        """As in ui/page.py."""
        self.results.show_rate(use_cases.rate)
        self.presenter.attach(use_cases)

    def detach(self) -> None:
        """As in ui/page.py."""
        self.presenter.detach()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """To be waited for."""
        return (self.presenter.tasks,)

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.target.choose, self.panel.crop, self.panel.words, self.results.list_view)

    def actions_of_page(self) -> tuple[Action, ...]:
        """For the palette."""
        has_photo = self._has_photo
        return (
            Action("photo.whole", self.tr("Search the whole photo"), self._search_whole, "", "image", has_photo),
            Action("photo.sent", self.tr("See what is sent of the photo"), self._see_sent, "", "eye", has_photo),
        )

    def search_picture(self, source: object) -> None:
        """A Path, bytes, a QImage or an address of the platform."""
        self.presenter.search_picture(source)

    def try_sample(self, at: int) -> None:
        """One of the photos that come with the program."""
        self.presenter.search_picture(samples()[at])

    def choose_file(self) -> None:
        """Ask for a file."""
        self._dialog = QFileDialog(self, self.tr("Choose a photo"))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.setNameFilters([self.tr("Pictures ({0})").format(_PATTERNS), self.tr("All files (*)")])
        self._dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        self._dialog.fileSelected.connect(self._take_file)
        self._dialog.open()

    def notice_acted(self, step: Step) -> None:
        """A notice's button."""
        if step is Step.RETRY:
            self.presenter.refresh()

    def save_state(self, settings: QSettings) -> None:
        """Grid or table, columns."""
        self.results.save_state(settings, "photo")

    def restore_state(self, settings: QSettings) -> None:
        """As saved."""
        self.results.restore_state(settings, "photo")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.target.show_samples()

    def _take_file(self, name: str) -> None:
        self.presenter.search_picture(Path(name))

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

    def _show(self) -> None:
        presenter = self.presenter
        photo_failed = presenter.face is Face.FAILED and presenter.picture is None
        self._faces.setCurrentIndex(0 if presenter.face is Face.FIRST_USE or photo_failed else 1)
        if presenter.face is Face.FIRST_USE:
            self.target.show_first_use()
        elif photo_failed and presenter.failure is not None:
            self.target.show_failure(self.tr("This photo cannot be used"), presenter.failure.sentence)
        self._show_results()
        self.panel.show_query(presenter.query)
        found = self.tr("{0} results", "", presenter.total).format(exact_count(presenter.total))
        self.bar.summary.setText(found if presenter.total else "")
        self.bar.show_sort(presenter.query, "")

    def _show_results(self) -> None:
        presenter, results = self.presenter, self.results
        if presenter.face in (Face.LOADING,):
            results.show_loading()
        elif presenter.face is Face.RESULTS:
            results.show_list()
        elif presenter.face is Face.EMPTY:
            sentence = self.tr("Choose a smaller area with one thing in it, or take words and prices away.")
            results.state.show_state(
                "image", self.tr("Nothing looks like this"), sentence, action=self.tr("Search the whole photo")
            )
            results.show_state()
        elif presenter.failure is not None:
            failure = presenter.failure
            results.state.show_state(
                "offline" if failure.is_offline else "error", self.tr("This search did not work"), failure.sentence,
                action=failure.step_label if failure.step in ACCOUNT_STEPS else self.tr("Try again"),
                details="\n".join(part for part in (failure.theirs, failure.details) if part),
                role="warning",
            )  # fmt: skip
            results.show_state()

    def _show_picture(self) -> None:
        self.panel.show_picture(self.presenter.picture)

    def _show_recent(self) -> None:
        self.panel.show_recent(self.presenter.recent)

    def _after_page(self) -> None:
        self.results.after_rows()

    def _choose_sort(self, at: int) -> None:
        if at < len(SORTS):
            self.presenter.set_sort(*SORTS[at])

    def _act(self) -> None:
        if self.presenter.face is Face.EMPTY:
            self._search_whole()
        elif self.presenter.failure is not None and self.presenter.failure.step in ACCOUNT_STEPS:
            self.settings_requested.emit()
        else:
            try_again(self, self.presenter.refresh)
