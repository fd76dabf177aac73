"""Pictures of the window with real data from the marketplace: ``python -m tests.ui.gallery --out DIR``.

For the eye: each page in its states, in two sizes, light and dark.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.preferences import Preferences
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.search.view import SearchPage
from sourcing_app.ui.theme import Theme, ThemeMode
from sourcing_app.usecases.search_by_picture import SearchByPicture
from tests.support.desk import Desk
from tests.support.sandbox import running_sandbox
from tests.support.some_pages import some_pages

SIZES = ((1280, 720), (1920, 1080))


class Gallery:
    """One window, walked through."""

    def __init__(self, application: QApplication, desk: Desk, out: Path, folder: Path) -> None:
        self.theme = Theme(application, ThemeMode.LIGHT)
        self.desk, self.out = desk, out
        self.loader = PictureLoader(folder / "pictures")
        self.search = SearchPage(self.loader)
        self.photo = PhotoPage(self.loader)
        self.window = MainWindow(some_pages(search=self._search, photo=self._photo), theme=self.theme)
        self.window.show()

    def _search(self) -> SearchPage:
        return self.search

    def _photo(self) -> PhotoPage:
        return self.photo

    def shoot(self, name: str) -> None:
        """In both sizes and themes."""
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            self.theme.set_mode(mode)
            for width, height in SIZES:
                self.window.resize(width, height)
                self.settle()
                self.window.grab().save(str(self.out / f"{name}-{width}-{mode.value}.png"))

    def settle(self) -> None:
        """Until nothing is on its way."""
        self.desk.spin(12)
        self.wait(self.loader.is_idle)
        self.desk.spin(4)

    def wait(self, holds: Callable[[], object]) -> None:
        self.desk.spin_until(holds)


def walk(gallery: Gallery) -> None:
    """Through the pages."""
    window, search, photo = gallery.window, gallery.search, gallery.photo
    gallery.shoot("01-first-use")
    window.take_text("bag")
    gallery.wait(lambda: search.presenter.face.name == "RESULTS" and not search.presenter.is_refreshing)
    gallery.shoot("02-results")
    key = next(iter(search.presenter.names))
    search.presenter.set_filter(key, True)
    gallery.wait(lambda: not search.presenter.is_refreshing)
    search.results.grid.setCurrentIndex(search.presenter.offers.index(1, 0))
    search.results.grid.setFocus()
    gallery.shoot("03-filtered")
    search.results.show_as_table(True)
    gallery.shoot("04-table")
    search.results.show_as_table(False)
    QTest.keyClick(search.results.grid, Qt.Key.Key_Space)
    gallery.shoot("05-preview")
    search.results._close_preview()
    window.open_palette()
    gallery.shoot("06-palette")
    if window._palette is not None:
        window._palette.close_palette()
    window.take_text("zzzzqqqq nothing")
    gallery.wait(lambda: search.presenter.face.name == "EMPTY")
    gallery.shoot("07-empty")
    window.show_page("photo")
    gallery.shoot("08-photo-first")
    photo.try_sample(0)
    gallery.wait(lambda: photo.presenter.offers.rowCount() > 0)
    gallery.shoot("09-photo-results")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=99)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv)
    desk = Desk(application)
    rate = ExchangeRate("JPY", Decimal("21.3"), "2026-11-21", "ECB")
    with running_sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
        gallery = Gallery(application, desk, options.out, Path(folder))
        gallery.loader.allow_gateway(sandbox.gateway_url)
        use_cases = desk.use_cases(sandbox, Path(folder), preferences=Preferences(rate=rate))
        session = use_cases.search_offers._session  # type: ignore[attr-defined]
        use_cases = replace(use_cases, search_by_picture=SearchByPicture(session, prepare_photo))
        gallery.window.attach(use_cases)
        walk(gallery)
        desk.run(gallery.window.close_tasks())
        gallery.loader.close()
        desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
