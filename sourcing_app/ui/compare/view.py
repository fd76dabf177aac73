"""The Compare tab: offers side by side at one quantity, or what this is and how to begin."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.pick import Pick
from sourcing_app.domain.quantities import MAX_QUANTITY
from sourcing_app.ui.actions import Action
from sourcing_app.ui.compare.count_field import CountField
from sourcing_app.ui.compare.kept_picks import MAX_COMPARED
from sourcing_app.ui.compare.presenter import FIRST_QUANTITY, ComparePresenter
from sourcing_app.ui.compare.table import CompareTable
from sourcing_app.ui.format import ago_text
from sourcing_app.ui.notices import ACCOUNT_STEPS, Notice, Severity, Step
from sourcing_app.ui.page import Page
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import ComparedChanged, GoBack, GoTo, OpenOffer, OpenSettings
from sourcing_app.ui.tables.cells import as_mime
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, M
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.labels import hairline, label
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.state_panel import AgeBar, StatePanel
from sourcing_app.ui.widgets.surface import column, row

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

_ADDED, _GONE = "compared", "not compared"
"""What this page says of, for the bar."""


class ComparePage(Page):
    """Up to a handful of offers as columns. Other pages put them in; Esc goes back to where one came from."""

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self.presenter = ComparePresenter(self)
        self.table = CompareTable(self.presenter, loader)
        self.quantity = CountField(FIRST_QUANTITY)
        self.summary = label("", TextSize.CAPTION, "muted")
        self.doubt = label("", TextSize.CAPTION, "danger", wrap=True)
        self.clear = button(self.tr("Clear"), "plain", icon_name="trash", small=True)
        self.age = AgeBar()
        self.state = StatePanel()
        self._faces = QStackedWidget()
        self._scroll = ScrollColumn(self.table)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Compare"))
        self.quantity.setFixedWidth(112)
        self.doubt.hide()
        self.quantity.setAccessibleName(self.tr("Quantity to compare at"))
        name = label(self.tr("Compare at"))
        name.setBuddy(self.quantity)
        bar = QWidget()
        box = row(bar, spacing=XS)
        box.setContentsMargins(M, XS, M, XS)
        for each in (name, self.quantity, self.summary):
            box.addWidget(each)
        box.addWidget(self.doubt, 1)
        box.addStretch(0)
        box.addWidget(self.clear)
        working = QWidget()
        inside = column(working, spacing=0)
        for part in (bar, hairline(), self.age):
            inside.addWidget(part)
        inside.addWidget(self._scroll, 1)
        self._faces.addWidget(self.state)
        self._faces.addWidget(working)
        column(self).addWidget(self._faces)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.picks_changed.connect(self._picks_changed)
        presenter.reached.connect(self.reached)
        presenter.unreached.connect(self.unreached)
        self.quantity.value_changed.connect(presenter.set_quantity)
        self.quantity.doubted.connect(self._doubt)
        self.clear.clicked.connect(self.clear_all)
        self.table.open_wanted.connect(self._open)
        self.table.remove_wanted.connect(self._take_out)
        self.state.acted.connect(self._act)
        self.age.acted.connect(self._try_again)

    # --- the page ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Offers compared."""
        return len(self.presenter.columns)

    def focus_first(self) -> None:
        """The keyboard goes to the quantity."""
        if self._faces.currentIndex():
            self.quantity.setFocus()
            self.quantity.selectAll()
        else:
            self.state.action_button.setFocus()

    def shown(self) -> None:
        """The tab was opened: nobody need be told of it any more."""
        self.notice_withdrawn.emit(_ADDED)
        self.presenter.look()

    def refresh(self) -> None:
        """F5."""
        self._loader.retry_failed()
        self.presenter.refresh()

    def attach(self, use_cases: UseCases) -> None:
        """As in ui/page.py; nothing is asked before someone looks."""
        self.presenter.attach(use_cases)
        if self.isVisible():
            self.presenter.look()

    def detach(self) -> None:
        """As in ui/page.py."""
        self.presenter.detach()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """To be waited for."""
        return (self.presenter.tasks,)

    def actions_of_page(self) -> tuple[Action, ...]:
        """For the palette."""
        some = self._has_some
        return (
            Action(
                "compare.quantity", self.tr("Compare at another quantity"), self.focus_first, "Ctrl+E", enabled=some
            ),
            Action("compare.copy", self.tr("Copy the comparison"), self.copy_all, "", "copy", some),
            Action("compare.clear", self.tr("Clear the comparison"), self.clear_all, "", "trash", some),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        heads = tuple(head.open for head in self.table.heads[:1])
        return (self.quantity, *heads) if self._has_some() else (self.state.action_button,)

    def notice_acted(self, step: Step) -> None:
        """What this page's notices offer."""
        if step is Step.UNDO:
            self.presenter.undo()
            self.presenter.look()
        elif step is Step.COMPARE:
            self.ask(GoTo(PageKey.COMPARE))

    def save_state(self, settings: QSettings) -> None:
        """Which offers, at how many."""
        settings.setValue("compare/picks", self.presenter.kept())
        settings.setValue("compare/quantity", self.presenter.quantity)

    def restore_state(self, settings: QSettings) -> None:
        """As saved."""
        self.presenter.restore(str(settings.value("compare/picks", "")))
        saved = str(settings.value("compare/quantity", ""))
        if saved.isdecimal() and 1 <= int(saved) <= MAX_QUANTITY:
            self.quantity.set_value(int(saved))

    # --- acts -------------------------------------------------------------------------------------------------------

    def toggle(self, picks: tuple[Pick, ...]) -> None:
        """From another page: put these in, or take them out where all are in."""
        before = self.count()
        left_over = self.presenter.toggle(picks)
        if self.count() < before:
            self._tell_gone(before - self.count())
        else:
            self._tell_added(left_over)
        if self.isVisible():
            self.presenter.look()

    def clear_all(self) -> None:
        """Take all out."""
        gone = self.count()
        if gone:
            self.presenter.clear()
            self._tell_gone(gone)
            self.focus_first()

    def copy_all(self) -> None:
        """The whole comparison as cells for a spreadsheet (Ctrl+C)."""
        QGuiApplication.clipboard().setMimeData(as_mime(self.table.cells_shown()))
        count = self.count()
        said = self.tr("{0} offers copied.", "", count).format(count)
        self.noticed.emit(Notice(said, Severity.GOOD, cause="copied"))

    def _take_out(self, offer_id: str) -> None:
        self.presenter.take_out((OfferId(offer_id),))
        self._tell_gone(1)
        if not self._has_some():
            self.focus_first()

    def _tell_gone(self, count: int) -> None:
        said = self.tr("{0} offers are not compared any more.", "", count).format(count)
        self.noticed.emit(Notice(said, Severity.GOOD, Step.UNDO, self.tr("Undo"), cause=_GONE))

    def _tell_added(self, left_over: int) -> None:
        count = self.count()
        said = self.tr("{0} offers to compare.", "", count).format(count)
        if left_over:
            said = self.tr("Up to {0} offers can be compared. Take one out first.").format(MAX_COMPARED)
        severity = Severity.INFO if left_over else Severity.GOOD
        self.noticed.emit(Notice(said, severity, Step.COMPARE, self.tr("Compare"), cause=_ADDED))

    def _open(self, offer_id: str) -> None:
        self.ask(OpenOffer(OfferId(offer_id)))

    def _try_again(self) -> None:
        self.try_again(self.presenter.refresh)

    def _act(self) -> None:
        trouble = self.presenter.trouble
        if not self._has_some():
            self.ask(GoTo(PageKey.SEARCH))
        elif trouble is not None and trouble.step in ACCOUNT_STEPS:
            self.ask(OpenSettings())
        else:
            self._try_again()

    def _doubt(self, sentence: str) -> None:
        self.doubt.setText(sentence)
        self.doubt.setVisible(bool(sentence))
        self.summary.setVisible(not sentence)

    def _picks_changed(self) -> None:
        self.tab_changed.emit()
        self.ask(ComparedChanged(self.presenter.ids))

    def _has_some(self) -> bool:
        return bool(self.presenter.columns)

    # --- faces ------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        trouble = self.presenter.trouble
        columns = self.presenter.columns
        nothing_known = all(each.offer is None and each.error is not None for each in columns)
        if not columns:
            self._show_first_use()
        elif nothing_known and trouble is not None and not self.presenter.is_asking:
            self._show_failure(trouble)
        else:
            self._faces.setCurrentIndex(1)
        self.table.show_columns()
        self.summary.setText(self.tr("pcs of each  ·  {0} of {1} offers").format(len(columns), MAX_COMPARED))
        self._show_age(trouble)

    def _show_first_use(self) -> None:
        self._faces.setCurrentIndex(0)
        self.state.show_state(
            "compare",
            self.tr("Offers side by side"),
            self.tr(
                "Press C on an offer in the results, or “Compare” on its page. Up to {0} stand here with their prices"
                " at the quantity you need, their terms and their suppliers."
            ).format(MAX_COMPARED),
            action=self.tr("Search"),
        )

    def _show_failure(self, trouble: Notice) -> None:
        self._faces.setCurrentIndex(0)
        self.state.show_state(
            "offline" if trouble.is_offline else "error",
            self.tr("No connection") if trouble.is_offline else self.tr("These offers could not be loaded"),
            trouble.sentence,
            action=trouble.step_label if trouble.step in ACCOUNT_STEPS else self.tr("Try again"),
            details=trouble.details,
            theirs=trouble.theirs,
            role="warning",
        )

    def _show_age(self, trouble: Notice | None) -> None:
        """How old the oldest of them is, where something is in the way of newer ones."""
        times = [each.fetched_at for each in self.presenter.columns if each.fetched_at is not None]
        if trouble is None or not times:
            self.age.show_age("")
            return
        text = self.tr("{0} Prices and stock as of {1}.").format(
            trouble.sentence, ago_text(min(times), datetime.now(UTC))
        )
        icon_name = "offline" if trouble.is_offline else "warning"
        self.age.show_age(text, icon_name=icon_name, role="warning", action=self.tr("Try again"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back where one came from; the arrows and pages scroll."""
        bar = self._scroll.verticalScrollBar()
        page, line = bar.pageStep(), 48
        keys = Qt.Key
        steps = {keys.Key_Down: line, keys.Key_Up: -line, keys.Key_PageDown: page, keys.Key_PageUp: -page}
        if event.key() == Qt.Key.Key_Escape:
            self.ask(GoBack())
        elif event.matches(QKeySequence.StandardKey.Copy) and self._has_some():
            self.copy_all()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
