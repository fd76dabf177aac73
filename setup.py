"""What pyproject.toml cannot say: the resources stand beside the package in a clone, and inside it once installed."""

from pathlib import Path

from setuptools import find_packages, setup

FOLDERS = ["resources", *(path.as_posix() for path in Path("resources").rglob("*") if path.is_dir())]
DATA = [f"sourcing_app.{folder.replace('/', '.')}" for folder in FOLDERS]

setup(
    packages=[*find_packages(include=["sourcing_app*"]), *DATA],
    package_dir={"sourcing_app.resources": "resources"},
    package_data={name: ["*"] for name in DATA},
    data_files=[
        ("share/applications", ["packaging/linux/sourcing.desktop"]),
        ("share/icons/hicolor/scalable/apps", ["packaging/linux/sourcing.svg"]),
    ],
)
