"""The program itself, told to search at once and to say when 60 results with their pictures are painted.

Run as a process of its own: ``python -m tests.bench.results_app --profile DIR --gateway-url ...``. Prints
``painted-all MEGABYTES`` and ends.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sourcing_app.__main__ import _launch, start

if TYPE_CHECKING:
    from sourcing_app.app.program import Program

WANTED = 60
KEYWORD = "包"
SIZE = (2400, 2400)


def main(words: list[str]) -> int:
    """Started as the program is. "--usual" as the first word: in a window of usual size, with what is in sight there.

    0 once all are painted; 1 after half a minute without.
    """
    usual = words[:1] == ["--usual"]

    def watch(program: Program) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from tests.bench.results_watch import Watch

        program.window.resize(*((1280, 800) if usual else SIZE))
        Watch(program, KEYWORD, 10 if usual else WANTED)
        QTimer.singleShot(30_000, program, lambda: QApplication.exit(1))

    return start(_launch(words[1:] if usual else words), watch)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
