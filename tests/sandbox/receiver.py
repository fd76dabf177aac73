"""A push address on loopback that keeps what it is sent."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

WAIT_S = 20


class Receiver:
    """A push address on loopback. ``answers``: statuses of the next posts, then 200."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, str]] = []
        self.answers: list[int] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                fields = {name: values[0] for name, values in parse_qs(raw.decode(), strict_parsing=True).items()}
                status = receiver.answers.pop(0) if receiver.answers else 200
                with receiver._arrived:
                    receiver.bodies.append(fields)
                    receiver._arrived.notify_all()
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._arrived = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/push?from=sandbox"

    def wait_for(self, count: int) -> list[dict[str, str]]:
        """The first ``count`` posts, in the order of their arrival."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.bodies) >= count, WAIT_S), self.bodies
            return self.bodies[:count]

    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(body["message"]) for body in self.bodies]

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
