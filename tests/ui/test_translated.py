"""Every text of the program is found in the language that is set, and longer texts than English fit."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, QPoint, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLabel, QLineEdit, QScrollArea, QWidget

from sourcing_app.config.settings import resource
from sourcing_app.ui.format import when_text
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.search.first_use import SAMPLES
from sourcing_app.ui.texts import locale_of
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.tour.eyes import SLACK_PX, cut_texts, overlapping, shown, texts
from tests.translations import ROOT, read, sources_with_texts
from tests.ui.walk import Walk

JAPANESE = resource("i18n", "sourcing_ja.ts")
_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšüýÀÇÉÎÑÖŠÜÝ")
_OURS = re.compile(r"⟦[^⟦⟧]*⟧")
_WORDS = re.compile(r"[A-Za-z]{3,}")
_NAMES = re.compile(
    r"\b(?:Sourcing|Ctrl|Alt|Shift|Esc|Enter|Tab|Space|Del|Backspace|Left|Right|JPEG|CNY|English|Chinese)\b"
)
_PLACES = re.compile(r"https?://\S+|\S*[\\/]\S+|\S+\.jpg")
_TOLD = re.compile(r"[A-Z0-9-]*\d[A-Z0-9-]*|(?<=[\u3040-\u9fff])[A-Za-z]+|[A-Za-z]+(?=[\u3040-\u9fff])")
"""What the marketplace tells has Latin letters only in numbers of articles and beside Chinese or Japanese."""


@pytest.fixture
def walk(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path) -> Iterator[Walk]:
    loader.allow_gateway(sandbox.gateway_url)
    walks: list[Walk] = []

    class Lazy:
        """The window is made when the walk begins: in the language that is set by then."""

        def stops(self) -> Iterator[tuple[str, QWidget]]:
            walks.append(Walk(desk, loader, sandbox, tmp_path))
            return walks[0].stops()

    yield Lazy()  # type: ignore[misc]
    for each in walks:
        each.close()


@contextmanager
def speaking(application: QApplication, *compiled: Path) -> Iterator[None]:
    translators = [QTranslator(application) for _ in compiled]
    for translator, path in zip(translators, compiled, strict=True):
        assert translator.load(str(path)), path
        application.installTranslator(translator)
    try:
        yield
    finally:
        for translator in translators:
            application.removeTranslator(translator)


def qt_texts(language: str) -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"


def said(window: QWidget) -> Iterator[str]:
    """All that can be read or heard: texts, what stands in empty fields, tooltips, names for screen readers."""
    yield from texts(window)
    for widget in shown(window):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def misfits(window: QWidget) -> list[str]:
    """Texts that are cut, lie on each other, or are broken into more lines than there is height for."""
    found = [f"cut {text!r}" for text in cut_texts(window)]
    found += [f"on each other {pair}" for pair in overlapping(window)]
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height():
            found.append(f"too low {widget.text()!r}")
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and is_beyond_the_edge(widget):
            found.append(f"out of sight {widget.text()!r}")
    return found


def is_beyond_the_edge(widget: QWidget) -> bool:
    """Whether it reaches over the side of the area that scrolls it, which does not scroll sideways."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None or area.horizontalScrollBar().isVisible():
        return False
    right = widget.mapTo(area.viewport(), QPoint(widget.width(), 0)).x()
    return right > area.viewport().width() + SLACK_PX


def english_of_ours() -> set[str]:
    """Sources that differ from their Japanese text; without placeholders, so that they can be met on the screen."""
    return {
        source
        for (_, source), forms in read(JAPANESE).items()
        if source not in forms and "{" not in source and "%n" not in source
    }


def test_the_window_in_japanese_shows_no_english_of_ours(dressed: QApplication, walk: Walk) -> None:
    english, wrong, seen = english_of_ours(), [], set()
    with speaking(dressed, resource("i18n", "sourcing_ja.qm"), qt_texts("ja")):
        for name, window in walk.stops():
            on_screen = set(said(window))
            seen |= on_screen
            wrong += [f"{name}: {text!r}" for text in sorted(on_screen & english)]
            wrong += [f"{name}: {fault}" for fault in misfits(window)]
    assert not wrong
    assert {"検索", "写真検索", "カート", "注文", "設定", "絞り込み", "デモマーケットを試す"} <= seen


