"""``python -m tests.campaign [--orders 300] [--seed N]``: exit status 0 only if nothing was doubled, lost or untold."""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.campaign.books import WRONGS, Verdict


def main(words: list[str]) -> int:
    """Runs one campaign and prints its table."""
    given = _parser().parse_args(words)
    seed = secrets.randbelow(10**6) if given.seed is None else given.seed
    started = time.monotonic()
    print(f"campaign: {given.orders} decisions, seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="sourcing-campaign-", ignore_cleanup_errors=True) as folder:
        from tests.campaign import real

        verdict = real.run(given.orders, seed, Path(folder), lambda line: print(f"  {line}", flush=True))
    show(verdict)
    print(f"{time.monotonic() - started:.0f} s; again with: dev.py campaign --orders {given.orders} --seed {seed}")
    return 0 if verdict.holds else 1


def show(verdict: Verdict) -> None:
    """The table: what was done, what went wrong on the way, and what must be 0."""
    for title, counts in (("", verdict.counts), ("faults", verdict.faults), ("kills", verdict.kills)):
        if title:
            print(f"{title:<50} {counts.total():>8}")
        for name, number in sorted(counts.items()):
            print(f"{'  ' if title else ''}{name:<{48 if title else 50}} {number:>8}")
    for name in WRONGS:
        found = verdict.wrong[name]
        print(f"{name:<50} {len(found):>8}")
        for sentence in found[:5]:
            print(f"    {sentence}")
    print("all right" if verdict.holds else "WRONG", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py campaign", description="A buyer orders while everything fails.")
    parser.add_argument("--orders", type=int, default=300, metavar="N", help="decisions to make (300)")
    parser.add_argument("--seed", type=int, metavar="N", help="which campaign; drawn and printed where not given")
    parser.add_argument(
        "--fast", action="store_true", help="in one process on virtual time; the same seed, the same trace"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
