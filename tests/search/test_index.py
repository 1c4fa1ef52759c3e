"""Search: typos, prefixes, food names in parts, order, and that no text whatever breaks it."""

import re
from itertools import pairwise
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.foods.models import Food
from app.language.normalize import tokenize
from app.problems import NotFoundError
from app.search.index import (
    BREVITY_SHARE,
    FOOD_HEAD,
    HEAD,
    LATER_PART,
    LEAST_COVER,
    NOT_PLAIN,
    Entry,
    KindIndex,
    SearchIndex,
    weighed,
)
from app.search.queries import LAST, other_names, place


def food(number: int, name: str, *names: str, plain: bool = True) -> Entry:
    return Entry(
        kind="food", id=str(number), name=name, phrases=names, by_parts=True, plain=plain, order=number
    )


def usda_food(number: int, ndb_number: str | None, description: str) -> Food:
    return Food(
        id=number,
        ndb_number=ndb_number,
        dataset="sr-legacy",
        description=description,
        category="Beef Products",
        vegan=False,
        vegetarian=False,
        pescatarian=False,
        everyday=True,
    )


FOODS = [
    food(1, "Milk, whole, 3.25% milkfat, with added vitamin D"),
    food(2, "Milk, reduced fat, fluid, 2% milkfat, with added vitamin A and vitamin D"),
    food(3, "Milk, buttermilk, dried", plain=False),
    food(4, "Fish, salmon, sockeye, cooked, dry heat"),
    food(5, "Fish, salmon, chum, canned, drained solids with bone"),
    food(6, "Salmon nuggets, breaded, frozen, heated", plain=False),
    food(7, "Salmonberries, raw (Alaska Native)", plain=False),
    food(8, "Nuts, almonds"),
    food(9, "Almond butter, creamy", plain=False),
    food(10, "Beverages, almond milk, unsweetened, shelf stable"),
    food(11, "Rice, brown, long-grain, cooked"),
    food(12, "Rice flour, brown", plain=False),
    food(13, "Beef, variety meats and by-products, liver, cooked, braised"),
    food(14, "Liver cheese, pork", plain=False),
    food(15, "Seeds, pumpkin and squash seed kernels, dried"),
    food(16, "Fish, sunfish, pumpkin seed, raw", plain=False),
    food(17, "Soymilk, original and vanilla, with added calcium, vitamins A and D"),
    food(18, "Egg, whole, cooked, hard-boiled"),
    food(19, "Eggplant, cooked, boiled, drained, without salt"),
    food(20, "Chickpeas (garbanzo beans, bengal gram), mature seeds, cooked"),
    food(21, "Cereals, oats, regular, cooked with water", "oatmeal"),
    food(22, "Bananas, raw"),
    food(23, "Chard, swiss, cooked, boiled, drained"),
    food(24, "Chocolate, dark, 70-85% cacao solids"),
    food(25, "Squash, summer, zucchini, includes skin, raw"),
]
INDEX = SearchIndex(
    [
        *FOODS,
        Entry(kind="nutrient", id="magnesium", name="Magnesium", phrases=("Mg",)),
        Entry(kind="nutrient", id="vitamin-b12", name="Vitamin B12 (cobalamin)", phrases=("cobalamin",)),
        Entry(kind="nutrient", id="vitamin-c", name="Vitamin C", phrases=("ascorbic acid",)),
        Entry(kind="nutrient", id="calcium", name="Calcium", phrases=()),
        Entry(kind="symptom", id="fatigue", name="Tiredness (fatigue)", phrases=("worn out",)),
        Entry(kind="symptom", id="lip-twitching", name="Lip twitching", phrases=("twitchy lip",)),
        Entry(kind="trigger", id="caffeine", name="Too much caffeine", phrases=("coffee",)),
    ]
)


def first(query: str, kind: str = "food") -> str:
    hits = INDEX.search(query, [kind])
    return hits[0].name if hits else ""


def names(query: str) -> list[str]:
    return [hit.name for hit in INDEX.search(query, ["food"])]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("salmon", "Fish, salmon"),
        ("milk", "Milk, whole"),
        ("almonds", "Nuts, almonds"),
        ("brown rice", "Rice, brown"),
        ("beef liver", "Beef, variety meats"),
        ("liver", "Beef, variety meats"),
        ("eggs", "Egg, whole"),
        ("pumpkin seeds", "Seeds, pumpkin"),
        ("canned salmon with bones", "Fish, salmon, chum, canned"),
        ("swiss chard", "Chard, swiss"),
        ("oatmeal", "Cereals, oats"),
    ],
)
def test_plain_words_find_plain_foods_first(query: str, expected: str) -> None:
    assert first(query).startswith(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("pumkin seeds", "Seeds, pumpkin"),
        ("bananna", "Bananas"),
        ("dark choclate", "Chocolate, dark"),
        ("amlonds", "Nuts, almonds"),
        ("salmn", "Fish, salmon"),
    ],
)
def test_typos_are_forgiven(query: str, expected: str) -> None:
    assert first(query).startswith(expected)


