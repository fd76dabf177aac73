"""The right side of the cart: where to deliver, a receipt a supplier, the one big number, the one button."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sourcing_app.domain.address import Address
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import SupplierId
from sourcing_app.domain.money import Money
from sourcing_app.ui.cart.presenter import CartPresenter
from sourcing_app.ui.cart.receipt import Receipt
from sourcing_app.ui.cart.slips import Plan
from sourcing_app.ui.format import local_text, money_text
from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, XXS, M, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.inputs import Select
from sourcing_app.ui.widgets.labels import ElidedLabel, hairline, label
from sourcing_app.ui.widgets.plain_tip import plain_tip
from sourcing_app.ui.widgets.price_label import PriceLabel
from sourcing_app.ui.widgets.surface import Surface, column, row


class OrderPanel(QWidget):
    """opened(order_id): an order is to be shown."""

    opened = Signal(str)
    started = Signal()

    def __init__(self, presenter: CartPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._receipts: dict[SupplierId, Receipt] = {}
        self._in_order: list[SupplierId] = []
        self._filling = False
        self.address = Select(self.tr("Delivery address"))
        self._address_text = ElidedLabel("", lines=2, size=TextSize.CAPTION, tone="muted")
        self._retry = button(self.tr("Read again"), "link", small=True)
        self.total = PriceLabel("", size=TextSize.HERO)
        self.reason = label("", TextSize.CAPTION, "muted", wrap=True)
        self.place_button = button("", "primary", icon_name="receipt", spends=True)
        self.sure = Surface("raised")
        self._asked: Money | None = None
        self._sure_text = label("", TextSize.BODY, "warning", wrap=True)
        self.sure_button = button("", "danger")
        self.back_button = button(self.tr("Back"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        box = column(self, spacing=0)
        top = column(margin=M, spacing=XXS)
        line = row(spacing=XS)
        line.addWidget(label(self.tr("Deliver to"), TextSize.STRONG))
        line.addStretch(1)
        line.addWidget(self._retry)
        top.addLayout(line)
        self.address.setSizeAdjustPolicy(self.address.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.address.setMinimumContentsLength(16)
        top.addWidget(self.address)
        top.addWidget(self._address_text)
        box.addLayout(top)
        inside = QWidget()
        self._list = column(inside, spacing=S)
        self._list.setContentsMargins(M, 0, M, M)
        self._list.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        box.addWidget(self._scroll, 1)
        self.foot = QWidget()
        self._foot(self.foot)
        box.addWidget(self.foot)

    def _foot(self, parent: QWidget) -> None:
        """What would be placed; gone where nothing is left to place."""
        whole = column(parent, spacing=0)
        whole.addWidget(hairline())
        foot = column(margin=M, spacing=XS)
        whole.addLayout(foot)
        line = row(spacing=XS)
        line.addWidget(label(self.tr("Total"), TextSize.STRONG), 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        line.addWidget(self.total)
        foot.addLayout(line)
        sure = column(self.sure, margin=S, spacing=XS)
        sure.addWidget(self._sure_text)
        acts = row(spacing=XS)
        acts.addWidget(self.back_button)
        acts.addStretch(1)
        acts.addWidget(self.sure_button)
        sure.addLayout(acts)
        foot.addWidget(self.sure)
        self.sure.hide()
        self.place_button.setMinimumHeight(40)
        foot.addWidget(self.place_button)
        foot.addWidget(self.reason)

    def _connect(self) -> None:
        self._presenter.slips_changed.connect(self.show_all)
        self._presenter.large_sum.connect(self._ask)
        self.address.currentIndexChanged.connect(self._address_chosen)
        self._retry.clicked.connect(self._presenter.load_addresses)
        self.place_button.clicked.connect(self._place)
        self.sure_button.clicked.connect(self._place_surely)
        self.back_button.clicked.connect(self._withdraw)

    @property
    def receipts(self) -> dict[SupplierId, Receipt]:
        """Those shown, by supplier."""
        return self._receipts

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """As the presenter has it now."""
        slips = self._presenter.slips()
        for gone in set(self._receipts) - {slip.supplier_id for slip in slips}:
            receipt = self._receipts.pop(gone)
            self._list.removeWidget(receipt)
            receipt.hide()
            receipt.deleteLater()
        for at, slip in enumerate(slips):
            receipt = self._receipts.get(slip.supplier_id) or self._make(slip.supplier_id)
            if self._list.indexOf(receipt) != at:
                self._list.removeWidget(receipt)
                self._list.insertWidget(at, receipt)
            receipt.show_slip(slip)
        if [slip.supplier_id for slip in slips] != self._in_order:
            self._in_order = [slip.supplier_id for slip in slips]
            self._chain()
        self._show_address()
        self._show_button(self._presenter.plan())
        self.foot.setVisible(bool(self._presenter.groups) or self._presenter.placing.busy)

    def _chain(self) -> None:
        """Tab goes through the receipts before it comes to the button."""
        stops: list[QWidget] = [self.address]
        for supplier_id in self._in_order:
            inside = self._receipts[supplier_id].findChildren(QWidget)
            stops += [each for each in inside if each.window() is self.window() and _is_stop(each)]
        for before, after in pairwise([*stops, self.back_button, self.sure_button, self.place_button]):
            self.setTabOrder(before, after)

    def _make(self, supplier_id: SupplierId) -> Receipt:
        receipt = Receipt()
        receipt.chosen.connect(partial(self._choose, supplier_id))
        receipt.retried.connect(partial(self._presenter.previews.renew, supplier_id))
        receipt.dismissed.connect(partial(self._presenter.placing.forget, supplier_id))
        receipt.opened.connect(self.opened)
        self._receipts[supplier_id] = receipt
        return receipt

    def _show_address(self) -> None:
        presenter = self._presenter
        names = [_address_name(each) for each in presenter.addresses]
        self._filling = True
        if [self.address.itemText(at) for at in range(self.address.count())] != names:
            self.address.clear()
            for each, name in zip(presenter.addresses, names, strict=True):
                self.address.addItem(name)
                tip = plain_tip(each.one_line)
                self.address.setItemData(self.address.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        if presenter.address in presenter.addresses:
            self.address.setCurrentIndex(presenter.addresses.index(presenter.address))
        self._filling = False
        locked = presenter.placing.busy
        self.address.setEnabled(bool(names) and not locked)
        error = presenter.addresses_error
        self._retry.setVisible(error is not None or not names)
        if presenter.address is not None:
            self._address_text.setText(
                f"{isolated(presenter.address.one_line)} {presenter.address.mobile or presenter.address.phone}"
            )
        elif error is not None:
            self._address_text.setText(notice_of(error).sentence)
        else:
            self._address_text.setText(self.tr("Save a delivery address on 1688 first; then it can be chosen here."))

    def _show_button(self, plan: Plan) -> None:
        rate = self._presenter.rate
        if not self._presenter.placing.busy:
            self.total.show_amount(
                money_text(plan.total) if plan.slips else "", local_text(plan.total, rate) if plan.slips else ""
            )
            self.place_button.setText(place_text(plan))
        self.place_button.setEnabled(not plan.reason)
        self.place_button.setAccessibleDescription(plan.reason)
        self.reason.setText(plan.reason)
        self.reason.setVisible(bool(plan.reason))
        if plan.reason or plan.total != self._asked:
            self._withdraw()

    # --- acting -----------------------------------------------------------------------------------------------------

    def _choose(self, supplier_id: SupplierId, name: str, value: object) -> None:
        self._presenter.choose(supplier_id, **{name: value})

    def _address_chosen(self, at: int) -> None:
        if not self._filling and 0 <= at < len(self._presenter.addresses):
            self._presenter.set_address(self._presenter.addresses[at])

    def _place(self) -> None:
        """Off before anything else happens; it comes back when the presenter says so."""
        self.place_button.setEnabled(False)
        self._presenter.place()
        self._look_up()

    def _ask(self, total: Money) -> None:
        """Of this very sum: another one is asked about anew."""
        self._asked = total
        self._sure_text.setText(
            self.tr("{0} is a very large sum. Compare it with the receipts before you go on.").format(money_text(total))
        )
        self.sure_button.setText(self.place_button.text())
        self.sure.show()
        self.place_button.hide()
        self.back_button.setFocus()

    def _place_surely(self) -> None:
        self._withdraw()
        self.place_button.setEnabled(False)
        self._presenter.place(confirmed=True)
        self._look_up()

    def _look_up(self) -> None:
        """Orders are on their way: their fates stand at the top, and the keyboard leaves the button that is off."""
        if self._presenter.placing.busy:
            self._scroll.verticalScrollBar().setValue(0)
            self.started.emit()

    def _withdraw(self) -> None:
        if not self.sure.isHidden():
            self.sure.hide()
            self.place_button.show()
            self.place_button.setEnabled(not self._presenter.plan().reason)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def place_text(plan: Plan) -> str:
    """The act and the sum."""
    count = len(plan.slips)
    if not count:
        return tr("Place order")
    act = tr("Place {0} orders", "", count).format(count)
    return f"{act} · {money_text(plan.total)}"


def _address_name(address: Address) -> str:
    return f"{isolated(address.full_name)} · {isolated(address.city)} {isolated(address.area)}".strip(" ·")
