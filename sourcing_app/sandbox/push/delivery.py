"""Signs messages and posts them to the configured address, on a thread of its own."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from sourcing_app.sandbox.push.outbox import Message, Outbox

TRIES = 3
"""Deliveries before a message is held. Source: messages.json, envelope.retry."""

CONTENT_TYPE = "application/x-www-form-urlencoded; charset=UTF-8"


def sign_message(app_secret: str, text: str) -> str:
    """``_aop_signature`` of a push: the rule for calls with an empty path and the one parameter ``message``."""
    digest = hmac.new(app_secret.encode(), b"message" + text.encode(), hashlib.sha1)
    return digest.hexdigest().upper()


def connection_to(url: str, timeout_s: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=timeout_s)


def post_message(connection: http.client.HTTPConnection, url: str, text: str, app_secret: str) -> str | None:
    """Post one message; None when it was acknowledged, else why not. Only HTTP 200 is an acknowledgement."""
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    body = urlencode({"message": text, "_aop_signature": sign_message(app_secret, text)})
    try:
        connection.request("POST", path, body.encode("ascii"), {"Content-Type": CONTENT_TYPE})
        answer = connection.getresponse()
        answer.read()
        return None if answer.status == 200 else f"HTTP {answer.status}"
    except (OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__}: {error}"
    finally:
        connection.close()


class Courier:
    """Takes queued messages one after the other. A message that fails comes up again after ``retry_s``.

    address: where to post to, None for nowhere. secret: the app secret messages are signed with.
    All times here are real ones: a fast sandbox clock must not make a slow receiver look dead.
    """

    def __init__(
        self,
        outbox: Outbox,
        address: Callable[[], str | None],
        secret: Callable[[], str],
        as_text: Callable[[], bool],
        retry_s: float = 0.5,
        timeout_s: float = 5.0,
    ) -> None:
        self._outbox = outbox
        self._address, self._secret, self._as_text = address, secret, as_text
        self.retry_s, self.timeout_s = retry_s, timeout_s
        self._changed = threading.Condition()
        self._news = False
        self._closed = False
        self._idle = threading.Event()
        self._thread: threading.Thread | None = None
        self._connection: http.client.HTTPConnection | None = None

    def wake(self) -> None:
        """There may be something to send. Starts the thread the first time."""
        with self._changed:
            self._news = True
            self._idle.clear()
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name="push courier", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def close(self) -> None:
        """Stop, breaking off the delivery under way; what is still queued stays so."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        line = self._connection.sock if self._connection is not None else None
        if line is not None:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        if self._thread is not None:
            self._thread.join(self.timeout_s + 1)

    def wait_until_idle(self, timeout_s: float) -> bool:
        """True once nothing is left to push."""
        return self._idle.wait(timeout_s) if self._thread is not None else True

    def _run(self) -> None:
        while not self._closed:
            with self._changed:
                self._news = False
            message = self._outbox.next_queued()
            wait = None if message is None else message.due - time.time()
            if message is not None and wait is not None and wait <= 0:
                self._deliver(message)
            else:
                self._rest(wait)

    def _rest(self, wait: float | None) -> None:
        with self._changed:
            if self._news or self._closed:
                return
            if wait is None:
                self._idle.set()
            self._changed.wait(wait)

    def _deliver(self, message: Message) -> None:
        url = self._address()
        if url is None:
            self._outbox.settle(message.seq, "held", tries=message.tries)
            return
        text = json.dumps(message.pushed(self._as_text()), ensure_ascii=False, separators=(",", ":"))
        self._connection = connection_to(url, self.timeout_s)
        error = post_message(self._connection, url, text, self._secret())
        self._connection = None
        tries = message.tries + 1
        if error is None:
            self._outbox.settle(message.seq, "delivered", tries=tries)
        elif tries >= TRIES:
            self._outbox.settle(message.seq, "held", tries=tries, error=error)
        else:
            due = time.time() + self.retry_s
            self._outbox.settle(message.seq, "queued", tries=tries, due=due, error=error)
