"""One object of a catalogue's JSON, read member by member, with errors that say where and what."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from sourcing_app.sandbox.shop.words import Phrase

_MISSING: Any = object()


class CatalogueError(ValueError):
    """A catalogue that cannot be loaded: file, place in it, reason."""

    def __init__(self, path: Path, where: str, why: str) -> None:
        super().__init__(f"{path}{': ' + where if where else ''}: {why}")


class Entry:
    """``where`` names the place for messages: ``offers[3].skus[0]``. Every reader raises CatalogueError."""

    def __init__(self, path: Path, row: Any, where: str = "") -> None:
        self._path, self._where = path, where
        if not isinstance(row, dict):
            raise CatalogueError(path, where, "is not an object")
        self._row: dict[str, Any] = row

    def wrong(self, name: str, why: str) -> CatalogueError:
        return CatalogueError(self._path, f"{self._where}.{name}".lstrip("."), why)

    def has(self, name: str) -> bool:
        return self._row.get(name) is not None

    def _value(self, name: str, default: Any) -> Any:
        value = self._row.get(name)
        if value is None:
            if default is _MISSING:
                raise self.wrong(name, "is missing")
            return default
        return value

    def text(self, name: str, default: Any = _MISSING) -> str:
        value = self._value(name, default)
        if not isinstance(value, str):
            raise self.wrong(name, "is not a text")
        return value

    def texts(self, name: str) -> list[str]:
        value = self._value(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(name, "is not a list of texts")
        return value

    def whole(self, name: str, default: Any = _MISSING) -> int:
        value = self._value(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.wrong(name, "is not a whole number from 0 up")
        return value

    def decimal(self, name: str) -> Decimal | None:
        value = self._value(name, None)
        if value is None:
            return None
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            raise self.wrong(name, "is not a number") from None
        if not number.is_finite() or number < 0:
            raise self.wrong(name, "is not a number from 0 up")
        return number

    def fen(self, name: str) -> int:
        """A price in yuan (``"12.50"`` or 12.5), as fen."""
        number = self.decimal(name)
        if number is None:
            raise self.wrong(name, "is missing")
        if number * 100 != int(number * 100):
            raise self.wrong(name, "has parts of a fen")
        return int(number * 100)

    def phrase(self, name: str, default: Any = _MISSING) -> Phrase:
        """``{"zh": ..., "en": ...}``, or one text for all languages."""
        value = self._value(name, default)
        if isinstance(value, str):
            return {"zh": value}
        if not isinstance(value, dict) or not isinstance(value.get("zh"), str):
            raise self.wrong(name, 'is neither a text nor an object with "zh"')
        if not all(isinstance(text, str) for text in value.values()):
            raise self.wrong(name, "has a translation that is not a text")
        return value

    def entry(self, name: str) -> Entry | None:
        value = self._row.get(name)
        return None if value is None else Entry(self._path, value, f"{self._where}.{name}".lstrip("."))

    def entries(self, name: str, *, required: bool = True) -> list[Entry]:
        value = self._value(name, _MISSING if required else [])
        if not isinstance(value, list):
            raise self.wrong(name, "is not a list")
        place = f"{self._where}.{name}".lstrip(".")
        return [Entry(self._path, row, f"{place}[{number}]") for number, row in enumerate(value)]
