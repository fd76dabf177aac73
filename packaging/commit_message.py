"""Checks commit messages: a subject of at most 72 characters in the imperative, an empty line, then why.

``python3 packaging/commit_message.py FILE`` for a hook, ``--range A..B`` for the commits between, neither for all new ones.
Exit status 1 and a line for each fault. A clone without the history says so and passes.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

LONGEST_SUBJECT = 72
CHECKED_SINCE = "0403f6740752bcbd0d7f431c5f08d83c9d6a7fdd"
"""The last commit whose message nobody checked."""
_NOT_IMPERATIVE = re.compile(r"^(The|A|An|It|This|That|There|When|What|No|Every|Added|Fixed|Changed|Updated|Removed)\b")
_MADE_BY_GIT = ("Merge ", "Revert ", "fixup! ", "squash! ")


def faults(message: str) -> list[str]:
    """What is wrong with a message, a sentence each; empty where it is good."""
    lines = [line for line in message.splitlines() if not line.startswith("#")]
    subject = lines[0].strip() if lines else ""
    if subject.startswith(_MADE_BY_GIT):
        return []
    found = []
    if not subject:
        found.append("the subject is empty")
    if len(subject) > LONGEST_SUBJECT:
        found.append(f"the subject has {len(subject)} characters, {LONGEST_SUBJECT} at most")
    if subject.endswith("."):
        found.append("the subject ends with a full stop")
    if _NOT_IMPERATIVE.match(subject) or (subject and not subject[0].isupper()):
        found.append("the subject is not an order (such as 'Read an order again when it is opened')")
    if len(lines) > 1 and lines[1].strip():
        found.append("the second line is not empty")
    return found


def main(words: list[str]) -> int:
    """Check a file or a range."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--range", help="commits, as git log takes them")
    arguments = parser.parse_args(words)
    wrong = 0
    for name, message in _messages(arguments):
        for fault in faults(message):
            wrong += 1
            print(f"{name}: {fault}", file=sys.stderr)
    return 1 if wrong else 0


def _messages(arguments: argparse.Namespace) -> list[tuple[str, str]]:
    if arguments.file is not None:
        return [(arguments.file.name, arguments.file.read_text(encoding="utf-8"))]
    if (
        not arguments.range
        and subprocess.run(["git", "cat-file", "-e", CHECKED_SINCE], capture_output=True, check=False).returncode
    ):
        print("This clone has no history: commit messages are not checked.")
        return []
    command = ["git", "log", "--no-merges", "--format=%h%x00%B%x01", arguments.range or f"{CHECKED_SINCE}..HEAD"]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    rows = [row.strip("\n").split("\0", 1) for row in told.split("\1") if row.strip()]
    return [(name, message) for name, message in rows]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
