"""M03, S01: what a power cut leaves: the synced part of the log whole, anything behind it cut off anywhere or noise.

The log of SQLite only grows until it is written back, so each of its prefixes is what a disk may hold. Whatever the
length, the ledger opens as it was after some confirmed step, never between two; and with all that was confirmed in it, it
opens with all of it.
"""

# Tests look at files right beside the loop they run on; nobody else waits for it.
# ruff: noqa: ASYNC240

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import CreatedOrder, CreateResult
from sourcing_app.store.ledger import FILE_NAME, Ledger
from tests.store.samples import ACCOUNT, NOW, intent, line, order

State = tuple[tuple[tuple[str, str], ...], tuple[str, ...], int]
_FRAME_HEADER, _LOG_HEADER = 24, 32
MADE = CreateResult((CreatedOrder(OrderId("2257000000000000001")),))


@dataclass
class Confirmed:
    """After a step: the length of the log, and what was in the ledger."""

    log_bytes: int
    state: State


async def state_of(ledger: Ledger) -> State:
    intents = await ledger.intents.recent(ACCOUNT)
    cart = await ledger.cart.load(ACCOUNT)
    return (
        tuple(sorted((each.out_order_id, each.state.value.replace("sending", "unknown")) for each in intents)),
        tuple(each.offer_id for each in cart.lines),
        len(await ledger.orders.list(ACCOUNT)),
    )


@pytest.fixture
async def history(tmp_path: Path) -> tuple[Path, list[Confirmed]]:
    """Copies of the files at the end of the money path's steps, and what was confirmed after each."""
    folder, kept = tmp_path / "whole", tmp_path / "kept"
    ledger = await Ledger.open(folder)
    await ledger.close()
    ledger = await Ledger.open(folder)
    log = folder / f"{FILE_NAME}-wal"
    steps = (
        lambda: ledger.cart.put(ACCOUNT, (line(1), line(2))),
        lambda: ledger.intents.open(intent("src-1", 1)),
        lambda: ledger.intents.mark_unknown(intent("src-1").intent_id),
        lambda: ledger.intents.mark_created(intent("src-1").intent_id, MADE, NOW),
        lambda: ledger.orders.save(ACCOUNT, [order(1), order(2, title="背" * 3000)], NOW),
        lambda: ledger.intents.open(intent("src-2", 2)),
        lambda: ledger.intents.mark_refused(intent("src-2").intent_id, "no", "", NOW),
    )
    found = [Confirmed(0, await state_of(ledger))]
    for step in steps:
        await step()
        found.append(Confirmed(log.stat().st_size, await state_of(ledger)))
    kept.mkdir()
    for name in (FILE_NAME, log.name):
        shutil.copyfile(folder / name, kept / name)
    await ledger.close()
    return kept, found


def lengths(confirmed: list[Confirmed], page: int) -> list[int]:
    """Every border of a page in the log, one byte before it, and some lengths between."""
    whole = confirmed[-1].log_bytes
    borders = range(_LOG_HEADER, whole + 1, page + _FRAME_HEADER)
    around = {border + by for border in borders for by in (-1, 0)} | {1}
    between = set(random.Random(1688).sample(range(whole), 10))
    return sorted(each for each in around | between if 0 <= each <= whole)


async def opened(folder: Path, kept: Path, log: bytes) -> State:
    """The state after a start on what is left; the folder is used up."""
    folder.mkdir()
    shutil.copyfile(kept / FILE_NAME, folder / FILE_NAME)
    (folder / f"{FILE_NAME}-wal").write_bytes(log)
    ledger = await Ledger.open(folder)
    state = await state_of(ledger)
    await ledger.close()
    shutil.rmtree(folder)
    return state


async def test_m03_wherever_the_log_ends_the_ledger_is_as_it_was_after_a_confirmed_step(
    history: tuple[Path, list[Confirmed]], tmp_path: Path
) -> None:
    kept, confirmed = history
    log = (kept / f"{FILE_NAME}-wal").read_bytes()
    for length in lengths(confirmed, 4096):
        state = await opened(tmp_path / "cut", kept, log[:length])
        assert state == [each.state for each in confirmed if each.log_bytes <= length][-1], length


async def test_m03_noise_behind_what_was_confirmed_takes_nothing_away(
    history: tuple[Path, list[Confirmed]], tmp_path: Path
) -> None:
    kept, confirmed = history
    log = (kept / f"{FILE_NAME}-wal").read_bytes()
    noise = random.Random(27).randbytes(9000)
    for each in confirmed[1:]:
        rest = len(log) - each.log_bytes
        for behind in (noise, noise[: rest or 1], bytes(9000), log[: rest or 1]):
            assert await opened(tmp_path / "noisy", kept, log[: each.log_bytes] + behind) == each.state


async def test_s01_a_power_cut_while_the_log_is_written_back_loses_nothing(
    history: tuple[Path, list[Confirmed]], tmp_path: Path
) -> None:
    """Written back is page by page into the file itself; the log stays until all of it is synced there."""
    kept, confirmed = history
    before = (kept / FILE_NAME).read_bytes()
    log = (kept / f"{FILE_NAME}-wal").read_bytes()
    whole = tmp_path / "written-back"
    whole.mkdir()
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        shutil.copyfile(kept / name, whole / name)
    await (await Ledger.open(whole)).close()
    after = (whole / FILE_NAME).read_bytes()
    chance = random.Random(3)
    for _ in range(15):
        pages = range(0, len(after), 4096)
        mixed = b"".join(
            (after if chance.random() < 0.5 else before)[at : at + 4096] or after[at : at + 4096] for at in pages
        )
        (kept / FILE_NAME).write_bytes(mixed)
        assert await opened(tmp_path / "mixed", kept, log) == confirmed[-1].state
