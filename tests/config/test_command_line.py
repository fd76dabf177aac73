"""What the command line says is what is started."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from sourcing_app import __main__ as entry
from sourcing_app.__main__ import _launch, main
from sourcing_app.app.message_window import window_with
from sourcing_app.config.account_options import ENVIRONMENT
from sourcing_app.domain.account import LIVE_GATEWAY
from tests.support.sandbox import ROOT, RunningSandbox


def test_nothing_given_starts_the_users_own_profile() -> None:
    launch = _launch([])
    assert (launch.profile, launch.gateway_url, launch.demo, launch.opens) == (None, None, False, ())


def test_another_gateway_with_its_keys() -> None:
    words = ["--profile", "x", "--gateway-url", "http://127.0.0.1:1", "--app-key", "1", "--app-secret", "s"]
    launch = _launch([*words, "--access-token", "t", "https://detail.1688.com/offer/1.html"])
    assert launch.profile == Path("x").absolute()
    assert (launch.app_key, launch.app_secret, launch.access_token) == ("1", "s", "t")
    assert launch.opens == ("https://detail.1688.com/offer/1.html",)


def test_secrets_do_not_show_when_a_launch_is_printed() -> None:
    words = ["--gateway-url", "http://127.0.0.1:1", "--app-key", "1", "--app-secret", "hush", "--access-token", "quiet"]
    assert "hush" not in repr(_launch(words)) and "quiet" not in repr(_launch(words))


def test_half_an_account_is_refused_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _launch(["--app-key", "1"])
    assert "needs both an app key and an app secret" in capsys.readouterr().err


@pytest.mark.parametrize(
    "url", ["http://example.invalid", "ftp://gw.example", "https://", "http://127.0.0.1.example.invalid"]
)
def test_a_gateway_in_the_clear_is_refused_before_any_window(capsys: pytest.CaptureFixture[str], url: str) -> None:
    with pytest.raises(SystemExit) as left:
        _launch(["--gateway-url", url, "--app-key", "1", "--app-secret", "s"])
    assert left.value.code == 2
    assert "begins with https://" in capsys.readouterr().err


def test_a_gateway_without_a_key_does_not_open_the_account_of_before(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _launch(["--gateway-url", "https://gw.example"])
    assert "needs both an app key and an app secret" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["api", "list"]])
def test_a_python_without_the_libraries_says_which_one_to_use(words: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-S", "-m", "sourcing_app", "--profile", str(tmp_path)]
    if words:
        command[-2:] = words
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and ".venv" in ended.stderr and "Traceback" not in ended.stderr


def test_a_folder_given_relative_is_made_whole_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _launch(["--profile", "x"]).profile == tmp_path / "x"
    assert _launch(["--profile", "~"]).profile == Path.home()


def test_a_folder_without_a_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _launch(["--profile", ""])
    assert "folder is missing" in capsys.readouterr().err


@pytest.mark.parametrize(
    "before",
    [
        ["--profile", "api"],
        ["--profile=api"],
        ["--prof", "api"],
        ["--demo"],
        ["--dialect", "live", "--gateway-url", "http://127.0.0.1:1"],
    ],
)
def test_options_before_api_mean_the_same_as_after_it(
    before: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = []
    for words in (
        [*before, "api", "list", "--json"],
        ["api", *before, "list", "--json"],
        ["api", "list", "--json", *before],
    ):
        status = main(words)
        told.append((status, capsys.readouterr()))
    assert told[0][0] == 0 and told[0][1].out.startswith("[") and told[0] == told[1] == told[2]


def test_an_account_named_before_api_is_the_one_that_calls(
    sandbox: RunningSandbox, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    account = ["--gateway-url", sandbox.gateway_url, "--app-key", sandbox.app_key, "--app-secret", sandbox.app_secret]
    words = ["--profile", str(tmp_path), *account, "--access-token", sandbox.access_token]
    assert main([*words, "api", "call", "alibaba.account.basic"]) == 0
    assert json.loads(capsys.readouterr().out)["member_id"] == sandbox.member_id


def test_a_file_that_is_named_api_is_not_the_command() -> None:
    assert _launch(["--", "api"]).opens == ("api",)


# --- key, secret and token, where other users of the computer cannot read them -------------------------------------------

KEYS = {"app_key": "1", "app_secret": "hush", "access_token": "quiet"}


def _set(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(ENVIRONMENT[name], value)


def test_key_secret_and_token_come_from_the_environment_and_leave_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, **KEYS, gateway_url="http://127.0.0.1:1")
    launch = _launch([])
    assert (launch.gateway_url, launch.app_key) == ("http://127.0.0.1:1", "1")
    assert (launch.app_secret, launch.access_token) == ("hush", "quiet")
    assert not set(ENVIRONMENT.values()) & set(os.environ), "a browser started from here would inherit them"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_key_secret_and_token_come_from_a_file(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(mark + json.dumps(KEYS | {"refresh_token": 7}), encoding="utf-8")
    launch = _launch(["--credentials", str(path)])
    assert (launch.gateway_url, launch.app_key) == (LIVE_GATEWAY, "1")
    assert (launch.app_secret, launch.access_token) == ("hush", "quiet")


def test_key_secret_and_token_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(KEYS)))
    assert _launch(["--credentials", "-"]).app_secret == "hush"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "No such file"),
        (b"{", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not an object"),
        (b'{"app_key": 5}', "app_key is not text"),
        (b'{"key": "x"}', "names none of"),
    ],
)
def test_credentials_that_cannot_be_used_are_told_without_their_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, said: str
) -> None:
    path = tmp_path / "keys.json"
    if content is not None:
        path.write_bytes(content)
    for words in (["--credentials", str(path)], ["api", "--credentials", str(path), "list"]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 2 and said in capsys.readouterr().err


def test_a_secret_is_never_joined_to_a_key_or_gateway_it_does_not_belong_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _set(monkeypatch, **KEYS, gateway_url="https://one.example")
    launch = _launch(["--app-key", "2", "--app-secret", "s"])
    assert (launch.app_key, launch.app_secret, launch.access_token) == ("2", "s", None)
    _set(monkeypatch, **KEYS, gateway_url="https://one.example")
    with pytest.raises(SystemExit):
        _launch(["--gateway-url", "http://127.0.0.1:1"])
    _set(monkeypatch, app_secret="hush", access_token="quiet")
    assert _launch(["--app-key", "1"]).app_secret == "hush", "what names no other key completes it"


def test_the_demo_is_the_demo_whatever_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, **KEYS)
    launch = _launch(["--demo"])
    assert (launch.demo, launch.gateway_url, launch.app_key) == (True, None, None)


def test_an_api_call_takes_its_account_from_the_environment(
    sandbox: RunningSandbox, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = {"app_key": sandbox.app_key, "app_secret": sandbox.app_secret, "access_token": sandbox.access_token}
    _set(monkeypatch, **keys, gateway_url=sandbox.gateway_url)
    assert main(["api", "call", "alibaba.account.basic", "--profile", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["member_id"] == sandbox.member_id


def test_standard_input_is_not_promised_twice(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["api", "call", "system.currentTime", "-", "--credentials", "-"])
    assert "read once" in capsys.readouterr().err


@pytest.mark.parametrize(("word", "said"), [("api", "alibaba.trade.cancel"), ("sandbox", "marketplace")])
def test_the_console_commands_print_what_their_words_would(
    word: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [f"sourcing-{word}", *(["list"] if word == "api" else ["--help"])])
    with contextlib.suppress(SystemExit):
        {"api": entry.api, "sandbox": entry.sandbox}[word]()
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("words", [["api", "list"], ["sandbox"]])
def test_a_program_without_a_console_says_which_command_has_one(words: list[str]) -> None:
    """As Windows starts a program with windows: there is no standard output at all."""
    code = f"import sys; sys.stdout = None; from sourcing_app.__main__ import main; sys.exit(main({words}))"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and f"sourcing-{words[0]}" in ended.stderr


def test_a_profile_that_cannot_be_made_is_told_and_ends_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    command = [sys.executable, "-m", "sourcing_app", "--profile", str(tmp_path / "file" / "profile")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and "Traceback" not in ended.stderr
    assert str(tmp_path / "file" / "profile") in ended.stderr and "--profile" in ended.stderr


def test_what_is_said_without_a_main_window_is_said_in_one_of_its_own(qapp: QApplication) -> None:
    box = window_with("The folder cannot be made.")
    assert box.text() == "The folder cannot be made." and box.isWindow()
    assert box.standardButtons() == QMessageBox.StandardButton.Close
