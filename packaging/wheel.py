"""Build the wheel and try it outside the clone: ``python3 dev.py wheel``. Leaves it in ``dist``.

It must hold every file that the clone has, answer on the command line, start its marketplace and paint its window.
Building asks the package registry for setuptools; the program's libraries are those of the environment it runs in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("sourcing_app", "resources", "packaging", "pyproject.toml", "setup.py", "README.md", "LICENSE")
NOTICES = "THIRD-PARTY-NOTICES.md"
PATIENCE_S = 60


def main() -> int:
    """0 when what was built works."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = build(Path(folder))
        missing = files_of_the_clone() - files_of(wheel)
        if missing:
            print("the wheel lacks:", *sorted(missing), sep="\n  ")
            return 1
        site = Path(folder) / "site"
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site)
        try_out(site)
        (ROOT / "dist").mkdir(exist_ok=True)
        shutil.copy(wheel, ROOT / "dist")
        print(f"dist/{wheel.name}")
    return 0


def build(folder: Path) -> Path:
    """From a copy, so that nothing of an earlier build slips in and the clone stays clean."""
    copy = folder / "clone"
    copy.mkdir()
    for name in (*SOURCES, NOTICES):
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, copy / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--wheel-dir", folder / "wheel", copy], check=True)
    return next((folder / "wheel").glob("*.whl"))


def files_of_the_clone() -> set[str]:
    """Everything the program is made of, as it is called once installed."""
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sourcing_app").rglob("*.py")}
    data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    return code | {f"sourcing_app/{name}" for name in data} | {NOTICES}


def files_of(wheel: Path) -> set[str]:
    """By their path; what stands in the wheel's own folder by its name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name.rsplit("/", 1)[1] if ".dist-info/" in name else name for name in archive.namelist()}


def try_out(site: Path) -> None:
    """The three ways in. Raises CalledProcessError or RuntimeError where one does not open."""
    environment = {**os.environ, "PYTHONPATH": str(site), "QT_QPA_PLATFORM": "offscreen"}
    listing = [sys.executable, "-m", "sourcing_app", "api", "list"]
    answer = subprocess.run(listing, cwd=site, env=environment, check=True, capture_output=True, text=True)
    if "product.search.keywordQuery" not in answer.stdout:
        raise RuntimeError(f"api list does not know the search:\n{answer.stdout[:500]}")
    wait_for_line("credentials ", site, environment, "sourcing_app.sandbox")
    profile = ["--profile", str(site / "profile"), "--demo", "--report-start"]
    wait_for_line("entered", site, environment, "sourcing_app", *profile)


def wait_for_line(start: str, site: Path, environment: dict[str, str], *words: str) -> None:
    """Start a module, wait until it prints a line that begins so, and end it."""
    command = [sys.executable, "-m", *words]
    with subprocess.Popen(command, cwd=site, env=environment, stdout=subprocess.PIPE, text=True) as process:
        watchdog = threading.Timer(PATIENCE_S, process.kill)
        watchdog.start()
        assert process.stdout is not None
        seen = any(line.startswith(start) for line in process.stdout)
        watchdog.cancel()
        process.terminate()
    if not seen:
        raise RuntimeError(f"{' '.join(words)} ended without saying {start!r}")


if __name__ == "__main__":
    sys.exit(main())
