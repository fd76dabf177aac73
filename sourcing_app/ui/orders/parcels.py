"""Parcels of an order: carrier, waybill to copy, where they are, newest step first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QWidget

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.logistics import Parcel, TraceStep
from sourcing_app.ui.format import ago_text, china_time_text, when_text
from sourcing_app.ui.orders.sections import Copy, section, selectable
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize, colours_of
from sourcing_app.ui.theme.spacing import XS, XXS, S
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.labels import ElidedLabel, label
from sourcing_app.ui.widgets.mark import Mark
from sourcing_app.ui.widgets.plain_tip import plain_tip
from sourcing_app.ui.widgets.surface import Surface, column, row

_SHOWN = 4


def parcels_section(parcels: Aged[tuple[Parcel, ...]], now: datetime, copy: Copy) -> QWidget:
    """All parcels, and how old what is known of them is."""
    part, box = section(tr("Parcels ({0})").format(len(parcels.value)))
    asked = label(tr("As of {0}").format(ago_text(parcels.fetched_at, now)), TextSize.CAPTION, "muted")
    if (now - parcels.fetched_at).total_seconds() >= 60:
        box.addWidget(asked)
    for parcel in parcels.value:
        box.addWidget(ParcelCard(parcel, copy))
    return part


def newest_first(steps: tuple[TraceStep, ...]) -> tuple[TraceStep, ...]:
    """Steps as a person reads them. Those without a time keep their place."""
    return tuple(reversed(steps))


class ParcelCard(Surface):
    """One parcel; older steps unfold."""

    def __init__(self, parcel: Parcel, copy: Copy, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self.parcel = parcel
        self._copy: Callable[[str], None] = copy
        self._steps = newest_first(parcel.steps)
        self._rows: list[StepRow] = []
        box = column(self, margin=S, spacing=XXS)
        box.addLayout(self._head())
        goods = ", ".join(_item(item.name, item.quantity) for item in parcel.items if item.name)
        if goods:
            inside = ElidedLabel(goods, lines=2, size=TextSize.CAPTION, tone="muted")
            inside.setToolTip(plain_tip(goods))
            box.addWidget(inside)
        self._list = column(spacing=0)
        box.addLayout(self._list)
        self.more = button("", "link", small=True)
        self.more.clicked.connect(self._show_all)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._steps:
            word = tr("No steps yet.") if parcel.waybill else tr("Delivered without a carrier.")
            box.addWidget(label(word, TextSize.CAPTION, "muted"))
        self._show(_SHOWN)

    def _head(self) -> QBoxLayout:
        head = row(spacing=XS)
        head.addWidget(Mark("truck", "accent"))
        name = label(self.parcel.carrier or tr("Carrier not told"))
        head.addWidget(name)
        if self.parcel.waybill:
            head.addWidget(selectable(self.parcel.waybill, tone="muted"), 1)
            press = IconButton("copy", tr("Copy the waybill number"), small=True)
            press.clicked.connect(partial(self._copy_waybill, self.parcel.waybill))
            head.addWidget(press)
        else:
            head.addStretch(1)
        return head

    def step_texts(self) -> tuple[str, ...]:
        """The steps on show, newest first."""
        return tuple(each.words for each in self._rows)

    def _copy_waybill(self, waybill: str) -> None:
        self._copy(waybill)

    def _show_all(self) -> None:
        self._show(len(self._steps))

    def _show(self, count: int) -> None:
        for step in self._steps[len(self._rows) : count]:
            made = StepRow(step, is_newest=not self._rows)
            self._rows.append(made)
            self._list.addWidget(made)
        left = len(self._steps) - len(self._rows)
        self.more.setText(tr("{0} earlier steps", "", left).format(left))
        self.more.setVisible(left > 0)


class StepRow(QWidget):
    """A time and what happened then, with a dot on a line; the newest dot is full."""

    def __init__(self, step: TraceStep, *, is_newest: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = step.text
        self._newest = is_newest
        box = row(self, spacing=XS)
        box.setContentsMargins(22, 3, 0, 3)
        what = label(step.text[:400], TextSize.CAPTION, "text" if is_newest else "muted", wrap=True)
        box.addWidget(what, 1)
        when = label(when_text(step.at), TextSize.CAPTION, "muted")
        if step.at is not None:
            when.setToolTip(china_time_text(step.at))
        box.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.line if not now.is_dark else now.muted, 1))
        painter.drawLine(8, 12 if self._newest else 0, 8, self.height())
        painter.setPen(QPen(now.accent if self._newest else now.muted, 1.5))
        painter.setBrush(now.accent if self._newest else now.raised)
        painter.drawEllipse(QRectF(4.5, 8, 7, 7))


def _item(name: str, quantity: int | None) -> str:
    flat = isolated(" ".join(name.split()), 200)
    return f"{quantity} × {flat}" if quantity is not None else flat
