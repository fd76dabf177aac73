"""What every test of a page stands on: a desk whose loop runs coroutines inside Qt, and the application in its clothes."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from sourcing_app.config.settings import resource
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import Theme, ThemeMode
from tests.support.desk import Desk


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in light colours and English plurals, as shipped.

    What is loaded by now stays, so desks that close need not search it.
    """
    Theme(qapp, ThemeMode.LIGHT)
    plurals = QTranslator(qapp)
    assert plurals.load(str(resource("i18n", "sourcing_en.qm")))
    qapp.installTranslator(plurals)
    gc.collect()
    gc.freeze()
    yield qapp
    qapp.clipboard().clear()  # offscreen it outlives Python, and what was copied must not


@pytest.fixture
def desk(dressed: QApplication) -> Iterator[Desk]:
    """A loop for this test, and use cases on request; all of it is closed with the test."""
    made = Desk(dressed)
    yield made
    made.close()


@pytest.fixture
def loader(dressed: QApplication) -> Iterator[PictureLoader]:
    """Loads pictures of the platform's hosts, that is none in a test."""
    made = PictureLoader()
    yield made
    made.close()
