"""`POST /v1/intake` over HTTP: sums and probabilities are worked out anew from the CSV files."""

import logging
from math import ceil, isclose, sqrt
from statistics import NormalDist
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.foods.usda import amounts, foods, lines, portions

pytestmark = pytest.mark.anyio

Json = dict[str, Any]
PATH = "/v1/intake"
MARK = "Zweiundvierzig"
# FDC ids: white rice, raw spinach, dried pumpkin seeds, beef liver, Brazil nuts, brewed coffee, table salt.
RICE, SPINACH, SEEDS, LIVER, BRAZIL_NUTS, COFFEE, SALT = (
    168878,
    168462,
    170556,
    168626,
    170569,
    171890,
    173468,
)
WOMAN: Json = {"age_years": 34, "sex": "female"}
STAGE = "female-31-50-y"
NO_FOOD = 1_987_654_321
# Published coefficients of variation of requirements (IOM 2006, appendix H; RDA of vitamin D, IOM 2011).
VARIATION = {
    "niacin": 0.15,
    "copper": 0.15,
    "molybdenum": 0.15,
    "iodine": 0.2,
    "carbohydrate": 0.15,
    "vitamin-d": 0.25,
}
NO_PROBABILITY = {"iron", "vitamin-a", "vitamin-b12", "vitamin-c", "vitamin-e"}
WITHIN = 0.4
DIGITS = 1e-3  # answers are rounded to four digits


def figures(stage: str, *measures: str) -> dict[str, dict[str, str]]:
    """Give the published figures of a life stage by nutrient."""
    return {
        row["nutrient_id"]: row
        for row in lines("dri.csv")
        if row["life_stage"] == stage and row["measure"] in measures
    }


def eaten(nutrient: str, grams: dict[int, float]) -> float | None:
    """Add up a nutrient; None where it is known of no food."""
    known = amounts().get(nutrient, {})
    parts = [known[food] * weight / 100 for food, weight in grams.items() if food in known]
    if nutrient == "niacin":
        tryptophan = amounts()["tryptophan"]
        parts += [
            tryptophan[food] * weight / 100 * 1000 / 60
            for food, weight in grams.items()
            if food in known and food in tryptophan
        ]
    return sum(parts) if parts else None


def share_known(nutrient: str, grams: dict[int, float]) -> float:
    """Give the share of the energy from foods whose amount is known."""
    wanted = [amounts()[nutrient], amounts()["tryptophan"]] if nutrient == "niacin" else [amounts()[nutrient]]
    energy = {food: amounts()["energy"].get(food, 0.0) * weight for food, weight in grams.items()}
    known = sum(kcal for food, kcal in energy.items() if all(food in one for one in wanted))
    return known / sum(energy.values())


def adequacy(nutrient: str, amount: float, ear: float, days: int) -> float:
    """Give the DRI committee's probability that an intake meets a person's own requirement."""
    spread = sqrt((VARIATION.get(nutrient, 0.1) * ear) ** 2 + (WITHIN * ear) ** 2 / days)
    return NormalDist().cdf((amount - ear) / spread)


def body_of(grams: dict[int, float], *nutrients: str, **more: Any) -> Json:
    """Give a request for a woman of 34."""
    body = {
        "profile": WOMAN,
        "foods": [{"food": food, "grams_per_day": weight} for food, weight in grams.items()],
    }
    if nutrients:
        body["options"] = {"nutrients": list(nutrients)}
    return {**body, **more}


async def ask(client: httpx.AsyncClient, body: Json) -> Json:
    answer = await client.post(PATH, json=body)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def ask_of(client: httpx.AsyncClient, nutrient: str, body: Json) -> Json:
    """Ask for one nutrient."""
    options = {**body.get("options", {}), "nutrients": [nutrient]}
    (found,) = (await ask(client, {**body, "options": options}))["nutrients"]
    assert found["nutrient"] == nutrient
    one: Json = found
    return one


def same(value: float, expected: float) -> bool:
    """Compare with a rounded figure."""
    return isclose(value, expected, rel_tol=DIGITS, abs_tol=1e-9)