@pytest.mark.parametrize(
    ("query", "kind", "expected"),
    [
        ("magnezium", "nutrient", "Magnesium"),
        ("MAGNESIUM", "nutrient", "Magnesium"),
        ("vitamin b-12", "nutrient", "Vitamin B12 (cobalamin)"),
        ("vit c", "nutrient", "Vitamin C"),
        ("tiredness", "symptom", "Tiredness (fatigue)"),
        ("twitching lips", "symptom", "Lip twitching"),
    ],
)
def test_other_kinds_are_found_by_name_alias_and_near_word(query: str, kind: str, expected: str) -> None:
    assert first(query, kind) == expected


@pytest.mark.parametrize("typed", ["ma", "mag", "magn", "magne", "magnes", "magnesi", "magnesium"])
def test_names_are_found_as_one_types(typed: str) -> None:
    assert first(typed, "nutrient") == "Magnesium"


@pytest.mark.parametrize("query", ["zzzqqq", "xylophone", "1234567", "", "   ", "!!!", "\u200b"])
def test_unknown_words_give_nothing(query: str) -> None:
    assert not INDEX.search(query)


def test_words_that_mean_the_same_and_words_written_together_are_found() -> None:
    assert first("courgette").startswith("Squash, summer, zucchini")
    assert first("fortified soy milk").startswith("Soymilk")
    assert first("porridge").startswith("Cereals, oats")


def test_a_bracket_says_more_about_a_food_and_can_be_asked_for() -> None:
    assert first("chickpeas").startswith("Chickpeas")
    assert first("garbanzo").startswith("Chickpeas")


def test_what_only_begins_with_the_word_comes_after_the_word_itself() -> None:
    found = names("salmon")
    assert found.index("Salmonberries, raw (Alaska Native)") > 1
    assert names("egg").index("Eggplant, cooked, boiled, drained, without salt") > 0


def test_of_equally_good_foods_the_order_of_usda_decides() -> None:
    assert names("milk")[:2] == [FOODS[0].name, FOODS[1].name]


def test_an_exact_name_scores_one_and_nothing_scores_more() -> None:
    (hit,) = INDEX.search("magnesium", ["nutrient"])
    assert (hit.score, hit.matched) == (1.0, "Magnesium")
    assert all(0 < hit.score <= 1 for hit in INDEX.search("milk salmon almonds"))


def test_all_kinds_are_searched_at_once_and_nutrients_come_before_foods_among_equals() -> None:
    kinds = [hit.kind for hit in INDEX.search("calcium")]
    assert kinds[0] == "nutrient"
    assert "food" in kinds


def test_the_same_query_gives_the_same_answer_from_whatever_order_of_entries() -> None:
    other = SearchIndex(reversed(FOODS))
    for query in ("milk", "salmon", "seeds", "raw", "cooked"):
        assert list(other.search(query, ["food"])) == list(INDEX.search(query, ["food"]))


def test_ids_near_a_wrong_one_are_suggested() -> None:
    assert INDEX.near("magnezium", "nutrient") == ["magnesium"]
    problem = NotFoundError.of("symptom", "lip-twiching", INDEX.near("lip-twiching", "symptom"))
    assert problem.detail.endswith("Did you mean lip-twitching?")
    assert problem.errors[0].suggestions == ["lip-twitching"]
    assert NotFoundError.of("symptom", "qqqq", INDEX.near("qqqq", "symptom")).errors[0].suggestions == []


def test_rows_are_ranked_and_without_a_query_left_as_they_are() -> None:
    rows = [usda_food(number, None, FOODS[number - 1].name) for number in (1, 4, 8)]
    assert [row.id for row in INDEX.rank("salmon", "food", rows)] == [4]
    assert INDEX.rank(None, "food", rows) is rows


def test_an_unknown_kind_gives_nothing() -> None:
    assert not INDEX.search("milk", ["planet"])


@given(st.text(max_size=120))
def test_no_text_breaks_it(query: str) -> None:
    hits = list(INDEX.search(query))
    assert hits == list(INDEX.search(query))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 < hit.score <= 1 for hit in hits)


