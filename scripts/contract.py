"""Writes the contract anew: recorded examples, then openapi/openapi.json, and the same in OpenAPI 3.0.

Each example is asked of the real application on the real content, so that what the document shows is
what the service answers. Run by `make contract`; a test compares what is committed with a new run.
"""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from alembic import command
from fastapi import FastAPI

from app.database import make_engine
from app.main import create_app
from app.migrating import alembic_config
from app.openapi import EXAMPLES, HEADERS, PROBLEM_EXAMPLES
from app.openapi_30 import convert
from app.seeding.loader import seed
from app.settings import ROOT, Settings
from scripts.problem_examples import record_problems

DOCUMENT = ROOT / "openapi" / "openapi.json"
DOCUMENT_30 = ROOT / "openapi" / "openapi-3.0.json"
Json = dict[str, Any]


class Example(NamedTuple):
    """A request to show, under the operation that it belongs to."""

    operation: str
    name: str
    summary: str
    path: str
    body: Json | None = None


TWITCH: Json = {
    "symptoms": [
        {"id": "lip-twitching"},
        {"text": "pins and needles round my mouth"},
        {"id": "muscle-cramps", "present": False},
    ],
    "profile": {
        "age_years": 34,
        "sex": "female",
        "pregnant": False,
        "lactating": False,
        "diet": "vegan",
        "conditions": ["Crohn's disease"],
        "medications": ["omeprazole"],
        "lifestyle": ["lots of coffee"],
    },
    "labs": [{"test": "magnesium-serum", "value": 0.62, "unit": "mmol/L"}],
    "options": {"limit": 2, "explain": True},
}
RED_FLAG: Json = {
    "symptoms": [{"text": "my face dropped on one side and my speech is slurred"}],
    "profile": {"age_years": 71, "sex": "male"},
    "options": {"limit": 1},
}
UNKNOWN: Json = {"symptoms": [{"text": "grumbly whatsits"}]}
TWO_PEOPLE: Json = {
    "items": [
        {
            "symptoms": [{"id": "lip-twitching"}],
            "profile": {"age_years": 34, "sex": "female"},
            "options": {"limit": 1, "explain": False},
        },
        {"symptoms": [{"id": "lip-twiching"}]},
    ]
}
VEGAN_DAYS: Json = {
    "profile": {"age_years": 34, "sex": "female", "diet": "vegan"},
    "days": 3,
    "foods": [
        {"food": 168878, "grams_per_day": 900},
        {"food": 168462, "grams_per_day": 100},
        {"food": 170556, "portions_per_day": 1},
    ],
    "options": {"nutrients": ["calcium", "iron", "magnesium", "vitamin-b12"], "foods_to_close_gap": 2},
}
NOBODY: Json = {
    "foods": [{"food": 168626, "portions_per_day": 1}, {"food": 2147483647, "grams_per_day": 50}],
    "options": {"nutrients": ["niacin", "vitamin-a"]},
}
CATALOGUE = (
    Example("list_nutrients", "page", "The first nutrients", "/v1/nutrients?limit=2"),
    Example("list_nutrients", "typo", "A search with a typo", "/v1/nutrients?q=magnezium&limit=1"),
    Example("get_nutrient", "magnesium", "Magnesium", "/v1/nutrients/magnesium"),
    Example(
        "compare_nutrients",
        "twitching",
        "Two nutrients that articles on twitching compare",
        "/v1/nutrients/compare?ids=magnesium,vitamin-b12&age_years=34&sex=female",
    ),
    Example(
        "list_nutrient_symptoms",
        "magnesium",
        "Claims about low magnesium",
        "/v1/nutrients/magnesium/symptoms?limit=2",
    ),
    Example(
        "list_nutrient_symptoms",
        "contradicted",
        "Claims that were tested and failed",
        "/v1/nutrients/magnesium/symptoms?stance=contradicts&limit=1",
    ),
    Example(
        "list_nutrient_interactions",
        "medications",
        "Medications that act on magnesium",
        "/v1/nutrients/magnesium/interactions?kind=medication&limit=2",
    ),
    Example(
        "list_nutrient_foods",
        "vegan",
        "Vegan foods for a woman of 34",
        "/v1/nutrients/magnesium/foods?diet=vegan&everyday=true&age_years=34&sex=female&limit=2",
    ),
    Example("list_symptoms", "lay", "Everyday words", "/v1/symptoms?q=lip+keeps+jumping&limit=1"),
    Example("get_symptom", "lip_twitching", "Lip twitching", "/v1/symptoms/lip-twitching"),
    Example(
        "parse_text",
        "sentence",
        "Two findings and a denial",
        "/v1/symptoms/parse",
        {"text": "my lip keeps jumping and I feel tired, but no cramps"},
    ),
    Example("assess", "twitching_vegan", "Lip twitching, vegan, a low result", "/v1/assess", TWITCH),
    Example("assess", "emergency", "A red flag", "/v1/assess", RED_FLAG),
    Example("assess", "not_understood", "Nothing understood", "/v1/assess", UNKNOWN),
    Example(
        "assess_batch", "two_people", "An answer, and a problem in its place", "/v1/assess/batch", TWO_PEOPLE
    ),
    Example("assess_intake", "vegan_days", "Three days of a vegan", "/v1/intake", VEGAN_DAYS),
    Example("assess_intake", "no_person", "No age or sex; liver; an unknown food", "/v1/intake", NOBODY),
    Example("list_foods", "typo", "A search with a typo", "/v1/foods?q=pumkin+seeds&limit=1"),
    Example("get_food", "spinach", "Spinach, raw", "/v1/foods/168462"),
    Example(
        "list_reference_intakes",
        "woman_34",
        "Magnesium for a woman of 34",
        "/v1/rda?nutrient=magnesium&age_years=34&sex=female",
    ),
    Example("list_life_stages", "first", "The first life stages", "/v1/life-stages?limit=2"),
    Example("list_triggers", "caffeine", "Caffeine", "/v1/triggers?category=caffeine&limit=1"),
    Example("get_trigger", "caffeine", "Caffeine", "/v1/triggers/caffeine"),
    Example("list_risk_factors", "brand", "A brand name", "/v1/risk-factors?q=Prilosec&limit=1"),
    Example("get_risk_factor", "omeprazole", "Omeprazole", "/v1/risk-factors/omeprazole"),
    Example("list_red_flags", "first", "The most urgent rules", "/v1/red-flags?limit=1"),
    Example("get_red_flag", "face_droop", "Face droop", "/v1/red-flags/face-droop"),
    Example("list_lab_tests", "magnesium", "Tests of magnesium", "/v1/lab-tests?nutrient=magnesium&limit=1"),
    Example("get_lab_test", "magnesium", "Magnesium in serum", "/v1/lab-tests/magnesium-serum"),
    Example("list_sources", "first", "The first sources", "/v1/sources?limit=1"),
    Example("get_source", "nasem", "A source of intakes", "/v1/sources/nasem-2019-sodium-potassium"),
    Example("search_everything", "typo", "As one types", "/v1/search?q=magnezium&limit=2"),
    Example("list_conflicts", "first", "Where sources disagree", "/v1/conflicts?limit=1"),
    Example(
        "get_model",
        "magnesium",
        "What the scoring knows of one cause",
        "/v1/model?cause=magnesium-deficiency",
    ),
    Example("get_evaluation", "evaluation", "How well it does", "/v1/evaluation"),
    Example("list_changes", "first", "A change", "/v1/changelog?version=0.1.0&kind=data&limit=1"),
    Example(
        "list_nutrients",
        "ids",
        "Some by id, one of them misspelled",
        "/v1/nutrients?ids=zinc,magnesum&expand=sources",
    ),
    Example("get_health", "alive", "Alive", "/healthz"),
    Example("get_readiness", "ready", "Ready", "/readyz"),
)


