"""The Photo search tab."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from sourcing_app.domain.picture_formats import name_patterns
from sourcing_app.ui.actions import Action
from sourcing_app.ui.image_search.bench import MOST_BOXES
from sourcing_app.ui.image_search.beside_preview import BesidePreview
from sourcing_app.ui.image_search.drop_target import DropTarget, samples
from sourcing_app.ui.image_search.photo_panel import PhotoPanel
from sourcing_app.ui.image_search.photo_tools import (
    MIRROR,
    REDO,
    SHOW_ALL,
    TURN_LEFT,
    TURN_RIGHT,
    UNDO,
    ZOOM_IN,
    ZOOM_OUT,
)
from sourcing_app.ui.image_search.presenter import PhotoPresenter
from sourcing_app.ui.image_search.same_finder import SameFinder
from sourcing_app.ui.image_search.sent_view import SentView
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import Paste
from sourcing_app.ui.results.filter_panel import FilterPanel
from sourcing_app.ui.results.query_edits import chips_of, without_any
from sourcing_app.ui.results.result_bar import QueryChip
from sourcing_app.ui.results.results_page import ResultsPage
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.surface import row

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


class PhotoPage(ResultsPage):
    """A photo with its boxes beside the offers that look like it."""

    key = "photo"
    presenter: PhotoPresenter

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(PhotoPresenter(loader), loader, parent)
        self.target = DropTarget()
        self.panel = PhotoPanel()
        self._dialog: QFileDialog | None = None
        self.filters = FilterPanel(self.presenter.tasks, has_price=False)
        self.filters.hide()
        self.same = SameFinder(self.presenter.offers, loader, self)
        self._folds = True
        self._chips: tuple[QueryChip, ...] = ()
        self.bar.save.hide()
        self.results.make_preview = partial(BesidePreview, self.panel.searched_pixmap)
        beside = QWidget()
        box = row(beside, spacing=0)
        box.addWidget(self.panel)
        box.addWidget(self.filters)
        self._lay_out(ScrollColumn(self.target), beside)
        self.setAccessibleName(self.tr("Photo search"))
        self._connect()
        self.panel.show_recent(())
        self._show()

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.panel
        presenter.picture_changed.connect(self._show_picture)
        presenter.boxes_changed.connect(self._show_boxes)
        presenter.look_changed.connect(self._show_look)
        presenter.recent_changed.connect(self._show_recent)
        presenter.given_changed.connect(self._show_given)
        panel.stepped.connect(presenter.step)
        self.target.choose_wanted.connect(self.choose_file)
        self.target.paste_wanted.connect(self._paste)
        self.target.sample_chosen.connect(self.try_sample)
        panel.area_wanted.connect(presenter.set_region)
        panel.box_wanted.connect(presenter.search_box)
        panel.tools.turned.connect(presenter.turn)
        panel.tools.mirrored.connect(presenter.mirror)
        panel.tools.undone.connect(presenter.undo)
        panel.tools.redone.connect(presenter.redo)
        panel.words_set.connect(presenter.set_words)
        panel.price_set.connect(presenter.set_price)
        panel.see_wanted.connect(self._see_sent)
        panel.choose_wanted.connect(self.choose_file)
        panel.recent_chosen.connect(self._take_recent)
        panel.preparing_cancelled.connect(presenter.cancel_preparing)
        presenter.page_added.connect(self._find_same)
        presenter.begun.connect(self._fold_anew)
        presenter.filters_changed.connect(self._show_sections)
        self.filters.filter_set.connect(presenter.set_filter)
        self.filters.category_chosen.connect(presenter.set_category)
        self.bar.panel_toggled.connect(self.filters.setVisible)
        self.bar.chip_removed.connect(presenter.remove)
        self.bar.all_removed.connect(presenter.remove_all)

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
        crop = self.panel.crop
        return (
            Action("photo.whole", self.tr("Search the whole photo"), self._search_whole, "0", "image", has_photo),
            *(self._box_action(at) for at in range(MOST_BOXES)),
            Action(
                "photo.right", self.tr("Turn the photo right"), self._turn_right, TURN_RIGHT, "rotate-right", has_photo
            ),
            Action("photo.left", self.tr("Turn the photo left"), self._turn_left, TURN_LEFT, "rotate-left", has_photo),
            Action("photo.mirror", self.tr("Mirror the photo"), presenter.mirror, MIRROR, "mirror", has_photo),
            Action("photo.undo", self.tr("Undo"), presenter.undo, UNDO, "undo", self._can_undo),
            Action("photo.redo", self.tr("Redo"), presenter.redo, REDO, "redo", self._can_redo),
            Action("photo.zoom_in", self.tr("Zoom into the photo"), crop.zoom_in, ZOOM_IN, "zoom-in", has_photo),
            Action("photo.zoom_out", self.tr("Zoom out of the photo"), crop.zoom_out, ZOOM_OUT, "zoom-out", has_photo),
            Action("photo.all", self.tr("Show all of the photo"), crop.show_all, SHOW_ALL, "image", has_photo),
            Action(
                "photo.crop", self.tr("Choose an area with the keys"), crop.setFocus, "Ctrl+Shift+A", "crop", has_photo
            ),
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
            Action(
                "photo.beside",
                self.tr("Photo and offer side by side (Space)"),
                self.results.preview_current,
                "",
                "compare",
                self._has_results,
            ),
            Action(
                "photo.same",
                self.tr("Group offers with the same picture, or not any more"),
                self.toggle_groups,
                "Ctrl+G",
                "layers",
                self._has_results,
            ),
            Action("photo.filters", self.tr("Show or hide filters"), self.bar.filters.toggle, "Ctrl+B", "filter"),
            Action(
                "photo.clear",
                self.tr("Clear all filters"),
                presenter.remove_all,
                "Ctrl+Shift+Backspace",
                "close",
                has_photo,
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.target.show_samples()

    def _take_files(self, names: list[str]) -> None:
        if names:
            self.presenter.search_photos(tuple(map(Path, names)))

    def _take_recent(self, at: int) -> None:
        self.presenter.search_again(self.presenter.recent[at])

    def _paste(self) -> None:
        self.ask(Paste())

    def _see_sent(self) -> None:
        if self.presenter.picture is not None:
            SentView(self.presenter.picture, self).open()

    def keys_of_page(self) -> tuple[tuple[str, str], ...]:
        """For the sheet of keys: also what works on the photo."""
        return (
            ("Enter", self.tr("On the photo: search the area")),
            ("Arrows", self.tr("On the photo: move the area, Shift resizes, Ctrl goes farther")),
            ("Escape", self.tr("On the photo: take the area away")),
            ("Space", self.tr("Photo and offer side by side")),
            ("F", self.tr("Side by side, while it is held: the offer in the photo's place")),
            *(each for each in super().keys_of_page() if each[0] != "Space"),
        )

    def _box_action(self, at: int) -> Action:
        title = self.tr("Search by thing {0} of the photo").format(at + 1)
        search, is_there = partial(self.presenter.search_box, at), partial(self._has_box, at)
        return Action(f"photo.box{at + 1}", title, search, str(at + 1), "crop", is_there)

    def _turn_right(self) -> None:
        self.presenter.turn(1)

    def _turn_left(self) -> None:
        self.presenter.turn(-1)

    def _search_whole(self) -> None:
        self.presenter.set_region(None)

    def _has_box(self, at: int) -> bool:
        return at < len(self.presenter.boxes)

    def _can_undo(self) -> bool:
        return self.presenter.bench.can_undo

    def _can_redo(self) -> bool:
        return self.presenter.bench.can_redo

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
        self._show_chips()
        self.panel.preparing.show_preparing(presenter.is_preparing)
        super()._show()

    def toggle_groups(self) -> None:
        """Ctrl+G: one offer for each picture, or all of them."""
        self._folds = not self.presenter.offers.folds
        self.presenter.offers.fold(self._folds)

    def _fold_anew(self) -> None:
        self.presenter.offers.fold(self._folds)

    def _find_same(self) -> None:
        """Cards do not move under somebody who is already among them: their groups are only told, then."""
        results = self.results
        if results.grid.currentIndex().isValid() or results.scroll_position() > 0:
            self.presenter.offers.fold(False)
        self.same.look()

    def attach(self, use_cases: UseCases) -> None:
        """As in ui/page.py."""
        self.filters.categories.attach(use_cases.browse_categories)
        super().attach(use_cases)

    def detach(self) -> None:
        """As in ui/page.py."""
        self.filters.categories.detach()
        super().detach()

    def _show_sections(self) -> None:
        self.filters.show_sections(self.presenter.sections)
        self.filters.show_query(self.presenter.query)

    def _show_chips(self) -> None:
        presenter = self.presenter
        chips = chips_of(presenter.query, presenter.names, presenter.category_name)
        if chips != self._chips:
            self._chips = chips
            self.bar.show_chips(chips)
        self.filters.show_query(presenter.query)

    def _show_age(self) -> None:
        """Nothing is old here; an answer that cannot be true is said to be none to trust."""
        presenter = self.presenter
        if presenter.face is Face.RESULTS and presenter.is_doubtful:
            doubt = self.tr(
                "1688 gave this same answer to a picture that looks different: compare before you trust it."
            )
            self.age.show_age(doubt, icon_name="warning", role="warning", action=self.tr("Ask again"))
        else:
            super()._show_age()

    def _show_empty(self) -> None:
        """1688 answered: what was asked for too much is taken away first, then a smaller or a larger part is tried."""
        query, way_on = self.presenter.query, self.tr("Search the whole photo")
        if self._chips or query.keyword:
            sentence = self.tr("1688 answered with no offer that fits all of it. Take words, filters and prices away.")
            way_on = self.tr("Take them all away")
        elif self.presenter.region is not None:
            sentence = self.tr(
                "1688 answered, and found no offer like this part of the photo. Try another part, or all of it."
            )
        else:
            sentence = self.tr("1688 answered, and found no offer like this photo. Choose a part with one thing in it.")
            way_on = self.tr("Choose an area")
        self.results.state.show_state("image", self.tr("Nothing looks like this"), sentence, action=way_on)

    def _leave_empty(self) -> None:
        query = self.presenter.query
        if self._chips or query.keyword:
            self.presenter.set_query(replace(without_any(query), keyword=""))
        elif self.presenter.region is not None:
            self._search_whole()
        else:
            self.panel.crop.setFocus()

    def _search_photo(self, photo: object) -> None:
        """Here."""
        self.presenter.search_picture(photo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(event.size())

    def _show_picture(self) -> None:
        self.panel.show_picture(self.presenter.picture)
        self._show_boxes()

    def _show_boxes(self) -> None:
        self.panel.show_boxes(self.presenter.boxes)
        self._show_look()

    def _show_look(self) -> None:
        presenter = self.presenter
        self.panel.show_region(presenter.region, presenter.kept)
        self.panel.tools.show_undo(self._can_undo(), self._can_redo())

    def _show_given(self) -> None:
        self.panel.show_given(self.presenter.given.paths, self.presenter.given.at)

    def _show_recent(self) -> None:
        self.panel.show_recent(self.presenter.recent)
