"""Parts of the right pane: lines, sums, delivery, notes. Each is made from the order and holds nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.money import ExchangeRate, Money, total
from sourcing_app.domain.order import Order, OrderEntry
from sourcing_app.ui.format import grouped, local_text, money_text
from sourcing_app.ui.orders.words import refund_sentence, status_chip
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize, font
from sourcing_app.ui.theme.spacing import XS, XXS, S
from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.labels import ElidedLabel, label
from sourcing_app.ui.widgets.picture_box import PictureBox
from sourcing_app.ui.widgets.plain_tip import plain_tip
from sourcing_app.ui.widgets.surface import column, row

Copy = Callable[[str], None]
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def section(title: str) -> tuple[QWidget, QBoxLayout]:
    """A headed part and the column under its heading."""
    part = QWidget()
    box = column(part, spacing=XS)
    box.addWidget(label(title, TextSize.STRONG))
    return part, box


def selectable(text: str, size: TextSize = TextSize.BODY, tone: str = "text") -> QLabel:
    """A wrapped text that can be marked and copied."""
    made = label(text, size, tone, wrap=True)
    made.setTextInteractionFlags(_SELECTABLE)
    return made


def fact_row(name: str, value: str, copy: Copy | None = None, copy_name: str = "") -> QWidget:
    """A name, its value, and a button that copies it."""
    made = QWidget()
    box = row(made, spacing=XS)
    what = label(name, TextSize.BODY, "muted")
    what.setMinimumWidth(128)
    worth = selectable(value)
    worth.setAlignment(Qt.AlignmentFlag.AlignTop)
    box.addWidget(what, 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(worth, 1)
    if copy is not None:
        for each in (what, worth):
            each.setContentsMargins(0, 5, 0, 0)
        press = IconButton("copy", copy_name or tr("Copy"), small=True)
        press.clicked.connect(partial(_copied, copy, value))
        box.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
    return made


def _copied(copy: Copy, value: str) -> None:
    copy(value)


def entries_section(order: Order, loader: PictureLoader, opened: Callable[[str], None]) -> QWidget:
    """Lines with picture, spec, quantity, price. opened(offer id): its picture was clicked."""
    part, box = section(tr("Lines ({0})").format(len(order.entries)))
    if not order.entries:
        box.addWidget(label(tr("1688 has not told the lines yet."), TextSize.CAPTION, "muted"))
    for entry in order.entries:
        box.addWidget(_entry(order, entry, loader, opened))
    return part


def _entry(order: Order, entry: OrderEntry, loader: PictureLoader, opened: Callable[[str], None]) -> QWidget:
    made = QWidget()
    line = row(made, spacing=S)
    can_open = entry.offer_id is not None
    picture = PictureBox(loader, 52, entry.picture_url or "", name=entry.title, clickable=can_open)
    if entry.offer_id is not None:
        picture.setToolTip(tr("Open this offer"))
        picture.clicked.connect(partial(opened, str(entry.offer_id)))
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    words = column(spacing=2)
    title = ElidedLabel(" ".join(entry.title.split()), lines=2)
    title.setToolTip(plain_tip(entry.title))
    words.addWidget(title)
    spec = " · ".join(part for part in (isolated(entry.spec_text), isolated(entry.item_number or "")) if part)
    if spec:
        words.addWidget(ElidedLabel(spec, lines=1, size=TextSize.CAPTION, tone="muted"))
    words.addWidget(label(_count_text(entry), TextSize.CAPTION, "muted"))
    state = _entry_state(order, entry)
    if state:
        words.addWidget(label(state, TextSize.CAPTION, "warning", wrap=True))
    line.addLayout(words, 1)
    amount = label(money_text(entry.amount))
    amount.setFont(font(strong=True, figures=True))
    line.addWidget(amount, 0, Qt.AlignmentFlag.AlignTop)
    return made


def _count_text(entry: OrderEntry) -> str:
    quantity = grouped(f"{entry.quantity.normalize():f}")
    unit = f" {isolated(entry.unit)}" if entry.unit else ""
    if entry.unit_price is None:
        return f"{quantity}{unit}"
    text = f"{quantity}{unit} × {money_text(entry.unit_price)}"
    off = _full_price(entry) - entry.amount if entry.amount is not None else Money.zero()
    return f"{text} − {money_text(off)}" if off > Money.zero() else text


def _full_price(entry: OrderEntry) -> Money:
    return (entry.unit_price * entry.quantity).rounded() if entry.unit_price is not None else Money.zero()


def _listed(order: Order) -> tuple[Money, Money]:
    """What the lines come to at their unit prices, and by how much the goods are less; nothing where a price is not told."""
    if order.goods is None or not order.entries or any(entry.unit_price is None for entry in order.entries):
        return Money.zero(), Money.zero()
    listed = total([_full_price(entry) for entry in order.entries])
    return listed, max(listed - order.goods, Money.zero())


def _entry_state(order: Order, entry: OrderEntry) -> str:
    """Only where it differs from the order's own."""
    words = []
    if entry.status_word and entry.status is not order.status:
        words.append(status_chip(_as_order(order, entry))[0])
    if entry.refund_word:
        words.append(refund_sentence(_as_order(order, entry)))
    return " · ".join(word for word in words if word)


