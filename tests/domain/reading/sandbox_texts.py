"""Every Chinese text that the sandbox's carriers, sellers and platform can say, read out of its sources and word lists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[3]
SANDBOX = HOUSE / "sourcing_app" / "sandbox"
CHINESE = re.compile("[\u3400-\u9fff]")

OUTSIDE = {
    "page.py": "a page of the browser, in both languages",
    "signin.py": "a page of the browser, in both languages",
    "trade/cashier.py": "a page of the browser, in both languages",
    "doorway.py": "a page of the browser, in both languages",
    "trade/areas.py": "endings that an address is parsed by, never said",
}
"""Files whose Chinese never comes to the window, and why."""
PIECES = {
    "shop/suppliers.py": "parts that companies' names are put together from: see companies()",
    "shop/descriptions.py": "sentences and mark-up: see the sentences themselves",
    "shop/attributes.py": "provinces in several languages: see places()",
    "shop/rows.py": "endings that titles are put together from",
    "shop/skus.py": "forms that variants are put together from: see variants",
    "invoicing/ledger.py": "an address and a bank: names",
    "trade/addresses.py": "people and streets: names",
}


def texts() -> Iterator[tuple[str, str]]:
    """(file, text) of all that is said whole; a value put into a text is an 7."""
    for path in sorted(SANDBOX.rglob("*.py")):
        name = path.relative_to(SANDBOX).as_posix()
        if name not in OUTSIDE and name not in PIECES:
            yield from ((name, text) for text in _strings(ast.parse(path.read_text("utf-8"))))
    yield from (("trade/addresses.py", text) for text in _asked(SANDBOX / "trade" / "addresses.py"))
    yield from (("shop/descriptions.py", text) for text in _sentences())


def words_of_titles() -> Iterator[tuple[str, str]]:
    """(kind, word) of what titles, variants and attributes are made from."""
    kind = ""
    for line in (HOUSE / "resources" / "sandbox" / "words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#") and CHINESE.search(line.split("|")[1]):
            yield kind, line.split("|")[1]


def aliases() -> Iterator[str]:
    """Other names of the wares."""
    for line in (HOUSE / "resources" / "sandbox" / "leaves.txt").read_text("utf-8").splitlines():
        if "|" in line and not line.startswith("#"):
            yield from (word for word in line.split("|")[-1].split(",") if CHINESE.search(word))


def places() -> set[str]:
    """All provinces, cities and counties that an address of the sandbox can name."""
    areas = re.findall(r"\d{6} ([^,>\s]+)", (HOUSE / "resources" / "sandbox" / "areas.txt").read_text("utf-8"))
    tree = ast.parse((SANDBOX / "shop" / "suppliers.py").read_text("utf-8"))
    return set(areas) | {text for text in _strings(tree) if re.fullmatch("[\u4e00-\u9fff]{2,}[省市区县镇]", text)}


def _strings(tree: ast.Module) -> Iterator[str]:
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    for node in ast.walk(tree):
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr):
            inside.add(id(node.body[0].value))
    for node in ast.walk(tree):
        text = ""
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            text = node.value
        if CHINESE.search(text):
            yield text


def _asked(path: Path) -> Iterator[str]:
    """The errors of a file whose other texts are names."""
    yield from (text for text in _strings(ast.parse(path.read_text("utf-8"))) if "invalid:" in text)


def _sentences() -> Iterator[str]:
    for text in _strings(ast.parse((SANDBOX / "shop" / "descriptions.py").read_text("utf-8"))):
        yield from (part for part in re.findall(r"[^<>]+", re.sub("<[^>]*>", "<>", text)) if CHINESE.search(part))
