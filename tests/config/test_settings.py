"""Settings survive restarts, newer versions and nonsense."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sourcing_app.config.settings import (
    MEMBERS,
    PROGRAM_LANGUAGES,
    SETTINGS_FILE,
    Settings,
    Stored,
    changed,
    load_settings,
    read_settings,
    resource,
    save_settings,
    set_settings_aside,
    write_whole,
)
from sourcing_app.domain.account import Account, Dialect
from sourcing_app.ui.settings.choices import LANGUAGES

ACCOUNT = Account("https://gw.open.1688.com", "1000000", "b2b-1", "buyer", Dialect.SEED)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    settings = Settings(account=ACCOUNT, theme="dark", currency="JPY", rate="21.3", cache_limit_mb=64)
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == settings


def test_a_profile_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "nowhere") == Settings()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"x"', "\x00\xff"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / SETTINGS_FILE).write_text(content, encoding="latin-1")
    assert load_settings(tmp_path) == Settings()


WRONG: dict[str, tuple[object, ...]] = {
    "account": (
        5,
        [],
        {"gateway_url": 5, "app_key": "1"},
        {"gateway_url": "http://[", "app_key": "1"},
        {"app_key": "1"},
    ),
    "theme": ("solarized", 7, None, "", ["dark"]),
    "language": ("klingon", "../en", 1, True),
    "offer_language": ("English", "", "\ud800", {}),
    "currency": ("euro", "€", 5, "JPY "),
    "rate": ("-1", "1e999999", "NaN", "٢", "0.00", 21.3),
    "rate_day": ("yesterday", "2026-13-01", 1),
    "ask_above_yuan": ("0", "-3", "many", 20000, "9" * 5000),
    "refresh_minutes": (0, -5, 10**30, 5.0, True, "5"),
    "cache_limit_mb": (0, -1, 10**30, "512"),
}


@pytest.mark.parametrize("member", sorted(MEMBERS))
def test_each_member_falls_back_by_itself_whatever_stands_in_its_place(tmp_path: Path, member: str) -> None:
    right = {"theme": "dark", "currency": "EUR", "cache_limit_mb": 128, "later": {"x": [1]}}
    for wrong in WRONG[member]:
        (tmp_path / SETTINGS_FILE).write_text(json.dumps(right | {member: wrong}), encoding="utf-8")
        read = read_settings(tmp_path)
        others = {name: value for name, value in right.items() if name not in (member, "later")}
        assert read.lost == (member,), wrong
        assert read.settings == Settings(**others, unknown={"later": right["later"]})  # type: ignore[arg-type]
        save_settings(tmp_path, read.settings)
        assert read_settings(tmp_path).settings == read.settings and read_settings(tmp_path).lost == ()


def test_an_account_keeps_what_is_right_of_it(tmp_path: Path) -> None:
    stored = {
        "gateway_url": "https://gw.example",
        "app_key": "1",
        "member_id": 5,
        "dialect": "klingon",
        "name": "me",
        "x": 1,
    }
    (tmp_path / SETTINGS_FILE).write_text(json.dumps({"account": stored}), encoding="utf-8")
    read = read_settings(tmp_path)
    assert read.settings.account == Account("https://gw.example", "1", name="me") and read.lost == ("account",)


@pytest.mark.parametrize(
    "content", [b"[" * 200_000, b'{"x":' * 200_000, b"", b"\xff\xfe", b'{"a": ' + b"9" * 9000 + b"}"]
)
def test_a_file_that_is_nothing_at_all_gives_the_defaults_and_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    assert read_settings(tmp_path) == Stored(Settings(), tuple(MEMBERS))


def test_what_a_newer_version_wrote_too_deep_to_be_written_again_is_let_go(tmp_path: Path) -> None:
    deep = '{"theme": "dark", "later": ' + "[" * 900 + "]" * 900 + "}"
    (tmp_path / SETTINGS_FILE).write_text(deep, encoding="utf-8")
    read = read_settings(tmp_path)
    save_settings(tmp_path, read.settings)
    assert load_settings(tmp_path).theme == "dark"


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).mkdir()
    assert read_settings(tmp_path).lost == tuple(MEMBERS)
    aside = set_settings_aside(tmp_path)
    assert aside is not None and aside.is_dir() and not (tmp_path / SETTINGS_FILE).exists()


def test_a_change_concerns_those_alone_whose_member_it_is() -> None:
    before = Settings()
    assert changed(before, replace(before, rate="21.3", theme="dark"), "with the account") == {"rate"}
    assert changed(before, replace(before, rate="21.3", theme="dark"), "at once") == {"theme"}
    assert not changed(before, replace(before, unknown={"x": 1}), "at once")


def test_the_languages_that_can_be_chosen_are_those_there_are_texts_for() -> None:
    assert {code for code, _ in LANGUAGES} == set(PROGRAM_LANGUAGES)
    assert {path.stem.removeprefix("sourcing_") for path in resource("i18n").glob("*.qm")} == set(PROGRAM_LANGUAGES)


def test_keys_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_text('{"theme": "dark", "holograms": [1, 2]}', encoding="utf-8")
    save_settings(tmp_path, replace(load_settings(tmp_path), theme="light"))
    stored = json.loads((tmp_path / SETTINGS_FILE).read_text(encoding="utf-8"))
    assert (stored["theme"], stored["holograms"]) == ("light", [1, 2])


def test_nothing_secret_can_be_in_the_file(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(account=ACCOUNT))
    text = (tmp_path / SETTINGS_FILE).read_text(encoding="utf-8")
    assert "secret" not in text and "token" not in text


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "file.json"
    write_whole(target, b"old")
    write_whole(target, b"new")
    assert (target.read_bytes(), [path.name for path in target.parent.iterdir()]) == (b"new", ["file.json"])
