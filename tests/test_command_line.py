"""What the command line says is what is started."""

import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.__main__ import _launch
from tests.support.sandbox import ROOT


def test_nothing_given_starts_the_users_own_profile() -> None:
    launch = _launch([])
    assert (launch.profile, launch.gateway_url, launch.demo, launch.opens) == (None, None, False, ())


def test_another_gateway_with_its_keys() -> None:
    words = ["--profile", "x", "--gateway-url", "http://127.0.0.1:1", "--app-key", "1", "--app-secret", "s"]
    launch = _launch([*words, "--access-token", "t", "https://detail.1688.com/offer/1.html"])
    assert launch.profile == Path("x")
    assert (launch.app_key, launch.app_secret, launch.access_token) == ("1", "s", "t")
    assert launch.opens == ("https://detail.1688.com/offer/1.html",)


def test_secrets_do_not_show_when_a_launch_is_printed() -> None:
    words = ["--gateway-url", "http://127.0.0.1:1", "--app-key", "1", "--app-secret", "hush", "--access-token", "quiet"]
    assert "hush" not in repr(_launch(words)) and "quiet" not in repr(_launch(words))


def test_half_an_account_is_refused_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _launch(["--app-key", "1"])
    assert "--app-key and --app-secret go together" in capsys.readouterr().err


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
    assert "--gateway-url needs --app-key" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["api", "list"]])
def test_a_python_without_the_libraries_says_which_one_to_use(words: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-S", "-m", "sourcing_app", "--profile", str(tmp_path)]
    if words:
        command[-2:] = words
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and ".venv" in ended.stderr and "Traceback" not in ended.stderr
