"""A fact added to the comparison is one value: shown in its own row, judged, and copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.pick import Pick
from sourcing_app.ui.compare.facts import FACTS, Best, Fact
from sourcing_app.ui.compare.presenter import ComparePresenter
from sourcing_app.ui.compare.table import CompareTable
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tables.column import Kind

A_DAY = Fact(
    "a_day", lambda quantity: f"A day, at {quantity}", lambda column, _: f"{(column.pick.sold_30_days or 0) / 30:.1f}",
    kind=Kind.NUMBER, worth=lambda column, _: column.pick.sold_30_days, best=Best.HIGH,
)  # fmt: skip


@pytest.fixture(params=range(len(FACTS) + 1))
def table(request: pytest.FixtureRequest, loader: PictureLoader) -> Iterator[CompareTable]:
    """With the fact at every place among the others."""
    presenter = ComparePresenter()
    presenter.toggle([Pick(OfferId("600000000001"), 30), Pick(OfferId("600000000002"), 60)])
    made = CompareTable(presenter, loader, facts=(*FACTS[: request.param], A_DAY, *FACTS[request.param :]))
    presenter.setParent(made)
    made.show_columns()
    yield made
    made.deleteLater()


def test_it_is_shown_and_judged_in_its_own_row_and_the_others_stay_in_theirs(table: CompareTable) -> None:
    assert [table.cell("a_day", at).value.text() for at in range(2)] == ["1.0", "2.0"]
    assert [table.cell("sold", at).value.text() for at in range(2)] == ["30", "60"]
    assert [table.cell("a_day", at).best.isHidden() for at in range(2)] == [True, False]
    assert table.cell("price", 0).value.text() == "—"
    named = {fact.key: name.text() for fact, name in zip(table.facts.values(), table._names, strict=True)}
    assert named["a_day"] == "A day, at 100" and named["sold"] == "Sold, 30 days"


def test_it_is_copied_as_a_number_under_the_ids_of_the_offers(table: CompareTable) -> None:
    rows = {row[0]: row[1:] for row in table.cells_shown()}
    assert rows["Offer id"] == ["'600000000001", "'600000000002"]
    assert rows["A day, at 100"] == ["1.0", "2.0"] and rows["Sold, 30 days"] == ["30", "60"]
    assert rows["Price at 100 pcs"] == ["", ""]