# --- sums, references, probability -------------------------------------------------------------------


async def test_every_nutrient_with_a_recommendation_is_told(client: httpx.AsyncClient) -> None:
    found = await ask(client, body_of({RICE: 100}))
    assert [one["nutrient"] for one in found["nutrients"]] == sorted(figures(STAGE, "RDA", "AI"))
    assert found["life_stage"] == STAGE


async def test_figures_are_those_that_were_published(client: httpx.AsyncClient) -> None:
    found = await ask(client, body_of({RICE: 100}))
    places = {"ear": ("EAR",), "recommended": ("RDA", "AI"), "ul": ("UL",), "cdrr": ("CDRR",)}
    for place, measures in places.items():
        published = figures(STAGE, *measures)
        for one in found["nutrients"]:
            told, row = one[place], published.get(one["nutrient"])
            assert (told is None) == (row is None), (place, one["nutrient"])
            if told is None or row is None:
                continue
            assert told["value"] == float(row["value"])
            assert told["measure"] == row["measure"]
            assert told["unit"] == row["unit"].split()[0].replace("µ", "u")
            assert told["sources"]


LISTS = (
    {RICE: 900.0, SPINACH: 100.0, SEEDS: 30.0},
    {LIVER: 85.0, COFFEE: 500.0, RICE: 50.0},
    {SALT: 6.0, BRAZIL_NUTS: 5.0},
)


def check(found: Json, grams: dict[int, float], days: int) -> None:
    """Work an answer for a woman of 34 out anew."""
    ears, recommended = figures(STAGE, "EAR"), figures(STAGE, "RDA", "AI")
    for one in found["nutrients"]:
        nutrient = one["nutrient"]
        amount, told = eaten(nutrient, grams), one["intake"]
        assert (told is None) == (amount is None), nutrient
        if amount is None:
            assert one["status"] == "unknown"
            assert one["probability_of_adequacy"] is one["percent_of_recommended"] is None
            continue
        assert same(told["value"], amount), nutrient
        assert same(one["completeness"]["share_of_energy"], share_known(nutrient, grams)), nutrient
        factor = 1000 if nutrient == "water" else 1
        whole = float(recommended[nutrient]["value"]) * factor
        assert same(one["percent_of_recommended"], 100 * amount / whole), nutrient
        judged = nutrient in ears and nutrient not in NO_PROBABILITY | {"protein"}
        assert (one["probability_of_adequacy"] is not None) == judged
        assert (one["not_judged_because"] is None) == judged
        if judged:
            expected = adequacy(nutrient, amount, float(ears[nutrient]["value"]), days)
            assert one["probability_of_adequacy"] == pytest.approx(expected, abs=1e-4), nutrient


@pytest.mark.parametrize("days", [1, 7, 30])
@pytest.mark.parametrize("grams", LISTS)
async def test_sums_and_probabilities_can_be_worked_out_anew(
    client: httpx.AsyncClient, grams: dict[int, float], days: int
) -> None:
    check(await ask(client, body_of(grams, days=days)), grams, days)


