"""An account is connected with the real client at the real marketplace; what is wrong is said beside its field."""

import re
import socket
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sourcing_app.domain.account import Account, Connected, Credentials
from sourcing_app.domain.ids import AccountKey
from sourcing_app.platform.platform import Platform
from sourcing_app.ui.settings.connect_dialog import BROWSER, SINGLE, TOKEN, ConnectDialog
from sourcing_app.ui.settings.connect_presenter import ConnectPresenter
from sourcing_app.usecases.connect_account import ConnectAccount
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox


class Keys:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[AccountKey, Credentials] = {}

    def save(self, key: AccountKey, credentials: Credentials) -> None:
        self.kept[key] = credentials

    def forget(self, key: AccountKey) -> None:
        self.kept.pop(key, None)


class Form:
    """The dialog on a desk, filled for the marketplace."""

    def __init__(self, desk: Desk, sandbox: RunningSandbox) -> None:
        self.desk, self.keys = desk, Keys()
        self.presenter = ConnectPresenter(ConnectAccount(Platform, self.keys))
        self.dialog = ConnectDialog(self.presenter)
        self.pages: list[str] = []
        self.presenter.page_ready.disconnect()
        self.presenter.page_ready.connect(self.pages.append)
        self.connected: list[Connected] = []
        self.dialog.connected.connect(self.connected.append)
        self.dialog.open()
        self.choose(TOKEN)
        self.fill(app_key=sandbox.app_key, app_secret=sandbox.app_secret, gateway_url=sandbox.base_url)

    def choose(self, way: str) -> None:
        self.dialog.way.setCurrentIndex(self.dialog.way.findData(way))

    def fill(self, **texts: str) -> None:
        for name, text in texts.items():
            self.dialog.fields[name].setText(text)

    def press(self) -> None:
        QTest.mouseClick(self.dialog.connect_button, Qt.MouseButton.LeftButton)

    def sentence(self, field: str) -> str:
        return self.dialog._sentences[field].text()


@pytest.fixture
def form(desk: Desk, sandbox: RunningSandbox) -> Iterator[Form]:
    made = Form(desk, sandbox)
    yield made
    made.presenter.stop()
    desk.run(made.presenter.tasks.close())
    made.dialog.close()
    made.dialog.deleteLater()


def test_a_pasted_token_connects_and_its_owner_is_named(form: Form, sandbox: RunningSandbox) -> None:
    form.fill(token=sandbox.access_token)
    form.press()
    form.desk.spin_until(lambda: bool(form.connected), "connected")
    account = form.connected[0].account
    assert account.member_id == sandbox.member_id and account.name
    assert form.keys.kept[account.key].access_token == sandbox.access_token


def test_a_sign_in_through_the_browser_ends_with_tokens(form: Form, sandbox: RunningSandbox) -> None:
    form.choose(BROWSER)
    form.fill(redirect_uri="https://buyer.example/back")
    QTest.mouseClick(form.dialog.open_page, Qt.MouseButton.LeftButton)
    parts = urlsplit(form.pages[0])
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    login = re.findall(r'name="login" value="([^"]+)"', sandbox.page(form.pages[0]).text)[0]
    answer = sandbox.post(parts.path, **asked, login=login)
    form.fill(pasted=answer.headers["location"])
    form.press()
    form.desk.spin_until(lambda: bool(form.connected), "connected")
    assert form.connected[0].credentials.refresh_token


def test_a_browser_that_ends_on_this_computer_needs_no_pasting(form: Form, sandbox: RunningSandbox) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    form.choose(BROWSER)
    form.fill(redirect_uri=f"http://127.0.0.1:{port}/back")
    QTest.mouseClick(form.dialog.open_page, Qt.MouseButton.LeftButton)
    form.desk.spin_until(lambda: knocked(port), "somebody listens")
    parts = urlsplit(form.pages[0])
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    login = re.findall(r'name="login" value="([^"]+)"', sandbox.page(form.pages[0]).text)[0]
    back = urlsplit(sandbox.post(parts.path, **asked, login=login).headers["location"])
    with socket.create_connection(("127.0.0.1", port)) as browser:
        browser.sendall(f"GET {back.path}?{back.query} HTTP/1.1\r\n\r\n".encode())
        form.desk.spin_until(lambda: bool(form.connected), "connected")
    assert form.connected[0].credentials.refresh_token


def knocked(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_x03_an_answer_with_another_state_is_refused(form: Form) -> None:
    form.choose(BROWSER)
    form.fill(redirect_uri="https://buyer.example/back")
    QTest.mouseClick(form.dialog.open_page, Qt.MouseButton.LeftButton)
    form.fill(pasted="https://buyer.example/back?code=stolen&state=other")
    form.press()
    form.desk.spin_until(lambda: bool(form.sentence("pasted")), "a sentence")
    assert not form.connected


def test_a_wrong_secret_is_said_beside_the_secret(form: Form, sandbox: RunningSandbox) -> None:
    form.fill(app_secret="wrong", token=sandbox.access_token)
    form.press()
    form.desk.spin_until(lambda: bool(form.sentence("app_secret")), "a sentence")
    assert "do not match" in form.sentence("app_secret") and not form.keys.kept


def test_a_refused_token_is_said_beside_the_token(form: Form) -> None:
    form.fill(token="made-up-token")
    form.press()
    form.desk.spin_until(lambda: bool(form.sentence("token")), "a sentence")


@pytest.mark.parametrize(
    ("field", "text"),
    [("app_key", ""), ("app_key", "12ab"), ("app_secret", " "), ("gateway_url", "http://gw.open.1688.com")],
)
def test_what_is_missing_or_wrong_is_said_before_anything_is_sent(form: Form, field: str, text: str) -> None:
    form.choose(SINGLE)
    form.fill(**{field: text})
    form.press()
    form.desk.spin_until(lambda: bool(form.sentence(field)), "a sentence")
    assert form.dialog.connect_button.isEnabled()


def test_the_secret_is_not_readable_on_the_screen(form: Form) -> None:
    assert form.dialog.fields["app_secret"].displayText() != form.dialog.fields["app_secret"].text()


def test_accounts_never_show_their_secret(form: Form) -> None:
    assert "quiet" not in repr((Account("https://x", "1"), Credentials("1", "quiet", "quiet")))


@pytest.mark.parametrize("way", [BROWSER, TOKEN, SINGLE])
def test_the_dialog_fits_the_smallest_window_with_nothing_squeezed(form: Form, way: str) -> None:
    form.choose(way)
    form.desk.spin(3)
    dialog = form.dialog
    assert dialog.minimumSizeHint().height() <= 640
    for field in dialog.fields.values():
        assert not field.isVisible() or field.height() >= field.minimumSizeHint().height()


def test_a_wrong_gateway_unfolds_its_field(form: Form) -> None:
    form.fill(gateway_url="http://gw.open.1688.com")
    form.press()
    form.desk.spin_until(lambda: form.dialog.fields["gateway_url"].isVisible())
    assert form.sentence("gateway_url")


def test_enter_in_a_field_connects(form: Form) -> None:
    form.fill(token="")
    QTest.keyClick(form.dialog.fields["app_key"], Qt.Key.Key_Return)
    form.desk.spin_until(lambda: form.sentence("token"))


def test_without_a_browser_the_sign_in_address_can_be_taken_elsewhere(form: Form) -> None:
    form.dialog.open_address = lambda address: False
    form.dialog._browse("https://auth.1688.com/oauth/authorize?client_id=1")
    assert QGuiApplication.clipboard().text() == "https://auth.1688.com/oauth/authorize?client_id=1"
    assert "No browser" in form.dialog._whole.text()
