"""A page of offers found, wherever they come from: the bar over them, their age, cards or rows, and a panel beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.pick import Pick
from sourcing_app.ui.actions import Action
from sourcing_app.ui.format import age_text, ago_text, clock_text, exact_count
from sourcing_app.ui.notices import ACCOUNT_STEPS, Notice
from sourcing_app.ui.page import Page
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import OpenOffer, OpenSettings, SearchPicture, ToggleCompared
from sourcing_app.ui.results.result_bar import ResultBar
from sourcing_app.ui.results.results_presenter import Face, ResultsPresenter
from sourcing_app.ui.results.results_view import ResultsView
from sourcing_app.ui.results.sorting import SORTS
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.widgets.state_panel import AgeBar
from sourcing_app.ui.widgets.surface import column, row

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


class ResultsPage(Page):
    """A page over a ResultsPresenter.

    A page of this kind lays itself out (``_lay_out``) with what stands there before there is anything, and says what
    nothing found means (``_show_empty``) and where to go from there (``_leave_empty``).
    """

    key: ClassVar[str]
    """Before the names of its commands and of what is saved of it."""

    def __init__(self, presenter: ResultsPresenter, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        presenter.setParent(self)
        self.presenter = presenter
        self.loader = loader
        self.bar = ResultBar()
        self.age = AgeBar()
        self.results = ResultsView(presenter.offers, loader)
        self._faces = QStackedWidget()
        self._coming = QTimer(self, singleShot=True, interval=0)
        self._coming.timeout.connect(self._show_all)
        self._connect_results()
        self._ageing = QTimer(self, interval=30_000)
        self._ageing.timeout.connect(self._show_summary)
        self._ageing.start()

    def _lay_out(self, first_use: QWidget, beside: QWidget) -> None:
        """first_use: in place of everything until there is something to show."""
        right = column(spacing=0)
        right.addWidget(self.bar)
        right.addWidget(self.age)
        right.addWidget(self.results, 1)
        working = QWidget()
        box = row(working, spacing=0)
        box.addWidget(beside)
        box.addLayout(right, 1)
        self._faces.addWidget(first_use)
        self._faces.addWidget(working)
        column(self).addWidget(self._faces)

    def _connect_results(self) -> None:
        presenter, results, bar = self.presenter, self.results, self.bar
        presenter.changed.connect(self._show)
        presenter.page_added.connect(self._after_page)
        presenter.begun.connect(results.go_to_top)
        presenter.noticed.connect(self.noticed)
        presenter.reached.connect(self.reached)
        presenter.unreached.connect(self.unreached)
        bar.sort_chosen.connect(self._choose_sort)
        bar.table_chosen.connect(results.show_as_table)
        results.as_table_changed.connect(bar.show_as_table)
        results.offer_requested.connect(self._open_offer)
        results.photo_requested.connect(self._search_photo)
        results.more_wanted.connect(presenter.more)
        results.noticed.connect(self.noticed)
        results.compare_toggled.connect(self._toggle_compared)
        results.sort_chosen.connect(self._show_sort)
        results.state.acted.connect(self._act)
        self.age.acted.connect(self._try_again)

    def refresh(self) -> None:
        """F5."""
        self.loader.retry_failed()
        self.presenter.refresh()

    def attach(self, use_cases: UseCases) -> None:
        """As in ui/page.py."""
        self.results.show_rate(use_cases.preferences.rate)
        self.presenter.attach(use_cases)

    def detach(self) -> None:
        """As in ui/page.py."""
        self.presenter.detach()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """To be waited for."""
        return (self.presenter.tasks,)

    def results_actions(self) -> tuple[Action, ...]:
        """For the palette: how results are shown."""
        results, key, has_results = self.results, self.key, self._has_results
        cards, table = partial(results.show_as_table, False), partial(results.show_as_table, True)
        return (
            Action(f"{key}.cards", self.tr("Results as cards"), cards, "Ctrl+Shift+1", "grid", has_results),
            Action(f"{key}.table", self.tr("Results as a table"), table, "Ctrl+Shift+2", "table", has_results),
            Action(f"{key}.chinese", self.tr("Show Chinese titles"), self.toggle_chinese, "F4", "globe", has_results),
            Action(
                f"{key}.compare",
                self.tr("Compare the chosen offers, or not any more (C)"),
                results.toggle_compared,
                "",
                "compare",
                has_results,
            ),
            Action(f"{key}.copy", self.tr("Copy rows"), results.copy_rows, "", "copy", has_results),
        )

    def keys_of_page(self) -> tuple[tuple[str, str], ...]:
        """For the sheet of keys: what works on an offer of the list."""
        return (
            ("Return", self.tr("Open the offer")),
            ("Ctrl+Return", self.tr("Open it behind")),
            ("Space", self.tr("Preview")),
            ("C", self.tr("Compare, or not any more")),
            ("Alt", self.tr("Chinese titles while it is held")),
            ("Ctrl+C", self.tr("Copy rows")),
        )

    def show_compared(self, offer_ids: frozenset[OfferId]) -> None:
        """Which offers are being compared."""
        self.results.show_compared(offer_ids)

    def toggle_chinese(self) -> None:
        """F4."""
        self.presenter.offers.show_chinese(not self.presenter.offers.chinese)

    def save_state(self, settings: QSettings) -> None:
        """Grid or table, columns."""
        self.results.save_state(settings, self.key)

    def restore_state(self, settings: QSettings) -> None:
        """As saved."""
        self.results.restore_state(settings, self.key)

    def _is_working(self) -> bool:
        """Whether there is something to show, if only that it is on its way."""
        return self.presenter.face is not Face.FIRST_USE

    def _has_results(self) -> bool:
        return self.presenter.face is Face.RESULTS

    def _show(self) -> None:
        """What the presenter knows; skeletons in place of the first use a turn later: laying all that out takes a frame."""
        if self.presenter.face is Face.LOADING and self._faces.currentIndex() == 0 and self.isVisible():
            self._coming.start()
        else:
            self._show_all()

    def _show_all(self) -> None:
        self.results.show_range(self.presenter.query.price_from, self.presenter.query.price_to)
        self._show_face()
        self._show_age()
        self._show_summary()
        self._show_sort()

    def _show_face(self) -> None:
        presenter = self.presenter
        self._faces.setCurrentIndex(int(self._is_working()))
        if presenter.face is Face.LOADING:
            self.results.show_loading()
        elif presenter.face is Face.RESULTS:
            self.results.show_list()
        elif presenter.face is Face.EMPTY:
            self._show_empty()
            self.results.show_state()
        elif presenter.face is Face.FAILED and presenter.failure is not None:
            self._show_failure(presenter.failure)
            self.results.show_state()

    def _show_empty(self) -> None:
        """Say on the panel what nothing found means."""
        raise NotImplementedError

    def _leave_empty(self) -> None:
        """The panel's way on where nothing was found."""
        raise NotImplementedError

    def _show_failure(self, failure: Notice) -> None:
        self.results.state.show_state(
            "offline" if failure.is_offline else "error",
            self.tr("No connection") if failure.is_offline else self.tr("This search did not work"),
            failure.sentence,
            action=failure.step_label if failure.step in ACCOUNT_STEPS else self.tr("Try again"),
            details=failure.details,
            theirs=failure.theirs,
            role="warning",
        )

    def _act(self) -> None:
        failure = self.presenter.failure
        if self.presenter.face is Face.EMPTY:
            self._leave_empty()
        elif failure is not None and failure.step in ACCOUNT_STEPS:
            self.ask(OpenSettings())
        else:
            self._try_again()

    def _show_age(self) -> None:
        presenter = self.presenter
        if presenter.face is not Face.RESULTS or not presenter.is_stale or presenter.fetched_at is None:
            self.age.show_age("")
            return
        age = ago_text(presenter.fetched_at, datetime.now(UTC))
        if presenter.is_refreshing:
            self.age.show_age(self.tr("As of {0}; looking again…").format(age))
        elif presenter.failure is not None:
            text = self.tr("As of {0}. {1}").format(age, presenter.failure.sentence)
            self.age.show_age(text, icon_name="offline", role="warning", action=self.tr("Try again"))
        else:
            self.age.show_age(self.tr("As of {0}").format(age))

    def _show_summary(self) -> None:
        presenter = self.presenter
        parts = []
        if presenter.face is Face.RESULTS:
            parts.append(self.tr("{0} results", "", presenter.total).format(exact_count(presenter.total)))
            if presenter.skipped:
                parts.append(self.tr("{0} unreadable").format(presenter.skipped))
            if presenter.fetched_at is not None:
                parts.append(age_text(presenter.fetched_at, datetime.now(UTC)))
                if not presenter.is_stale:
                    at = presenter.fetched_at
                    self.fresh.emit(self.tr("results up to date {0}").format(clock_text(at)), at)
        self.bar.summary.setText(" · ".join(parts))
        loaded = self.tr("{0} loaded").format(exact_count(presenter.offers.rowCount()))
        end = "" if presenter.has_more else self.tr("; that is all")
        self.bar.summary.setToolTip(f"{loaded}{end}")

    def _show_sort(self) -> None:
        offers = self.presenter.offers
        here = offers.heading(offers.sorting.key) if offers.sorting is not None else ""
        self.bar.show_sort(self.presenter.query, here)

    def _choose_sort(self, at: int) -> None:
        if at < len(SORTS):
            self.presenter.set_sort(*SORTS[at])
            self.results.go_to_top()

    def _after_page(self) -> None:
        self.results.after_rows()

    def _try_again(self) -> None:
        self.try_again(self.presenter.refresh)

    def _open_offer(self, offer_id: str, behind: bool) -> None:
        self.ask(OpenOffer(OfferId(offer_id), behind))

    def _toggle_compared(self, picks: tuple[Pick, ...]) -> None:
        self.ask(ToggleCompared(picks))

    def _search_photo(self, photo: object) -> None:
        """The picture of an offer is to be searched by: on the page that does that."""
        self.ask(SearchPicture(photo))
