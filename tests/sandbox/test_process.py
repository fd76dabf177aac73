"""The process: its two lines, its end, its memory."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sourcing_app.sandbox import parent
from tests.support.buying import buyable, create, order_made, status_of
from tests.support.sandbox import ROOT, RunningSandbox

Start = Callable[..., RunningSandbox]


def test_it_prints_where_it_listens_and_whom_it_knows() -> None:
    command = [sys.executable, "-m", "sourcing_app.sandbox"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first, second = process.stdout.readline(), process.stdout.readline()
        process.terminate()
        rest, complaints = process.stdout.read(), process.stderr.read()
    assert re.fullmatch(r"listening on http://127\.0\.0\.1:\d+\n", first)
    word, _, text = second.partition(" ")
    assert word == "credentials"
    assert {"app_key", "app_secret", "access_token"} <= set(json.loads(text))
    assert (rest, complaints) == ("", "")


def test_it_leaves_with_status_0_when_asked_to_even_while_a_call_waits(fresh_sandbox: Start) -> None:
    box = fresh_sandbox()
    box.control("faults", kind="delay", seconds=60)
    path, fields = box.form("alibaba.trade.receiveAddress.get", {})
    with socket.create_connection(("127.0.0.1", int(box.base_url.rsplit(":", 1)[1]))) as waiting:
        body = "&".join(f"{name}={value}" for name, value in fields.items())
        head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        waiting.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode())
        while box.look("faults")["faults"]:
            pass
        assert box.stop() == (0 if os.name == "posix" else 1)


def test_a_port_in_use_is_told_in_one_sentence(sandbox: RunningSandbox) -> None:
    port = sandbox.base_url.rsplit(":", 1)[1]
    command = [sys.executable, "-m", "sourcing_app.sandbox", "--port", port]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("the sandbox cannot start")
    assert done.stderr.count("\n") == 1


def test_a_damaged_state_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "sandbox.sqlite3").write_bytes(b"not a database" * 100)
    command = [sys.executable, "-m", "sourcing_app.sandbox", "--state", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("the sandbox cannot start")
    assert done.stderr.count("\n") == 1


def test_orders_and_the_clock_survive_a_kill(fresh_sandbox: Start, tmp_path: Path) -> None:
    first = fresh_sandbox("--state", str(tmp_path))
    order_id = order_made(first, buyable(first, quote_type=1).cargo(), outOrderId="keep-1")
    first.control(f"orders/{order_id}/pay")
    first.control("clock", advance_s=3600)
    first.process.kill()
    first.stop()
    second = fresh_sandbox("--state", str(tmp_path))
    assert status_of(second, order_id) == "waitsellersend"
    assert second.look("clock")["ahead_s"] > 3500
    assert int(create(second, buyable(second, quote_type=1).cargo())["result"]["orderId"]) > order_id


def test_credentials_are_the_same_everywhere(sandbox: RunningSandbox) -> None:
    assert (sandbox.app_key, sandbox.app_secret) == ("8800001", "21b9af066f54")
    assert sandbox.access_token == "e8238750-7c8b-3662-f4d0-260ab7d58501"


def test_words_of_the_command_line_become_options(fresh_sandbox: Start) -> None:
    box = fresh_sandbox("--dialect", "seed", "--latency-ms", "1", "--speed", "0", "--lenient", "--app-key", "4711")
    options = box.look("options")
    assert (options["dialect"], options["latency_ms"], options["strict"]) == ("seed", 1.0, False)
    assert (box.look("clock")["speed"], box.app_key) == (0.0, "4711")


def test_it_leaves_with_the_process_it_was_told_to_watch() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as watched:
        command = [sys.executable, "-m", "sourcing_app.sandbox", "--exit-with-parent", str(watched.pid)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as box:
            assert box.stdout is not None
            box.stdout.readline()
            watched.kill()
            watched.wait()
            assert box.wait(30) == 0


def test_a_process_that_runs_is_alive_and_one_that_left_is_not() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert parent.is_alive(process.pid)
        process.kill()
    assert not parent.is_alive(process.pid)
