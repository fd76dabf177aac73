"""One open offer: gallery and facts on the left, prices and quantities on the right."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from sourcing_app.ui.format import ago_text
from sourcing_app.ui.notices import ACCOUNT_STEPS, notice_of
from sourcing_app.ui.offer.facts import Facts
from sourcing_app.ui.offer.gallery import Gallery
from sourcing_app.ui.offer.offer_head import OfferHead
from sourcing_app.ui.offer.offer_skeleton import OfferSkeleton
from sourcing_app.ui.offer.presenter import OfferPresenter, OfferState
from sourcing_app.ui.offer.sku_panel import SkuPanel
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import scaled
from sourcing_app.ui.theme.spacing import XS, XXS, M, S
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.state_panel import AgeBar, StatePanel
from sourcing_app.ui.widgets.surface import column

FRESH_S = 300
"""Older than this, the page says how old it is."""
_LOW = 440
"""Below this many pixels of height the head takes fewer lines."""


class OfferView(QWidget):
    """closed: the person has had enough of it; said, link_wanted, photo_wanted: for the page.

    save_wanted(address, name): a picture is to be saved under this name.
    """

    closed = Signal()
    said = Signal(str)
    link_wanted = Signal(str)
    photo_wanted = Signal(str)
    save_wanted = Signal(str, str)
    split_moved = Signal()
    settings_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, presenter: OfferPresenter, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: object = None
        self.gallery = Gallery(loader)
        self.facts = Facts(loader)
        self.head = OfferHead(presenter)
        self.panel = SkuPanel(presenter, loader, self.head)
        self.age = AgeBar()
        self.state = StatePanel()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._faces = QStackedWidget()
        self._wants_focus = False
        self._skeleton = OfferSkeleton()
        self._lay_out()
        self._connect()
        self.panel.show_sheet()
        self._show()

    def _lay_out(self) -> None:
        left = QWidget()
        inside = column(left, margin=M, spacing=S)
        inside.setContentsMargins(M, M, XXS, M)
        inside.addWidget(self.gallery)
        inside.addWidget(self.facts, 1)
        scroll = ScrollColumn(left)
        right = QWidget()
        box = column(right, margin=S, spacing=XS)
        box.setContentsMargins(M, S, M, S)
        box.addWidget(self.panel, 1)
        self.splitter.addWidget(scroll)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        scroll.setMinimumWidth(280)
        right.setMinimumWidth(480)
        self.splitter.setSizes([380, 900])
        for each in (self._skeleton, self.splitter, self.state):
            self._faces.addWidget(each)
        page = column(self, spacing=0)
        page.addWidget(self.age)
        page.addWidget(self._faces, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.show_compact(self.height() < scaled(_LOW))

    def _connect(self) -> None:
        self._presenter.changed.connect(self._show)
        self._presenter.described.connect(self.facts.show_description)
        self.facts.description_wanted.connect(self._presenter.describe)
        self.facts.link_wanted.connect(self.link_wanted)
        self.head.link_wanted.connect(self.link_wanted)
        self.head.copied.connect(self.said)
        self.gallery.photo_wanted.connect(self.photo_wanted)
        self.gallery.save_wanted.connect(self._save_picture)
        self.panel.variant_shown.connect(self.gallery.show_variant)
        self.splitter.splitterMoved.connect(self.split_moved)
        self.age.acted.connect(self.retry_wanted)
        self.state.acted.connect(self._act)
        self.state.second_acted.connect(self.closed)

    def focus_first(self) -> None:
        """The keyboard goes to the quantities, at once or when they are there."""
        self._wants_focus = self._presenter.state is OfferState.LOADING
        if self._wants_focus:
            self.setFocus()
        elif self._presenter.state is OfferState.READY:
            self.panel.focus_first()
        else:
            self.state.action_button.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.gallery.view, self.panel.first_field, self.state.action_button)

    def _save_picture(self, address: str, number: int) -> None:
        self.save_wanted.emit(address, f"{self._presenter.offer_id}-{number}")

    def _act(self) -> None:
        if self._presenter.state is OfferState.GONE:
            self.closed.emit()
        elif self._presenter.error is not None and notice_of(self._presenter.error).step in ACCOUNT_STEPS:
            self.settings_wanted.emit()
        else:
            self.retry_wanted.emit()

    def _show(self) -> None:
        state, offer = self._presenter.state, self._presenter.offer
        if offer is not None and offer is not self._shown:
            self._shown = offer
            self.gallery.show_pictures(offer.pictures)
            self.head.show_offer(offer)
            self.facts.show_offer(offer)
        self.head.show_sales()
        if state is OfferState.READY:
            self._faces.setCurrentWidget(self.splitter)
        elif state is OfferState.LOADING:
            self._faces.setCurrentWidget(self._skeleton)
        else:
            self._show_state(state)
        self._show_age()
        if self._wants_focus and self.hasFocus() and state is not OfferState.LOADING:
            self.focus_first()

    def _show_state(self, state: OfferState) -> None:
        self._faces.setCurrentWidget(self.state)
        if state is OfferState.GONE:
            self.state.show_state(
                "box",
                self.tr("Not for sale any more"),
                self.tr("The supplier has taken this offer down. Nothing of it can be ordered."),
                action=self.tr("Close"),
                details=notice_of(self._presenter.error).details if self._presenter.error else "",
            )
        elif state is OfferState.FAILED and self._presenter.error is not None:
            notice = notice_of(self._presenter.error)
            self.state.show_state(
                "offline" if notice.is_offline else "error",
                self.tr("This offer could not be loaded"),
                notice.sentence,
                action=notice.step_label if notice.step in ACCOUNT_STEPS else self.tr("Try again"),
                second=self.tr("Close"),
                details=notice.details,
                theirs=notice.theirs,
                role="warning",
            )
        else:
            self.state.show_state(
                "plug", self.tr("Not connected yet"), self.tr("The offer is loaded as soon as an account is there.")
            )

    def _show_age(self) -> None:
        presenter = self._presenter
        if presenter.offer is None or presenter.fetched_at is None:
            self.age.show_age("")
            return
        now = datetime.now(UTC)
        age = ago_text(presenter.fetched_at, now)
        if presenter.is_gone:
            text = self.tr("This offer is not for sale any more. What you see is as of {0}.").format(age)
            self.age.show_age(text, icon_name="warning", role="danger")
        elif presenter.error is not None:
            notice = notice_of(presenter.error)
            text = self.tr("{0} Prices and stock as of {1}.").format(notice.sentence, age)
            icon_name = "offline" if notice.is_offline else "warning"
            self.age.show_age(text, icon_name=icon_name, role="warning", action=self.tr("Try again"))
        elif (now - presenter.fetched_at).total_seconds() > FRESH_S:
            asking = self.tr("Asking 1688…") if presenter.refreshing else ""
            text = self.tr("Prices and stock as of {0}. {1}").format(age, asking).strip()
            self.age.show_age(text, action="" if asking else self.tr("Refresh"))
        else:
            self.age.show_age("")
