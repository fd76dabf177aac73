"""Pictures of the product page and the cart with real data: ``python -m tests.ui.gallery_buying --out DIR``.

For the eye: each page in its states, in two sizes, light and dark.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from sourcing_app.domain.cart import lines_from_offer
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.domain.preferences import Preferences
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.cart.slips import FateKind
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.offer.view import ProductPage
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import Theme, ThemeMode
from tests.support.buying import Buyable, buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox, running_sandbox

SIZES = ((1280, 600), (1920, 960))


class BuyingGallery:
    """The two pages on one cart."""

    def __init__(
        self, application: QApplication, desk: Desk, sandbox: RunningSandbox, out: Path, uses: UseCases
    ) -> None:
        self.theme = Theme(application, ThemeMode.LIGHT)
        self.desk, self.sandbox, self.out, self.use_cases = desk, sandbox, out, uses
        self.loader = PictureLoader()
        self.loader.allow_gateway(sandbox.gateway_url)
        edits = CartEdits()
        self.offer, self.cart = ProductPage(self.loader, edits), CartPage(self.loader, edits)

    def shoot(self, name: str, page: QWidget) -> None:
        page.show()
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            self.theme.set_mode(mode)
            for width, height in SIZES:
                page.resize(width, height)
                self.desk.spin(10)
                self.desk.spin_until(self.loader.is_idle)
                self.desk.spin(4)
                page.grab().save(str(self.out / f"{name}-{width}-{mode.value}.png"))

    def offers(self) -> None:
        self.shoot("10-no-offer", self.offer)
        self.offer.attach(self.use_cases)
        wishes = (
            ("11-matrix", {"quote_type": 2}),
            ("12-by-variant", {"quote_type": 1}),
            ("13-by-range", {"quote_type": 0}),
        )
        for name, wish in wishes:
            found = buyables(self.sandbox, limit=60, **wish)[0]
            self.offer.open_offer(str(found.offer_id))
            presenter = self.offer.presenter.offers[-1]
            self.desk.spin_until(lambda shown=presenter: shown.offer is not None and not shown.refreshing)
            presenter.sheet.set_quantities({SpecId(found.spec_id): found.quantity * 3 + 1}, "")
            self.shoot(name, self.offer)
        self.offer.hide()

    def orders(self) -> None:
        self.shoot("20-empty-cart", self.cart)
        self.cart.attach(self.use_cases)
        found = self._fill()
        self.shoot("21-cart", self.cart)
        self.cart.presenter.large_limit = Money.from_yuan(1)
        self.cart.presenter.place()
        self.shoot("22-large-sum", self.cart)
        self.cart.panel.back_button.click()
        first = found[0]
        price = first.price_fen + 100
        self.sandbox.control(f"offers/{first.offer_id}", spec_id=first.spec_id, price_fen=price)
        self.sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_before")
        self.cart.presenter.place(confirmed=True)
        self.desk.spin_until(lambda: not self.cart.presenter.placing.busy)
        self.shoot("23-changed-checking-placed", self.cart)
        kinds = [fate.kind for fate in self.cart.presenter.placing.fates]
        assert kinds == [FateKind.CHANGED, FateKind.CHECKING, FateKind.PLACED], kinds
        self.desk.spin_until(lambda: self.cart.placed_bar.pay_button.isVisible())
        self.shoot("24-placed-over-what-is-left", self.cart)

    def _fill(self) -> list[Buyable]:
        found: dict[str, Buyable] = {}
        for each in buyables(self.sandbox, limit=300, lot="no", mix="no", quote_type=1):
            found.setdefault(each.seller, each)
        chosen = list(found.values())[:3]
        for each in chosen:
            offer = self.desk.run(self.use_cases.open_offer(OfferId(str(each.offer_id))))
            self.cart.presenter.edits.add(
                lines_from_offer(offer, {SpecId(each.spec_id): each.quantity}, datetime.now(UTC))
            )
        self.desk.spin_until(lambda: len(self.cart.presenter.plan().slips) == len(chosen))
        self.desk.spin_until(lambda: not self.cart.presenter.plan().reason)
        self.cart.focus_first()
        return chosen

    def close(self) -> None:
        self.loader.close()
        for page in (self.offer, self.cart):
            page.detach()
            for scope in page.task_scopes():
                self.desk.run(scope.close())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv)
    desk = Desk(application)
    rate = ExchangeRate("JPY", Decimal("21.3"), "2026-11-21", "ECB")
    with running_sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
        use_cases = replace(desk.use_cases(sandbox, Path(folder)), preferences=Preferences(rate=rate))
        gallery = BuyingGallery(application, desk, sandbox, options.out, use_cases)
        gallery.offers()
        gallery.orders()
        gallery.close()
        desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
