"""Connecting an account: what was typed goes in, sentences beside fields and the connected account come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.account import AccountForm, Connected, SignInPage
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.errors import InvalidInput, Refused, SignInNeeded, WrongCredentials
from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    from sourcing_app.usecases.connect_account import ConnectAccount


class ConnectPresenter(QObject):
    """page_ready(url): to be opened in the browser; wrong(field, sentence): beside a field, "" for the whole form;
    connected(Connected): the account answered; busy_changed(bool)."""

    page_ready = Signal(str)
    wrong = Signal(str, str)
    connected = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, connect_account: ConnectAccount, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connect_account = connect_account
        self._page: SignInPage | None = None
        self.tasks = TaskScope(self)
        self.tasks.busy_changed.connect(self.busy_changed)
        self.tasks.failed.connect(self._fail)
        self._waiting = TaskScope(self)

    def open_sign_in(self, form: AccountForm) -> None:
        """Make the address of the sign-in page."""
        try:
            self._page = self._connect_account.sign_in_page(form)
        except InvalidInput as error:
            self._fail(error)
            return
        self._waiting.start(
            "redirect", self._connect_account.redirected(form), lambda address: self._came_back(form, address)
        )
        self.page_ready.emit(self._page.url)

    def stop(self) -> None:
        """Nobody waits for the browser any more."""
        self._waiting.forget("redirect")
        self._connect_account.stop_waiting()

    def _came_back(self, form: AccountForm, address: str | None) -> None:
        if address is not None:
            self.finish_sign_in(form, address)

    def finish_sign_in(self, form: AccountForm, pasted: str) -> None:
        """With the address the browser ended at."""
        if self._page is None:
            self.wrong.emit("pasted", tr("Open the sign-in page first."))
            return
        self.tasks.start("connect", self._connect_account.with_answer(form, self._page, pasted), self._done)

    def use_token(self, form: AccountForm) -> None:
        """With a permanent token, or none."""
        self.tasks.start("connect", self._connect_account.with_token(form), self._done)

    def _done(self, connected: Connected) -> None:
        self._page = None
        self.connected.emit(connected)

    def _fail(self, error: Exception) -> None:
        self.wrong.emit(*field_and_sentence(error))


def field_and_sentence(error: Exception) -> tuple[str, str]:
    """Which field an error is about ("" for none), and what to do."""
    match error:
        case InvalidInput(field="app_key", reason="digits"):
            return "app_key", tr("An app key has only digits. Copy it from the console of the 1688 Open Platform.")
        case InvalidInput(field="app_key"):
            return "app_key", tr("The app key is missing.")
        case InvalidInput(field="app_secret"):
            return "app_secret", tr("The app secret is missing.")
        case InvalidInput(field="redirect_uri"):
            return "redirect_uri", tr(
                "Type the redirect address that is registered for the app, with https:// in front."
            )
        case InvalidInput(field="gateway_url"):
            return "gateway_url", tr("A gateway's address begins with https:// (http only on this computer).")
        case InvalidInput(field="sign_in", reason="state"):
            return "pasted", tr(
                "This address is not the answer to this sign-in. Open the page again, then paste the new one."
            )
        case InvalidInput(field="sign_in"):
            return "pasted", tr("There is no code in this address. Paste the whole address of the page you ended at.")
        case WrongCredentials():
            return "app_secret", tr("App key and secret do not match. Copy both again from the console.")
        case SignInNeeded():
            return "token", tr("1688 refused this token. Copy it again, or sign in through the browser.")
        case Refused():
            return "", tr("1688 said no: {0}").format(isolated(error.text or error.code, 400))
    return "", notice_of(error).sentence
