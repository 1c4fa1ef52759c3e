"""Every fact and feature of the three source articles can be had from the API.

One row a fact: what the articles say (in our words), where it is asked, and what the answer must
hold. A claim that evidence contradicts must be answered too, with that stance.
"""

import json
import re
from typing import Any, NamedTuple

import httpx
import pytest

pytestmark = pytest.mark.anyio

Json = dict[str, Any]


class Fact(NamedTuple):
    """A fact, the request that asks for it, and the patterns that its answer must hold."""

    says: str
    path: str
    patterns: tuple[str, ...]


def links(nutrient: str, *symptoms: str) -> Fact:
    """The lack of a nutrient is linked with symptoms."""
    path = f"/v1/nutrients/{nutrient}/symptoms?limit=100"
    patterns = tuple(f'"symptom": {{"id": "{symptom}"' for symptom in symptoms)
    return Fact(f"symptoms of low {nutrient}", path, patterns)


def at_risk(cause: str, *risk_factors: str) -> Fact:
    """Risk factors act on a cause."""
    path = f"/v1/risk-factors?cause={cause}&limit=100"
    return Fact(f"who is at risk of {cause}", path, tuple(f'"id": "{one}"' for one in risk_factors))


def source_of(nutrient: str, food: str, description: str) -> Fact:
    """A food is listed as a source of a nutrient."""
    path = f"/v1/nutrients/{nutrient}/foods?per=100g&limit=100&q={food.replace(' ', '+')}"
    return Fact(f"{food} as a source of {nutrient}", path, (description, '"per_100_g"'))


