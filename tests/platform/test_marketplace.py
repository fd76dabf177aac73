"""The demo marketplace starts from a clone and from a packed program alike, and says why it did not."""

from __future__ import annotations

import os
import sys
import urllib.request
from pathlib import Path

import pytest

from sourcing_app.errors import Unreachable
from sourcing_app.platform.marketplace import DemoMarket, sandbox_command
from tests.support.sandbox import ROOT

PACKED = """#!{python}
import sys
sys.frozen = True
sys.path.insert(0, {root!r})
from sourcing_app.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As a packer leaves it: ``sys.executable`` is the program, which takes no ``-m``."""
    program = tmp_path / "sourcing"
    program.write_text(PACKED.format(python=sys.executable, root=str(ROOT)), "utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


@pytest.mark.skipif(os.name == "nt", reason="a script stands in for the packed program")
def test_a_packed_program_starts_the_marketplace_and_not_itself(packed: Path, tmp_path: Path) -> None:
    assert sandbox_command() == [str(packed), "sandbox"]
    market = DemoMarket(tmp_path / "state")
    address = market.start()
    with urllib.request.urlopen(f"{address.account.gateway_url}/_sandbox/credentials") as answer:
        assert address.account.app_key in answer.read().decode()
    market.stop()


def test_a_marketplace_that_cannot_start_says_why(tmp_path: Path) -> None:
    state = tmp_path / "state"
    (state / "sandbox.sqlite3").mkdir(parents=True)
    with pytest.raises(Unreachable) as raised:
        DemoMarket(state).start()
    assert raised.value.kind == "market" and "the sandbox cannot start" in raised.value.detail