async def record(app: FastAPI) -> dict[str, dict[str, Json]]:
    """Ask every example of the application; give the answers by operation and name."""
    recorded: dict[str, dict[str, Json]] = {}
    transport = httpx.ASGITransport(app=app)
    # Problems of a batch bear the id of the request: one that doesn't change from run to run.
    name = {"X-Request-ID": HEADERS["X-Request-ID"]["example"]}
    async with httpx.AsyncClient(transport=transport, base_url="http://example", headers=name) as client:
        for example in CATALOGUE:
            if example.body is None:
                answer = await client.get(example.path)
            else:
                answer = await client.post(example.path, json=example.body)
            if answer.is_error:
                raise RuntimeError(f"{example.path} answered {answer.status_code}: {answer.text[:300]}")
            shown: Json = {"summary": example.summary, "request": example.body}
            recorded.setdefault(example.operation, {})[example.name] = {
                **shown,
                "response": answer.json(),
            }
    return recorded


def as_text(value: object) -> str:
    """Give JSON as it is committed: in the order of the service, so that readers meet the ordinary case
    first, and of an assessment its triage.
    """
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Record the examples on a fresh database and write the files."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            database_url=f"sqlite:///{Path(folder) / 'contract.db'}",
            snapshot_path=Path(folder),
            rate_limit_enabled=False,
        )
        engine = make_engine(settings)
        command.upgrade(alembic_config(engine), "head")
        seed(engine, ROOT / "seed", print)
        app = create_app(settings)
        EXAMPLES.write_text(as_text(asyncio.run(record(app))), encoding="utf-8")
        PROBLEM_EXAMPLES.write_text(as_text(asyncio.run(record_problems(app))), encoding="utf-8")
        DOCUMENT.write_text(as_text(app.openapi()), encoding="utf-8")
        DOCUMENT_30.write_text(as_text(convert(app.openapi())), encoding="utf-8")
        app.state.engine.dispose()
        engine.dispose()
    written = (DOCUMENT, DOCUMENT_30, EXAMPLES, PROBLEM_EXAMPLES)
    print(f"wrote {', '.join(str(path.relative_to(ROOT)) for path in written)}")


if __name__ == "__main__":
    main()
