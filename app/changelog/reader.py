"""Reads CHANGELOG.md, which is the one place where changes are told.

The form is strict, so that a line that the route would not show is found by the tests:
`## version (date)` or `## Unreleased`; below it `### API`, `### Scoring`, `### Data` or `### Platform`;
below that list entries, which may run over several indented lines.
"""

import re
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

CHANGELOG = Path(__file__).resolve().parent.parent.parent / "CHANGELOG.md"
UNRELEASED = "unreleased"
RELEASE = re.compile(r"## (?P<version>\d+\.\d+\.\d+) \((?P<date>\d{4}-\d{2}-\d{2})\)")


class ChangeKind(StrEnum):
    """What a change is a change of."""

    API = "api"
    SCORING = "scoring"
    DATA = "data"
    PLATFORM = "platform"


HEADINGS = {"### API": ChangeKind.API} | {
    f"### {kind.value.capitalize()}": kind for kind in ChangeKind if kind is not ChangeKind.API
}


class Change(NamedTuple):
    """One entry of the changelog."""

    version: str
    date: date | None
    kind: ChangeKind
    text: str


class ChangelogError(ValueError):
    """A line of the changelog is not of the form that is promised."""


def read_changes(text: str) -> list[Change]:
    """Give the entries of a changelog in its order, the newest release first.

    Raises:
        ChangelogError: a line fits nowhere; its number is named.
    """
    changes: list[Change] = []
    version: tuple[str, date | None] | None = None
    kind: ChangeKind | None = None
    may_go_on = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## "):
            version, kind = version_of(line, number), None
        elif version is None or not line.strip():
            may_go_on = False
            continue  # What stands before the first release tells how to read the rest.
        elif line.startswith("### "):
            kind = HEADINGS.get(line)
            if kind is None:
                raise ChangelogError(f"line {number}: the heading must be one of {', '.join(HEADINGS)}")
        elif line.startswith("- ") and kind is not None:
            changes.append(Change(*version, kind, line.removeprefix("- ").strip()))
            may_go_on = True
            continue
        elif line.startswith("  ") and may_go_on:
            changes[-1] = changes[-1]._replace(text=f"{changes[-1].text} {line.strip()}")
            continue
        elif kind is not None or line.startswith("- "):
            raise ChangelogError(f"line {number}: only '- ' entries below a '### ' heading can be read")
        may_go_on = False
    return changes


def version_of(line: str, number: int) -> tuple[str, date | None]:
    """Read the heading of a release."""
    if line == "## Unreleased":
        return UNRELEASED, None
    found = RELEASE.fullmatch(line)
    if found is None:
        raise ChangelogError(f"line {number}: write '## 1.2.3 (2026-12-31)' or '## Unreleased'")
    return found["version"], date.fromisoformat(found["date"])


@cache
def changes() -> list[Change]:
    """Give the entries of this code's changelog."""
    return read_changes(CHANGELOG.read_text(encoding="utf-8"))
