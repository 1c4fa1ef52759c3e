"""The page and the terminal's text: whole, plain, safe and the same each time."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.report.coverage import coverage
from app.report.html import as_html
from app.report.tables import tables
from app.report.text import as_text
from app.seeding.reader import Content
from tests.report.conftest import content_of
from tests.seeding.world import changed

DAY = date(2026, 1, 1)
VOID = {"meta", "rect", "path"}


class Page(HTMLParser):
    """Reads a page: its elements, and whether each is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture
def page(small: Content) -> Page:
    """Give the page on the small seed."""
    return Page(as_html(coverage(small, DAY)))


def test_every_element_is_closed(page: Page) -> None:
    assert page.open == []


def test_the_page_needs_nothing_from_elsewhere(page: Page) -> None:
    assert {"script", "link", "img", "iframe", "object"}.isdisjoint({tag for tag, _ in page.found})
    for _, attributes in page.found:
        assert {"src", "onclick", "style"}.isdisjoint(attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_the_page_can_be_read_without_seeing_it(page: Page) -> None:
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == 1
    assert len(page.all("caption")) == len(page.all("table"))
    assert all("scope" in attributes for attributes in page.all("th"))
    charts = page.all("svg")
    assert len(charts) == 4
    assert all(chart["role"] == "img" and chart["aria-label"] for chart in charts)
    headings = {attributes["id"] for attributes in page.all("h2")}
    assert {attributes["aria-labelledby"] for attributes in page.all("section")} == headings
    assert {attributes["href"] for attributes in page.all("a")} == {f"#{heading}" for heading in headings}


def test_what_records_say_cannot_become_markup(tmp_path: Path) -> None:
    files = changed("nutrients/metal.toml", 'name = "Metal"', 'name = "<script>Metal & co"')
    written = as_html(coverage(content_of(tmp_path, files), DAY))
    assert "<script" not in written
    assert "&lt;script&gt;Metal &amp; co" in written


def test_an_empty_seed_makes_a_page(tmp_path: Path) -> None:
    assert Page(as_html(coverage(Content(), DAY))).open == []


def test_equal_seeds_make_equal_pages(small: Content, tmp_path: Path) -> None:
    again = content_of(tmp_path / "again")
    assert as_html(coverage(small, DAY)) == as_html(coverage(again, DAY))


def test_every_table_is_in_the_text_with_its_columns_in_line(small: Content) -> None:
    report = coverage(small, DAY)
    text = as_text(report)
    for table in tables(report):
        assert table.caption.upper() in text
        assert all(len(row) == len(table.head) for row in table.rows)
    goals = text[: text.index("RECORDS AND CLAIMS")].splitlines()[3:-1]
    assert {line.index("at least") for line in goals[1:] if "at least" in line} == {
        goals[0].index("Asked for")
    }


def test_a_long_text_is_shortened(tmp_path: Path) -> None:
    old = 'description = "It is made up."'
    files = changed("symptoms/twitch.toml", old, f'description = "{"quite long " * 20}"')
    text = as_text(coverage(content_of(tmp_path, files), DAY))
    assert "quite long..." in text or "quite..." in text