def test_texts_of_twice_the_letters_fit_and_none_is_left_in_english(
    dressed: QApplication, walk: Walk, tmp_path: Path
) -> None:
    wrong = []
    with speaking(dressed, pseudo(tmp_path)):
        for name, window in walk.stops():
            wrong += [
                f"{name}: hard-coded {text!r}"
                for text in sorted(set(said(window)))
                if text not in SAMPLES and is_hard_coded(text)
            ]
            wrong += [f"{name}: {fault}" for fault in misfits(window)]
    assert not wrong, "\n".join(wrong)


def is_hard_coded(text: str) -> bool:
    """Whether words remain when ours (nested, too), names and what the marketplace tells are taken out."""
    before = ""
    while before != text:
        before, text = text, _OURS.sub("", text)
    for known in (_PLACES, _NAMES, _TOLD):
        text = known.sub("", text)
    return bool(_WORDS.search(text))


def pseudo(folder: Path) -> Path:
    """A language of accents and brackets, 40 % longer than English, compiled."""
    tree = ET.parse(JAPANESE)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        text = accented(message.findtext("source") or "")
        for form in translation.iter("numerusform"):
            form.text = text
        if translation.find("numerusform") is None:
            translation.text = text
    tree.write(folder / "pseudo.ts", encoding="utf-8", xml_declaration=True)
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run(
        [tool, "-silent", folder / "pseudo.ts", "-qm", folder / "pseudo.qm"], check=True, capture_output=True
    )
    return folder / "pseudo.qm"


def accented(text: str) -> str:
    parts = re.split(r"(\{[a-z0-9_]*\}|%n)", text)
    spoken = "".join(part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts))
    return f"⟦{spoken}{'·' * round(len(text) * 0.4)}⟧"


def test_what_is_looked_up_is_what_was_collected() -> None:
    """A text asked for with a variable, or from a class the collector does not see, would stay English."""
    asked = {call for path in sources_with_texts() for call in _asked_in(path)}
    assert asked == set(read(JAPANESE))


def _asked_in(path: Path) -> Iterator[tuple[str, str]]:
    def visit(node: ast.AST, of_class: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, ast.ClassDef):
            of_class = node.name
        if isinstance(node, ast.Call) and node.args:
            text = node.args[0].value if isinstance(node.args[0], ast.Constant) else ast.unparse(node.args[0])
            if isinstance(node.func, ast.Name) and node.func.id == "tr":
                yield "", str(text)
            elif isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                yield of_class if ast.unparse(node.func.value) == "self" else ast.unparse(node.func), str(text)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, of_class)

    yield from visit(ast.parse(path.read_text("utf-8")), path.relative_to(ROOT).as_posix())


def test_buttons_of_qt_speak_japanese(dressed: QApplication) -> None:
    with speaking(dressed, qt_texts("ja")):
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
        assert {re.sub(r"\(?&.\)?", "", button.text()) for button in box.buttons()} == {"キャンセル", "保存"}
        box.deleteLater()


@pytest.mark.parametrize("count, text", [(1, "1 job"), (2, "2 jobs")])
def test_english_has_its_plural_forms(dressed: QApplication, count: int, text: str) -> None:
    assert dressed.translate("StatusLine", "{0} jobs", "", count).format(count) == text


def test_dates_are_written_as_the_language_writes_them(dressed: QApplication) -> None:
    when = datetime(2026, 11, 23, 9, 5)
    english = when_text(when)
    with speaking(dressed, resource("i18n", "sourcing_ja.qm")):
        assert (english, when_text(when)) == ("23 Nov 2026 09:05", "2026/11/23 09:05")


def test_figures_follow_the_chosen_language() -> None:
    assert locale_of("ja").language() == QLocale.Language.Japanese
    assert locale_of("en").language() == QLocale.Language.English
