"""The table of a campaign: what was done, what went wrong on the way, and what must be 0."""

from __future__ import annotations

from tests.campaign.books import WRONGS, Verdict

_WIDTH = 58
_SHOWN = 5


def table(verdict: Verdict) -> str:
    """As text; of each kind of wrong the first cases."""
    lines = [_line(name, number) for name, number in sorted(verdict.counts.items())]
    for title, counts in (("faults", verdict.faults), ("kills", verdict.kills)):
        lines.append(_line(title, counts.total()))
        lines += [_line(f"  {name}", number) for name, number in sorted(counts.items())]
    for name in WRONGS:
        found = verdict.wrong[name]
        lines.append(_line(name, len(found)))
        lines += [f"    {sentence}" for sentence in found[:_SHOWN]]
    return "\n".join([*lines, "all 0" if verdict.holds else "WRONG"])


def _line(name: str, number: int) -> str:
    return f"{name:<{_WIDTH}}{number:>8}"
