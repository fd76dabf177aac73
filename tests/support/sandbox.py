"""The real sandbox as a process of its own, for every test that wants a marketplace.

Fixtures (in tests/conftest.py), nothing to import:

    def test_something(sandbox): ...          # one process per worker, emptied before each test that asks for it
    def test_else(fresh_sandbox): ...         # fresh_sandbox("--dialect", "seed") starts another one, killed at the end

Attributes of a ``RunningSandbox``:

    base_url       "http://127.0.0.1:PORT"; also .gateway_url, the same, for clients that take a gateway address
    app_key, app_secret, access_token, refresh_token, member_id     (str)
    credentials    everything the credentials line said (sub_access_token, second_access_token ...)
    state_dir      Path | None

Methods:

    .control("clock", advance_s=60)             POST /_sandbox/clock with this JSON; answers the JSON
    .control("orders/latest/pay")
    .look("orders", out_order_id="x")           GET /_sandbox/orders?out_order_id=x
    .call("alibaba.trade.cancel", webSite="1688", tradeID=1)   one signed call; answers (status, JSON body)
    .reset(dialect="seed")                      empties everything; keywords are options to start with
    .page("/pay/cashier.htm?orderId=1")         plain GET, httpx.Response;  .post(path, **form)

``call`` takes plain values: text stays text, numbers and booleans become text, dicts and lists become JSON text,
bytes become a file part, which is not signed.
Its token can be changed or left out: ``call(api, token=None)``.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from tests.support.signing import sign

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = ROOT / "resources" / "platform" / "contract"
DEFAULT = object()


def url_path_of(api: str, app_key: str) -> str:
    """``param2/1/...`` of a call, from its contract."""
    path: str = json.loads((CONTRACTS / f"{api}.json").read_text(encoding="utf-8"))["path"]
    return path.replace("{appKey}", app_key)


def as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class RunningSandbox:
    """See the module's text."""

    def __init__(self, process: subprocess.Popen[str], base_url: str, credentials: dict[str, str]) -> None:
        self.process = process
        self.base_url = base_url
        self.gateway_url = base_url
        self.credentials = credentials
        self.app_key = credentials["app_key"]
        self.app_secret = credentials["app_secret"]
        self.access_token = credentials["access_token"]
        self.refresh_token = credentials["refresh_token"]
        self.member_id = credentials["member_id"]
        self.state_dir: Path | None = None
        self.http = httpx.Client(base_url=base_url, timeout=30, trust_env=False)

    def control(self, path: str, **body: Any) -> Any:
        answer = self.http.post(f"/_sandbox/{path}", json=body)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    def look(self, path: str, **query: Any) -> Any:
        answer = self.http.get(f"/_sandbox/{path}", params=query)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    def reset(self, **options: Any) -> None:
        self.control("reset", options=options)

    def form(self, api: str, params: dict[str, Any], token: Any = DEFAULT) -> tuple[str, dict[str, str]]:
        """Path and signed form fields of a call."""
        fields = {name: as_text(value) for name, value in params.items() if value is not None}
        chosen = self.access_token if token is DEFAULT else token
        if chosen is not None:
            fields["access_token"] = chosen
        path = url_path_of(api, self.app_key)
        return f"/openapi/{path}", fields | {"_aop_signature": sign(path, fields, self.app_secret)}

    def call(self, api: str, token: Any = DEFAULT, **params: Any) -> tuple[int, Any]:
        files = {name: (name, value) for name, value in params.items() if isinstance(value, bytes)}
        texts = {name: value for name, value in params.items() if name not in files}
        path, fields = self.form(api, texts, token)
        answer = self.http.post(path, data=fields, files=files or None)
        return answer.status_code, answer.json()

    def page(self, path: str) -> httpx.Response:
        return self.http.get(path)

    def post(self, path: str, **fields: str) -> httpx.Response:
        return self.http.post(path, data=fields)

    def stop(self) -> int:
        """Ask it to leave; kill it if it does not. Answers the exit status."""
        self.http.close()
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
        return self.process.returncode


def start_sandbox(*words: str) -> RunningSandbox:
    """Start ``python -m sourcing_app.sandbox`` with these arguments and wait for its two lines."""
    command = [sys.executable, "-m", "sourcing_app.sandbox", "--exit-with-parent", str(os.getpid()), *words]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found: dict[str, str] = {}
    until = time.monotonic() + 60
    while len(found) < 2 and time.monotonic() < until:
        word, _, rest = process.stdout.readline().strip().partition(" ")
        if not word:
            process.kill()
            process.stdout.close()
            raise RuntimeError(f"the sandbox left with {process.wait()}")
        found[word] = rest
    return RunningSandbox(process, found["listening"].removeprefix("on "), json.loads(found["credentials"]))


@contextlib.contextmanager
def running_sandbox(*words: str) -> Iterator[RunningSandbox]:
    box = start_sandbox(*words)
    try:
        yield box
    finally:
        box.stop()
