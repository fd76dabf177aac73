"""The first page a newcomer sees: try the demo marketplace, or connect an account; language and currency guessed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from sourcing_app.config.settings import Settings
from sourcing_app.ui.settings.choices import LANGUAGES, OFFER_LANGUAGES
from sourcing_app.ui.settings.rate_field import RateField
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XL, XS, L, M, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.inputs import Select
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.state_panel import Emblem
from sourcing_app.ui.widgets.surface import Surface, card, column, row


class FirstRun(QScrollArea):
    """Covers the window until answered.

    demo_chosen, connect_chosen: the two ways in; settings_changed(Settings): a guess was corrected.
    """

    demo_chosen = Signal()
    connect_chosen = Signal()
    settings_changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.demo = button(self.tr("Try the demo marketplace"), "primary", icon_name="store")
        self.connect_account = button(self.tr("Connect a 1688 account"), icon_name="plug")
        self.language = _select(self.tr("Language of the program"), (("system", self.tr("As the system")), *LANGUAGES))
        self.offer_language = _select(self.tr("Titles translated to"), OFFER_LANGUAGES)
        self.rate = RateField(settings)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._contents())
        self._choose(settings)
        self._connect()

    def focus_first(self) -> None:
        """Enter tries the demo."""
        self.demo.setDefault(True)
        self.demo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _contents(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("first-run")
        across = row(inside, margin=L)
        across.addStretch(1)
        middle = column(spacing=L)
        middle.addStretch(1)
        words = column(spacing=XS)
        words.addWidget(label(self.tr("Source from 1688"), TextSize.HERO))
        words.addWidget(
            label(
                self.tr("Find who makes it, compare, order, and follow every parcel. How do you want to begin?"),
                tone="muted",
            )
        )
        middle.addLayout(words)
        ways = row(spacing=M)
        ways.addWidget(self._demo_card(), 1)
        ways.addWidget(self._account_card(), 1)
        middle.addLayout(ways)
        middle.addWidget(self._guesses())
        middle.addStretch(2)
        across.addLayout(middle, 8)
        across.addStretch(1)
        return inside

    def _demo_card(self) -> Surface:
        return _way(
            "store",
            self.tr("Try the demo marketplace"),
            self.tr("A made-up marketplace on this computer: thousands of offers to search, order, pay and track."),
            (
                self.tr("No account, no network"),
                self.tr("Nothing is real, nothing costs money"),
                self.tr("The same screens as with 1688"),
            ),
            self.demo,
        )

    def _account_card(self) -> Surface:
        return _way(
            "plug",
            self.tr("Connect a 1688 account"),
            self.tr("For buyers whose company has an app on the 1688 Open Platform."),
            (
                self.tr("App key and app secret of the cross-border solution"),
                self.tr("A sign-in at 1688, in your browser"),
                self.tr("Your 1688 password is never asked for here"),
            ),
            self.connect_account,
        )

    def _guesses(self) -> QWidget:
        surface = Surface("raised")
        line = row(surface, margin=M, spacing=L)
        for title, widget in (
            (self.tr("Language"), self.language),
            (self.tr("Titles translated to"), self.offer_language),
            (self.tr("Local currency"), self.rate),
        ):
            part = column(spacing=XS)
            part.addWidget(label(title, TextSize.CAPTION, "muted"))
            part.addWidget(widget)
            part.addStretch(1)
            line.addLayout(part, 2 if widget is self.rate else 1)
        return surface

    def _choose(self, settings: Settings) -> None:
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.offer_language.setCurrentIndex(max(0, self.offer_language.findData(settings.offer_language)))

    def _connect(self) -> None:
        self.demo.clicked.connect(self.demo_chosen)
        self.connect_account.clicked.connect(self.connect_chosen)
        self.language.currentIndexChanged.connect(self._take)
        self.offer_language.currentIndexChanged.connect(self._take)
        self.rate.changed.connect(self._take_rate)

    def _take(self) -> None:
        self._settings = replace(
            self._settings, language=self.language.currentData(), offer_language=self.offer_language.currentData()
        )
        self.settings_changed.emit(self._settings)

    def _take_rate(self, settings: Settings) -> None:
        self._settings = replace(
            self._settings, currency=settings.currency, rate=settings.rate, rate_day=settings.rate_day
        )
        self.settings_changed.emit(self._settings)


def _way(icon_name: str, title: str, sentence: str, points: tuple[str, ...], act: QPushButton) -> Surface:
    surface, inside = card(margin=L, spacing=S)
    inside.addWidget(Emblem(icon_name, "accent", 48))
    inside.addWidget(label(title, TextSize.TITLE))
    about = label(sentence, tone="muted", wrap=True)
    about.setAlignment(Qt.AlignmentFlag.AlignTop)
    about.setMinimumHeight(2 * about.fontMetrics().lineSpacing())  # so that the points of both cards stand level
    inside.addWidget(about)
    for point in points:
        line = row()
        line.addWidget(Emblem("check", "good", XL - XS))
        line.addWidget(label(point, wrap=True), 1)
        inside.addLayout(line)
    inside.addStretch(1)
    inside.addSpacing(XS)
    act.setMinimumHeight(36)
    inside.addWidget(act)
    return surface


def _select(name: str, choices: tuple[tuple[str, str], ...]) -> Select:
    made = Select(name)
    for value, text in choices:
        made.addItem(text, value)
    return made
