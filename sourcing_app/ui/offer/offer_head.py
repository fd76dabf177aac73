"""The top of an offer's page: both titles, what it costs, who sells it, and the quiet acts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.offer import Offer
from sourcing_app.ui.format import exact_count, percent_text
from sourcing_app.ui.offer.facts import promise_text
from sourcing_app.ui.offer.presenter import OfferPresenter
from sourcing_app.ui.offer.tier_bar import TierBar
from sourcing_app.ui.offer_words import sales_words
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, XXS
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.chip import Chip
from sourcing_app.ui.widgets.labels import ElidedLabel
from sourcing_app.ui.widgets.surface import clear_layout, column, row


def page_address(offer: Offer) -> str:
    """The offer's page on 1688."""
    return offer.page_url or f"https://detail.1688.com/offer/{offer.offer_id}.html"


class OfferHead(QWidget):
    """copied: what was put on the clipboard, as a sentence; link_wanted: an address to be opened after asking.

    compare_wanted: beside others, or not any more.
    """

    copied = Signal(str)
    link_wanted = Signal(str)
    compare_wanted = Signal()

    def __init__(self, presenter: OfferPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.title = ElidedLabel("", lines=2, size=TextSize.TITLE, strong=True)
        self.original = ElidedLabel("", size=TextSize.BODY, tone="muted")
        self.tiers = TierBar()
        self.supplier = ElidedLabel("", size=TextSize.BODY)
        self.sales = ElidedLabel("", size=TextSize.BODY, tone="muted")
        self._copy_title = IconButton("copy", self.tr("Copy the Chinese title"), small=True)
        self._open = button(self.tr("1688"), "plain", icon_name="external", small=True, tooltip=self.tr("Open on 1688"))
        self._open.setAccessibleName(self.tr("Open on 1688"))
        self.compare = button(self.tr("Compare"), "plain", icon_name="compare", small=True)
        self.compare.setCheckable(True)
        self._more = IconButton("more", self.tr("Copy link or id"))
        self._marks = row(spacing=XXS)
        self._lay_out()
        self._copy_title.clicked.connect(self.copy_title)
        self._open.clicked.connect(self.open_page)
        self._more.clicked.connect(self._show_menu)
        self.compare.clicked.connect(self._toggle_compared)
        presenter.sheet.quantities_changed.connect(self._show_total)

    def _lay_out(self) -> None:
        above = row(spacing=XS)
        above.addWidget(self.title, 1)
        acts = row(spacing=XXS)
        acts.addWidget(self.compare)
        acts.addWidget(self._open)
        acts.addWidget(self._more)
        side = column(spacing=0)
        side.addLayout(acts)
        side.addStretch(1)
        above.addLayout(side)
        chinese = row(spacing=XXS)
        chinese.addWidget(self.original)
        chinese.addWidget(self._copy_title)
        chinese.addStretch(1)
        chinese.addLayout(self._marks)
        box = column(self, spacing=XS)
        box.addLayout(above)
        box.addLayout(chinese)
        box.addWidget(self.tiers)
        box.addWidget(self.supplier)
        box.addWidget(self.sales)

    def show_offer(self, offer: Offer) -> None:
        """Another offer's names and prices."""
        self.title.setText(offer.title_translated or offer.title)
        self.original.setText(offer.title if offer.title_translated else "")
        self.original.setVisible(bool(offer.title_translated))
        self.tiers.show_offer(offer, self._presenter.rate)
        self.supplier.setText(self._supplier_line(offer))
        self._show_marks(offer)
        self.show_sales()
        self._show_total()

    def show_compact(self, compact: bool) -> None:
        """Where the window is low the quantities need the room more: one line of title."""
        self.title.show_lines(1 if compact else 2)

    def show_compared(self, compared: bool) -> None:
        """Whether it stands beside others."""
        self.compare.setChecked(compared)
        tip = self.tr("Take out of the comparison") if compared else self.tr("Compare with others")
        self.compare.setToolTip(tip)

    def _toggle_compared(self, checked: bool) -> None:
        """The button follows what is compared, not the press: there may be no room."""
        self.compare.setChecked(not checked)
        self.compare_wanted.emit()

    def copy_title(self) -> None:
        """The Chinese title, to paste into a message or a search."""
        self._copy(
            self._presenter.offer.title if self._presenter.offer else "", self.tr("The Chinese title was copied.")
        )

    def copy_link(self) -> None:
        """The address of its page."""
        offer = self._presenter.offer
        self._copy(page_address(offer) if offer is not None else "", self.tr("The link was copied."))

    def copy_id(self) -> None:
        """The offer id."""
        self._copy(str(self._presenter.offer_id), self.tr("The offer id was copied."))

    def open_page(self) -> None:
        """Ask whether to open its page in the browser."""
        if self._presenter.offer is not None:
            self.link_wanted.emit(page_address(self._presenter.offer))

    def _copy(self, text: str, said: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(said)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy link"), self.copy_link)
        menu.addAction(self.tr("Copy offer id"), self.copy_id)
        menu.addAction(self.tr("Copy the Chinese title"), self.copy_title)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _show_total(self) -> None:
        offer = self._presenter.offer
        if offer is not None:
            self.tiers.show_total(self._presenter.sheet.total, offer.unit_translated or offer.unit)

    def _supplier_line(self, offer: Offer) -> str:
        score = offer.supplier.score
        parts = [isolated(offer.supplier.name)]
        if score.years:
            parts.append(self.tr("{0} yrs", "", score.years).format(score.years))
        if offer.shipping.origin:
            parts.append(self.tr("ships from {0}").format(isolated(offer.shipping.origin)))
        if promise := promise_text(offer.shipping):
            parts.append(self.tr("within {0}").format(isolated(promise)))
        if score.repeat_rate is not None:
            parts.append(self.tr("supplier's repurchase rate {0}").format(percent_text(score.repeat_rate)))
        return "  ·  ".join(parts)

    def show_sales(self) -> None:
        """How it sells: what its card says, in the same words, and what only its page tells."""
        offer, card = self._presenter.offer, self._presenter.card
        parts = sales_words(card) if card is not None else []
        if offer is not None and offer.sold_total is not None:
            parts.append(self.tr("{0} sold in all").format(exact_count(offer.sold_total)))
        self.sales.setText("  ·  ".join(parts))
        self.sales.setVisible(bool(parts))

    def _show_marks(self, offer: Offer) -> None:
        clear_layout(self._marks)
        for text, role, icon_name in self._mark_texts(offer):
            chip = Chip(text, role=role, icon_name=icon_name)
            self._marks.addWidget(chip)

    def _mark_texts(self, offer: Offer) -> list[tuple[str, str, str]]:
        found = []
        marks = {*offer.marks, *offer.supplier.marks}
        if offer.is_selected_supply:
            found.append((self.tr("Selected supply"), "accent", "badge"))
        if "super_factory" in marks:
            found.append((self.tr("Factory"), "muted", "factory"))
        if "powerful_merchants" in marks:
            found.append((self.tr("Powerful merchant"), "muted", "store"))
        if offer.one_piece:
            found.append((self.tr("One-piece delivery"), "muted", "box"))
        return found
