"""What is written agrees with what is there: settings, commands, versions, links, pages."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from app.cli import cli
from app.docs import STATIC
from app.openapi import api_version
from app.settings import ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
IGNORED = {line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()}


def committed() -> Iterator[Path]:
    """Walk the files of the repository, without what is made on the way."""
    queue = [ROOT]
    while queue:
        for path in sorted(queue.pop().iterdir()):
            if path.name in {".git", *IGNORED} or path.suffix in {".pyc", ".egg-info"}:
                continue
            if path.is_dir():
                queue.append(path)
            else:
                yield path


MARKDOWN = [path for path in committed() if path.suffix == ".md"]


def names(paths: list[Path]) -> list[str]:
    """Give readable names of cases."""
    return [str(path.relative_to(ROOT)) for path in paths]


# --- settings, commands, versions -------------------------------------------------------------------


def settings_told() -> dict[str, str]:
    """Give the settings of the README's table with their defaults."""
    return dict(re.findall(r"^\| `APP_(\w+)` \| `([^`]*)` \|", README, re.MULTILINE))


def test_every_setting_is_in_the_readme_and_no_other() -> None:
    assert [name.lower() for name in settings_told()] == list(Settings.model_fields)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_readme_tells_the_default_of_a_setting(name: str) -> None:
    value = Settings.model_fields[name].default
    told = settings_told()[name.upper()]
    plain = str(value).replace(f"{ROOT}/", "").replace("'", '"')
    assert told == (plain.lower() if isinstance(value, bool) else plain)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_described_and_has_a_default(name: str) -> None:
    field = Settings.model_fields[name]
    assert (field.description or "").endswith(".")
    assert not field.is_required()


def test_every_command_is_in_the_readme_and_no_other() -> None:
    told = re.search(r"`python -m app ([a-z| ]+)`", README)
    assert told is not None
    commands = {
        command.name or command.callback.__name__ for command in cli.registered_commands if command.callback
    }
    assert set(told[1].split(" | ")) == commands


@pytest.mark.parametrize("path", MARKDOWN, ids=names(MARKDOWN))
def test_what_is_to_be_made_can_be_made(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = re.findall(r"(?:`|^    )make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(told) <= targets


def test_the_newest_version_of_the_changelog_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = re.search(r"^## (\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)$", CHANGELOG, re.MULTILINE)
    assert newest is not None
    assert newest[1] == project["version"] == api_version()


def test_the_readme_names_the_versions_of_python_that_the_package_takes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11,<3.14"
    assert "Python 3.11 to 3.13" in README


# --- links ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MARKDOWN, ids=names(MARKDOWN))
def test_links_between_files_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        target = urlsplit(link)
        if not target.scheme and target.path:
            assert (path.parent / target.path).exists(), link


@pytest.mark.parametrize("path", MARKDOWN, ids=names(MARKDOWN))
def test_files_that_are_named_are_there(path: Path) -> None:
    folders = "app|bench|docs|migrations|openapi|requirements|scripts|seed|tests"
    for name in re.findall(rf"`((?:{folders})/[\w./-]*)`", path.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


# --- pages without a network ------------------------------------------------------------------------


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/docs", "/redoc", "/problems", "/problems/not-found"])
async def test_a_page_asks_this_host_only_and_finds_what_it_asks_for(
    small_client: httpx.AsyncClient, path: str
) -> None:
    html = (await small_client.get(path)).text
    links = re.findall(r'(?:src|href)="([^"]*)"', html)
    assert links
    for link in links:
        assert not urlsplit(link).netloc
        assert (await small_client.get(link)).status_code == 200, link
    assert "//" not in html.replace("<!doctype html>", "")
    # No script inline: the policy would refuse it.
    assert re.findall(r"<script[^>]*>([^<]+)<", html) == []


@pytest.mark.parametrize("name", ["docs.js", "redoc.js", "swagger-ui.css"])
def test_what_starts_a_page_names_no_other_host(name: str) -> None:
    text = (STATIC / name).read_text(encoding="utf-8")
    hosts = {urlsplit(link).netloc for link in re.findall(r"https?://[^\s\"')]+", text)}
    assert hosts <= {"www.w3.org"}


@pytest.mark.parametrize("name", ["swagger-ui-bundle.js", "redoc.standalone.js"])
def test_scripts_of_a_page_fetch_nothing_from_a_content_network(name: str) -> None:
    text = (STATIC / name).read_text(encoding="utf-8")
    assert re.findall(r"(?:cdn|unpkg|fonts)\.[a-z]+\.[a-z]+/", text) == []


@pytest.mark.parametrize("name", ["LICENSE.redoc", "LICENSE.swagger-ui", "README.md"])
def test_what_is_packaged_has_its_licence_beside_it(name: str) -> None:
    assert (STATIC / name).stat().st_size > 300


# --- what must not be committed ---------------------------------------------------------------------

# Written in parts, so that this file does not name them either.
REGISTRIES = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.com",
    "npm" + "js.org",
    "yarn" + "pkg.com",
    "deb." + "debian.org",
    "ftp." + "debian.org",
    "security." + "debian.org",
    "archive." + "ubuntu.com",
    "docker" + ".io",
]


def test_no_file_names_a_package_registry() -> None:
    looked_at = 0
    for path in committed():
        try:
            text = path.read_text(encoding="utf-8").lower()
        except UnicodeDecodeError:
            continue
        looked_at += 1
        for host in REGISTRIES:
            assert host not in text, f"{path.relative_to(ROOT)} names {host}"
    assert looked_at > 500


def test_no_file_is_left_over() -> None:
    for path in committed():
        assert path.suffix not in {".orig", ".rej", ".bak", ".log", ".db", ".sqlite", ".swp"}, path
        assert path.stat().st_size < 3_000_000, path
