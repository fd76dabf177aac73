"""What a slip offers to choose, and what it chooses by itself."""

from dataclasses import replace

from sourcing_app.domain.preview import OrderChoice, TradeMode
from sourcing_app.ui.cart.slips import choice_for, promotions
from tests.domain.test_approval import PART, preview
from tests.domain.test_preview_sums import ONE, POSTAGE, REDUCED, TWO

NONE = OrderChoice("")


def test_m15_credit_is_never_chosen_by_itself() -> None:
    modes = (TradeMode("creditBuy", "诚e赊"), TradeMode("period", "账期"), TradeMode("assureTrade", "担保交易"))
    assert choice_for(preview(replace(PART, trade_modes=modes)), NONE).trade_mode == "assureTrade"
    assert choice_for(preview(replace(PART, trade_modes=modes)), OrderChoice("period")).trade_mode == "period"
    assert choice_for(preview(replace(PART, trade_modes=modes[:1])), NONE).trade_mode == "creditBuy"


def test_only_promotions_whose_sum_is_known_are_offered() -> None:
    assert promotions(preview(REDUCED)) == (TWO, ONE)
    assert POSTAGE in REDUCED.promotions


def test_with_red_envelopes_it_is_the_platforms_own_promotion() -> None:
    chosen = OrderChoice("assureTrade", "one", use_red_envelope=True)
    assert choice_for(preview(REDUCED), replace(chosen, use_red_envelope=False)).promotion_id == "one"
    assert choice_for(preview(REDUCED), chosen).promotion_id == "two"


def test_parts_with_different_promotions_keep_the_platforms_choice() -> None:
    other = replace(REDUCED, promotions=(replace(TWO, promotion_id="three"),))
    assert choice_for(preview(REDUCED, other), NONE).promotion_id == ""
