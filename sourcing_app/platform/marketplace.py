"""The marketplace that ships with the program: started as a process of its own, stopped with the window.

Blocking calls: run them off the GUI thread.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from sourcing_app.config.private_files import PRIVATE_UMASK
from sourcing_app.domain.account import Account, Credentials
from sourcing_app.errors import Unreachable

START_TIMEOUT_S = 30
AUTOPILOT_S = "240"
"""How long the demo sellers and carriers take for each of their steps."""
_PORT_FILE, _ERRORS_FILE = "port", "errors.log"
_LONGEST_ERROR = 500
_NO_CONSOLE = 0x08000000


@dataclass(frozen=True, slots=True)
class MarketAddress:
    """Where the demo marketplace listens and with what it is called."""

    account: Account
    credentials: Credentials


def sandbox_command() -> list[str]:
    """How to start the marketplace. A packed program has no modules to run by name: it is its own marketplace when it is
    told so (``sourcing sandbox``)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "sandbox"]
    return [sys.executable, "-m", "sourcing_app.sandbox"]


class DemoMarket:
    """One sandbox process with its state in a folder of the profile, on the same port as last time where it is free."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._process: subprocess.Popen[str] | None = None
        self._address: MarketAddress | None = None
        self._starting = threading.Lock()

    @property
    def is_gone(self) -> bool:
        """Whether it was started and has ended by itself. One that was stopped is not gone."""
        return self._process is not None and self._process.poll() is not None

    @property
    def process_id(self) -> int | None:
        """Of the running process."""
        return self._process.pid if self._process is not None else None

    def start(self) -> MarketAddress:
        """Start it and wait until it listens; where it runs already, only say where. Raises Unreachable when it does not
        come up in half a minute."""
        with self._starting:
            if self._address is not None and self._process is not None and not self.is_gone:
                return self._address
            self.stop()
            self._address = self._start()
            return self._address

    def _start(self) -> MarketAddress:
        self._state.mkdir(mode=0o700, parents=True, exist_ok=True)
        command = [*sandbox_command(), "--state", str(self._state), "--exit-with-parent", str(os.getpid())]
        command += ["--port", str(self._free_port()), "--autopilot", AUTOPILOT_S]
        with (self._state / _ERRORS_FILE).open("wb") as errors:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
                creationflags=_NO_CONSOLE if os.name == "nt" else 0,
                umask=-1 if os.name == "nt" else PRIVATE_UMASK,
                start_new_session=True,  # Ctrl+C in the terminal is for the program, which still waits for an order's answer
            )
        watchdog = threading.Timer(START_TIMEOUT_S, self._process.kill)
        watchdog.start()
        try:
            return self._read_address(self._process)
        finally:
            watchdog.cancel()

    def stop(self, patience_s: float = 3.0) -> None:
        """End the process, which may take so long to do so itself; its orders stay in the folder."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(timeout=patience_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def _read_address(self, process: subprocess.Popen[str]) -> MarketAddress:
        assert process.stdout is not None
        listening = process.stdout.readline().strip()
        credentials = process.stdout.readline().strip()
        if not listening.startswith("listening on ") or not credentials.startswith("credentials "):
            self.stop()
            raise Unreachable("market", self._last_error() or "the demo marketplace did not start")
        url = listening.removeprefix("listening on ")
        with contextlib.suppress(OSError):
            (self._state / _PORT_FILE).write_text(url.rsplit(":", 1)[1], encoding="ascii")
        keys = json.loads(credentials.removeprefix("credentials "))
        account = Account(url, keys["app_key"], name="Demo marketplace", is_demo=True)
        return MarketAddress(account, Credentials(keys["app_key"], keys["app_secret"], keys["access_token"]))

    def _last_error(self) -> str:
        """The last line it wrote before it ended; "" for none."""
        with contextlib.suppress(OSError):
            lines = (self._state / _ERRORS_FILE).read_text("utf-8", errors="replace").split("\n")
            return next((line[:_LONGEST_ERROR] for line in reversed(lines) if line.strip()), "")
        return ""

    def _free_port(self) -> int:
        """The port of last time, so that remembered picture addresses stay true; any other where it is taken."""
        try:
            port = int((self._state / _PORT_FILE).read_text(encoding="ascii"))
            with socket.socket() as probe:
                if os.name != "nt":
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", port))
        except (OSError, ValueError, OverflowError):
            return 0
        return port
