"""What the person remembers, whatever becomes of the program: one JSON object a line, by the number of the wish."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any


class Diary:
    """Kept in a file, since the person outlives the program; a killed process leaves what it has written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, wish: int, act: str, **facts: Any) -> None:
        """act: "begun", "pressed" (fen: the sum on the button), "told", "absent" (key: it was decided that nothing exists),
        "again" (key: ordered again though its outcome is not proven), "paid", "cancelled" (order), "ended"."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(
                json.dumps({"wish": wish, "act": act, **facts, "at": round(time.time(), 3)}, ensure_ascii=False) + "\n"
            )

    def entries(self) -> list[dict[str, Any]]:
        """All of it, oldest first; a last line that was cut is left out."""
        if not self.path.exists():
            return []
        lines = self.path.read_text("utf-8").split("\n")
        return [json.loads(line) for line in lines if line.endswith("}")]

    def next_wish(self, first: int) -> int:
        """The first one that was not begun."""
        return max((entry["wish"] + 1 for entry in self.entries() if entry["act"] == "begun"), default=first)
