"""What triage tells people to do: clear, in order, and each thing once."""

import re
from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import httpx
import pytest

from app.assessment import texts
from app.vocabulary import TriageLevel

pytestmark = pytest.mark.anyio

STROKE = "my face dropped on one side, my speech is slurred and I have chest pain"


async def triage_of(client: httpx.AsyncClient, *symptoms: str, **profile: Any) -> dict[str, Any]:
    body = {"symptoms": [{"text": text} for text in symptoms], "profile": profile}
    found: dict[str, Any] = (await client.post("/v1/assess", json=body)).json()["triage"]
    return found


async def all_of(client: httpx.AsyncClient, path: str) -> AsyncIterator[dict[str, Any]]:
    """Give all items of a list."""
    cursor: dict[str, str] | None = {}
    while cursor is not None:
        page = (await client.get(path, params={"limit": 100, **cursor})).json()
        for item in page["items"]:
            yield item
        cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else None


async def test_several_rules_of_one_level_say_each_thing_once(client: httpx.AsyncClient) -> None:
    triage = await triage_of(client, STROKE, age_years=71, sex="male")
    assert len([rule for rule in triage["red_flags"] if rule["level"] == "emergency"]) > 2
    sentences = re.split(r"(?<=[.!?])\s+|: ", triage["advice"])
    assert len(sentences) == len(set(sentences))
    assert len(re.findall(r"(?i)\bcall ", triage["advice"])) == 1
    assert triage["advice"].startswith("Call your local emergency number now")


async def test_what_belongs_to_one_of_several_rules_stands_under_its_name(client: httpx.AsyncClient) -> None:
    triage = await triage_of(client, STROKE, age_years=71, sex="male")
    assert "Chest pain: Sit down and rest." in triage["advice"]


async def test_do_this_stands_right_behind_what_is_to_be_done(client: httpx.AsyncClient) -> None:
    triage = await triage_of(client, STROKE, age_years=71, sex="male")
    first, second = re.split(r"(?<=[.!?])\s+", triage["advice"])[:2]
    assert first.startswith("Call")
    assert second.startswith("Do this even if")


async def test_a_single_rule_needs_no_heading(client: httpx.AsyncClient) -> None:
    triage = await triage_of(client, "chest pain", age_years=50, sex="male")
    assert [rule["name"] for rule in triage["red_flags"]] == ["Chest pain"]
    assert "Chest pain:" not in triage["advice"]
    assert "Sit down and rest." in triage["advice"]


async def test_who_should_be_seen_today_is_not_told_that_tomorrow_will_do(client: httpx.AsyncClient) -> None:
    triage = await triage_of(client, "one arm is weak", age_years=50, sex="male")
    assert triage["level"] == "urgent"
    assert "today" in triage["advice"]
    assert "tomorrow" not in triage["advice"]


async def test_nothing_goes_on_from_a_sentence_that_was_left_out(client: httpx.AsyncClient) -> None:
    going_on = re.compile(r"(This|That|It|They|There|Then|Do this|Do that)\b")
    met = 0
    async for rule in all_of(client, "/v1/red-flags"):
        repeated = texts.REPEATED[TriageLevel(rule["level"])]
        sentences = re.split(r"(?<=[.!?])\s+", rule["advice"])
        for before, after in pairwise(sentences):
            if before in repeated:
                met += 1
                assert after.startswith(texts.EVEN_IF) or not going_on.match(after), rule["id"]
    assert met > 50