def _as_order(order: Order, entry: OrderEntry) -> Order:
    return replace(order, status=entry.status, status_word=entry.status_word, refund_word=entry.refund_word, entries=())


def amounts_section(order: Order, intent: OrderIntent | None, rate: ExchangeRate | None) -> QWidget:
    """Goods, freight, discount, total, refunded; what was approved where that is something else."""
    part, box = section(tr("Amounts"))
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(XXS)
    grid.setColumnStretch(0, 1)
    listed, off = _listed(order)
    above: list[tuple[str, Money | None, str]] = [(tr("Lines"), listed, "text"), (tr("Discount"), -off, "good")]
    lines: list[tuple[str, Money | None, str]] = [
        *(above if off else []),
        (tr("Goods"), order.goods, "text"),
        (tr("Freight"), order.freight, "text"),
    ]
    if order.discount and order.discount != -off:
        lines.append((tr("Discount"), order.discount, "good" if order.discount < Money.zero() else "text"))
    if order.refunded:
        lines.append((tr("Refunded"), order.refunded, "good"))
    for at, (name, amount, tone) in enumerate(lines):
        grid.addWidget(label(name, TextSize.BODY, "muted"), at, 0)
        grid.addWidget(_figure(money_text(amount), tone=tone), at, 1, _RIGHT)
    at = len(lines)
    grid.addWidget(label(tr("Total"), TextSize.STRONG), at, 0)
    grid.addWidget(_figure(money_text(order.total), TextSize.STRONG, "price"), at, 1, _RIGHT)
    local = local_text(order.total, rate)
    if local:
        grid.addWidget(_figure(local, TextSize.CAPTION, "muted"), at + 1, 1, _RIGHT)
    if intent is not None and len(intent.order_ids) == 1 and intent.approved_total != order.total:
        grid.addWidget(label(tr("You approved"), TextSize.BODY, "warning"), at + 2, 0)
        grid.addWidget(_figure(money_text(intent.approved_total), tone="warning"), at + 2, 1, _RIGHT)
    box.addLayout(grid)
    return part


def _figure(text: str, size: TextSize = TextSize.BODY, tone: str = "text") -> QLabel:
    made = label(text, size, tone)
    made.setFont(font(size, strong=size is TextSize.STRONG, figures=True))
    made.setTextInteractionFlags(_SELECTABLE)
    return made


def delivery_section(order: Order, copy: Copy) -> QWidget | None:
    """Where the goods go; None where the platform has not told."""
    if order.address is None:
        return None
    part, box = section(tr("Delivery address"))
    line = row(spacing=XS)
    person = " · ".join(
        x for x in (isolated(order.address.full_name), order.address.mobile or order.address.phone) if x
    )
    texts = column(spacing=2)
    texts.addWidget(selectable(person))
    texts.addWidget(selectable(f"{isolated(order.address.one_line)} {order.address.post_code}".strip(), tone="muted"))
    line.addLayout(texts, 1)
    press = IconButton("copy", tr("Copy the address"), small=True)
    press.clicked.connect(partial(_copied, copy, order.address.in_full))
    line.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
    box.addLayout(line)
    return part


def notes_section(order: Order, intent: OrderIntent | None, copy: Copy) -> QWidget:
    """Ids and words that belong to the order."""
    part, box = section(tr("Notes"))
    box.addWidget(fact_row(tr("Order id"), order.order_id, copy, tr("Copy the order id")))
    if order.out_order_id:
        box.addWidget(fact_row(tr("Our reference"), order.out_order_id, copy, tr("Copy our reference")))
    made = tr("With this program") if intent is not None else tr("Elsewhere, for example on 1688's own pages")
    box.addWidget(fact_row(tr("Made"), made))
    if order.message:
        box.addWidget(fact_row(tr("Message to supplier"), order.message[:500]))
    if order.memo:
        box.addWidget(fact_row(tr("Your memo"), order.memo[:500]))
    for line in intent.failed_lines if intent is not None else ():
        why = (line.text or line.code)[:200]
        box.addWidget(fact_row(tr("Left out"), f"{line.offer_id}: {why}" if why else line.offer_id))
    return part
