"""The sandbox as a process, for benchmarks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import TracebackType

from sourcing_app.domain.account import Account, Credentials


class Market:
    """Starts ``python -m sourcing_app.sandbox`` with its state in a folder that goes away; stops it at the end."""

    def __init__(self, latency_ms: int = 0) -> None:
        command = [sys.executable, "-m", "sourcing_app.sandbox", "--exit-with-parent", str(os.getpid())]
        command += ["--latency-ms", str(latency_ms)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip().removeprefix("listening on ")
        self.keys: dict[str, str] = json.loads(self._process.stdout.readline().removeprefix("credentials "))

    def __enter__(self) -> Market:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.communicate()

    def arguments(self) -> list[str]:
        """For the program's command line."""
        keys = self.keys
        given = ["--gateway-url", self.url, "--app-key", keys["app_key"], "--app-secret", keys["app_secret"]]
        return [*given, "--access-token", keys["access_token"]]

    def account(self) -> Account:
        """The account to call it with."""
        return Account(self.url, self.keys["app_key"])

    def credentials(self) -> Credentials:
        """What signs the calls."""
        return Credentials(self.keys["app_key"], self.keys["app_secret"], self.keys["access_token"])
