"""The look of Qt's own controls. Variants are dynamic properties: ``kind`` of a button, ``tone`` and ``text`` of a label."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor

from sourcing_app.ui.theme.palette import Colours, mix
from sourcing_app.ui.theme.type_scale import TextSize, scaled, text_scale

_SHEET = """
QToolTip { background: @tip; color: @tip_text; border: 1px solid @tip; border-radius: 4px; padding: 4px 6px; }

QLabel#cellNote { background: @surface; color: @warning; border: 1px solid @warning; border-radius: 4px; padding: 4px 8px; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="price"] { color: @price; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="accent"] { color: @accent; }
QLabel[text_size="caption"] { font-size: @caption; }
QLabel[text_size="strong"] { font-size: @strong; font-weight: 600; }
QLabel[text_size="title"] { font-size: @title; font-weight: 600; }
QLabel[text_size="hero"] { font-size: @hero; font-weight: 600; }

QFrame[surface="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[surface="panel"] { background: @surface; border: none; }
QFrame[surface="raised"] { background: @raised; border: none; border-radius: 8px; }
QFrame[line="horizontal"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[line="vertical"] { background: @line; border: none; max-width: 1px; min-width: 1px; }

QPushButton { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 0 12px;
  min-height: 30px; font-weight: 500; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: 28px; }
QPushButton:disabled { color: @faint; background: @window; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[kind="primary"]:pressed { background: @accent_pressed; border-color: @accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid @accent_ring; }
QPushButton[kind="primary"]:disabled { background: @raised; color: @faint; border-color: @raised; }
QPushButton[kind="danger"] { color: @danger; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 0 1px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; padding: 0; }
QPushButton[kind="danger"]:disabled, QPushButton[kind="link"]:disabled { color: @faint; }
QPushButton[small="true"] { min-height: 24px; padding: 0 8px; }
QPushButton[small="true"]:focus { min-height: 22px; padding: 0 7px; }
QPushButton[kind="link"][small="true"] { padding: 0 1px; }
QPushButton[kind="link"][small="true"]:focus { padding: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:checked { background: @chosen; }
QToolButton:focus { border: 2px solid @accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit { background: @surface; color: @text;
  border: 1px solid @line_strong; border-radius: 6px; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QSpinBox, QDoubleSpinBox { padding: 0 8px; min-height: 30px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid @accent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { padding: 0 7px; min-height: 28px; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: @faint; background: @window; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"] { border: 1px solid @danger; }
QLineEdit[invalid="true"]:focus, QSpinBox[invalid="true"]:focus { border: 2px solid @danger; }
QLineEdit[small="true"], QSpinBox[small="true"] { min-height: 26px; }
QComboBox { padding: 0 8px; min-height: 30px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line; padding: 4px; outline: 0; }

QCheckBox, QRadioButton { spacing: 8px; color: @text; min-height: 26px; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; background: @surface;
  border: 1px solid @line_strong; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent; }
QRadioButton::indicator:checked { background: @surface; border: 5px solid @accent; width: 8px; height: 8px; }
QCheckBox::indicator:disabled { background: @raised; border-color: @line; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QCheckBox:disabled, QRadioButton:disabled { color: @faint; }

QMenu { background: @surface; border: 1px solid @line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; color: @text; }
QMenu::item:selected { background: @chosen; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QAbstractItemView { background: @surface; color: @text; border: none; outline: 0; alternate-background-color: @alternate;
  selection-background-color: @chosen; selection-color: @text; gridline-color: @line; }
QAbstractItemView::item:selected { background: @chosen; color: @text; }
QTreeView::item, QListView::item { min-height: 28px; border-radius: 4px; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QListView[sections="true"] { background: transparent; }
QListView[sections="true"]::item { padding: 0 8px; min-height: 32px; }
QTreeView::branch { background: transparent; }
QTableView::item { padding: 0 8px; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
  padding: 6px 8px; font-weight: 500; font-size: @caption; }
QHeaderView::section:hover { background: @hover; }
QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px solid @line; }

QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent;
  padding: 6px 4px 6px 12px; min-height: 22px; }
QTabBar::tab:hover { color: @text; background: @hover; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::scroller { width: 28px; }
QTabBar::tear { width: 0; border: none; image: none; }
QTabBar QToolButton { background: @window; border: none; border-radius: 0; padding: 0; }
QTabBar QToolButton:hover { background: @hover; }
QTabBar::tab:selected:focus { background: @chosen; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @raised; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QDialog { background: @window; }
QGroupBox { border: none; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
"""


def stylesheet(colours: Colours) -> str:
    """The sheet for one set of colours, at the application's text size."""
    values = {name: _css(getattr(colours, name)) for name in _ROLES}
    values |= {
        "tip": _css(colours.raised if colours.is_dark else colours.text),
        "tip_text": _css(colours.text if colours.is_dark else colours.surface),
        "faint": _css(mix(colours.muted, colours.surface, 0.35)),
        "alternate": _css(mix(colours.surface, colours.window, 0.6)),
        "line_strong": _css(mix(colours.line, colours.muted, 0.3)),
        "scroll": _css(mix(colours.line, colours.muted, 0.35)),
        "accent_hover": _css(mix(colours.accent, colours.text, 0.14)),
        "accent_pressed": _css(mix(colours.accent, colours.text, 0.28)),
        "accent_ring": _css(mix(colours.accent, colours.text, 0.55)),
    }
    values |= {size.name.lower(): f"{round(size.value * text_scale())}px" for size in TextSize}
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return _GROWING.sub(_grown, sheet)


def _grown(found: re.Match[str]) -> str:
    """A height that has to hold text, at the size the text has."""
    return f"{found[1]}{scaled(int(found[2]))}px"


_GROWING = re.compile(r"(min-height: )([12345]\d)px")
_ROLES = (
    "window", "surface", "raised", "line", "muted", "text", "accent", "on_accent", "price",
    "good", "warning", "danger", "info", "hover", "pressed", "chosen",
)  # fmt: skip


def _css(colour: QColor) -> str:
    return colour.name()
