"""What the commit hook and CI say of a message."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "commit_message.py"
faults = runpy.run_path(str(SCRIPT))["faults"]


@pytest.mark.parametrize(
    "message",
    [
        "Read an order again when it is opened",
        "Read an order again when it is opened\n\nPaid elsewhere, it said 'To pay' until F5.",
        "Merge branch 'orders'",
        "fixup! whatever it was",
        "Read an order\n# a comment of the editor\n\nWhy.",
    ],
)
def test_a_good_message_has_no_fault(message: str) -> None:
    assert faults(message) == []


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("", "empty"),
        ("A" * 73, "73 characters"),
        ("The page says what it is", "not an order"),
        ("read an order again", "not an order"),
        ("Added a page", "not an order"),
        ("Read an order again.", "full stop"),
        ("Read an order again\nwhen it is opened", "second line"),
    ],
)
def test_a_fault_is_named(message: str, words: str) -> None:
    assert any(words in fault for fault in faults(message))


def test_the_hook_refuses_a_bad_file_and_takes_a_good_one(tmp_path: Path) -> None:
    file = tmp_path / "message"
    for text, status in (("Read an order again\n\nWhy.\n", 0), ("The order is read again", 1)):
        file.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, str(SCRIPT), str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stderr
