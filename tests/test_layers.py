"""Who may import whom: the pure packages stay pure, and SQL stays where it is looked for."""

import ast
import sys
from pathlib import Path

import pytest

from app.models import TABLES
from app.settings import ROOT

APP = ROOT / "app"
MODULES = sorted(APP.rglob("*.py"))
# Pure means: no database, no clock, no settings, no files, no network.
IMPURE = {
    "asyncio", "datetime", "glob", "http", "io", "logging", "os", "pathlib", "random", "secrets", "shutil",
    "socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib", "uuid", "warnings",
}  # fmt: skip
PURE = {
    "app/scoring": {"app.scoring", "app.vocabulary"},
    "app/language": {"app.language", "app.vocabulary", "rapidfuzz"},
}


def imported(path: Path) -> set[str]:
    """Give the full names of the modules that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are written in full"
            module = node.module or ""
            for alias in node.names:
                inside = ROOT / module.replace(".", "/") / alias.name
                is_module = inside.is_dir() or inside.with_suffix(".py").exists()
                found.add(f"{module}.{alias.name}" if is_module else module)
    return found


def names(paths: list[Path]) -> list[str]:
    """Give readable names of cases."""
    return [str(path.relative_to(ROOT)) for path in paths]


def within(name: str, packages: set[str]) -> bool:
    """Tell whether a module is one of some packages or inside one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


PURE_MODULES = [path for folder in PURE for path in sorted((ROOT / folder).rglob("*.py"))]
ROUTERS = sorted(APP.glob("*/router.py"))


def test_the_packages_that_are_looked_at_are_there() -> None:
    assert len([path for path in PURE_MODULES if path.parent.name == "scoring"]) > 5
    assert len([path for path in PURE_MODULES if path.parent.name == "language"]) > 5
    assert len(ROUTERS) > 10


@pytest.mark.parametrize("path", PURE_MODULES, ids=names(PURE_MODULES))
def test_a_pure_module_imports_nothing_that_knows_the_world(path: Path) -> None:
    allowed = PURE[str(path.parent.relative_to(ROOT))]
    for name in imported(path):
        top = name.split(".")[0]
        if top in sys.stdlib_module_names:
            assert top not in IMPURE, f"{path.name} imports {name}"
        else:
            assert within(name, allowed), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", PURE_MODULES, ids=names(PURE_MODULES))
def test_a_pure_module_opens_no_file(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"open", "print", "input", "exec", "eval", "__import__"}


def test_the_words_of_the_knowledge_base_need_nothing() -> None:
    assert {name.split(".")[0] for name in imported(APP / "vocabulary.py")} <= sys.stdlib_module_names


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_the_service_does_not_know_its_tests_and_scripts(path: Path) -> None:
    for name in imported(path):
        assert not within(name, {"tests", "scripts", "bench", "migrations", "pytest", "hypothesis", "httpx"})


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_nothing_but_the_application_and_the_pages_imports_a_router(path: Path) -> None:
    mine = f"app.{path.parent.name}"
    for name in imported(path):
        if name.endswith(".router") and not name.startswith(mine):
            # Texts of a cause are told by its nutrient too.
            assert path.name in {"main.py", "router.py"}, f"{path} imports {name}"


@pytest.mark.parametrize("path", ROUTERS, ids=names(ROUTERS))
def test_a_router_keeps_the_tables_of_other_packages_to_their_queries(path: Path) -> None:
    """A router that writes SQL writes it on its own tables; others are asked by their `queries`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tables = {model.__name__: model.__module__ for model in TABLES}
    own = f"app.{path.parent.name}.models"
    asked = {
        name.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "select"
        for argument in node.args
        for name in ast.walk(argument)
        if isinstance(name, ast.Name) and name.id in tables
    }
    for name in asked - NAMES_OF_OTHERS:
        assert tables[name] == own, f"{path} selects from {name}"


# The name of a cause beside the band of a test, and the texts that belong to no single resource.
NAMES_OF_OTHERS = {"Cause", "ContentRelease"}


@pytest.mark.parametrize("path", sorted(APP.glob("*/models.py")), ids=names(sorted(APP.glob("*/models.py"))))
def test_tables_know_nothing_of_those_who_ask(path: Path) -> None:
    for name in imported(path):
        if name.startswith("app."):
            assert within(name, {"app.tables", "app.values", "app.vocabulary"}), f"{path} imports {name}"


@pytest.mark.parametrize(
    "path", sorted(APP.glob("*/queries.py")), ids=names(sorted(APP.glob("*/queries.py")))
)
def test_queries_know_nothing_of_http(path: Path) -> None:
    for name in imported(path):
        assert not within(name, {"fastapi", "starlette", "app.problems", "app.lists.pages", "app.live"})


def test_seeding_knows_nothing_of_http() -> None:
    for path in (APP / "seeding").glob("*.py"):
        for name in imported(path):
            assert not within(name, {"fastapi", "starlette", "app.problems", "app.main", "app.live"}), path


def test_packages_have_no_import_cycles() -> None:
    """Each package and module below `app` can be placed above all that it imports."""
    wanted: dict[str, set[str]] = {}
    for path in MODULES:
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        wanted[module] = {name for name in imported(path) if name.startswith("app.") and name != module}
    for module, others in wanted.items():
        wanted[module] = others & wanted.keys()
    while free := [module for module, others in wanted.items() if not others]:
        for module in free:
            del wanted[module]
        for others in wanted.values():
            others.difference_update(free)
    assert wanted == {}
