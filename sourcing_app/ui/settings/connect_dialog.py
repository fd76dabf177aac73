"""The dialog in which a 1688 account is connected. Opened with ``open()``; answers with ``connected``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QLabel, QLineEdit, QWidget

from sourcing_app.domain.account import LIVE_GATEWAY, AccountForm, Connected, Dialect
from sourcing_app.ui.browser import Browser, OpenAddress
from sourcing_app.ui.settings.connect_presenter import ConnectPresenter
from sourcing_app.ui.theme import TextSize, scaled
from sourcing_app.ui.theme.spacing import L, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.fitting import open_at, room_for
from sourcing_app.ui.widgets.inputs import Select, set_invalid
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.surface import Surface, column, row

_WIDTH = 512
BROWSER, TOKEN, SINGLE = "browser", "token", "single"


class ConnectDialog(QDialog):
    """connected(Connected): the account answered, and the dialog is closed."""

    connected = Signal(object)

    def __init__(self, presenter: ConnectPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        presenter.setParent(self)
        self._browser = Browser(self)
        self._browser.failed.connect(self._not_opened)
        self.open_address: OpenAddress = self._browser
        self.setWindowTitle(self.tr("Connect a 1688 account"))
        self.fields = {
            "app_key": _edit(self.tr("App key")),
            "app_secret": _edit(self.tr("App secret"), secret=True),
            "token": _edit(self.tr("Access token"), secret=True),
            "redirect_uri": _edit(self.tr("Redirect address"), "https://"),
            "pasted": _edit(
                self.tr("Address of the page you were sent to"), self.tr("copied from the browser's address bar")
            ),
            "gateway_url": _edit(self.tr("Gateway"), text=LIVE_GATEWAY),
        }
        self._sentences: dict[str, QLabel] = {}
        self._rows: dict[str, QWidget] = {}
        self.way = Select(self.tr("How to sign in"))
        self.dialect = Select(self.tr("How the gateway spells its calls"))
        self.open_page = button(self.tr("Open the sign-in page"), icon_name="external")
        self.other_gateway = button(self.tr("Advanced: another gateway"), "link", small=True)
        self.connect_button = button(self.tr("Connect"), "primary")
        self.connect_button.setDefault(True)
        self._whole = label("", tone="danger", wrap=True)
        self._fill_choices()
        self._lay_out()
        self._connect()
        self._show_way()

    def form(self) -> AccountForm:
        """What is typed now."""
        texts = {name: edit.text() for name, edit in self.fields.items()}
        token = texts["token"] if self.way.currentData() == TOKEN else ""
        return AccountForm(
            texts["app_key"], texts["app_secret"], texts["gateway_url"], token, texts["redirect_uri"],
            Dialect(self.dialect.currentData()),
        )  # fmt: skip

    def _fill_choices(self) -> None:
        self.way.addItem(self.tr("Sign in through the browser"), BROWSER)
        self.way.addItem(self.tr("Paste a permanent token"), TOKEN)
        self.way.addItem(self.tr("The app belongs to one account and needs no token"), SINGLE)
        self.dialect.addItem(self.tr("As 1688 today"), Dialect.LIVE.value)
        self.dialect.addItem(self.tr("As the older solution document"), Dialect.SEED.value)

    def _lay_out(self) -> None:
        self._form = inside = QWidget()
        box = column(inside, spacing=S)
        box.setContentsMargins(0, 0, S, 0)
        box.addWidget(label(self.tr("Connect a 1688 account"), TextSize.TITLE))
        box.addWidget(_explanation(self.tr(
            "You need an app on the 1688 Open Platform with the cross-border solution. Your 1688 password is "
            "never asked for here; key, secret and tokens are kept in the system's keyring."
        )))  # fmt: skip
        for name in ("app_key", "app_secret"):
            self._add(box, name)
        box.addWidget(_captioned(self.way))
        for name in ("token", "redirect_uri"):
            self._add(box, name)
        box.addWidget(self.open_page, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(box, "pasted")
        box.addWidget(self.other_gateway, 0, Qt.AlignmentFlag.AlignLeft)
        self._gateway = self._advanced()
        self._gateway.hide()
        box.addWidget(self._gateway)
        box.addStretch(1)
        self._scroll = ScrollColumn(inside)
        self._whole_layout = whole = column(self, margin=L, spacing=S)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._whole)
        buttons = row()
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        for each in (self.open_page, self.other_gateway, cancel):
            each.setAutoDefault(True)  # Enter presses the one that has the keyboard, else Connect
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.connect_button)
        whole.addLayout(buttons)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is asked for changed: as high as that needs, or as the screen allows, and the rest scrolls."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The field that gets the keyboard is in sight."""
        moved = super().focusNextPrevChild(forward)
        self._show_focused()
        return bool(moved)

    def _show_focused(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._form.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)

    def _fit(self) -> None:
        """Room for the form and what stands under it."""
        form, least = self._form.minimumSizeHint(), self._whole_layout.minimumSize()
        around = least - self._scroll.minimumSizeHint()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wanted = QSize(max(form.width() + bar + 2 * L, around.width()), form.height() + around.height())
        room = room_for(self)
        self.setMinimumWidth(min(wanted.width(), room.width()))
        open_at(self, QSize(max(wanted.width(), self.width()), max(wanted.height(), least.height())))

    def _advanced(self) -> Surface:
        surface = Surface("raised")
        inside = column(surface, margin=S)
        self._add(inside, "gateway_url")
        inside.addWidget(_captioned(self.dialect))
        return surface

    def _add(self, box: QBoxLayout, name: str) -> None:
        part = QWidget()
        inside = column(part, spacing=4)
        edit = self.fields[name]
        title = label(edit.accessibleName(), TextSize.CAPTION, "muted")
        title.setBuddy(edit)
        sentence = label("", TextSize.CAPTION, "danger", wrap=True)
        sentence.hide()
        for widget in (title, edit, sentence):
            inside.addWidget(widget)
        self._sentences[name], self._rows[name] = sentence, part
        box.addWidget(part)

    def _connect(self) -> None:
        self.way.currentIndexChanged.connect(self._show_way)
        self.open_page.clicked.connect(self._open_page)
        self.other_gateway.clicked.connect(self._show_gateway)
        self.connect_button.clicked.connect(self._go)
        self.finished.connect(self._presenter.stop)
        self._presenter.page_ready.connect(self._browse)
        self._presenter.wrong.connect(self._show_wrong)
        self._presenter.connected.connect(self._done)
        self._presenter.busy_changed.connect(self._show_busy)

    def _show_way(self) -> None:
        way = self.way.currentData()
        self._rows["token"].setVisible(way == TOKEN)
        for widget in (self._rows["redirect_uri"], self.open_page, self._rows["pasted"]):
            widget.setVisible(way == BROWSER)

    def _show_gateway(self) -> None:
        self.other_gateway.hide()
        self._gateway.show()
        self.fields["gateway_url"].setFocus()

    def _open_page(self) -> None:
        self._clear()
        self._presenter.open_sign_in(self.form())

    def _browse(self, url: str) -> None:
        if not self.open_address(url):
            self._not_opened(url)
        self.fields["pasted"].setFocus()

    def _not_opened(self, url: str) -> None:
        QGuiApplication.clipboard().setText(url)
        self._whole.setText(
            self.tr("No browser could be opened. The sign-in address was copied: open it in a browser of your own.")
        )

    def _go(self) -> None:
        self._clear()
        if self.way.currentData() == BROWSER:
            self._presenter.finish_sign_in(self.form(), self.fields["pasted"].text())
        else:
            self._presenter.use_token(self.form())

    def _clear(self) -> None:
        self._whole.setText("")
        for name in self.fields:
            self._mark(name, "")

    def _mark(self, name: str, sentence: str) -> None:
        set_invalid(self.fields[name], sentence)
        self._sentences[name].setText(sentence)
        self._sentences[name].setVisible(bool(sentence))

    def _show_wrong(self, field: str, sentence: str) -> None:
        if field == "gateway_url":
            self._show_gateway()
        if field in self.fields and not self._rows[field].isHidden():
            self._mark(field, sentence)
            self.fields[field].setFocus()
            self._show_focused()
        else:
            self._whole.setText(sentence)

    def _show_busy(self, busy: bool) -> None:
        self.connect_button.setEnabled(not busy)
        self.connect_button.setText(self.tr("Asking 1688 …") if busy else self.tr("Connect"))

    def _done(self, connected: Connected) -> None:
        self.connected.emit(connected)
        self.accept()


def _captioned(choice: Select) -> QWidget:
    """Its name over it, as over the fields."""
    part = QWidget()
    inside = column(part, spacing=4)
    title = label(choice.accessibleName(), TextSize.CAPTION, "muted")
    title.setBuddy(choice)
    inside.addWidget(title)
    inside.addWidget(choice)
    return part


def _explanation(text: str) -> QLabel:
    """As high as it needs at the dialog's width, which it sets."""
    made = label(text, tone="muted", wrap=True)
    made.setFixedWidth(scaled(_WIDTH))
    made.setMinimumHeight(made.heightForWidth(scaled(_WIDTH)))
    return made


def _edit(name: str, placeholder: str = "", *, text: str = "", secret: bool = False) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
