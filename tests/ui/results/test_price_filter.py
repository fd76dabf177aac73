"""Results of a price filter lie inside it, or say why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.ui.offer_words import outside_words
from sourcing_app.ui.results.card_face import CardFace
from sourcing_app.ui.results.offer_list_model import OfferListModel
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.ui.results.builders import offer

LOW, HIGH = Money.from_yuan("10"), Money.from_yuan("20")


@pytest.mark.parametrize(
    ("price", "before", "words"),
    [
        ("10", None, ""), ("20", None, ""), ("12", "25", ""),
        ("9.5", "12.50", "promotion; CN¥12.50 before"), ("9.99", None, "at another price"), ("21", None, "at another price"),
        ("9", "30", "at another price"), (None, None, ""),
    ],
)  # fmt: skip
def test_a_row_outside_the_range_says_why(price: str | None, before: str | None, words: str) -> None:
    found = offer(
        1,
        unit_price=Money.from_yuan(price) if price else None,
        list_price=Money.from_yuan(before) if before else None,
    )
    said = outside_words(found, LOW, HIGH)
    assert bool(said) == bool(words) and words in said


def test_an_open_end_is_no_end() -> None:
    assert not outside_words(offer(1), None, None)
    assert not outside_words(offer(1, unit_price=Money.from_yuan("500")), LOW, None)
    assert outside_words(offer(1, unit_price=Money.from_yuan("500")), None, HIGH)


def test_every_result_of_the_marketplace_lies_inside_the_range_or_says_why(
    desk: Desk, sandbox: RunningSandbox, tmp_path: Path
) -> None:
    uses = desk.use_cases(sandbox, tmp_path)
    query = SearchQuery(keyword="杯子", price_from=LOW, price_to=HIGH, language="en")
    pages = [desk.run(uses.search_offers(query, number)) for number in (1, 2, 3)]
    model = OfferListModel()
    model.show_range(LOW, HIGH)
    model.replace(each for page in pages for each in page.offers)
    face = CardFace(model.outside, model.group_of)
    said = 0
    for row in range(model.rowCount()):
        found = model.offer(row)
        assert found.unit_price is not None
        note = face._make_texts(found, 180, False).outside
        assert bool(note) != (LOW <= found.unit_price <= HIGH)
        marks = model.index(row, [each.key for each in model.columns].index("marks")).data()
        assert note in marks
        said += bool(note)
    assert model.rowCount() > 20 and said > 0
