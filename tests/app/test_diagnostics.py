"""Nothing goes wrong in silence, and nothing secret is written down."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcing_app.app.diagnostics import Diagnostics, log
from sourcing_app.platform.transport.redaction import remember_secrets

Watched = tuple[Diagnostics, list[BaseException], Path]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    told: list[BaseException] = []
    diagnostics = Diagnostics(tmp_path / "logs", told.append)
    yield diagnostics, told, tmp_path / "logs" / "sourcing.log"
    diagnostics.close()


def _raise(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_x04_the_same_cause_is_told_once_and_logged_each_time(watched: Watched) -> None:
    diagnostics, told, path = watched
    for text in ("one", "two"):
        diagnostics.report(_raise(text))
    assert len(told) == 1
    assert path.read_text(encoding="utf-8").count("Traceback") == 2


def test_x04_an_exception_in_a_thread_is_told(watched: Watched) -> None:
    _, told, _ = watched
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_x02_planted_secrets_are_not_in_the_log(watched: Watched) -> None:
    diagnostics, _, path = watched
    remember_secrets(["PLANTED-SECRET-1"])
    log.info("calling with %s and access_token=PLANTED-TOKEN-2", "PLANTED-SECRET-1")
    diagnostics.report(_raise("app_secret=PLANTED-SECRET-3"))
    logging.getLogger("elsewhere").error("refresh_token=PLANTED-TOKEN-4&x=1")
    text = path.read_text(encoding="utf-8")
    assert "calling with" in text and "PLANTED" not in text


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    diagnostics = Diagnostics(tmp_path / "file" / "logs", lambda error: None)
    diagnostics.report(_raise("x"))
    diagnostics.close()