@given(
    grams=st.dictionaries(
        st.sampled_from(sorted(foods())[::40]),
        st.floats(min_value=0.1, max_value=2000),
        min_size=1,
        max_size=12,
    ),
    days=st.integers(1, 30),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_foods_are_added_up(client: httpx.AsyncClient, grams: dict[int, float], days: int) -> None:
    if not any(amounts()["energy"].get(food) for food in grams):
        return
    found = await ask(client, body_of(grams, days=days))
    check(found, grams, days)
    energy = sum(amounts()["energy"].get(food, 0) * weight / 100 for food, weight in grams.items())
    assert same(found["energy"]["value"], energy)
    for one in found["nutrients"]:
        check_status(one, found["energy"]["share_of_need"])
        check_foods(one, grams)


def on_an_edge(one: Json, share_of_need: float) -> bool:
    """Tell whether a figure is so near its limit that, rounded, it doesn't tell the side."""
    chance, percent = one["probability_of_adequacy"], one["percent_of_recommended"]
    pairs = [
        (share_of_need, 0.6), (one["completeness"]["share_of_energy"], 0.8),
        (chance, 0.15), (chance, 0.85), (percent, 100),
    ]  # fmt: skip
    return any(told is not None and isclose(told, edge, rel_tol=DIGITS) for told, edge in pairs)


def check_status(one: Json, share_of_need: float) -> None:
    """See that status, probability and reference agree."""
    if on_an_edge(one, share_of_need):
        return
    chance, status = one["probability_of_adequacy"], one["status"]
    covered = share_of_need >= 0.6 and one["completeness"]["share_of_energy"] >= 0.8
    above = any(one[place] is not None and one[place]["exceeded"] for place in ("ul", "cdrr"))
    assert (status == "above-limit") == above
    if above or status == "unknown":
        return
    if chance is not None:
        assert (status == "enough") == (chance >= 0.85)
        if chance < 0.85:
            assert status == ("incomplete" if not covered else "short" if chance <= 0.15 else "uncertain")
        assert one["probability_is_lower_bound"] or covered
    elif one["percent_of_recommended"] >= 100:
        assert status == "meets-recommendation"
    else:
        assert status in ({"below-ear", "not-judged"} if covered else {"incomplete", "not-judged"})


def test_more_days_make_a_surer_judgement() -> None:
    assert adequacy("zinc", 10, 6.8, 30) > adequacy("zinc", 10, 6.8, 1) > 0.5


async def test_more_days_are_told_as_surer(client: httpx.AsyncClient) -> None:
    chances = [
        (await ask_of(client, "zinc", body_of({RICE: 1700}, days=days)))["probability_of_adequacy"]
        for days in (1, 3, 30)
    ]
    assert 0.5 < chances[0] < chances[1] < chances[2]
    notes = [(await ask(client, body_of({RICE: 1700}, days=days)))["notes"] for days in (2, 3)]
    assert ["One or two days" in " ".join(lines) for lines in notes] == [True, False]


# --- what has no probability -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nutrient", "reason"),
    [
        ("vitamin-k", "Adequate Intake"),
        ("potassium", "Adequate Intake"),
        ("iron", "normal approximation"),
        ("vitamin-b12", "day to day"),
        ("protein", "body weight"),
        ("lycopene", "No recommended intake"),
        ("boron", "known of no listed food"),
    ],
)
async def test_why_there_is_no_probability_is_told(
    client: httpx.AsyncClient, nutrient: str, reason: str
) -> None:
    one = await ask_of(client, nutrient, body_of({RICE: 1000}))
    assert one["probability_of_adequacy"] is None
    assert one["probability_is_lower_bound"] is False
    assert reason in one["not_judged_because"]


async def test_without_a_probability_the_requirement_and_the_recommendation_speak(
    client: httpx.AsyncClient,
) -> None:
    body = body_of({RICE: 1200, SPINACH: 30})
    assert (await ask_of(client, "vitamin-b12", body))["status"] == "below-ear"
    assert (await ask_of(client, "manganese", body))["status"] == "meets-recommendation"
    assert (await ask_of(client, "potassium", body))["status"] == "not-judged"
    assert (await ask_of(client, "lycopene", body))["status"] == "no-reference"


async def test_a_short_list_is_not_called_low_intake(client: httpx.AsyncClient) -> None:
    body = body_of({RICE: 200})
    found = await ask(client, body)
    assert any("cover about 14 %" in note for note in found["notes"])
    assert {one["status"] for one in found["nutrients"]} <= {
        "incomplete", "not-judged", "unknown", "enough", "meets-recommendation",
    }  # fmt: skip
    zinc = await ask_of(client, "zinc", body)
    assert zinc["status"] == "incomplete"
    assert zinc["probability_is_lower_bound"]
    assert (await ask_of(client, "vitamin-b12", body))["status"] == "incomplete"


# --- missing is not zero -----------------------------------------------------------------------------


