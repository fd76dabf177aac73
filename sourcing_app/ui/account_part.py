"""What every part of the window that works with an account has in common: it is attached to one, and detached from it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

T = TypeVar("T")


class AccountPart(QObject):
    """Starts use cases while an account is attached, and nothing otherwise: the one place where that is asked.

    A part with more to do overrides ``attach`` and ``detach`` and calls these first.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self._use_cases: UseCases | None = None

    @property
    def attached(self) -> bool:
        """Whether anything can be asked or changed."""
        return self._use_cases is not None

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account from now on."""
        self._use_cases = use_cases

    def detach(self) -> None:
        """Begin nothing more; what is shown stays."""
        self._use_cases = None

    def _start(
        self,
        name: str,
        ask: Callable[[UseCases], Coroutine[Any, Any, T]],
        on_result: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> bool:
        """``TaskScope.start`` with what ``ask`` makes of the use cases. False, and nothing is asked, without an account."""
        if self._use_cases is None:
            return False
        self.tasks.start(name, ask(self._use_cases), on_result, on_error)
        return True

    def _start_money(
        self,
        name: str,
        ask: Callable[[UseCases], Coroutine[Any, Any, T]],
        on_result: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> bool:
        """``TaskScope.start_money``, likewise. False, and nothing is sent, also while one of this name is under way."""
        return self._use_cases is not None and self.tasks.start_money(name, ask(self._use_cases), on_result, on_error)
