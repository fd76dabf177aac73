"""What a buyer does on the orders page, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.orders.ask_dialog import AskDialog
from tests.support.buying import Buyable, order_made
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import Visit

Open = Callable[[UseCases], Visit]
CREATE = "alibaba.trade.createCrossOrder"
CANCEL = "alibaba.trade.cancel"
LINK = "alibaba.alipay.url.get"


def ask(there: Visit, key: str) -> AskDialog:
    dialog = there.question(key)
    assert isinstance(dialog, AskDialog)
    return dialog


def said(dialog: AskDialog) -> str:
    """Everything the question names."""
    question = dialog.question
    return "\n".join([question.title, question.sentence, *(" ".join(fact) for fact in question.facts)])


def calls(sandbox: RunningSandbox, api: str) -> int:
    return len(sandbox.look("calls", api=api)["calls"])


def unpaid(there: Visit, goods: Buyable) -> str:
    """An unpaid order, listed and shown."""
    order_id = str(order_made(there.sandbox, goods.cargo()))
    there.refreshed()
    there.choose(order_id)
    return order_id


def pay(there: Visit) -> None:
    there.until(there.page.pane.foot.pay_button.isEnabled, "the button")
    there.click(there.page.pane.foot.pay_button)


class Door:
    """A use case with one answer or error of its own; everything else is the real one."""

    def __init__(self, real: Any, error: Exception | None = None) -> None:
        self._real, self._error = real, error
        self.answer: Any = None

    async def __call__(self, *words: Any, **more: Any) -> Any:
        if self._error is not None:
            raise self._error
        return self.answer

    async def started(self, order_ids: Any) -> Any:
        return await self._real.started(order_ids)