async def test_a_food_of_unknown_content_is_left_out_and_told(client: httpx.AsyncClient) -> None:
    unknown = next(
        food
        for food in sorted(foods())
        if food not in amounts()["magnesium"] and amounts()["energy"].get(food, 0) > 200
    )
    grams = {RICE: 500.0, unknown: 200.0}
    one = await ask_of(client, "magnesium", body_of(grams))
    assert same(one["intake"]["value"], amounts()["magnesium"][RICE] * 5)
    assert one["intake"]["is_lower_bound"]
    assert one["completeness"]["share_of_energy"] < 1
    assert (one["completeness"]["foods_known"], one["completeness"]["foods_listed"]) == (1, 2)
    alone = await ask_of(client, "magnesium", body_of({unknown: 200.0}))
    assert alone["intake"] is None
    assert alone["gap"] is None
    assert alone["foods"] == []
    assert alone["status"] == "unknown"


async def test_niacin_counts_what_the_body_makes_of_tryptophan(client: httpx.AsyncClient) -> None:
    one = await ask_of(client, "niacin", body_of({RICE: 500}))
    preformed, made = amounts()["niacin"][RICE] * 5, amounts()["tryptophan"][RICE] * 5 * 1000 / 60
    assert same(one["intake"]["value"], preformed + made)
    assert one["intake"]["unit_basis"] == one["recommended"]["unit_basis"] == "NE"
    assert not one["intake"]["is_lower_bound"]
    without = next(
        food
        for food in sorted(amounts()["niacin"])
        if food not in amounts()["tryptophan"] and amounts()["niacin"][food]
    )
    bound = await ask_of(client, "niacin", body_of({without: 100}))
    assert same(bound["intake"]["value"], amounts()["niacin"][without])
    assert bound["intake"]["is_lower_bound"]
    assert bound["completeness"]["foods_known"] == 0


async def test_what_an_infants_ai_counts_otherwise_is_not_compared(client: httpx.AsyncClient) -> None:
    one = await ask_of(client, "niacin", body_of({RICE: 50}, profile={"age_months": 3}))
    assert one["recommended"]["note"] == "Only ready-made niacin counts."
    assert one["percent_of_recommended"] is None
    assert one["status"] == "not-judged"
    assert "cannot be compared" in one["explanation"]


# --- upper levels ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nutrient", "grams"),
    [("magnesium", {SEEDS: 400}), ("niacin", {LIVER: 500}), ("vitamin-e", {SEEDS: 400})],
)
async def test_an_upper_level_of_supplements_is_not_compared_with_food(
    client: httpx.AsyncClient, nutrient: str, grams: dict[int, float]
) -> None:
    one = await ask_of(client, nutrient, body_of(grams))
    assert one["ul"]["covers"].startswith("This limit is for supplements and ")
    assert one["ul"]["compared_with"] is None
    assert one["ul"]["exceeded"] is None
    assert one["status"] != "above-limit"


async def test_the_upper_level_of_vitamin_a_counts_retinol_only(client: httpx.AsyncClient) -> None:
    carotene = await ask_of(client, "vitamin-a", body_of({SPINACH: 2000}))
    assert carotene["intake"]["value"] > carotene["ul"]["value"]
    assert carotene["ul"]["exceeded"] is False
    assert carotene["ul"]["compared_with"]["value"] == 0
    retinol = await ask_of(client, "vitamin-a", body_of({LIVER: 100}))
    assert same(retinol["ul"]["compared_with"]["value"], amounts()["retinol"][LIVER])
    assert retinol["ul"]["exceeded"] is True
    assert retinol["status"] == "above-limit"


async def test_the_upper_level_of_folate_counts_what_was_added(client: httpx.AsyncClient) -> None:
    leaves = await ask_of(client, "folate", body_of({SPINACH: 1000}))
    assert leaves["intake"]["value"] > 1000
    assert leaves["ul"]["compared_with"]["value"] == 0
    assert leaves["ul"]["exceeded"] is False
    enriched = await ask_of(client, "folate", body_of({RICE: 2000}))
    assert same(enriched["ul"]["compared_with"]["value"], amounts()["folic-acid"][RICE] * 20)
    assert enriched["ul"]["exceeded"] is True