FACTS = (
    # Magnesium
    Fact("takes part in over 300 enzyme reactions", "/v1/nutrients/magnesium", (r"300",)),
    Fact("fourth most abundant mineral", "/v1/nutrients/magnesium", (r"fourth",)),
    Fact("blocks calcium by nature", "/v1/nutrients/magnesium", (r"block",)),
    Fact("nerves become overexcited", "/v1/nutrients/magnesium", (r"excit|overactive|fire",)),
    Fact("helps muscles relax", "/v1/nutrients/magnesium", (r"relax",)),
    Fact("most of it is in bone and soft tissue", "/v1/nutrients/magnesium", (r"bone",)),
    Fact("the lack is called hypomagnesemia", "/v1/nutrients/magnesium", (r"hypomagnes",)),
    Fact("food against supplement", "/v1/nutrients/magnesium", (r"absor", r"diarrh", r"food")),
    Fact("energy production", "/v1/nutrients/magnesium", (r"energy",)),
    links(
        "magnesium",
        "muscle-twitching",
        "facial-twitching",
        "muscle-cramps",
        "fatigue",
        "muscle-weakness",
        "nausea",
        "poor-appetite",
        "anxiety",
        "low-mood",
        "palpitations",
        "irregular-heartbeat",
        "headache",
        "migraine",
        "tremor",
        "high-blood-pressure",
        "muscle-spasm",
    ),
    at_risk(
        "magnesium-deficiency",
        "crohns-disease",
        "type-2-diabetes",
        "proton-pump-inhibitors",
        "thiazide-diuretics",
        "loop-diuretics",
        "alcohol-use-disorder",
    ),
    Fact("men need 400 to 420 mg", "/v1/rda?nutrient=magnesium&measure=RDA", (r"400\.0", r"420\.0")),
    Fact("women need 310 to 320 mg", "/v1/rda?nutrient=magnesium&measure=RDA", (r"310\.0", r"320\.0")),
    source_of("magnesium", "spinach", "spinach"),
    source_of("magnesium", "pumpkin seeds", "pumpkin"),
    source_of("magnesium", "almonds", "almond"),
    source_of("magnesium", "cashew", "cashew"),
    source_of("magnesium", "dark chocolate", "chocolate"),
    source_of("magnesium", "bananas", "banana"),
    source_of("magnesium", "avocados", "avocado"),
    source_of("magnesium", "chia seeds", "chia"),
    source_of("magnesium", "kale", "kale"),
    source_of("magnesium", "swiss chard", "chard"),
    source_of("magnesium", "black beans", "black"),
    source_of("magnesium", "edamame", "edamame"),
    source_of("magnesium", "lentils", "lentil"),
    source_of("magnesium", "whole wheat bread", "whole-wheat|whole wheat"),
    source_of("magnesium", "brown rice", "brown"),
    # Calcium
    Fact("contraction and relaxation", "/v1/nutrients/calcium", (r"contract",)),
    Fact("the lack is called hypocalcemia", "/v1/nutrients/calcium", (r"hypocalc",)),
    Fact("tetany is explained", "/v1/symptoms/tetany", (r"calcium",)),
    links(
        "calcium",
        "muscle-twitching",
        "muscle-cramps",
        "muscle-spasm",
        "tetany",
        "tingling-around-mouth",
        "numbness",
        "throat-spasm",
        "facial-spasm",
        "dry-skin",
        "memory-problems",
    ),
    source_of("calcium", "milk", "milk"),
    source_of("calcium", "yogurt", "yogurt"),
    source_of("calcium", "cheese", "cheese"),
    source_of("calcium", "kale", "kale"),
    source_of("calcium", "canned salmon", "salmon"),
    source_of("calcium", "sardines", "sardine"),
    source_of("calcium", "soymilk", "soymilk|soy milk"),
    # Vitamin D
    Fact("needed to absorb calcium", "/v1/nutrients/vitamin-d", (r"absorb|absorption", r"calcium")),
    Fact("comes from the sun", "/v1/nutrients/vitamin-d", (r"sun",)),
    Fact("fatty fish and egg yolks", "/v1/nutrients/vitamin-d", (r"fish", r"egg")),
    links("vitamin-d", "muscle-twitching", "muscle-weakness", "bone-pain", "muscle-pain", "fatigue"),
    Fact(
        "acts by way of calcium",
        "/v1/nutrients/vitamin-d/symptoms?limit=100",
        (r'"via": \{"id": "calcium-deficiency"',),
    ),
    source_of("vitamin-d", "salmon", "salmon"),
    source_of("vitamin-d", "egg yolk", "yolk"),
    at_risk("vitamin-d-deficiency", "little-sun"),
    # Vitamin B12 and other B vitamins
    Fact("keeps nerves healthy, makes red cells", "/v1/nutrients/vitamin-b12", (r"nerve", r"blood cell")),
    Fact("nerve damage with a normal blood count", "/v1/nutrients/vitamin-b12", (r"normal",)),
    Fact("months to improve, not always fully", "/v1/nutrients/vitamin-b12", (r"month",)),
    links(
        "vitamin-b12",
        "muscle-weakness",
        "muscle-twitching",
        "muscle-cramps",
        "tingling",
        "peripheral-neuropathy",
        "memory-problems",
        "poor-balance",
    ),
    at_risk("vitamin-b12-deficiency", "diet-vegan", "diet-vegetarian"),
    source_of("vitamin-b12", "beef", "beef"),
    source_of("vitamin-b12", "clams", "clam"),
    source_of("vitamin-b12", "cheese", "cheese"),
    Fact("B6 and the nervous system", "/v1/nutrients/vitamin-b6", (r"nerve|nervous|neurotrans",)),
    # Potassium and electrolytes
    Fact("an electrolyte for nerves and muscles", "/v1/nutrients/potassium", (r"nerve", r"muscle")),
    links("potassium", "muscle-twitching", "muscle-cramps", "muscle-spasm", "palpitations"),
    # Triggers
    Fact("stress", "/v1/triggers/stress", (r'"id": "muscle-twitching"|"id": "eyelid-twitching"',)),
    Fact("caffeine stimulates", "/v1/triggers/caffeine", (r"stimul", r"twitching")),
    Fact("dehydration and electrolytes", "/v1/triggers/dehydration", (r"electrolyte|salt", r"cramps")),
    Fact("sweating, vomiting, diarrhea", "/v1/triggers/dehydration", (r"sweat", r"vomit", r"diarrh")),
    Fact("overexertion", "/v1/triggers/overexertion", (r"lactic|lactate", r"twitching")),
    Fact("tiredness and poor sleep", "/v1/triggers/sleep-loss", (r"twitching",)),
    Fact("alcohol", "/v1/triggers/alcohol", (r"twitching|cramps|neuropathy",)),
    Fact("side effects of medicines", "/v1/triggers?category=medication&limit=50", (r"statin", r"diuretic")),
    Fact("neuromuscular disease is ruled out", "/v1/triggers/als", (r"muscle-weakness",)),
    # Pages, comparison, care
    Fact(
        "the comparison table of four nutrients",
        "/v1/nutrients/compare?ids=magnesium,calcium,vitamin-d,vitamin-b12",
        (r'"primary_role"', r'"mechanism"', r'"primary_sources"', r'"recommended_intakes"'),
    ),
    Fact("lip twitching has a page", "/v1/symptoms/lip-twitching", (r'"faq"', r"magnesium", r"caffeine")),
    Fact("most twitching is harmless", "/v1/symptoms/muscle-twitching", (r"harmless|benign",)),
    Fact(
        "see a doctor with weakness, numbness, coordination trouble, or when it stays",
        "/v1/symptoms/muscle-twitching",
        (r"weak", r"numb", r"coordinat|balance|clums", r"two weeks|2 weeks|weeks"),
    ),
    Fact("facial twitching has a page", "/v1/symptoms/facial-twitching", (r'"when_to_seek_care"',)),
    Fact("a blood test of magnesium", "/v1/lab-tests?nutrient=magnesium", (r'"magnesium-serum"',)),
    Fact("a blood test of calcium", "/v1/lab-tests?nutrient=calcium", (r'"calcium-serum"',)),
    Fact("a blood test of B12", "/v1/lab-tests?nutrient=vitamin-b12", (r'"vitamin-b12-serum"',)),
    Fact("a test of vitamin D", "/v1/lab-tests?nutrient=vitamin-d", (r'"vitamin-d-25-oh"',)),
    Fact("ask before taking supplements", "/v1/nutrients/magnesium", (r"doctor|pharmacist",)),
    # Where the articles disagree or go beyond the evidence
    Fact(
        "eyelid twitches and magnesium: tested and failed",
        "/v1/nutrients/magnesium/symptoms?stance=contradicts&limit=100",
        (r'"id": "eyelid-twitching"', r'"id": "night-leg-cramps"'),
    ),
    Fact(
        "stress and magnesium deplete each other: a hypothesis",
        "/v1/conflicts?limit=100",
        (r"stress", r"magnesium"),
    ),
    Fact("vitamin D: direct or indirect", "/v1/conflicts?limit=100", (r"vitamin d",)),
    Fact("which deficiencies are commonest", "/v1/conflicts?limit=100", (r"commonest|most common",)),
    Fact(
        "calcium in nerve cells and in blood",
        "/v1/conflicts?limit=100",
        (r"nerve cell|cells", r"blood calcium"),
    ),
)


@pytest.mark.parametrize("fact", FACTS, ids=[f"{number}: {fact.says}" for number, fact in enumerate(FACTS)])
async def test_the_fact_is_answered(fact: Fact, client: httpx.AsyncClient) -> None:
    answer = await client.get(fact.path)
    assert answer.status_code == 200, answer.text
    text = json.dumps(answer.json(), ensure_ascii=False)
    missing = [pattern for pattern in fact.patterns if not re.search(pattern, text, re.IGNORECASE)]
    assert not missing, f"{fact.path} does not say: {missing}"
