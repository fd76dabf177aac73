"""Text that is not whole is refused before anything is sent, in the same way through all three doors, in any locale."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.errors import InvalidInput
from sourcing_app.platform.cli.parameters import read_argument
from tests.platform.cli.desk import asked, say
from tests.sandbox.scene import Scene
from tests.support.sandbox import ROOT, RunningSandbox

MEMO = "alibaba.order.memoAdd"
LOCALES = (
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C.UTF-8"},
    {"LC_ALL": "en_US.ISO-8859-1", "PYTHONUTF8": "0"},
)
posix = pytest.mark.skipif(os.name != "posix", reason="elsewhere arguments are no bytes")


def through(door: str, raw: bytes, tmp_path: Path) -> dict[str, object]:
    """What one of the three doors makes of these bytes."""
    if door == "file":
        (tmp_path / "p.json").write_bytes(raw)
        return read_argument(f"@{tmp_path}/p.json", io.StringIO())
    if door == "stdin":
        return read_argument("-", io.TextIOWrapper(io.BytesIO(raw), encoding="latin-1"))
    return read_argument(os.fsdecode(raw), io.StringIO())


@pytest.mark.parametrize("door", ["argument", "file", "stdin"])
@pytest.mark.parametrize(
    "raw",
    [
        '{"memo": "杯子"}'.encode(),
        '\ufeff{"memo": "杯子"}'.encode(),
        b'{"memo": "\\u676f\\u5b50"}',
    ],
)
def test_whole_text_with_or_without_a_mark_is_the_same_through_every_door(
    door: str, raw: bytes, tmp_path: Path
) -> None:
    assert through(door, raw, tmp_path) == {"memo": "杯子"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("door", ["file", "stdin"])
def test_what_a_shell_of_windows_writes_is_read_by_its_mark(door: str, encoding: str, tmp_path: Path) -> None:
    assert through(door, '\ufeff{"memo": "杯子"}'.encode(encoding), tmp_path) == {"memo": "杯子"}


@pytest.mark.parametrize("door", ["argument", "file", "stdin"])
@pytest.mark.parametrize(
    "raw",
    [
        '{"memo": "杯子"}'.encode()[:-4] + b'"}',
        '{"memo": "杯子"}'.encode("gb18030"),
        '{"memo": "Bücher"}'.encode("latin-1"),
        b'{"memo": "\\ud83d"}',
        b'{"memo": ["a", {"b": "\\udc00\\ud83d"}]}',
        b'{"\\ud83d": 1}',
        b'{"memo": "\xed\xa0\xbd"}',
        b'\xef\xbb\xbf{"memo": "\xff"}',
    ],
)
@posix
def test_text_that_is_not_whole_is_refused_through_every_door(door: str, raw: bytes, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        through(door, raw, tmp_path)
    assert refused.value.reason == "not_text"


@pytest.mark.parametrize("inner", ['{"orderId": 1, "memo": "\\\\ud83d"}', '{"memo": "\\\\ud83d"}'])
def test_half_a_character_inside_json_inside_text_is_refused(
    sandbox: RunningSandbox, tmp_path: Path, inner: str
) -> None:
    params = json.dumps({"offerQueryParam": inner})
    said = say(asked(sandbox, tmp_path), "product.search.keywordQuery", params)
    assert said.status == 2
    assert sandbox.look("calls")["calls"] == []


@posix
@pytest.mark.parametrize("locale", LOCALES, ids=lambda each: each["LC_ALL"])
@pytest.mark.parametrize("door", ["argument", "file", "stdin"])
def test_the_locale_changes_neither_what_is_sent_nor_what_is_refused(
    sandbox: RunningSandbox, tmp_path: Path, door: str, locale: dict[str, str]
) -> None:
    order_id = Scene(sandbox).unpaid()
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))
    }
    base = [sys.executable, "-m", "sourcing_app", "api", "call", MEMO]
    account = ["--profile", str(tmp_path), "--gateway-url", sandbox.gateway_url]
    environment |= locale | {
        "SOURCING_APP_KEY": sandbox.app_key,
        "SOURCING_APP_SECRET": sandbox.app_secret,
        "SOURCING_ACCESS_TOKEN": sandbox.access_token,
    }

    def call(memo: bytes) -> subprocess.CompletedProcess[bytes]:
        raw = b'{"orderId": %d, "remarkIcon": "1", "memo": "%s"}' % (order_id, memo)
        (tmp_path / "p.json").write_bytes(raw)
        words: list[str | bytes] = [
            *base,
            {"argument": raw, "file": f"@{tmp_path}/p.json", "stdin": "-"}[door],
            *account,
        ]
        given = raw if door == "stdin" else b""
        return subprocess.run(
            words, input=given, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False
        )

    cut = call("加急杯".encode()[:-1])
    assert (cut.returncode, json.loads(cut.stdout)["code"]) == (2, "not_text"), cut.stderr
    assert not sandbox.look(f"orders/{order_id}")["memo"]
    assert call("加急".encode()).returncode == 0
    assert sandbox.look(f"orders/{order_id}")["memo"] == "加急"