async def test_other_upper_levels_count_all_that_is_eaten(client: httpx.AsyncClient) -> None:
    selenium = await ask_of(client, "selenium", body_of({BRAZIL_NUTS: 50}))
    assert (selenium["ul"]["exceeded"], selenium["status"]) == (True, "above-limit")
    assert "more than the upper level" in selenium["explanation"]
    salted = await ask_of(client, "sodium", body_of({SALT: 8}))
    assert (salted["cdrr"]["exceeded"], salted["ul"], salted["status"]) == (True, None, "above-limit")
    assert "eating less" in salted["explanation"]


# --- foods that close a gap --------------------------------------------------------------------------


def check_foods(one: Json, grams: dict[int, float]) -> None:
    """See that each food closes the gap, and takes nobody above an upper level."""
    gap = one["gap"]
    if gap is None:
        assert one["foods"] == []
        return
    for food in one["foods"]:
        held = eaten(one["nutrient"], {food["id"]: food["grams_needed"]})
        assert held == pytest.approx(gap["value"], rel=2 * DIGITS), one["nutrient"]
        if food["portion"] is not None:
            assert food["portions_needed"] == pytest.approx(
                food["grams_needed"] / food["gram_weight"], rel=DIGITS
            )
            assert food["per_portion"]["value"] * food["portions_needed"] == pytest.approx(
                gap["value"], rel=3 * DIGITS
            )
        advised = max(food["grams_needed"], food["gram_weight"] or 0)
        for nutrient, row in figures(STAGE, "UL", "CDRR").items():
            part = {"vitamin-a": "retinol", "folate": "folic-acid"}.get(nutrient, nutrient)
            if part not in amounts() or (row["note"].startswith("UL applies to") and part == nutrient):
                continue
            limit, before = float(row["value"]), eaten(part, grams) or 0
            added = (eaten(part, {food["id"]: advised})) or 0
            assert before + added <= limit * (1 + DIGITS) or (
                before > limit and added <= limit * 0.1 * (1 + DIGITS)
            )


@pytest.mark.parametrize("diet", ["vegan", "vegetarian", "pescatarian", "omnivore", None])
async def test_foods_close_the_gap_and_fit_the_diet(client: httpx.AsyncClient, diet: str | None) -> None:
    grams = {RICE: 600.0, SALT: 1.0}
    found = await ask(client, body_of(grams, profile={**WOMAN, "diet": diet}))
    suggested = {one["nutrient"]: one["foods"] for one in found["nutrients"]}
    for one in found["nutrients"]:
        check_foods(one, grams)
    for nutrient in ("magnesium", "iron", "zinc", "vitamin-a", "calcium", "fiber"):
        assert len(suggested[nutrient]) == 3, nutrient
        portions_needed = [food["portions_needed"] for food in suggested[nutrient]]
        assert portions_needed == sorted(portions_needed)
    for food in {food["id"] for some in suggested.values() for food in some}:
        read = (await client.get(f"/v1/foods/{food}")).json()
        assert read["everyday"]
        assert diet in {None, "omnivore"} or diet in read["diets"]


async def test_liver_and_brazil_nuts_are_no_advice(client: httpx.AsyncClient) -> None:
    profile = {"age_years": 30, "pregnant": True}
    found = await ask(client, body_of({SALT: 1}, profile=profile, options={"foods_to_close_gap": 10}))
    names = [food["name"].lower() for one in found["nutrients"] for food in one["foods"]]
    assert names
    assert not [name for name in names if "liver" in name or "brazil" in name]


@pytest.mark.parametrize("most", [0, 1, 10])
async def test_as_many_foods_as_asked_for(client: httpx.AsyncClient, most: int) -> None:
    one = await ask_of(client, "magnesium", body_of({RICE: 300}, options={"foods_to_close_gap": most}))
    assert len(one["foods"]) == most


async def test_nobody_is_advised_to_eat_more_salt(client: httpx.AsyncClient) -> None:
    one = await ask_of(client, "sodium", body_of({RICE: 300}))
    assert one["gap"]["value"] > 0
    assert one["foods"] == []


