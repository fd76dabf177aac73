"""Keeps a preview of every chosen supplier as fresh as its quantities."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.address import Address
from sourcing_app.domain.cart import SupplierGroup
from sourcing_app.domain.ids import SupplierId
from sourcing_app.domain.preview import OrderPreview
from sourcing_app.ui.cart.slips import is_for
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.usecases.preview_order import PreviewOrder

_QUIET_MS = 250
"""So long nothing may change before the platform is asked: typing a quantity asks once."""


class Previews(QObject):
    """Previews by supplier. changed: there is another preview, or another reason why there is none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self._preview_order: PreviewOrder | None = None
        self._wanted: dict[SupplierId, SupplierGroup] = {}
        self._address: Address | None = None
        self._previews: dict[SupplierId, OrderPreview] = {}
        self._errors: dict[SupplierId, Exception] = {}
        self._asked: dict[SupplierId, tuple[object, Address]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self._ask)

    def attach(self, preview_order: PreviewOrder) -> None:
        """Ask with this account."""
        self._preview_order = preview_order
        self._forget_all()

    def detach(self) -> None:
        """Ask nothing more."""
        self._preview_order = None
        self._timer.stop()

    def want(self, groups: tuple[SupplierGroup, ...], address: Address | None) -> None:
        """These suppliers, to this address; what is fresh is kept, the rest is asked for once it is quiet."""
        self._wanted = {group.supplier_id: group for group in groups}
        self._address = address
        if any(self.is_stale(supplier_id) and not self._is_asked(supplier_id) for supplier_id in self._wanted):
            self._timer.start()

    def renew(self, supplier_id: SupplierId | None = None) -> None:
        """Ask again though nothing changed here: for one supplier, or all."""
        for each in (supplier_id,) if supplier_id is not None else tuple(self._wanted):
            self._previews.pop(each, None)
            self._errors.pop(each, None)
            self._asked.pop(each, None)
        self._timer.start()
        self.changed.emit()

    def preview(self, supplier_id: SupplierId) -> OrderPreview | None:
        """The last one, stale or not."""
        return self._previews.get(supplier_id)

    def error(self, supplier_id: SupplierId) -> Exception | None:
        """Why the last question brought nothing."""
        return self._errors.get(supplier_id)

    def is_stale(self, supplier_id: SupplierId) -> bool:
        """Whether the preview is of other quantities or another address, or there is none."""
        group, preview = self._wanted.get(supplier_id), self._previews.get(supplier_id)
        if group is None or self._address is None or preview is None:
            return True
        return not is_for(preview, group, self._address)

    def _is_asked(self, supplier_id: SupplierId) -> bool:
        """Whether exactly this question is on its way or was answered by an error."""
        group = self._wanted[supplier_id]
        return self._address is not None and self._asked.get(supplier_id) == (_question(group), self._address)

    def _ask(self) -> None:
        if self._preview_order is None or self._address is None:
            return
        for supplier_id, group in self._wanted.items():
            if not self.is_stale(supplier_id) or self._is_asked(supplier_id):
                continue
            self._asked[supplier_id] = (_question(group), self._address)
            self._errors.pop(supplier_id, None)
            self.tasks.start(
                f"preview {supplier_id}",
                self._preview_order(group, self._address),
                partial(self._arrived, supplier_id),
                partial(self._failed, supplier_id),
            )
        self.changed.emit()

    def _arrived(self, supplier_id: SupplierId, preview: OrderPreview) -> None:
        self._previews[supplier_id] = preview
        self._errors.pop(supplier_id, None)
        self.changed.emit()

    def _failed(self, supplier_id: SupplierId, error: Exception) -> None:
        self._errors[supplier_id] = error
        self._previews.pop(supplier_id, None)
        self.changed.emit()

    def _forget_all(self) -> None:
        self._previews.clear()
        self._errors.clear()
        self._asked.clear()


def _question(group: SupplierGroup) -> tuple[tuple[str, str, int], ...]:
    return tuple((each.line.offer_id, each.line.spec_id, each.line.quantity) for each in group.lines)