@given(
    st.lists(
        st.sampled_from(["milk", "salmon", "brown", "seeds", "almond", "raw", "cooked", "b12", "fish"]),
        max_size=8,
    )
)
def test_no_mixture_of_known_words_breaks_it(words: list[str]) -> None:
    assert len({hit.id for hit in INDEX.search(" ".join(words), ["food"])}) <= len(FOODS)


def test_other_names_of_foods_are_without_numbers_of_cuts() -> None:
    text = "URMIS #3313, Center loin chops, Includes USDA commodity food A415, vitamin C, hamburger"
    assert list(other_names(text)) == ["Center loin chops", "hamburger"]
    assert list(other_names(None)) == []


def test_foods_stand_in_the_order_of_usda_with_offal_after_meat() -> None:
    beef = usda_food(1, "23000", "Beef, ground")
    liver = usda_food(2, "13326", "Beef, variety meats and by-products, liver")
    foundation = usda_food(3, None, "Spinach, baby")
    assert place(beef) == 23000
    assert place(liver) > place(beef)
    assert place(foundation) == LAST


def looked_through(kind: KindIndex, query: str) -> list[tuple[int, float]]:
    """Score phrase by phrase, as the index says that it does: places with rounded scores, best first."""
    stems = [token.stem for token in tokenize(query)]
    joined = [left + right for left, right in pairwise(stems)]
    meant = [kind.near(typed, last=number == len(stems) - 1) for number, typed in enumerate(stems)]
    for number, words in enumerate(meant):
        for compound in joined[max(0, number - 1) : number + 1]:
            if compound in kind.words:
                words.setdefault(compound, 1.0)
    rarity = [max((kind.rarity[word] for word in words), default=kind.longest_rarity) for words in meant]
    best: dict[int, float] = {}
    for number, phrase in enumerate(kind.phrases):
        by_parts = INDEX.entries[kind.owner[number]].by_parts and kind.name[number] == number
        said = weighed(phrase, FOOD_HEAD if by_parts else HEAD)
        covered = used = 0.0
        for words, rare in zip(meant, rarity, strict=True):
            gains = [
                (words[word] * (1 if said[word] else LATER_PART), word) for word in words if word in said
            ]
            gained, word = max(gains, key=itemgetter(0), default=(0.0, ""))
            covered += gained * rare
            used += kind.rarity[word] if said.get(word) else 0.0
        if covered and covered / sum(rarity) >= LEAST_COVER:
            length = sum(kind.rarity[word] for word, is_first in said.items() if is_first)
            score = covered / sum(rarity) * (1 if INDEX.entries[kind.owner[number]].plain else NOT_PLAIN)
            if used:
                score *= 1 - BREVITY_SHARE * (1 - min(1.0, used / length))
            best[kind.owner[number]] = max(score, best.get(kind.owner[number], 0.0))
    return sorted(best.items(), key=lambda one: (-round(one[1], 4), one[0]))


WORDS = sorted({word for entry in FOODS for word in re.findall(r"\w+", entry.name.lower())})


@given(st.lists(st.sampled_from([*WORDS, "salmn", "almnods", "courgette", "soy", "ra", "zzz"]), max_size=5))
def test_what_is_passed_over_would_not_have_been_found(words: list[str]) -> None:
    query = " ".join(words)
    hits = INDEX.search(query, ["food"])
    expected = looked_through(INDEX.kinds["food"], query)
    assert len(hits) == len(expected)
    assert [hit.id for hit in hits] == [INDEX.entries[place].id for place, _ in expected]
    assert [hit.score for hit in hits] == pytest.approx([score for _, score in expected], abs=1e-4)


def test_a_page_is_the_same_however_much_of_the_list_was_read_before() -> None:
    whole = list(INDEX.search("raw milk", ["food"]))
    hits = INDEX.search("raw milk", ["food"])
    assert len(whole) == len(hits) > 3
    assert hits[2:4] == whole[2:4]
    assert hits[0] == whole[0]
    assert hits[-1] == whole[-1]
    assert hits[-2:] == whole[-2:]
    assert INDEX.search("raw milk", ["food"])[-3:-1] == whole[-3:-1]
    assert hits[len(whole) :] == []
    with pytest.raises(IndexError):
        hits[len(whole)]


def test_of_names_that_match_as_well_the_first_is_told() -> None:
    entry = Entry(kind="symptom", id="headache", name="Headache", phrases=("headace", "head pain"))
    (hit,) = SearchIndex([entry]).search("hea", ["symptom"])
    assert hit.matched == "Headache"
