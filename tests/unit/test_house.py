# SPDX-License-Identifier: GPL-2.0-or-later
"""The house rules that a machine can check: layers, licences, top level."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = ["model", "source", "rules", "store", "engine", "bus", "gui", "cli"]
TOP = {"kmod", "snetgui", "resources", "tests", "pyproject.toml"}
TOP |= {"README.md", "LICENSE", "CHANGELOG.md"}
LICENSED = {".py", ".c", ".h", ".sh", ".toml"}


def tracked() -> list[Path]:
    out = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [ROOT / name for name in out.stdout.split("\0") if name and (ROOT / name).is_file()]


def layer(path: Path) -> str | None:
    parts = path.relative_to(ROOT).parts
    if parts[0] != "snetgui" or len(parts) < 2:
        return None
    name = parts[1].removesuffix(".py")
    return name if name in LAYERS else None


def imported_layers(path: Path) -> Iterator[str]:
    """Layers that a module imports, those inside functions included."""
    for node in ast.walk(ast.parse(path.read_text())):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = list(absolute_names(path, node))
        for name in names:
            parts = name.split(".")
            if parts[0] == "snetgui" and len(parts) > 1 and parts[1] in LAYERS:
                yield parts[1]


def absolute_names(path: Path, node: ast.ImportFrom) -> Iterator[str]:
    base: tuple[str, ...] = ()
    if node.level:
        package = path.relative_to(ROOT).with_suffix("").parts
        base = package[: len(package) - node.level]
    module = tuple((node.module or "").split(".")) if node.module else ()
    for alias in node.names:
        yield ".".join((*base, *module, alias.name))


def may_import(importer: str, imported: str) -> bool:
    if {importer, imported} == {"gui", "cli"}:
        return False
    return LAYERS.index(imported) <= LAYERS.index(importer)


PYTHON = [path for path in tracked() if path.suffix == ".py"]


@pytest.mark.parametrize("path", [p for p in PYTHON if layer(p)], ids=str)
def test_imports_run_downwards(path: Path) -> None:
    importer = layer(path)
    assert importer is not None
    wrong = {name for name in imported_layers(path) if not may_import(importer, name)}
    assert not wrong


def imports(path: Path, *roots: str) -> bool:
    for node in ast.walk(ast.parse(path.read_text())):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        if any(name.split(".")[0] in roots for name in names):
            return True
    return False


@pytest.mark.parametrize(
    ("part", "forbidden"),
    [
        ("model", ("PyQt6", "sqlalchemy", "alembic", "pyroute2")),
        ("rules", ("PyQt6", "sqlalchemy", "alembic", "pyroute2", "asyncio")),
        ("store", ("PyQt6", "pyroute2")),
        ("engine", ("PyQt6",)),
        ("gui", ("sqlalchemy", "alembic", "pyroute2")),
        ("cli", ("PyQt6", "sqlalchemy", "alembic")),
    ],
)
def test_part_stays_out_of_what_is_not_its_own(part: str, forbidden: tuple[str, ...]) -> None:
    wrong = [str(p) for p in PYTHON if layer(p) == part and imports(p, *forbidden)]
    assert not wrong


def test_top_level_is_what_the_design_says() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} <= TOP


def test_each_file_names_its_licence() -> None:
    def licensed(path: Path) -> bool:
        return "SPDX-License-Identifier: GPL-2.0" in path.read_text()[:400]

    assert not [str(p) for p in tracked() if p.suffix in LICENSED and not licensed(p)]


def test_module_is_gpl2_and_programs_gpl2_or_later() -> None:
    for path in tracked():
        part = path.relative_to(ROOT).parts[0]
        if part == "snetgui" and path.suffix == ".py":
            assert "GPL-2.0-or-later" in path.read_text()[:200], path
