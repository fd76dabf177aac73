"""No font with Chinese on the machine: one notice that names what to install."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_app.ui.chinese_font import package_of
from tests.support.sandbox import ROOT

LOOK = """
from PySide6.QtWidgets import QApplication
from sourcing_app.ui.chinese_font import missing_font_notice
application = QApplication([])
notice = missing_font_notice()
print(notice.sentence if notice is not None else "")
"""
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"""


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS come with Chinese")
def test_a_computer_without_any_chinese_font_is_told_what_to_install(tmp_path: Path) -> None:
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(folder=tmp_path), "utf-8")
    environment = os.environ | {"FONTCONFIG_FILE": str(configuration), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    answer = subprocess.run([sys.executable, "-c", LOOK], env=environment, capture_output=True, text=True, check=True)
    assert "No font on this computer has Chinese" in answer.stdout and "noto" in answer.stdout.lower()


@pytest.mark.parametrize(
    ("system", "package"),
    [
        ("ubuntu debian", "fonts-noto-cjk"),
        ("linuxmint ubuntu debian", "fonts-noto-cjk"),
        ("rocky rhel centos fedora", "google-noto-sans-cjk-fonts"),
        ("suse-leap suse", "google-noto-sans-cjk-fonts"),
        ("alpine ", "font-noto-cjk"),
        ("", "Noto Sans CJK"),
    ],
)
def test_the_package_is_named_as_this_system_names_it(system: str, package: str) -> None:
    assert package_of(system) == package
