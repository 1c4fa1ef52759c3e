"""Rules for the whole seed: small seeds, each with one thing wrong, and the patterns themselves."""

from pathlib import Path

import pytest

from app.report.texts import ReaderText
from app.seeding.gates import CAUTION, check_gates, orders
from app.seeding.reader import Content, read_files
from tests.seeding.world import changed, write_seed

HARD = (
    "Hypomagnesemia always necessitates comprehensive multidisciplinary evaluation, "
    "considering other gastrointestinal malabsorption possibilities."
)
FORM = '[[supplement_forms]]\nname = "Powder"\nnote = "{note}"\nsources = ["book"]\n\n'


def breaches(root: Path, files: dict[str, str] | None = None) -> list[str]:
    """Write a small seed; give the breaches of the rules for the whole seed."""
    content, faults = read_files(write_seed(root / "seed", files))
    assert faults == []
    return sorted(str(fault) for fault in check_gates(content))


def test_the_small_seed_keeps_every_rule(tmp_path: Path) -> None:
    assert breaches(tmp_path) == []


def test_an_empty_seed_keeps_every_rule() -> None:
    assert list(check_gates(Content())) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        pytest.param(
            "causes/coffee.toml",
            'note = "Nothing more is known."\n',
            "",
            "seed/causes/coffee.toml: symptoms: 1 link(s); give 3",
            id="few links without a note",
        ),
        pytest.param(
            "causes/coffee.toml",
            'grade = "D"\nbasis = "expert range"\nfrequency = "frequent"\nmechanism = "Because."\n'
            'note = "Nothing more is known."\nsources = ["book"]',
            'grade = "C"\nbasis = "expert range"\nfrequency = "frequent"\nmechanism = "Because."\n'
            'note = "Nothing more is known."\nsources = ["own-rule"]',
            "coffee.symptoms[twitch]: grade C on our own rule alone",
            id="a grade without evidence",
        ),
        pytest.param(
            "risk-factors/all.toml",
            'basis = "measured"\ngrade = "B"\nsources = ["book"]',
            'basis = "measured"\ngrade = "D"\nsources = ["own-rule"]',
            "red-pill.effects[metal-deficiency]: basis 'measured' on our own rule alone",
            id="a measurement without a study",
        ),
        pytest.param(
            "nutrients/metal.toml",
            'text = "Point 0."\nsources = ["book"]',
            'text = "Point 0."\nsources = ["own-rule"]',
            "metal.key_points.sources: our own rule alone",
            id="a fact on our own rule",
        ),
        pytest.param(
            "red-flags/all.toml",
            'sources = ["book"]',
            'sources = ["own-rule"]',
            "gone-stiff.sources: our own rule alone",
            id="a record on our own rule",
        ),
        pytest.param(
            "symptoms/lip-twitch.toml",
            "rate = 0.1\nlow = 0.05\nhigh = 0.2",
            "rate = 0.15\nlow = 0.05\nhigh = 0.2",
            "seed/symptoms/lip-twitch.toml: background: 0.15 is above the 0.1 of its parent 'twitch'",
            id="a child above its parent",
        ),
        pytest.param(
            "symptoms/lip-twitch.toml",
            'rate = 0.1\nlow = 0.05\nhigh = 0.2\nbasis = "measured"',
            'rule = "very-common"\nbasis = "stated rule"',
            "0.25 is above the 0.1 of its parent 'twitch'",
            id="a child by rule above its parent",
        ),
        pytest.param(
            "risk-factors/all.toml",
            'pathway = "intake"',
            'pathway = "exposure"',
            "no-stones.effects[metal-deficiency].pathway: 'exposure' leads to triggers",
            id="exposure to a lack",
        ),
        pytest.param(
            "nutrients/metal.toml",
            "[[levels]]",
            FORM.format(note="It is grey.") + "[[levels]]",
            "supplement_forms[Powder].note: has no caution",
            id="a supplement without its caution",
        ),
        pytest.param(
            "conflicts/all.toml",
            'our_handling = "Both."',
            f'our_handling = "{HARD}"',
            "stones-or-leaves.our_handling: reading grade",
            id="a hard text",
        ),
        pytest.param(
            "red-flags/all.toml",
            'advice = "Call somebody."',
            'advice = "Take 500 mg of it."',
            "gone-stiff.advice: tells the reader to start, stop or dose: 'Take 500 mg of it.'",
            id="an order",
        ),
    ],
)
def test_a_breach_is_told_with_its_place(tmp_path: Path, name: str, old: str, new: str, told: str) -> None:
    found = breaches(tmp_path, changed(name, old, new))
    assert len(found) == 1
    assert told in found[0]


def test_texts_that_are_hard_on_average_are_a_fault_of_the_seed(tmp_path: Path) -> None:
    hard = " ".join([HARD] * 30)
    found = breaches(
        tmp_path, changed("conflicts/all.toml", 'our_handling = "Both."', f'our_handling = "{hard}"')
    )
    assert len(found) == 2
    assert any(one.startswith("seed: texts: reading grade") for one in found)


def test_a_supplement_with_its_caution_is_fine(tmp_path: Path) -> None:
    files = changed("nutrients/metal.toml", "[[levels]]", FORM.format(note="Ask a smith.") + "[[levels]]")
    assert breaches(tmp_path, files) == []


def test_what_a_side_of_a_conflict_says_may_be_our_reading_of_it(tmp_path: Path) -> None:
    old = 'claim = "Stones."\nstance = "supports"\nsources = ["book"]'
    files = changed("conflicts/all.toml", old, old.replace("book", "own-rule"))
    assert breaches(tmp_path, files) == []


def told_off(text: str) -> bool:
    """Tell whether a text counts as telling the reader to start, stop or dose something."""
    content = Content()
    return bool(list(orders(content, [ReaderText("nutrient", "metal", "summary", text)])))


@pytest.mark.parametrize(
    "text",
    [
        "Take 500 mg a day.",
        "Then take up to 2 tablets.",
        "You should take iron.",
        "You must double it.",
        "You need to stop your tablets.",
        "Feeling better? Stop taking it.",
        "Start using the drops at night.",
        "Take iron with juice.",
        "Eat well. Stop the blue water pills.",
        "Double the dose after a week.",
        "For cramps: Take a magnesium tablet.",
    ],
)
def test_an_order_is_caught(text: str) -> None:
    assert told_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop taking your tablets on your own.",
        "Don't take 500 mg at once.",
        "Stop no medicine on your own.",
        "Take iron only if a blood test shows a lack.",
        "Ask your doctor before you start taking iron.",
        "If you take 4,000 IU a day, tell your doctor.",
        "You should see a doctor today.",
        "You have to stop early because of weak legs.",
        "Take the child to a hospital.",
        "Take care with kidney disease.",
        "It may take 3 months.",
        "Doctors may stop the medicine.",
    ],
)
def test_advice_that_holds_back_and_plain_facts_are_let_through(text: str) -> None:
    assert not told_off(text)


@pytest.mark.parametrize("note", ["Ask a pharmacist.", "It can upset the stomach.", "Too much harms nerves."])
def test_a_caution_names_a_risk_or_somebody_to_ask(note: str) -> None:
    assert CAUTION.search(note)
