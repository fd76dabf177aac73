"""The order in the right pane: from disk at once, then asked for anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.ids import AccountKey, OrderId
from sourcing_app.errors import Unreachable
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.orders.reading import KnownOrder, read_anew, read_order
from sourcing_app.usecases.session import utc_now

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

_PAUSE_MS = 200


class OpenedOrder(AccountPart):
    """changed: what is known of it, or whether it is being read; read: it was read at the platform, so the disk has news."""

    changed = Signal()
    read = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.order_id: OrderId | None = None
        self.known: KnownOrder | None = None
        self.error: Exception | None = None
        self.missing = False
        self._account: AccountKey | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)

    def attach(self, use_cases: UseCases) -> None:
        """Read with this account; an order of another one is not shown any more."""
        key = use_cases.account.key
        if self._account is not None and key != self._account:
            self.close()
        self._account = key
        super().attach(use_cases)
        if self.order_id is not None:
            self.open(self.order_id)

    def detach(self) -> None:
        """What is shown stays."""
        super().detach()
        self._pause.stop()
        self.tasks.forget("known")
        self.tasks.forget("anew")

    @property
    def reading(self) -> bool:
        """Whether the platform is being asked."""
        return self.tasks.is_running("anew")

    @property
    def is_offline(self) -> bool:
        """Whether the last try did not reach the platform."""
        return isinstance(self.error, Unreachable)

    def open(self, order_id: OrderId) -> None:
        """Another order. It is asked for after a moment, so that walking through the list asks for nothing."""
        if order_id != self.order_id:
            self.known, self.error, self.missing = None, None, False
            self.tasks.forget("anew")
        self.order_id = order_id
        self._pause.stop()
        self._start("known", partial(read_order, order_id=order_id, now=utc_now()), self._show_known)

    def close(self) -> None:
        """None."""
        self.order_id, self.known, self.error, self.missing = None, None, None, False
        self._pause.stop()
        self.tasks.forget("known")
        self.tasks.forget("anew")
        self.changed.emit()

    def reload(self) -> None:
        """Only from disk."""
        if self.order_id is not None:
            self._start("known", partial(read_order, order_id=self.order_id, now=utc_now()), self._show_again)

    def refresh(self) -> None:
        """Ask the platform now."""
        self._pause.stop()
        if self.order_id is not None:
            anew = partial(read_anew, order_id=self.order_id, now=utc_now())
            if self._start("anew", anew, self._show_anew, self._not_read):
                self.changed.emit()

    def _show_known(self, known: KnownOrder | None) -> None:
        self.known = known
        if known is None:
            self.refresh()
        else:
            self._pause.start()
        self.changed.emit()

    def _show_again(self, known: KnownOrder | None) -> None:
        if known is not None:
            self.known = known
            self.changed.emit()

    def _show_anew(self, known: KnownOrder | None) -> None:
        self.known, self.error, self.missing = known, None, known is None
        self.changed.emit()
        self.read.emit()

    def _not_read(self, error: Exception) -> None:
        self.error = error
        self.missing = self.known is None
        self.reload()
        self.changed.emit()
