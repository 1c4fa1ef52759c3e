"""Rules between records: small seeds, each with one thing wrong."""

from pathlib import Path

import pytest

from app.seeding.checks import BLOCKED_HOSTS
from tests.seeding.world import FILES, INTERACTION, SOURCES, changed, faults_of, link

SOURCE = """
[[source]]
id = "page"
title = "A page"
url = "{url}"
kind = "review"
read = "passage"
accessed = 2026-01-01
"""


def with_sources(*urls: str) -> dict[str, str]:
    """Add sources with these addresses, each cited by one symptom."""
    files = dict(FILES)
    for number, url in enumerate(urls):
        files["sources/all.toml"] += SOURCE.format(url=url).replace('"page"', f'"page-{number}"')
        files["symptoms/twitch.toml"] = files["symptoms/twitch.toml"].replace(
            'sources = ["book"', f'sources = ["book", "page-{number}"', 1
        )
    return files


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "symptoms/twitch.toml",
            'sources = ["book"]',
            'sources = ["boook"]',
            "unknown source 'boook'; did you mean book?",
        ),
        (
            "symptoms/lip-twitch.toml",
            'parent = "twitch"',
            'parent = "twich"',
            "unknown symptom 'twich'; did you mean twitch",
        ),
        (
            "causes/coffee.toml",
            'symptom = "twitch"',
            'symptom = "stifness"',
            "unknown symptom 'stifness'; did you mean stiffness?",
        ),
        (
            "causes/frost.toml",
            'via = "coffee"',
            'via = "cofee"',
            "unknown cause 'cofee'; did you mean coffee?",
        ),
        (
            "nutrients/metal.toml",
            'other = "leaf"',
            'other = "leave"',
            "unknown nutrient 'leave'; did you mean leaf?",
        ),
        (
            "risk-factors/all.toml",
            'member_of = "pills"',
            'member_of = "pill"',
            "unknown risk factor 'pill'; did you mean pills",
        ),
        (
            "risk-factors/all.toml",
            'cause = "metal-deficiency"',
            'cause = "metal-deficency"',
            "unknown cause 'metal-deficency'; did you mean metal-deficiency",
        ),
        (
            "lab-tests/all.toml",
            'nutrients = ["metal"]',
            'nutrients = ["metall"]',
            "unknown nutrient 'metall'; did you mean metal?",
        ),
        (
            "lab-tests/all.toml",
            'cause = "metal-deficiency"',
            'cause = "lead-deficiency"',
            "unknown cause 'lead-deficiency'; did you mean leaf-deficiency",
        ),
        (
            "red-flags/all.toml",
            'all_of = [["stiffness"]]',
            'all_of = [["stifness"]]',
            "unknown symptom 'stifness'; did you mean stiffness?",
        ),
        (
            "red-flags/all.toml",
            "all_of =",
            'risk_factors_any = ["red-pil"]\nall_of =',
            "unknown risk factor 'red-pil'; did you mean red-pill?",
        ),
        (
            "red-flags/all.toml",
            "all_of =",
            'labs = [{test = "metal-serumm", below = 1}]\nall_of =',
            "unknown lab test 'metal-serumm'; did you mean metal-serum?",
        ),
        (
            "conflicts/all.toml",
            'causes = ["metal-deficiency"]',
            'causes = ["nothing-like-it"]',
            "unknown cause 'nothing-like-it'",
        ),
        (
            "conflicts/all.toml",
            'symptoms = ["twitch"]',
            'symptoms = ["twitchy"]',
            "unknown symptom 'twitchy'; did you mean twitch",
        ),
        (
            "conflicts/all.toml",
            'nutrients = ["metal"]',
            'nutrients = ["metals"]',
            "unknown nutrient 'metals'; did you mean metal?",
        ),
    ],
)
def test_an_unknown_id_is_told_with_its_file_and_near_ones(
    tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    faults = faults_of(tmp_path, changed(name, old, new))
    assert any(fault.startswith(f"seed/{name}: ") and message in fault for fault in faults), faults


def test_an_interaction_with_a_medication_names_a_medication(tmp_path: Path) -> None:
    medication = INTERACTION.replace('"nutrient"', '"medication"').replace('"leaf"', '"red-pill"')
    diet = medication.replace('"red-pill"', '"no-stones"')
    name = "nutrients/metal.toml"
    assert faults_of(tmp_path / "right", changed(name, INTERACTION, medication)) == []
    [fault] = faults_of(tmp_path / "wrong", changed(name, INTERACTION, diet))
    assert "interactions[no-stones].other: unknown medication 'no-stones'" in fault


def test_the_same_interaction_stands_once(tmp_path: Path) -> None:
    files = changed("nutrients/metal.toml", INTERACTION, f"{INTERACTION}\n{INTERACTION}")
    [fault] = faults_of(tmp_path, files)
    assert fault.startswith("seed/nutrients/metal.toml: interactions")
    assert "twice" in fault


def test_a_cycle_of_parents_is_told_at_each_symptom_of_it(tmp_path: Path) -> None:
    files = changed("symptoms/twitch.toml", "base_level", 'parent = "lip-twitch"\nbase_level')
    assert faults_of(tmp_path, files) == [
        "seed/symptoms/lip-twitch.toml: parent: the chain of parents comes back to itself",
        "seed/symptoms/twitch.toml: parent: the chain of parents comes back to itself",
    ]


def test_a_cycle_of_medicine_classes_is_told(tmp_path: Path) -> None:
    files = changed("risk-factors/all.toml", 'name = "Pills"', 'name = "Pills"\nmember_of = "red-pill"')
    faults = faults_of(tmp_path, files)
    assert len(faults) == 2
    assert all("the chain of classes comes back to itself" in fault for fault in faults)


def test_an_indirect_link_needs_the_direct_one(tmp_path: Path) -> None:
    files = changed("causes/frost.toml", 'via = "coffee"', 'via = "leaf-deficiency"')
    assert faults_of(tmp_path, files) == [
        "seed/causes/frost.toml: symptoms[twitch].via: "
        "'leaf-deficiency' has no link to 'twitch'; add it there first"
    ]


def test_a_cause_does_not_act_by_way_of_itself(tmp_path: Path) -> None:
    files = changed("causes/frost.toml", 'via = "coffee"', 'via = "frost"')
    [fault] = faults_of(tmp_path, files)
    assert "a cause cannot act by way of itself" in fault


def test_a_phrase_names_one_symptom(tmp_path: Path) -> None:
    files = changed("symptoms/stiffness.toml", "stiff as a board", "Jumping Muscle")
    [fault] = faults_of(tmp_path, files)
    assert "'jumping muscle' already names symptom 'stiffness'" in fault
    assert fault.startswith("seed/symptoms/twitch.toml: lay_names: ")


def test_a_phrase_names_one_risk_factor(tmp_path: Path) -> None:
    files = changed("risk-factors/all.toml", 'name = "No stones"', 'name = "redex"')
    [fault] = faults_of(tmp_path, files)
    assert "no-stones.aliases: 'redex' already names 'red-pill'" in fault


@pytest.mark.parametrize("studied", ["studied = 99", ""])
def test_a_large_odds_ratio_of_few_people_is_quarantined(tmp_path: Path, studied: str) -> None:
    [fault] = faults_of(tmp_path, changed("risk-factors/all.toml", "studied = 1000", studied))
    assert fault.startswith("seed/risk-factors/all.toml: red-pill.effects[metal-deficiency]: odds ratio 20")


def test_a_small_odds_ratio_of_few_people_is_not_quarantined(tmp_path: Path) -> None:
    files = changed("risk-factors/all.toml", "odds_ratio = 20", "odds_ratio = 10")
    files["risk-factors/all.toml"] = files["risk-factors/all.toml"].replace("studied = 1000", "")
    assert faults_of(tmp_path, files) == []


@pytest.mark.parametrize("host", sorted(BLOCKED_HOSTS))
@pytest.mark.parametrize("prefix", ["", "www.", "answers."])
def test_a_blocked_host_is_refused(tmp_path: Path, host: str, prefix: str) -> None:
    [fault] = faults_of(tmp_path, with_sources(f"https://{prefix}{host}/iron"))
    assert "is judged unfit to cite" in fault


def test_a_host_that_only_ends_like_a_blocked_one_is_fine(tmp_path: Path) -> None:
    assert faults_of(tmp_path, with_sources("https://notsymptoma.com/iron")) == []


@pytest.mark.parametrize("other", ["https://a.example/iron", "https://a.example/iron/"])
def test_an_address_stands_once(tmp_path: Path, other: str) -> None:
    [fault] = faults_of(tmp_path, with_sources("https://a.example/iron", other))
    assert "page-1: same address as source 'page-0'; cite that one" in fault


@pytest.mark.parametrize(("key", "value"), [("doi", "10.1000/same"), ("pmid", "12345")])
def test_a_publication_stands_once(tmp_path: Path, key: str, value: str) -> None:
    files = with_sources("https://a.example/iron", "https://b.example/iron")
    files["sources/all.toml"] = files["sources/all.toml"].replace(
        'title = "A page"', f'title = "A page"\n{key} = "{value}"'
    )
    [fault] = faults_of(tmp_path, files)
    assert f"page-1: same {key} as source 'page-0'; cite that one" in fault


def test_a_source_that_nothing_cites_is_told(tmp_path: Path) -> None:
    files = {**FILES, "sources/more.toml": SOURCE.format(url="https://a.example")}
    assert faults_of(tmp_path, files) == [
        "seed/sources/more.toml: page: no record cites this source; cite or delete it"
    ]


def test_a_data_set_is_cited_by_its_tables(tmp_path: Path) -> None:
    more = SOURCE.format(url="https://a.example").replace('"review"', '"dataset"')
    assert faults_of(tmp_path, {**FILES, "sources/more.toml": more}) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("iom-2001-a-k-trace", "reference/dri.csv"),
        ("efsa-drv-summary", "reference/dri_efsa.csv"),
        ("fda-daily-values", "reference/daily_values.csv"),
        ("usda-fooddata-central", "foods/foods.csv.gz"),
    ],
)
def test_the_report_behind_a_table_must_be_a_source(tmp_path: Path, source: str, name: str) -> None:
    parts = SOURCES.split("\n\n")
    kept = "\n\n".join(part for part in parts if f'"{source}"' not in part)
    assert kept != SOURCES
    faults = faults_of(tmp_path, {**FILES, "sources/all.toml": kept})
    assert any(f"unknown source '{source}'" in fault for fault in faults), faults


