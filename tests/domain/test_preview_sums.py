"""Which sums of a preview are believed, and what a choice makes of them."""

from dataclasses import replace

import pytest

from sourcing_app.domain.approval import differences, sum_is_known, total_with
from sourcing_app.domain.money import Money
from sourcing_app.domain.preview import OrderChoice, PreviewPart, Promotion
from tests.domain.samples import yuan
from tests.domain.test_approval import PART, preview

TWO = Promotion("two", "满减", "", yuan("2"), True)
ONE = Promotion("one", "满减", "", yuan("1"), False)
POSTAGE = Promotion("post", "包邮", "", yuan("0"), False, free_freight=True)
REDUCED = replace(PART, goods=yuan("18"), total=yuan("23"), promotions=(TWO, ONE, POSTAGE))
"""Lines of 20, the selected promotion takes 2 off, freight is 5."""


def lines_of(*amounts: str) -> PreviewPart:
    line = PART.lines[0]
    goods = Money.from_fen(sum(yuan(amount).rounded().fen for amount in amounts))
    lines = tuple(replace(line, amount=yuan(amount)) for amount in amounts)
    return replace(PART, lines=lines, goods=goods, total=goods + PART.freight)


@pytest.mark.parametrize(
    "part",
    [
        REDUCED,
        replace(REDUCED, discount=yuan("3"), total=yuan("20")),
        replace(REDUCED, discount=yuan("3"), goods=yuan("15"), total=yuan("20")),
        replace(PART, discount=yuan("3"), total=yuan("22")),
        replace(PART, red_envelope=yuan("5")),
        replace(PART, red_envelope=yuan("5"), total=yuan("20")),
        replace(PART, lines=(replace(PART.lines[0], reduction=yuan("4")),), goods=yuan("16"), total=yuan("21")),
        lines_of("1.125", "1.125"),
        lines_of("36.000000000000004"),
        lines_of("0.125", "0.004"),
    ],
)
def test_m12_reductions_that_the_preview_names_may_lie_between_its_sums(part: PreviewPart) -> None:
    assert part.adds_up


@pytest.mark.parametrize(
    "part",
    [
        replace(REDUCED, goods=yuan("17"), total=yuan("22")),
        replace(REDUCED, goods=yuan("16"), total=yuan("21")),
        replace(REDUCED, discount=yuan("3"), goods=yuan("15"), total=yuan("17")),
        replace(REDUCED, goods=yuan("1800"), freight=yuan("500"), total=yuan("2300")),
        replace(PART, promotions=(ONE,), goods=yuan("19"), total=yuan("24")),
        replace(PART, goods=yuan("30"), total=yuan("35"), discount=yuan("10")),
        replace(PART, freight=yuan("-5"), total=yuan("15")),
    ],
)
def test_m12_nothing_else_may(part: PreviewPart) -> None:
    assert not part.adds_up


@pytest.mark.parametrize(
    ("choice", "sum_of_it"),
    [
        (OrderChoice("assureTrade"), "23"),
        (OrderChoice("assureTrade", "two"), "23"),
        (OrderChoice("assureTrade", "one"), "24"),
    ],
)
def test_another_promotion_gives_the_platforms_back(choice: OrderChoice, sum_of_it: str) -> None:
    assert total_with(preview(REDUCED), choice) == yuan(sum_of_it) and sum_is_known(preview(REDUCED), choice)


@pytest.mark.parametrize("taken", [True, False])
@pytest.mark.parametrize("used", [True, False])
def test_m15_red_envelopes_are_in_the_sum_exactly_when_they_are_used(taken: bool, used: bool) -> None:
    part = replace(REDUCED, red_envelope=yuan("5"), total=yuan("18") if taken else yuan("23"))
    chosen = OrderChoice("assureTrade", use_red_envelope=used)
    assert part.adds_up
    assert total_with(preview(part), chosen) == (yuan("18") if used else yuan("23"))


@pytest.mark.parametrize(
    ("part", "choice"),
    [
        (REDUCED, OrderChoice("assureTrade", "post")),
        (REDUCED, OrderChoice("assureTrade", "one", use_red_envelope=True)),
        (replace(REDUCED, goods=yuan("20"), total=yuan("25")), OrderChoice("assureTrade", "one")),
        (replace(REDUCED, promotions=(TWO,)), OrderChoice("assureTrade", "elsewhere")),
    ],
)
def test_a_sum_that_only_the_platform_could_tell_is_not_guessed(part: PreviewPart, choice: OrderChoice) -> None:
    assert not sum_is_known(preview(part), choice)


@pytest.mark.parametrize(
    "other",
    [
        replace(REDUCED, red_envelope=yuan("5")),
        replace(REDUCED, promotions=(TWO, ONE, replace(POSTAGE, free_freight=False))),
    ],
)
def test_m11_what_a_choice_would_cost_is_compared_too(other: PreviewPart) -> None:
    assert differences(preview(REDUCED), preview(other))


def test_m11_freight_that_is_only_told_in_words_now_is_a_change() -> None:
    now = replace(preview(REDUCED), unknown_freight=(REDUCED.lines[0].offer_id,))
    assert [what for what, _, _ in differences(preview(REDUCED), now)] == ["freight in words"]
