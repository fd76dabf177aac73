"""Settings survive restarts, newer versions and nonsense."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sourcing_app.config import SETTINGS_FILE, Settings, load_settings, save_settings, write_whole
from sourcing_app.domain.account import Account, Dialect

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


def test_members_of_the_wrong_type_are_left_at_their_default(tmp_path: Path) -> None:
    nonsense = {"theme": 7, "refresh_minutes": "often", "account": {"dialect": "klingon"}, "currency": "EUR"}
    (tmp_path / SETTINGS_FILE).write_text(json.dumps(nonsense), encoding="utf-8")
    assert load_settings(tmp_path) == Settings(currency="EUR")


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