async def test_infants_get_no_foods(client: httpx.AsyncClient) -> None:
    found = await ask(client, body_of({RICE: 30}, profile={"age_months": 11}))
    assert all(one["foods"] == [] for one in found["nutrients"])
    assert any("child's doctor" in note for note in found["notes"])
    assert (found["energy"]["need"], found["energy"]["share_of_need"]) == (None, None)
    toddler = await ask_of(client, "iron", body_of({RICE: 30}, profile={"age_months": 13}))
    assert toddler["foods"]


async def test_diets_that_foods_are_not_checked_for_are_named(client: httpx.AsyncClient) -> None:
    found = await ask(client, body_of({RICE: 30}, profile={**WOMAN, "diet": "low-salt"}))
    assert any("not checked for salt" in note for note in found["notes"])


@pytest.mark.parametrize(("diet", "told"), [("vegan", True), ("vegetarian", True), ("omnivore", False)])
async def test_the_iron_of_plants_is_told_to_be_taken_up_less(
    client: httpx.AsyncClient, diet: str, told: bool
) -> None:
    found = await ask(client, body_of({RICE: 30}, "iron", profile={**WOMAN, "diet": diet}))
    assert any("1.8 times" in note for note in found["notes"]) is told


@pytest.mark.parametrize(
    ("diet", "grams", "status", "words"),
    [
        ("omnivore", 600, "meets-recommendation", "reach the recommended intake."),
        ("vegan", 600, "not-judged", "about 1.8 times as much is needed"),
        ("vegan", 1200, "meets-recommendation", "reach the recommended intake."),
    ],
)
async def test_what_is_enough_iron_depends_on_the_diet(
    client: httpx.AsyncClient, diet: str, grams: float, status: str, words: str
) -> None:
    lentils = 172421
    told = await ask_of(client, "iron", body_of({lentils: grams}, profile={**WOMAN, "diet": diet}))
    assert told["status"] == status
    assert words in told["explanation"]


async def test_omega_3_is_judged_by_its_essential_part(client: httpx.AsyncClient) -> None:
    body = body_of({RICE: 300})
    found, part = await ask_of(client, "omega-3", body), await ask_of(client, "alpha-linolenic-acid", body)
    assert found["name"] != part["name"]
    assert {**found, "nutrient": "", "name": ""} == {**part, "nutrient": "", "name": ""}
    notes = (await ask(client, {**body, "options": {"nutrients": ["omega-3"]}}))["notes"]
    assert any("alpha-linolenic" in note for note in notes)


# --- foods and people --------------------------------------------------------------------------------


async def test_portions_are_typical_ones(client: httpx.AsyncClient) -> None:
    read = (await client.get(f"/v1/foods/{SEEDS}")).json()
    weight = next(one["gram_weight"] for one in read["portions"] if one["typical"])
    by_portion = await ask(client, {"foods": [{"food": SEEDS, "portions_per_day": 2.5}]})
    by_weight = await ask(client, {"foods": [{"food": SEEDS, "grams_per_day": 2.5 * weight}]})
    assert by_portion == by_weight


async def test_foods_that_cannot_be_counted_are_told(client: httpx.AsyncClient) -> None:
    bare = next(food for food in sorted(foods()) if food not in portions())
    listed = [
        {"food": RICE, "grams_per_day": 100},
        {"food": NO_FOOD, "grams_per_day": 100},
        {"food": NO_FOOD + 1, "portions_per_day": 1},
        {"food": bare, "portions_per_day": 1},
    ]
    found = await ask(client, {"profile": WOMAN, "foods": listed})
    assert [(one["text"], one["kind"]) for one in found["unmatched"]] == [
        (str(bare), "food"),
        (str(NO_FOOD), "food"),
        (str(NO_FOOD + 1), "food"),
    ]
    assert "grams_per_day" in found["unmatched"][0]["reason"]
    assert "no such food" in found["unmatched"][1]["reason"]
    plain = await ask(client, body_of({RICE: 100}))
    assert found["nutrients"] == plain["nutrients"]


