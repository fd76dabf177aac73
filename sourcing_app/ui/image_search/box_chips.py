"""The parts of a photo that may be meant, as a row of small pictures with their keys: the whole photo, then each box."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sourcing_app.domain.picture import Region
from sourcing_app.ui.theme import TextSize, colours_of, font, mix, paint_icon
from sourcing_app.ui.widgets.flow_layout import FlowLayout
from sourcing_app.ui.widgets.picture_box import paint_picture

SIDE, GAP = 42, 6
KEPT_SIDE = 96
"""Of the small picture, in pixels of the device."""


class BoxChip(QAbstractButton):
    """One part: its picture, its key, a star where the platform saw it, a dot where its results are kept."""

    def __init__(self, picture: QPixmap, key: str, name: str, *, by_platform: bool = False) -> None:
        super().__init__()
        self._picture, self._key, self._by_platform = picture, key, by_platform
        self.is_kept = False
        self.setCheckable(True)
        self.setFixedSize(SIDE, SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {key}")

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def nextCheckState(self) -> None:
        """Which one is chosen is told from outside."""

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        paint_picture(painter, box, self._picture, now, radius=6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        badge = QRectF(box.left() + 2, box.top() + 2, 16, 16)
        painter.setBrush(now.accent if self.isChecked() else mix(now.surface, now.text, 0.75))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(now.on_accent if self.isChecked() else now.surface)
        painter.setFont(font(TextSize.CAPTION, strong=True, figures=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._key)
        if self._by_platform:
            disc = QRectF(box.right() - 18, box.top() + 2, 16, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.surface)
            painter.drawEllipse(disc)
            paint_icon(painter, "globe", disc.adjusted(2, 2, -2, -2), now.muted)
        if self.is_kept and not self.isChecked():
            painter.setPen(QPen(now.surface, 1.5))
            painter.setBrush(now.role("good"))
            painter.drawEllipse(QRectF(box.right() - 12, box.bottom() - 12, 9, 9))
        active = self.isChecked() or self.hasFocus() or self.underMouse()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.accent if active else now.line, 2.5 if self.isChecked() else 2 if active else 1))
        painter.drawRoundedRect(box, 6, 6)


class BoxChips(QWidget):
    """whole_wanted; box_wanted(index)."""

    whole_wanted = Signal()
    box_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: list[BoxChip] = []
        self._regions: tuple[Region | None, ...] = ()
        self.setAccessibleName(self.tr("Parts of the photo"))

    def show_boxes(self, photo: QPixmap, boxes: Sequence[tuple[Region, bool]]) -> None:
        """(where, whether the platform saw it) each; photo: the one they lie in."""
        for old in self.chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = []
        self._regions = () if photo.isNull() else (None, *(region for region, _ in boxes))
        if not photo.isNull():
            self._add(BoxChip(_small(photo, None), "0", self.tr("Whole photo")))
            self.chips[0].clicked.connect(self.whole_wanted)
        for at, (region, by_platform) in enumerate(boxes):
            name = self.tr("Thing {0}, as 1688 saw it") if by_platform else self.tr("Thing {0}")
            chip = BoxChip(_small(photo, region), str(at + 1), name.format(at + 1), by_platform=by_platform)
            chip.clicked.connect(partial(self.box_wanted.emit, at))
            self._add(chip)
        self.updateGeometry()

    def show_chosen(self, region: Region | None, kept: Sequence[bool]) -> None:
        """Which is searched by; none of them where the area was drawn. kept: whose results are there, the whole photo first."""
        for chip, own, is_kept in zip(self.chips, self._regions, kept, strict=False):
            chip.setChecked(own == region)
            chip.is_kept = is_kept
            chip.update()

    def _add(self, chip: BoxChip) -> None:
        self._flow.addWidget(chip)
        self.chips.append(chip)
        chip.show()


def _small(photo: QPixmap, region: Region | None) -> QPixmap:
    part = photo
    if region is not None:
        part = photo.copy(region.left, region.top, region.right - region.left, region.bottom - region.top)
    side = QSize(KEPT_SIDE, KEPT_SIDE)
    return part.scaled(side, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation)
