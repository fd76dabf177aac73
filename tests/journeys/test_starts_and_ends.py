"""A second start, closing in the middle of things, and what is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from sourcing_app.sandbox.parent import is_alive
from tests.journeys.desk import Start, account_of, easy, fill_cart, intent_states, line_of, made, soundness
from tests.support.sandbox import ROOT, RunningSandbox

CREATE = "alibaba.trade.createCrossOrder"


def test_a_second_start_hands_its_link_and_its_photo_to_the_first_and_leaves(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    what, profile = next(easy(sandbox)), tmp_path / "profile"
    photo = tmp_path / "photo.jpg"
    Image.effect_noise((320, 320), 90).save(photo)
    first = start(profile, *account_of(sandbox))
    first.tell("enter")
    link = f"https://detail.1688.com/offer/{what.offer_id}.html"
    for words in ([link], [photo.name]):
        assert _second_start(profile, words, tmp_path) == 0
    first.tell("await_photo_results")
    seen = first.tell("see")
    assert seen["offer"] == str(what.offer_id) and seen["photo_results"] > 0


def _second_start(profile: Path, words: list[str], folder: Path) -> int:
    command = [sys.executable, "-m", "sourcing_app", "--profile", str(profile), *words]
    return subprocess.run(command, cwd=folder, env=_environment(), timeout=30, check=False).returncode


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")
def test_a_profile_given_relative_opens_again_and_finds_what_was_left(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    """With files in it the ledger is looked at before it is opened, by a URI, which only a whole path can become."""
    buyer = start(tmp_path / "profile", *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, next(easy(sandbox)))
    buyer.begin("close")
    assert buyer.left() == 0
    for _ in range(2):
        command = [sys.executable, "-m", "sourcing_app", "--profile", "profile", "--report-start", *account_of(sandbox)]
        again = subprocess.Popen(command, cwd=tmp_path, env=_environment(), stdout=subprocess.PIPE, text=True)
        assert again.stdout is not None
        assert "entered\n" in iter(again.stdout.readline, "")
        again.send_signal(signal.SIGTERM)
        assert again.wait(30) == 0
        again.stdout.close()
    assert start(tmp_path / "profile", *account_of(sandbox)).tell("enter")["cart"] == [line_of(next(easy(sandbox)))]


def test_x05_closing_while_an_order_is_on_its_way_waits_for_its_answer(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, next(easy(sandbox)))
    buyer.tell("preview")
    sandbox.control("faults", api=CREATE, kind="delay", seconds=1.2)
    buyer.tell("press_place")
    buyer.tell("await_sent")
    buyer.begin("close")
    assert buyer.left() == 0
    assert intent_states(profile) == ["created"] and len(made(sandbox)) == 1
    assert soundness(profile) == "ok"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_x07_a_program_that_is_told_to_end_waits_for_an_order_on_its_way(
    sandbox: RunningSandbox, tmp_path: Path, start: Start, name: str
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, next(easy(sandbox)))
    buyer.tell("preview")
    sandbox.control("faults", api=CREATE, kind="delay", seconds=1.2)
    buyer.tell("press_place")
    buyer.tell("await_sent")
    buyer.process.send_signal(getattr(signal, name))
    assert buyer.left() == 0
    assert intent_states(profile) == ["created"] and len(made(sandbox)) == 1
    assert soundness(profile) == "ok" and not (profile / "running.lock").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")
def test_x07_told_twice_it_ends_at_once(sandbox: RunningSandbox, tmp_path: Path, start: Start) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, next(easy(sandbox)))
    buyer.tell("preview")
    sandbox.control("faults", api=CREATE, kind="delay", seconds=25)
    buyer.tell("press_place")
    buyer.tell("await_sent")
    while buyer.process.poll() is None:
        buyer.process.send_signal(signal.SIGTERM)
    assert buyer.left() == -signal.SIGTERM
    assert intent_states(profile) in (["sending"], []) and soundness(profile) == "ok"
    sandbox.control("faults/clear")


def test_x07_the_end_of_a_session_keeps_what_is_on_screen(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    buyer.tell("keys", keys="Ctrl+5")
    buyer.tell("end_session")
    buyer.kill()
    assert start(profile, *account_of(sandbox)).tell("enter")["page"] == "orders"


def test_x05_what_cannot_be_kept_for_the_next_start_does_not_keep_the_program_from_ending(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    buyer.tell("keys", keys="Ctrl+5")
    (profile / "last-frame.jpg").mkdir()
    buyer.begin("close")
    assert buyer.left() == 0 and not (profile / "running.lock").exists()


def test_x05_an_answer_that_does_not_come_is_left_to_settling(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, next(easy(sandbox)))
    buyer.tell("preview")
    sandbox.control("faults", api=CREATE, kind="delay", seconds=25)
    buyer.tell("press_place")
    buyer.tell("await_sent")
    buyer.tell("hurry")
    buyer.begin("close")
    assert buyer.left() == 0
    assert intent_states(profile) in (["sending"], ["unknown"])
    assert soundness(profile) == "ok"
    sandbox.control("faults/clear")


def test_closing_keeps_what_was_not_finished_and_ends_the_demo_marketplace(tmp_path: Path, start: Start) -> None:
    profile = tmp_path / "profile"
    buyer = start(profile, "--demo")
    market = buyer.tell("enter")["market"]
    assert os.name == "nt" or os.getpgid(market) != os.getpgid(buyer.process.pid), "Ctrl+C is for the program alone"
    buyer.tell("search", words="bag")
    buyer.tell("keys", keys="Ctrl+5")
    buyer.begin("close")
    assert buyer.left() == 0
    assert not is_alive(market)
    assert not (profile / "running.lock").exists()
    again = start(profile, "--demo").tell("enter")
    assert again["page"] == "orders" and again["history"] == ["bag"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_nobody_else_can_read_what_a_run_leaves_in_an_old_profile(tmp_path: Path, start: Start) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / "logs").mkdir()
    for name in ("settings.json", "logs/sourcing.log"):
        (profile / name).write_text("{}" if name.endswith("json") else "", "utf-8")
        (profile / name).chmod(0o644)
    for each in (profile, profile / "logs"):
        each.chmod(0o755)
    buyer = start(profile, "--demo")
    buyer.tell("enter")
    buyer.tell("search", words="bag")
    buyer.tell("back_up")
    running = _open_to_others(profile)
    buyer.begin("close")
    assert buyer.left() == 0
    assert running == _open_to_others(profile) == []


def _open_to_others(profile: Path) -> list[str]:
    return [str(each) for each in (profile, *profile.rglob("*")) if each.exists() and each.stat().st_mode & 0o077]