async def test_unknown_foods_alone_give_no_sums(client: httpx.AsyncClient) -> None:
    found = await ask(client, body_of({NO_FOOD: 100}))
    assert {one["status"] for one in found["nutrients"]} == {"unknown"}
    assert all(one["completeness"]["share_of_energy"] is None for one in found["nutrients"])
    assert found["energy"]["value"] == 0


async def test_a_food_listed_twice_is_added_up_and_order_does_not_matter(client: httpx.AsyncClient) -> None:
    parts = [{"food": RICE, "grams_per_day": 0.1}, {"food": RICE, "grams_per_day": 0.2}]
    other = {"food": SEEDS, "portions_per_day": 1}
    orders = ([*parts, other], [other, *reversed(parts)])
    one, two = [(await client.post(PATH, json={"foods": order})).content for order in orders]
    assert one == two


async def test_without_a_person_the_range_of_adults_is_told(client: httpx.AsyncClient) -> None:
    found = await ask(client, {"foods": [{"food": RICE, "grams_per_day": 1000}]})
    assert found["life_stage"] is None
    assert any("Age or sex was not given" in note for note in found["notes"])
    by_id = {one["nutrient"]: one for one in found["nutrients"]}
    magnesium = by_id["magnesium"]
    assert magnesium["recommended"]["value"] is None
    assert (magnesium["recommended"]["low"], magnesium["recommended"]["high"]) == (310, 420)
    assert same(magnesium["percent_of_recommended"], magnesium["intake"]["value"] / 4.2)
    assert magnesium["probability_of_adequacy"] is None
    assert "age or sex" in magnesium["not_judged_because"]
    # One EAR for all adults needs no age.
    assert by_id["selenium"]["recommended"]["value"] == 55
    assert by_id["selenium"]["probability_of_adequacy"] is not None


@pytest.mark.parametrize(
    ("profile", "stage"),
    [
        ({"age_years": 30, "sex": "male"}, "male-19-30-y"),
        ({"age_months": 8}, "infant-7-12-mo"),
        ({"age_years": 30, "pregnant": True}, "pregnancy-19-30-y"),
        ({"age_years": 30, "sex": "female", "lactating": True}, "lactation-19-30-y"),
        ({"age_years": 5}, "child-4-8-y"),
    ],
)
async def test_figures_are_of_the_persons_life_stage(
    client: httpx.AsyncClient, profile: Json, stage: str
) -> None:
    found = await ask(client, body_of({RICE: 100}, "iron", profile=profile))
    assert found["life_stage"] == stage
    rda = figures(stage, "RDA", "AI")["iron"]
    assert found["nutrients"][0]["recommended"]["value"] == float(rda["value"])


async def test_energy_is_set_against_the_need(client: httpx.AsyncClient) -> None:
    energy = (await ask(client, body_of({RICE: 1000})))["energy"]
    kcal = amounts()["energy"][RICE] * 10
    assert same(energy.pop("share_of_need"), kcal / 1800)
    assert energy == {"value": kcal, "unit": "kcal", "need": 1800, "foods_unknown": 0}


async def test_foods_without_energy_are_told(client: httpx.AsyncClient) -> None:
    dark = next(food for food in sorted(foods()) if food not in amounts()["energy"])
    found = await ask(client, body_of({RICE: 100, dark: 10}))
    assert found["energy"]["foods_unknown"] == 1
    assert any("energy of some listed foods is unknown" in note for note in found["notes"])


async def test_nutrients_may_be_picked(client: httpx.AsyncClient) -> None:
    found = await ask(client, body_of({RICE: 100}, "zinc", "iron", "zinc"))
    assert [one["nutrient"] for one in found["nutrients"]] == ["iron", "zinc"]


async def test_two_hundred_foods_are_added_up(client: httpx.AsyncClient) -> None:
    grams = dict.fromkeys(sorted(foods())[:200], 10.0)
    one = await ask_of(client, "iron", body_of(grams))
    assert same(one["intake"]["value"], eaten("iron", grams) or 0)
    refused = await client.post(PATH, json=body_of(dict.fromkeys(sorted(foods())[:201], 10.0)))
    assert refused.status_code == 422


# --- errors and silence ------------------------------------------------------------------------------

