"""A call was made and its answer cannot be printed: no traceback, the ids on standard error, a status of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.platform.cli.printing import NOT_PRINTED
from tests.sandbox.scene import Scene
from tests.support.buying import buyable
from tests.support.sandbox import ROOT, RunningSandbox

FULL = Path("/dev/full")
full_disk = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


def call(
    sandbox: RunningSandbox, tmp_path: Path, name: str, params: object, stdout: int, stderr: int = subprocess.PIPE
):  # type: ignore[no-untyped-def]
    words = [sys.executable, "-m", "sourcing_app", "api", "call", name, json.dumps(params), "--profile", str(tmp_path)]
    environment = os.environ | {
        "SOURCING_APP_KEY": sandbox.app_key,
        "SOURCING_APP_SECRET": sandbox.app_secret,
        "SOURCING_ACCESS_TOKEN": sandbox.access_token,
    }
    return subprocess.run(
        [*words, "--gateway-url", sandbox.gateway_url, "--yes"], cwd=ROOT, env=environment, stdout=stdout, stderr=stderr,
        stdin=subprocess.DEVNULL, text=True, timeout=60, check=False,
    )  # fmt: skip


@full_disk
def test_a_write_whose_answer_finds_a_full_disk_is_told_with_its_ids(sandbox: RunningSandbox, tmp_path: Path) -> None:
    order_id = Scene(sandbox).unpaid()
    params = {"orderId": order_id, "memo": "x", "remarkIcon": "1"}
    with FULL.open("w") as full:
        done = call(sandbox, tmp_path, "alibaba.order.memoAdd", params, full.fileno())
    assert done.returncode == NOT_PRINTED
    assert f"orderId={order_id}" in done.stderr and "was done" in done.stderr and "No space left" in done.stderr
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr
    assert sandbox.look(f"orders/{order_id}")["memo"] == "x"


@full_disk
def test_an_order_that_was_made_is_told_with_the_platforms_id_and_our_key(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    params = {"flow": "general", "addressParam": {"addressId": 593861699}, "cargoParamList": [buyable(sandbox).cargo()]}
    with FULL.open("w") as full:
        done = call(sandbox, tmp_path, "alibaba.trade.createCrossOrder", params, full.fileno())
    (order,) = sandbox.look("orders")["orders"]
    assert done.returncode == NOT_PRINTED
    assert str(order["order_id"]) in done.stderr and order["out_order_id"] in done.stderr


@full_disk
def test_a_full_disk_under_both_streams_is_still_no_traceback_and_that_status(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    order_id = Scene(sandbox).unpaid()
    params = {"orderId": order_id, "memo": "x", "remarkIcon": "1"}
    with FULL.open("w") as full:
        done = call(sandbox, tmp_path, "alibaba.order.memoAdd", params, full.fileno(), full.fileno())
    assert done.returncode == NOT_PRINTED


@full_disk
@pytest.mark.parametrize(
    "words", [["list"], ["list", "--json"], ["call", "--help"], ["call", "alibaba.trade.cancel", "--help"]]
)
def test_lists_and_help_on_a_full_disk_are_one_sentence(tmp_path: Path, words: list[str]) -> None:
    profile = [] if "--help" in words else ["--profile", str(tmp_path)]
    command = [sys.executable, "-m", "sourcing_app", "api", *words, *profile]
    with FULL.open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.returncode == NOT_PRINTED
    assert done.stderr.count("\n") == 1 and "could be printed" in done.stderr


@full_disk
def test_a_refusal_that_cannot_be_printed_goes_to_standard_error_with_its_own_status(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    with FULL.open("w") as full:
        done = call(sandbox, tmp_path, "alibaba.trade.cancel", {"tradeID": 1, "cancelReason": "other"}, full.fileno())
    assert done.returncode == 3 and json.loads(done.stderr)["class"] == "Refused"


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise there")
@pytest.mark.parametrize(
    ("name", "status"), [("alibaba.order.memoAdd", NOT_PRINTED), ("alibaba.trade.get.buyerView", 0)]
)
def test_a_pipe_that_nobody_reads_is_told_after_a_write_alone(
    sandbox: RunningSandbox, tmp_path: Path, name: str, status: int
) -> None:
    order_id = Scene(sandbox).unpaid()
    params: dict[str, object] = {"orderId": order_id}
    if status:
        params |= {"memo": "x", "remarkIcon": "1"}
    reading, writing = os.pipe()
    os.close(reading)
    done = call(sandbox, tmp_path, name, params, writing)
    os.close(writing)
    assert done.returncode == status
    assert (f"orderId={order_id}" in done.stderr) is bool(status) and "Traceback" not in done.stderr
