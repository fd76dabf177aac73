"""The program's direction and Qt's own texts follow the program's language, not the computer's."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support.sandbox import ROOT

LOOK = """
import json
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from sourcing_app.app.translations import InstalledTexts, language_of
application = QApplication([])
owner = QObject()
texts = InstalledTexts(application, owner)
texts.install(language_of("system"))
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(json.dumps({
    "language": language_of("system"),
    "direction": application.layoutDirection().name,
    "cancel": box.button(QDialogButtonBox.StandardButton.Cancel).text(),
    "number": QLocale().toString(1234.5, "f", 1),
}))
"""


def looked(**variables: str) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment |= variables | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run([sys.executable, "-c", LOOK], env=environment, capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(answer.stdout)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only there a variable is the system's language")
@pytest.mark.parametrize("system", ["ar_EG.UTF-8", "he_IL.UTF-8", "fa_IR.UTF-8", "ur_PK.UTF-8", "de_DE.UTF-8", "C"])
def test_on_a_computer_whose_language_the_program_does_not_have_all_of_it_is_english(system: str) -> None:
    assert looked(LANG=system) == {
        "language": "en", "direction": "LeftToRight", "cancel": "Cancel", "number": "1,234.5",
    }  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="only there a variable is the system's language")
def test_of_several_languages_that_a_person_reads_the_first_that_the_program_has_is_taken() -> None:
    found = looked(LANG="he_IL.UTF-8", LANGUAGE="he:ja:en")
    assert (found["language"], found["direction"], found["cancel"]) == ("ja", "LeftToRight", "キャンセル")
