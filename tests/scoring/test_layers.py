"""The scoring core imports pure modules of the standard library and the vocabulary only."""

import ast
from pathlib import Path

import pytest

import app.scoring

PURE = {"collections", "collections.abc", "dataclasses", "enum", "itertools", "math", "typing"}
FILES = sorted(Path(app.scoring.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_the_core_imports_nothing_that_reads_or_writes(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            assert name in PURE or name == "app.vocabulary" or name.split(".")[:2] == ["app", "scoring"]
