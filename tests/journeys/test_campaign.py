"""A5: the campaign over real processes and sockets, briefly."""

from __future__ import annotations

from pathlib import Path

from tests.campaign import real
from tests.campaign.table import table


def test_a_short_real_campaign_ends_with_nothing_doubled_lost_mispriced_or_untold(tmp_path: Path) -> None:
    verdict = real.run(14, 1688, tmp_path, lambda line: None)
    assert verdict.holds, table(verdict)
    assert verdict.counts["decisions"] == 14 and verdict.faults and verdict.kills
