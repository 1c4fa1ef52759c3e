"""CHANGELOG.md and `/v1/changelog` are one and the same."""

import re
from datetime import date
from pathlib import Path

import httpx
import pytest

from app.changelog.reader import CHANGELOG, Change, ChangeKind, ChangelogError, read_changes
from app.openapi import api_version
from app.settings import ROOT

GOOD = """\
# Changelog

Words about the form, which may hold
- a list.

## Unreleased

### API

- One change.

## 0.2.0 (2026-12-01)

### Data

- A change
  on two lines.
- Another.

## 0.1.0 (2026-11-22)

First version.

### Platform

- The first.
"""


def test_entries_are_read_in_order() -> None:
    assert read_changes(GOOD) == [
        Change("unreleased", None, ChangeKind.API, "One change."),
        Change("0.2.0", date(2026, 12, 1), ChangeKind.DATA, "A change on two lines."),
        Change("0.2.0", date(2026, 12, 1), ChangeKind.DATA, "Another."),
        Change("0.1.0", date(2026, 11, 22), ChangeKind.PLATFORM, "The first."),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## 0.2.0 (2026-12-01)", "## 0.2.0"),
        ("## 0.2.0 (2026-12-01)", "## [0.2.0] - 2026-12-01"),
        ("### Data", "### Fixed"),
        ("### Data\n", ""),
        ("- Another.", "* Another."),
        ("- Another.", "Another."),
        ("  on two lines", "on two lines"),
        ("- Another.", "- Another.\n\n  Far below."),
    ],
)
def test_a_line_that_would_not_be_shown_is_refused(old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(ChangelogError, match="line "):
        read_changes(GOOD.replace(old, new))


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="day is out of range"):
        read_changes(GOOD.replace("2026-12-01", "2026-02-31"))


def test_every_entry_of_the_file_is_read() -> None:
    text = CHANGELOG.read_text(encoding="utf-8")
    found = read_changes(text)
    assert len(found) == len(re.findall(r"^- ", text, re.MULTILINE)) > 0
    words = re.sub(r"\s+", " ", text)
    assert all(change.text in words for change in found)
    assert api_version() in {change.version for change in found}


def test_the_image_holds_the_file() -> None:
    assert CHANGELOG == ROOT / "CHANGELOG.md"
    assert re.search(r"^COPY CHANGELOG\.md ", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    ignored = Path(ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert not {"CHANGELOG.md", "*.md", "**/*.md"} & set(ignored)


@pytest.mark.anyio
async def test_the_route_gives_what_the_file_says(small_client: httpx.AsyncClient) -> None:
    page = (await small_client.get("/v1/changelog?limit=100")).json()
    found = read_changes(CHANGELOG.read_text(encoding="utf-8"))[:100]
    assert [(item["version"], item["kind"], item["text"]) for item in page["items"]] == [
        (change.version, change.kind, change.text) for change in found
    ]
    assert [item["date"] for item in page["items"]] == [
        change.date.isoformat() if change.date else None for change in found
    ]


@pytest.mark.anyio
async def test_changes_can_be_narrowed(small_client: httpx.AsyncClient) -> None:
    page = (await small_client.get("/v1/changelog?kind=data&version=0.1.0&fields=text,kind")).json()
    assert page["total"] == len(page["items"]) > 0
    assert {tuple(item) for item in page["items"]} == {("kind", "text")}
    assert {item["kind"] for item in page["items"]} == {"data"}


@pytest.mark.anyio
async def test_a_release_that_never_was_is_refused(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/changelog?version=9.9.9")
    assert answer.status_code == 422
    assert "0.1.0" in answer.json()["errors"][0]["suggestions"]
