"""Grid, table, skeleton or a state panel: one of them is shown; selection and commands are the same in all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QWidget

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.domain.pick import Pick
from sourcing_app.ui.browser import Browser, OpenAddress, copied_instead
from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.copying import as_cells, offer_link
from sourcing_app.ui.results.offer_grid import OfferGrid
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.results.offer_table import OfferTable
from sourcing_app.ui.results.preview import OfferPreview
from sourcing_app.ui.results.second_click import SecondClick
from sourcing_app.ui.results.skeleton_grid import SkeletonGrid
from sourcing_app.ui.tables.kept_columns import KeptColumns
from sourcing_app.ui.widgets.state_panel import StatePanel


class ResultsView(QStackedWidget):
    """offer_requested(offer_id, behind), photo_requested(bytes), more_wanted, noticed(Notice), as_table_changed(bool).

    compare_toggled(picks): beside others, or not any more where all of them are.
    """

    offer_requested = Signal(str, bool)
    photo_requested = Signal(object)
    more_wanted = Signal()
    noticed = Signal(object)
    as_table_changed = Signal(bool)
    sort_chosen = Signal()
    compare_toggled = Signal(object)

    def __init__(self, model: OfferListModel, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._loader = model, loader
        self._rate: ExchangeRate | None = None
        self._as_table = False
        self.grid = OfferGrid(model, loader)
        self._table: OfferTable | None = None
        self._kept: KeptColumns | None = None
        self._skeleton = SkeletonGrid()
        self.state = StatePanel()
        self._preview: OfferPreview | None = None
        self.make_preview: Callable[[PictureLoader, QWidget], OfferPreview] = OfferPreview
        self._browser = Browser(self)
        self._browser.failed.connect(self._not_opened)
        self.open_address: OpenAddress = self._browser
        for page in (self.state, self.grid, self._skeleton):
            self.addWidget(page)
        self._connect_list(self.grid)
        self.grid.picture_wanted.connect(self._search_picture)
        self.grid.link_wanted.connect(self._copy_link_of)
        self.grid.compare_wanted.connect(self._toggle_one)
        self.grid.clicked_open.connect(self._open_clicked)
        self._second_click = SecondClick(self)

    @property
    def table(self) -> OfferTable:
        """Made when first wanted."""
        if self._table is None:
            self._table = OfferTable(self._model, self._loader)
            self._table.setSelectionModel(self.grid.selectionModel())
            if self._kept is not None:
                self._table.show_kept(replace(self._kept, sorting=self._model.sorting))
            self._table.copy_wanted.connect(self.copy_rows)
            self._table.sort_chosen.connect(self.go_to_top)
            self._table.sort_chosen.connect(self.sort_chosen)
            self._connect_list(self._table)
            self.addWidget(self._table)
        return self._table

    @property
    def as_table(self) -> bool:
        """Which of the two is chosen."""
        return self._as_table

    @property
    def list_view(self) -> OfferGrid | OfferTable:
        """The one that is chosen."""
        return self.table if self._as_table else self.grid

    def _connect_list(self, view: OfferGrid | OfferTable) -> None:
        view.opened.connect(self._open)
        view.previewed.connect(self._preview_offer)
        view.near_end.connect(self.more_wanted)
        view.compare_chosen_wanted.connect(self.toggle_compared)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._show_menu, view))

    def show_rate(self, rate: ExchangeRate | None) -> None:
        """For the local amounts."""
        self._rate = rate
        self.grid.cards.show_rate(rate)
        self.grid.viewport().update()

    def show_range(self, low: Money | None, high: Money | None) -> None:
        """Between which prices the offers were asked for: those that are not say why."""
        if self._model.show_range(low, high):
            self.grid.cards.forget_cards()
            self.list_view.viewport().update()

    def show_as_table(self, as_table: bool) -> None:
        """Switch; selection and current offer stay."""
        if as_table == self._as_table:
            return
        focused = self.list_view.hasFocus()
        was_shown = self.currentWidget() is self.list_view
        self._as_table = as_table
        view = self.list_view
        selection = self.grid.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.select(selection.selection(), rows)
        if was_shown:
            self.show_list()
        if selection.currentIndex().isValid():
            view.scrollTo(selection.currentIndex())
        if focused:
            view.setFocus()
        self.as_table_changed.emit(as_table)

    def show_list(self) -> None:
        """The offers; they get the keyboard that was waiting for them."""
        self.setCurrentWidget(self.list_view)
        if self.hasFocus():
            self.list_view.setFocus()

    def show_loading(self) -> None:
        """Skeleton cards."""
        self.setCurrentWidget(self._skeleton)

    def show_state(self) -> None:
        """The panel; say what on ``state``."""
        self.setCurrentWidget(self.state)

    def face(self) -> str:
        """What is shown: "list", "loading" or "state"."""
        shown = self.currentWidget()
        return "loading" if shown is self._skeleton else "state" if shown is self.state else "list"

    def focus_results(self) -> None:
        """The keyboard goes to the list, at once or when it is there, or to the panel's action."""
        if self.face() == "list":
            self.list_view.setFocus()
        elif self.face() == "loading":
            self.setFocus()
        elif self.state.action_button.isVisible():
            self.state.action_button.setFocus()

    def chosen(self) -> tuple[OfferSummary, ...]:
        """The selected offers, top to bottom; the current one when none is."""
        selection = self.grid.selectionModel()
        rows = sorted({index.row() for index in selection.selectedIndexes()})
        if not rows and selection.currentIndex().isValid():
            rows = [selection.currentIndex().row()]
        return tuple(self._model.offer(row) for row in rows)

    def after_rows(self) -> None:
        """Rows came: their pictures are wanted, and perhaps there is still room."""
        self.grid.prefetch()
        QTimer.singleShot(0, self.list_view, self.list_view.watch_end)

    def go_to_top(self) -> None:
        """Another order, or other results: they begin at the first."""
        for view in (self.grid, self._table):
            if view is not None:
                view.verticalScrollBar().setValue(0)

    def scroll_position(self) -> int:
        """Of the list shown."""
        return self.list_view.verticalScrollBar().value()

    def scroll_to_position(self, value: int) -> None:
        """Back where it was."""
        self.list_view.verticalScrollBar().setValue(value)

    def save_state(self, settings: QSettings, group: str) -> None:
        """Grid or table, and the columns, seen or not."""
        settings.setValue(f"{group}/as_table", self._as_table)
        if self._table is not None:
            self._table.save_columns(settings, group)
        elif self._kept is not None:
            settings.setValue(f"{group}/columns", replace(self._kept, sorting=self._model.sorting).as_text())

    def restore_state(self, settings: QSettings, group: str) -> None:
        """As saved."""
        self._kept = KeptColumns.of(settings.value(f"{group}/columns"))
        if self._kept is not None:
            self._model.order_by(self._kept.sorting)
            if self._table is not None:
                self._table.show_kept(self._kept)
        if settings.value(f"{group}/as_table", False, type=bool):
            self.show_as_table(True)

    def copy_rows(self) -> None:
        """Ctrl+C."""
        offers = self.chosen()
        if offers:
            columns = self._table.shown_columns() if self._table is not None else self._model.columns
            QGuiApplication.clipboard().setMimeData(as_cells(offers, columns, self._model.context))
            said = self.tr("Copied {0} offers.", "", len(offers)).format(len(offers))
            self.noticed.emit(Notice(said, Severity.GOOD, cause="copied"))

    def copy_texts(self, kind: str) -> None:
        """kind: "chinese", "link" or "id", a line for each chosen offer."""
        take = {"chinese": _chinese_title, "link": offer_link, "id": _offer_id}[kind]
        QGuiApplication.clipboard().setText("\n".join(take(offer) for offer in self.chosen()))

    def show_compared(self, ids: frozenset[OfferId]) -> None:
        """The offers that are being compared carry its sign."""
        self._model.show_compared(ids)
        for view in (self.grid, self._table):
            if view is not None:
                view.show_compared(ids)

    def toggle_compared(self) -> None:
        """C: the chosen offers beside others, or not any more."""
        if picks := tuple(map(Pick.of, self.chosen())):
            self.compare_toggled.emit(picks)

    def _toggle_one(self, index: QModelIndex) -> None:
        self.compare_toggled.emit((Pick.of(self._model.offer(index.row())),))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._preview is not None:
            self._preview.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self._model.show_chinese(True)
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self._model.show_chinese(False)
        super().keyReleaseEvent(event)

    def _open(self, index: QModelIndex, behind: bool) -> None:
        self.offer_requested.emit(self._model.offer(index.row()).offer_id, behind)

    def _open_clicked(self, index: QModelIndex) -> None:
        self._second_click.wait()
        self._open(index, False)

    def preview_current(self) -> None:
        """Space on the current offer; on the first where there is none."""
        if self._model.rowCount():
            index = self.list_view.currentIndex()
            index = index if index.isValid() else self._model.index(0, 0)
            self.list_view.setCurrentIndex(index)
            self._preview_offer(index)

    def _preview_offer(self, index: QModelIndex) -> None:
        if self._preview is None:
            self._preview = self.make_preview(self._loader, self)
            self._preview.stepped.connect(self._step_preview)
            self._preview.opened.connect(self._open_preview)
            self._preview.closed.connect(self._close_preview)
        self._preview.show_offer(self._model.offer(index.row()), self._rate)

    def _step_preview(self, step: int) -> None:
        row = self.list_view.currentIndex().row() + step
        if 0 <= row < self._model.rowCount():
            self.list_view.setCurrentIndex(self._model.index(row, 0))
            self._preview_offer(self._model.index(row, 0))

    def _open_preview(self) -> None:
        self._close_preview()
        self._open(self.list_view.currentIndex(), False)

    def _close_preview(self) -> None:
        if self._preview is not None:
            self._preview.hide()
            self.list_view.setFocus()

    def _search_picture(self, index: QModelIndex) -> None:
        self._loader.fetch_original(self._model.offer(index.row()).picture_url, self._got_picture)

    def _got_picture(self, data: bytes | None) -> None:
        if data is None:
            self.noticed.emit(Notice(self.tr("This picture cannot be loaded now."), Severity.WARNING, cause="picture"))
        else:
            self.photo_requested.emit(data)

    def _copy_link_of(self, index: QModelIndex) -> None:
        QGuiApplication.clipboard().setText(offer_link(self._model.offer(index.row())))
        self.noticed.emit(Notice(self.tr("Copied the link."), Severity.GOOD, cause="copied"))

    def _open_at_1688(self, address: str) -> None:
        if not self.open_address(address):
            self._not_opened(address)

    def _not_opened(self, address: str) -> None:
        self.noticed.emit(copied_instead(address))

    def _show_menu(self, view: QAbstractItemView, point: QPoint) -> None:
        index = view.indexAt(point)
        if not index.isValid():
            return
        offer = self._model.offer(index.row())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, shortcut, act in (
            (self.tr("Open"), "Return", partial(self._open, index, False)),
            (self.tr("Open behind"), "Ctrl+Return", partial(self._open, index, True)),
            (self.tr("Preview"), "Space", partial(self._preview_offer, index)),
            (self.tr("Compare, or not any more"), "C", self.toggle_compared),
            (self.tr("Search by this picture"), "", partial(self._search_picture, index)),
            (self.tr("Open at 1688"), "", partial(self._open_at_1688, offer_link(offer))),
            (self.tr("Copy rows"), "Ctrl+C", self.copy_rows),
            (self.tr("Copy the Chinese title"), "", partial(self.copy_texts, "chinese")),
            (self.tr("Copy the link"), "", partial(self.copy_texts, "link")),
            (self.tr("Copy the offer id"), "", partial(self.copy_texts, "id")),
        ):
            written = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            menu.addAction(f"{title}\t{written}" if shortcut else title).triggered.connect(act)
        menu.popup(view.viewport().mapToGlobal(point))


def _chinese_title(offer: OfferSummary) -> str:
    return offer.title


def _offer_id(offer: OfferSummary) -> str:
    return offer.offer_id
