"""The settings: a list that can be searched. Everything applies at once. Opened with ``open()``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from sourcing_app.config.settings import Settings
from sourcing_app.ui.browser import open_path
from sourcing_app.ui.format import size_text
from sourcing_app.ui.settings.about import about_rows
from sourcing_app.ui.settings.sections import SettingRows
from sourcing_app.ui.settings.setting_row import SettingRow
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize, scaled
from sourcing_app.ui.theme.spacing import L, M, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.fitting import open_at
from sourcing_app.ui.widgets.inputs import clearable
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.surface import Surface, card, column, row


class SettingsDialog(QDialog):
    """changed(Settings): something was chosen. The other signals are what the account and storage sections ask for."""

    changed = Signal(object)
    connect_chosen = Signal()
    demo_chosen = Signal()
    sign_out_chosen = Signal()
    clear_cache_chosen = Signal()

    def __init__(self, settings: Settings, profile: Path, section: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.setWindowTitle(self.tr("Settings"))
        open_at(self, QSize(scaled(820), scaled(600)))
        self.rows = SettingRows(settings, self)
        self.rows.changed.connect(self.changed)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        clearable(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setFixedWidth(scaled(190))
        self.list.setProperty("sections", True)
        self._cache_size = label("", TextSize.CAPTION, "muted")
        self._nothing = label(self.tr("No setting has these words."), tone="muted")
        self._sections: list[tuple[str, Surface, list[SettingRow]]] = []
        self._area = ScrollColumn()
        self._lay_out(settings)
        self.search.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(self._scroll_to)
        self._filter("")
        self.go_to(section)

    def go_to(self, section: str) -> None:
        """Show this section ("account", "storage", ...) first."""
        keys = [key for key, _, _ in self._sections]
        self.list.setCurrentRow(keys.index(section) if section in keys else 0)

    def show_cache_size(self, size: int) -> None:
        """How much the cache takes, in bytes."""
        self._cache_size.setText(self.tr("{0} in use").format(size_text(size)))

    def _lay_out(self, settings: Settings) -> None:
        inside = QWidget()
        right = column(inside, margin=M, spacing=M)
        self._add(right, "account", self.tr("Account"), self._account(settings))
        self._add(right, "language", self.tr("Language and money"), self.rows.language_and_money())
        self._add(right, "appearance", self.tr("Appearance"), self.rows.appearance())
        self._add(right, "privacy", self.tr("Photos and privacy"), self._privacy())
        self._add(right, "orders", tr("Orders"), self.rows.orders())
        self._add(right, "storage", self.tr("Storage"), self._storage())
        self._add(right, "about", self.tr("About"), about_rows())
        right.addWidget(self._nothing)
        right.addStretch(1)
        self._area.setWidget(inside)
        left = column(margin=M, spacing=S)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        self.search.setFixedWidth(scaled(190))
        box = row(self, spacing=0)
        box.addLayout(left)
        box.addWidget(self._area, 1)

    def _add(self, box: QVBoxLayout, key: str, title: str, rows: Sequence[SettingRow]) -> None:
        surface, inside = card(margin=L, spacing=0)
        inside.addWidget(label(title, TextSize.STRONG))
        for each in rows:
            inside.addWidget(each)
        self._sections.append((key, surface, list(rows)))
        self.list.addItem(title)
        box.addWidget(surface)

    def _account(self, settings: Settings) -> list[SettingRow]:
        account = settings.account
        connect = button(self.tr("Connect a 1688 account"), icon_name="plug")
        connect.clicked.connect(self._leave_for_connect)
        demo = button(self.tr("Use the demo marketplace"), icon_name="store")
        demo.clicked.connect(self._leave_for_demo)
        demo.setEnabled(account is None or not account.is_demo)
        rows = [
            SettingRow(
                self.tr("Another account"), self.tr("Carts, orders and searches of accounts never mix."), connect
            ),
            SettingRow(self.tr("Demo marketplace"), self.tr("Runs on this computer; nothing in it is real."), demo),
        ]
        if account is not None:
            name = self.tr("Demo marketplace") if account.is_demo else account.name or account.app_key
            leave = button(self.tr("Sign out"), "danger")
            leave.clicked.connect(self._sign_out)
            meaning = self.tr(
                "Removes the tokens from this computer. To withdraw the permission at 1688 as well, open the authorised "
                "apps of your account there."
            )
            if account.is_demo:
                meaning = self.tr("Its cart and orders stay on this computer for the next time.")
            where = name if account.is_demo else f"{name} · {account.gateway_url}"
            rows.insert(0, SettingRow(self.tr("Signed in: {0}").format(where), meaning, leave))
        return rows

    def _privacy(self) -> list[SettingRow]:
        return [
            _fact(
                self.tr("Photos"),
                self.tr("Only pixels leave this computer: place, camera and file name are removed before a search."),
            ),
            _fact(
                self.tr("Secrets"),
                self.tr("Keys and tokens are in the system's keyring. They are in no file and no log of this program."),
            ),
            _fact(self.tr("Telemetry"), self.tr("There is none.")),
        ]

    def _storage(self) -> list[SettingRow]:
        folder = button(self.tr("Open the folder"), icon_name="folder")
        folder.clicked.connect(self._open_folder)
        clear = button(self.tr("Clear the cache"), icon_name="trash")
        clear.clicked.connect(self.clear_cache_chosen)
        cache = QWidget()
        inside = column(cache, spacing=4)
        inside.addWidget(clear)
        inside.addWidget(self._cache_size)
        meaning = self.tr("Offers and pictures are fetched again when needed. Cart, orders and history stay.")
        return [
            SettingRow(self.tr("Your data"), str(self._profile), folder),
            self.rows.cache_limit(),
            SettingRow(self.tr("Cache"), meaning, cache),
        ]

    def _filter(self, words: str) -> None:
        found = False
        for at, (_, surface, rows) in enumerate(self._sections):
            hits = [each.matches(words) for each in rows]
            for each, hit in zip(rows, hits, strict=True):
                each.setVisible(hit)
            surface.setVisible(any(hits))
            self.list.setRowHidden(at, not any(hits))
            found = found or any(hits)
        self._nothing.setVisible(not found)

    def _scroll_to(self, at: int) -> None:
        if 0 <= at < len(self._sections):
            QTimer.singleShot(0, self, partial(self._bring_up, self._sections[at][1]))

    def _bring_up(self, section: Surface) -> None:
        """To the top, once the layout is known."""
        self._area.verticalScrollBar().setValue(section.y() - M)

    def _open_folder(self) -> None:
        open_path(self._profile)

    def _leave_for_connect(self) -> None:
        self.accept()
        self.connect_chosen.emit()

    def _leave_for_demo(self) -> None:
        self.accept()
        self.demo_chosen.emit()

    def _sign_out(self) -> None:
        self.accept()
        self.sign_out_chosen.emit()


def _fact(title: str, meaning: str) -> SettingRow:
    return SettingRow(title, meaning, QWidget())
