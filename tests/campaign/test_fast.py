"""The fast gear, briefly: the zeros hold, one seed is one trace, and what was wrong once is found when it is planted again."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import pytest

from tests.campaign import episodes, planted
from tests.campaign.books import Verdict
from tests.campaign.fast import Plant
from tests.campaign.table import table

SEED = 1688


@pytest.fixture(scope="module")
def pool() -> ProcessPoolExecutor:
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        yield processes


def test_a_short_campaign_ends_with_nothing_doubled_lost_mispriced_or_untold(pool: ProcessPoolExecutor) -> None:
    whole = Verdict()
    for told in pool.map(partial(episodes.one, SEED), range(2), [50, 50]):
        whole.add(told.verdict)
    assert whole.holds, table(whole)
    assert whole.counts["decisions"] == 100 and whole.counts["orders"] > 50
    assert whole.kills.total() > 1 and len(whole.faults) > 25


def test_the_same_seed_gives_the_same_trace_and_another_seed_another(pool: ProcessPoolExecutor) -> None:
    told = list(pool.map(partial(episodes.one, number=3, wishes=25), [7, 7, 8]))
    assert told[0].trace == told[1].trace != told[2].trace


@pytest.mark.parametrize(
    ("plant", "only"),
    [(planted.believe_every_no, "create: no after all"), (planted.repeat_after_401, "401 after")],
)
def test_what_was_wrong_once_is_found_when_it_is_planted_again(
    pool: ProcessPoolExecutor, plant: Plant, only: str
) -> None:
    planted_again, as_it_is = (
        pool.submit(episodes.one, SEED, 0, 25, only=only, plant=plant),
        pool.submit(episodes.one, SEED, 0, 25, only=only),
    )
    assert planted_again.result().verdict.wrong["duplicates"], table(planted_again.result().verdict)
    assert as_it_is.result().verdict.holds, table(as_it_is.result().verdict)