LISTED: Json = {"food": 1, "grams_per_day": 10}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/foods"),
        ({"foods": []}, "/foods"),
        ({"foods": [{}]}, "/foods/0/food"),
        ({"foods": [{"food": 1}]}, "/foods/0"),
        ({"foods": [{**LISTED, "portions_per_day": 1}]}, "/foods/0"),
        ({"foods": [{**LISTED, "grams_per_day": 0}]}, "/foods/0/grams_per_day"),
        ({"foods": [{**LISTED, "grams_per_day": "10"}]}, "/foods/0/grams_per_day"),
        ({"foods": [{**LISTED, "grams_per_day": 10_001}]}, "/foods/0/grams_per_day"),
        ({"foods": [{"food": 1, "portions_per_day": 101}]}, "/foods/0/portions_per_day"),
        ({"foods": [{"food": 1, "portions_per_day": True}]}, "/foods/0/portions_per_day"),
        ({"foods": [{**LISTED, "food": "rice"}]}, "/foods/0/food"),
        ({"foods": [{**LISTED, MARK: 1}]}, "/foods/0"),
        ({"foods": [LISTED], MARK: MARK}, ""),
        ({"foods": [LISTED], "days": 0}, "/days"),
        ({"foods": [LISTED], "days": 31}, "/days"),
        ({"foods": [LISTED], "days": 1.5}, "/days"),
        ({"foods": [LISTED], "profile": {"conditions": [MARK]}}, "/profile"),
        ({"foods": [LISTED], "profile": {"diet": MARK}}, "/profile/diet"),
        ({"foods": [LISTED], "profile": {"age_years": 3, "age_months": 36}}, "/profile"),
        ({"foods": [LISTED], "profile": {"sex": "male", "pregnant": True}}, "/profile"),
        ({"foods": [LISTED], "options": {"foods_to_close_gap": 11}}, "/options/foods_to_close_gap"),
        ({"foods": [LISTED], "options": {"nutrients": []}}, "/options/nutrients"),
        ({"foods": [LISTED], "options": {"nutrients": [MARK]}}, "/options/nutrients/0"),
        ({"foods": [LISTED], "options": {"nutrients": ["metal", MARK.lower()]}}, "/options/nutrients/1"),
    ],
)
async def test_what_does_not_fit_is_pointed_at_and_not_echoed(
    small_client: httpx.AsyncClient, body: Json, pointer: str
) -> None:
    answer = await small_client.post(PATH, json=body)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["type"] == "/problems/invalid-request"
    assert {part["pointer"] for part in answer.json()["errors"]} == {pointer}
    assert MARK.lower() not in answer.text.lower()


async def test_an_unknown_nutrient_gets_suggestions(client: httpx.AsyncClient) -> None:
    answer = await client.post(PATH, json=body_of({RICE: 1}, "magnezium"))
    assert answer.status_code == 422
    assert "magnesium" in answer.json()["errors"][0]["suggestions"]


async def test_nothing_is_cached_echoed_or_logged(
    client: httpx.AsyncClient,
    app: FastAPI,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG, logger="app")
    body = body_of({RICE: 87.654321}, profile={"age_years": 43.2109, "sex": "female"})
    answer = await client.post(PATH, json=body)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    for mark in ("87.654", "43.2109", str(RICE)):
        assert mark not in answer.text
        assert mark not in caplog.text
    app.state.log.flush()
    # Only what is named for this request: other requests of the test are in the log too.
    output = capsys.readouterr().err
    assert '"operation": "assess_intake"' in output
    assert not any(mark in output for mark in ("87.654", "43.2109"))
    assert "not a diagnosis" in answer.json()["disclaimer"]
    assert answer.json()["content_release"] == answer.headers["X-Content-Release"]


async def test_the_same_request_gives_the_same_bytes(client: httpx.AsyncClient) -> None:
    body = body_of({RICE: 300, SEEDS: 30})
    first = (await client.post(PATH, json=body)).content
    assert (await client.post(PATH, json=body)).content == first
    assert ceil(len(first) / 1000) < 100
