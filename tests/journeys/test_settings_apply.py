"""Every setting takes effect in the running program when it says it does; a file with one wrong word loses that word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sourcing_app.config.settings import MEMBERS, SETTINGS_FILE, Settings
from tests.journeys.desk import Start, account_of
from tests.support.sandbox import RunningSandbox

CHANGES: dict[str, tuple[str, str, str, Any]] = {
    # member: its row's control, what is chosen or typed, where its effect is seen, and what is seen
    "theme": ("Theme", "dark", "theme", True),
    "offer_language": ("Titles translated to", "vi", "offer_language", "vi"),
    "currency": ("Local currency", "JPY", "rate", ""),
    "rate": ("What one yuan is worth", "21.3", "rate", "21.3"),
    "rate_day": ("What one yuan is worth", "22.5", "rate", "22.5"),
    "ask_above_yuan": ("Ask again above (CN¥)", "777", "ask_above_yuan", "777"),
    "refresh_minutes": ("Read orders every", "15", "refresh_minutes", 15 * 60_000),
    "cache_limit_mb": ("Keep at most", "128", "cache_limit_mb", [64_000_000, 64_000_000]),
    "language": ("Language", "ja", "language", "カート"),
}
ACCOUNT = "account"
"""Chosen by its buttons: see test_accounts.py, and the end of the walk."""


def test_every_setting_has_its_row_and_takes_effect_when_it_is_changed(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    assert {*CHANGES, ACCOUNT} == MEMBERS.keys(), "a new setting needs its row, its consumer and its line here"
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    for member, (control, value, seen_at, wanted) in CHANGES.items():
        before = buyer.tell("effects")
        after = buyer.tell("set", control=control, value=value)
        stored = json.loads((profile / SETTINGS_FILE).read_text("utf-8"))
        assert stored[member] != getattr(Settings(), member), f"{member} is not kept"
        if isinstance(wanted, str):
            assert wanted in after[seen_at], f"{member} has no effect"
        else:
            assert before[seen_at] != after[seen_at] == wanted, f"{member} has no effect"
    taken_back = buyer.tell("set", control="現地通貨", value="")
    assert taken_back["rate"] == "", "what is taken back is gone from the screen"


def test_one_wrong_word_in_the_settings_costs_that_word_and_is_told(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    wrong = json.dumps({"theme": "solarized", "refresh_minutes": 15, "account": {"gateway_url": 5}, "later": [1]})
    (profile / SETTINGS_FILE).write_text(wrong, "utf-8")
    (profile / f"{SETTINGS_FILE}abcd1234.new").write_text("{", "utf-8")
    buyer = start(profile, *account_of(sandbox))
    seen = buyer.tell("enter")
    (aside,) = profile.glob("settings-unreadable-*.json")
    assert aside.read_text("utf-8") == wrong
    assert any("Some settings could not be read" in each and aside.name in each for each in seen["notices"])
    assert not list(profile.glob("*.new"))
    stored = json.loads((profile / SETTINGS_FILE).read_text("utf-8"))
    assert (stored["theme"], stored["refresh_minutes"], stored["later"]) == ("system", 15, [1])
    buyer.begin("close")
    assert buyer.left() == 0
    again = start(profile, *account_of(sandbox)).tell("enter")
    assert not any("settings" in each for each in again["notices"]), "told once"


def test_the_way_in_is_asked_in_the_language_that_was_just_chosen(tmp_path: Path, start: Start) -> None:
    """The window is made anew in another language, and the page in front of it, too."""
    buyer = start(tmp_path / "profile")
    buyer.tell("await", text="Try the demo marketplace")
    buyer.tell("choose", control="Language of the program", value="ja")
    buyer.tell("await", text="デモマーケットを試す")


def test_nonsense_in_any_file_of_the_profile_does_not_keep_the_program_from_starting(
    sandbox: RunningSandbox, tmp_path: Path, start: Start
) -> None:
    """What can be lost without harm is lost, each by itself."""
    profile = tmp_path / "profile"
    profile.mkdir()
    deep = "[" * 200_000
    values = {
        "window": {"geometry": "@ByteArray(x)", "page": deep}, "frame": {"place": "@Rect(a b c d)"},
        "search": {"panel": "perhaps", "columns": "7", "as_table": "@Invalid()"},
        "orders": {"splitter": "5", "columns": "@ByteArray(\\0)", "sort": "up up up", "put_away": deep},
        "cart": {"splitter": "@Variant(\\0\\0)"}, "offer": {"splitter": "x", "open": deep, "shown": deep},
        "compare": {"picks": deep, "quantity": "٣٣٣"},
    }  # fmt: skip
    lines = [
        f"[{group}]\n" + "\n".join(f"{name}={value}" for name, value in keys.items()) for group, keys in values.items()
    ]
    (profile / "window.ini").write_text("\n".join(lines), "utf-8")
    for name in ("last-results.json", "members.json", "api_permissions.json", "settings.json"):
        (profile / name).write_text(deep, "utf-8")
    (profile / "last-frame.jpg").write_bytes(b"\xff\xd8\xff" + b"x" * 1000)
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    for page in "123456":
        buyer.tell("keys", keys=f"Ctrl+{page}")
    seen = buyer.tell("see")
    assert not any("Something went wrong" in each for each in seen["notices"])
    buyer.begin("close")
    assert buyer.left() == 0


def test_a_change_of_language_gives_the_old_window_back(sandbox: RunningSandbox, tmp_path: Path, start: Start) -> None:
    buyer = start(tmp_path / "profile", *account_of(sandbox))
    buyer.tell("enter")
    buyer.tell("search", words="bag")
    for control, value in (("Language", "ja"), ("言語", "en"), ("Language", "ja")):
        buyer.tell("set", control=control, value=value)
    buyer.tell("await_one_window")
