"""Translations: ``python -m tests.translations`` checks them, ``--update`` collects new strings and compiles.

The check fails when a string of the program is missing in a language, a translation is unfinished, drops a
placeholder, or when the compiled file is not what the text file says. English is what stands in the source; its file
holds only the texts whose form depends on a count ("1 line", "2 lines").
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "ja")
SOURCE_LANGUAGE = "en"
_PLACEHOLDER = re.compile(r"%n|%L?\d|\{[a-z_]*\}")

Message = tuple[str, str]


def main(arguments: list[str]) -> int:
    """0 when every language is complete; prints what is not."""
    if "--update" in arguments:
        update()
    problems = [problem for language in LANGUAGES for problem in check(language)]
    print("\n".join(problems) or f"translations complete: {', '.join(LANGUAGES)}")
    return 1 if problems else 0


def update() -> None:
    """Collect the program's strings into the text files, drop those that are gone, and compile."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        text = FOLDER / f"sourcing_{language}.ts"
        _collect(text, language, "-no-obsolete")
        _compile(text, text.with_suffix(".qm"))


def check(language: str) -> list[str]:
    """What is wrong with a language, a line each."""
    text = FOLDER / f"sourcing_{language}.ts"
    if not text.exists():
        return [f"{text.name} is missing"]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / text.name
        _collect(fresh, language)
        wanted = set(read(fresh))
        compiled = Path(folder) / "fresh.qm"
        _compile(text, compiled)
        stale = compiled.read_bytes() != text.with_suffix(".qm").read_bytes()
    have = read(text)
    problems = [f"{language}: not collected: {message}" for message in sorted(wanted - set(have))]
    problems += [f"{language}: no longer used: {message}" for message in sorted(set(have) - wanted)]
    problems += [
        f"{language}: {wrong}: {message}" for message, forms in have.items() for wrong in _faults(message, forms)
    ]
    return problems + ([f"{language}: the compiled file is stale"] if stale else [])


def read(path: Path) -> dict[Message, list[str]]:
    """(context, source) -> the translated forms; an empty list where unfinished."""
    messages: dict[Message, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") != "unfinished"
            forms = [form.text or "" for form in translation.iter("numerusform")] if translation is not None else []
            single = [translation.text or ""] if translation is not None else []
            messages[name, message.findtext("source") or ""] = (forms or single) if done else []
    return messages


def _faults(message: Message, forms: list[str]) -> list[str]:
    if not forms or not all(form.strip() for form in forms):
        return ["unfinished"]
    wanted = sorted(_PLACEHOLDER.findall(message[1]))
    return ["placeholders differ"] if any(sorted(_PLACEHOLDER.findall(form)) != wanted for form in forms) else []


def _collect(target: Path, language: str, *options: str) -> None:
    sources = [path.relative_to(ROOT).as_posix() for path in sources_with_texts()]
    only = ["-pluralonly"] if language == SOURCE_LANGUAGE else []
    _tool("lupdate", *options, *only, "-locations", "none", *sources, "-ts", str(target))


def sources_with_texts() -> list[Path]:
    """The files of the rooms that may speak to a person: ui, and what puts the program together."""
    package = ROOT / "sourcing_app"
    return sorted(package.glob("*.py")) + sorted((package / "ui").rglob("*.py"))


def _compile(text: Path, target: Path) -> None:
    """Beside and renamed: a running program has the old file mapped into its memory."""
    beside = target.with_suffix(".new")
    _tool("lrelease", "-silent", str(text), "-qm", str(beside))
    beside.replace(target)


def _tool(name: str, *arguments: str) -> None:
    beside = Path(sys.executable).parent / f"pyside6-{name}"
    program = str(beside) if beside.exists() else shutil.which(f"pyside6-{name}") or f"pyside6-{name}"
    subprocess.run([program, *arguments], cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
