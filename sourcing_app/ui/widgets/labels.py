"""Labels: plain text always, in one of the five sizes, elided where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from sourcing_app.ui.theme import TextSize, font

_MOST_IN_LINE = 400
"""Characters; a line of the widest window has about 300 in the smallest text."""


def label(
    text: str = "",
    size: TextSize = TextSize.BODY,
    tone: str = "text",
    *,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A plain-text label. tone: "text", "muted", "price", "good", "warning", "danger", "accent"."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("tone", tone)
    if size is not TextSize.BODY:
        made.setProperty("text_size", size.name.lower())
    made.setWordWrap(wrap)
    return made


def paragraph(text: str, width: int, tone: str = "muted") -> QLabel:
    """A centred, wrapped text of this width, as high as it needs to be."""
    made = label(text, TextSize.BODY, tone, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    made.setFixedWidth(width)
    say(made, text)
    return made


def say(paragraph: QLabel, text: str) -> None:
    """Another text in a paragraph."""
    paragraph.setText(text)
    paragraph.ensurePolished()
    paragraph.setFixedHeight(max(paragraph.heightForWidth(paragraph.maximumWidth()), paragraph.fontMetrics().height()))


def set_tone(widget: QWidget, tone: str) -> None:
    """Change a label's colour role."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see changed properties."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def hairline(vertical: bool = False) -> QFrame:
    """One pixel between two things."""
    made = QFrame()
    made.setProperty("line", "vertical" if vertical else "horizontal")
    return made


class ElidedLabel(QWidget):
    """Plain text on at most so many lines, cut with "…" where it does not fit; the tooltip then has all of it."""

    def __init__(
        self, text: str = "", *, lines: int = 1, size: TextSize = TextSize.BODY, tone: str = "text",
        strong: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._text, self._lines, self._tone = text, lines, tone
        self.setFont(font(size, strong=strong))
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if lines > 1 else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )
        self.setAccessibleName(text)

    def text(self) -> str:
        """All of it."""
        return self._text

    def setText(self, text: str) -> None:
        """As on a QLabel."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def show_lines(self, lines: int) -> None:
        """On at most so many lines from now on."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(within_reach(self._text, self._lines)) + 2, metrics.lineSpacing() * self._lines
        )

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 4, metrics.lineSpacing() * self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = elided_lines(self._text, self.font(), self.width(), self._lines)
        self.setToolTip(self._text if lines and lines[-1].endswith("…") and not self._text.endswith("…") else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        from sourcing_app.ui.theme import colours_of

        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(colours_of(self).role(self._tone))
        metrics = self.fontMetrics()
        lines = elided_lines(self._text, self.font(), self.width(), self._lines)
        top = 0 if self._lines > 1 else (self.height() - metrics.height()) // 2
        for at, line in enumerate(lines):
            painter.drawText(0, top + at * metrics.lineSpacing() + metrics.ascent(), line)


def within_reach(text: str, lines: int = 1) -> str:
    """What can come into view on so many lines: laying out a text takes time by its whole length, cut or not."""
    most = lines * _MOST_IN_LINE
    return text if len(text) <= most else f"{text[:most]}…"


def elided_lines(text: str, used_font: QFont, width: int, lines: int) -> list[str]:
    """The text broken into at most so many lines of this width (pixels), the last one elided."""
    text = within_reach(text, lines)
    metrics = QFontMetrics(used_font)
    if lines == 1 or metrics.horizontalAdvance(text) <= width:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)] if text else []
    layout = QTextLayout(text, used_font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    broken: list[str] = []
    layout.beginLayout()
    while len(broken) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        if len(broken) == lines - 1:
            broken.append(metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
        else:
            broken.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return broken
