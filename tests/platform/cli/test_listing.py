"""``api list`` and the help: every call, and all that one wants to know of it."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.platform.cli import main
from sourcing_app.platform.cli.identity import Asked
from sourcing_app.platform.cli.listing import rows
from tests.support.contract import all_names, paper

ROOT = Path(__file__).parents[3]


def said(*words: str) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            status = main(list(words))
        except SystemExit as leaving:
            status = int(leaving.code or 0)
    return status, out.getvalue()


def test_the_list_has_every_contract_once(tmp_path: Path) -> None:
    assert sorted(row["name"] for row in rows(Asked(tmp_path))) == all_names()


def test_the_list_as_json_tells_section_kind_contract_and_permission(tmp_path: Path) -> None:
    status, out = said("list", "--json", "--profile", str(tmp_path))
    listed = {row["name"]: row for row in json.loads(out)}
    assert status == 0
    pay = listed["alibaba.trade.pay.protocolPay.preparePay"]
    assert (pay["section"], pay["kind"], pay["allowed"]) == ("4.7", "money", None)
    assert pay["contract"] == "alibaba.trade.pay.protocolPay.preparePay.json"
    assert listed["alibaba.trade.cancel"]["kind"] == "write" and listed["alibaba.account.basic"]["kind"] == "read"


def test_calls_that_cost_or_release_money_are_of_that_kind(tmp_path: Path) -> None:
    assert {row["name"] for row in rows(Asked(tmp_path)) if row["kind"] == "money"} == {
        "alibaba.trade.createCrossOrder",
        "alibaba.trade.createRefund",
        "alibaba.trade.pay.protocolPay.preparePay",
        "trade.receivegoods.confirm",
    }


def test_the_table_has_a_line_a_call(tmp_path: Path) -> None:
    status, out = said("list", "--profile", str(tmp_path))
    assert status == 0
    assert [name for name in all_names() if f"\n{name} " not in out] == []


@pytest.mark.parametrize("name", all_names())
def test_help_for_a_call_names_each_of_its_parameters(name: str, tmp_path: Path) -> None:
    status, out = said("call", name, "--help", "--profile", str(tmp_path))
    assert status == 0
    kinds = paper(name)["types"]
    for row in paper(name)["request"]["fields"]:
        assert row["name"] in out
        assert all(inner["name"] in out for inner in kinds.get(row["type"], []))


def test_the_help_shows_examples_and_exit_statuses() -> None:
    status, out = said("call", "--help")
    assert status == 0
    assert "examples" in out and "13 keychain not readable" in out and "--yes" in out
    assert "api list" in said("--help")[1]


def test_it_runs_as_a_program(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "sourcing_app", "api", "call", "alibaba.trade.cancl", "--profile", str(tmp_path)]
    done = subprocess.run(
        words, cwd=ROOT, env=os.environ, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert json.loads(done.stdout)["near"][0] == "alibaba.trade.cancel"
    assert done.stderr == ""
