"""The report on the real seed: the numbers asked for, the committed page, the command."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.report.coverage import Coverage, coverage
from app.report.goals import goals
from app.report.html import as_html
from app.seeding.reader import Content
from app.settings import ROOT
from app.vocabulary import Stance

PAGE = ROOT / "docs" / "coverage.html"
GOALS = [goal.name for goal in goals(coverage(Content(), date(2026, 1, 1)))]
# Claims that are everywhere and failed when they were tested (issue 3, item 3).
REFUTED = [
    ("magnesium-deficiency", "eyelid-twitching"),
    ("magnesium-deficiency", "night-leg-cramps"),
    ("calcium-deficiency", "chvostek-sign"),
    ("dehydration", "exercise-muscle-cramps"),
]


@pytest.mark.parametrize("name", GOALS)
def test_the_number_asked_for_is_reached(name: str, whole_report: Coverage) -> None:
    goal = next(goal for goal in goals(whole_report) if goal.name == name)
    assert goal.met, f"{name}: {goal.reached:g} of {goal.wanted:g}"


def test_every_nutrient_is_complete(whole_report: Coverage) -> None:
    assert {nutrient.id: nutrient.missing for nutrient in whole_report.nutrients if nutrient.missing} == {}


@pytest.mark.parametrize(("cause", "symptom"), REFUTED)
def test_a_refuted_claim_is_kept_and_said_to_be_refuted(cause: str, symptom: str, whole: Content) -> None:
    found = [
        link.stance
        for one in whole.all_causes()
        if one.id == cause
        for link in one.symptoms
        if link.symptom == symptom
    ]
    assert found == [Stance.CONTRADICTS]


def test_the_committed_page_is_that_of_the_committed_seed(whole_report: Coverage) -> None:
    assert PAGE.read_text(encoding="utf-8") == as_html(whole_report), "run `make report`"


def test_the_page_is_light() -> None:
    assert PAGE.stat().st_size < 100_000


def test_the_command_prints_the_tables_and_writes_the_page(tmp_path: Path, whole_report: Coverage) -> None:
    page = tmp_path / "page.html"
    answer = CliRunner().invoke(cli, ["report", "--html", str(page)])
    assert answer.exit_code == 0, answer.output
    assert answer.output.startswith("ASKED FOR AND REACHED")
    assert page.read_text(encoding="utf-8") == as_html(whole_report)


def test_the_command_takes_the_day_for_what_is_due() -> None:
    answer = CliRunner().invoke(cli, ["report", "--today", "2030-01-01"])
    assert "Records due from 2030-01-01 to 2030-04-01" in answer.output


def test_the_command_says_no_where_the_seed_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "symptoms").mkdir()
    (tmp_path / "symptoms" / "twitch.toml").write_text("not toml")
    monkeypatch.setenv("APP_SEED_PATH", str(tmp_path))
    answer = CliRunner().invoke(cli, ["report"])
    assert answer.exit_code == 1
    assert "cannot be read" in answer.output
