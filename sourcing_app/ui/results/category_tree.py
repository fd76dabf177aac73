"""The category tree: levels are fetched when they are opened; choosing one searches in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTreeWidget, QTreeWidgetItem, QWidget

from sourcing_app.domain.category import ROOT, Category
from sourcing_app.domain.ids import CategoryId
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.theme import colours_of, paint_icon, scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect

    from sourcing_app.usecases.browse import BrowseCategories

_ID = Qt.ItemDataRole.UserRole + 1
_LOADED = Qt.ItemDataRole.UserRole + 2
ROW = 28


class CategoryTree(QTreeWidget):
    """chosen(category id | None, name)."""

    chosen = Signal(object, str)

    def __init__(self, tasks: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._browse: BrowseCategories | None = None
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Categories"))
        self.itemExpanded.connect(self._open)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.setStyleSheet("QTreeWidget { background: transparent; }")
        self._fit()

    def attach(self, browse: BrowseCategories) -> None:
        """Fetch the top level, once."""
        self._browse = browse
        if self.topLevelItemCount() == 0:
            self._tasks.start("categories 0", browse.children(ROOT), partial(self._fill, None), self._ignore)

    def detach(self) -> None:
        """Nothing can be fetched."""
        self._browse = None

    def clear_choice(self) -> None:
        """No category."""
        self.selectionModel().clearCurrentIndex()
        self.clearSelection()

    def _open(self, item: QTreeWidgetItem) -> None:
        if self._browse is None or item.data(0, _LOADED):
            return
        item.setData(0, _LOADED, True)
        category_id = CategoryId(item.data(0, _ID))
        self._tasks.start(
            f"categories {category_id}", self._browse.children(category_id), partial(self._fill, item), self._ignore
        )

    def _fill(self, parent: QTreeWidgetItem | None, categories: tuple[Category, ...]) -> None:
        root = parent or self.invisibleRootItem()
        root.takeChildren()
        for category in categories:
            name = category.name_translated or category.name
            item = QTreeWidgetItem([name])
            item.setData(0, _ID, category.category_id)
            item.setToolTip(0, category.name if category.name_translated else "")
            policy = QTreeWidgetItem.ChildIndicatorPolicy
            item.setChildIndicatorPolicy(policy.DontShowIndicator if category.is_leaf else policy.ShowIndicator)
            root.addChild(item)
        self._fit()

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(CategoryId(item.data(0, _ID)), item.text(0))
        if item.childIndicatorPolicy() == QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator:
            item.setExpanded(True)

    def _ignore(self, error: Exception) -> None:
        """The search says what is wrong with the connection; the tree tries again when it is opened."""
        for at in range(self.topLevelItemCount()):
            item = self.topLevelItem(at)
            if item is not None and item.childCount() == 0:
                item.setData(0, _LOADED, False)

    def _fit(self, *_: object) -> None:
        self.setFixedHeight(max(self._visible_rows(self.invisibleRootItem()), 1) * scaled(ROW) + 4)

    def _visible_rows(self, item: QTreeWidgetItem) -> int:
        rows = 0
        for at in range(item.childCount()):
            child = item.child(at)
            rows += 1 + (self._visible_rows(child) if child is not None and child.isExpanded() else 0)
        return rows

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        item = self.itemFromIndex(index)
        if item is not None and item.childIndicatorPolicy() == QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator:
            name = "chevron-down" if item.isExpanded() else "chevron-right"
            box = QRectF(rect.right() - 15, rect.center().y() - 7, 14, 14)
            paint_icon(painter, name, box, colours_of(self).muted)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.topLevelItemCount() == 0:
            now = colours_of(self)
            painter = QPainter(self.viewport())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.raised)
            painter.drawRoundedRect(QRectF(8, 9, 120, 12), 4, 4)