def test_bands_of_a_test_do_not_overlap(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, changed("lab-tests/all.toml", "\nmax = 10\n", "\nmax = 11\n"))
    assert "metal-serum.bands[metal-deficiency]: bands overlap" in fault


def test_bands_of_different_people_may_overlap(tmp_path: Path) -> None:
    files = changed("lab-tests/all.toml", "\nmax = 10\n", '\nmax = 11\nsex = "female"\n')
    assert faults_of(tmp_path, files) == []


def test_a_nutrient_with_a_profile_is_in_the_reference_data(tmp_path: Path) -> None:
    files = dict(FILES)
    files["reference/nutrient_codes.csv"] = files["reference/nutrient_codes.csv"].replace("leaf,", "leaves,")
    faults = faults_of(tmp_path, files)
    assert "seed/nutrients/leaf.toml: id: 'leaf' is not in nutrient_codes.csv" in faults


def test_an_hpo_id_is_one_of_the_terms_shipped(tmp_path: Path) -> None:
    reason = 'local_reason = "Made up for a test."'
    known = changed("symptoms/twitch.toml", reason, 'hpo_id = "HP:0000001"')
    unknown = changed("symptoms/twitch.toml", reason, 'hpo_id = "HP:0000002"')
    assert faults_of(tmp_path / "known", known) == []
    assert faults_of(tmp_path / "unknown", unknown) == [
        "seed/symptoms/twitch.toml: hpo_id: HP:0000002 is not in hpo_symptoms.csv"
    ]


def test_a_missing_list_of_terms_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if not name.startswith("hpo/")}
    [fault] = faults_of(tmp_path, files)
    assert fault.startswith("seed/hpo/hpo_symptoms.csv: file: cannot be read")


def test_a_symptom_linked_by_two_causes_is_fine_and_twice_by_one_is_not(tmp_path: Path) -> None:
    files = dict(FILES)
    files["causes/coffee.toml"] += link("twitch")
    [fault] = [fault for fault in faults_of(tmp_path, files) if "coffee" in fault]
    assert "symptom linked twice: twitch" in fault
