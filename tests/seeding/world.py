"""A small seed of round numbers, plainly no medical facts, written to a folder for one test.

`FILES` maps paths inside the seed folder to texts; `.gz` files are compressed on writing. A test
changes a text (`changed`), writes the whole (`write_seed`) and looks at the faults (`faults_of`).
"""

import gzip
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from app.models import TABLES
from app.seeding.loader import examine

SOURCES = """\
[[source]]
id = "own-rule"
title = "Rule of this project"
kind = "own-rule"
read = "full text"
accessed = 2026-01-01

[[source]]
id = "book"
title = "A Book of Round Numbers"
year = 2000
doi = "10.1000/book"
kind = "reference-work"
read = "passage"
accessed = 2026-01-01

[[source]]
id = "usda-fooddata-central"
title = "Foods"
url = "https://foods.example/central"
kind = "dataset"
read = "dataset"
accessed = 2026-01-01

[[source]]
id = "iom-2001-a-k-trace"
title = "Intakes"
url = "https://intakes.example/trace"
kind = "dataset"
read = "table"
accessed = 2026-01-01

[[source]]
id = "efsa-drv-summary"
title = "European intakes"
url = "https://intakes.example/europe"
kind = "dataset"
read = "table"
accessed = 2026-01-01

[[source]]
id = "fda-daily-values"
title = "Daily Values"
url = "https://labels.example/values"
kind = "dataset"
read = "table"
accessed = 2026-01-01

[[source]]
id = "ciqual-2017"
title = "Foods of France"
url = "https://foods.example/france"
kind = "dataset"
read = "dataset"
accessed = 2026-01-01
"""

REVIEWED = """\
sources = ["book"]
last_reviewed = 2026-01-01
review_due = 2028-01-01
"""

PRIOR = """\
[[priors]]
prevalence = 0.1
low = 0.05
high = 0.2
population = "Everybody"
basis = "expert range"
grade = "D"
sources = ["book"]
"""


def symptom(symptom_id: str, name: str, *lay_names: str, more: str = "") -> str:
    """Write the file of a symptom."""
    return f"""\
id = "{symptom_id}"
name = "{name}"
kind = "complaint"
body_system = "general"
local_reason = "Made up for a test."
lay_names = {list(lay_names)!r}
description = "It is made up."
when_to_seek_care = "Never."
question = "Do you have it?"
base_level = "self-care"
{more}{REVIEWED}
[background]
rate = 0.1
low = 0.05
high = 0.2
basis = "measured"
sources = ["book"]
"""


def cause(cause_id: str, name: str, kind: str, category: str, *links: str) -> str:
    """Write the file of a cause that is of no nutrient."""
    return f"""\
id = "{cause_id}"
kind = "{kind}"
category = "{category}"
name = "{name}"
summary = "It is made up."
when_to_seek_care = "Never."
{REVIEWED}
{PRIOR}
{"".join(links)}"""


def link(symptom_id: str, strength: str = 'frequency = "frequent"', more: str = "") -> str:
    """Write a link of a cause."""
    return f"""\
[[symptoms]]
symptom = "{symptom_id}"
grade = "D"
basis = "expert range"
{strength}
mechanism = "Because."
note = "Nothing more is known."
{more}sources = ["book"]

"""


def nutrient(nutrient_id: str, name: str, *links: str, more: str = "") -> str:
    """Write the file of a nutrient with its deficiency."""
    questions = "".join(
        f'[[faq]]\nquestion = "Question {number}?"\nanswer = "Answer."\nsources = ["book"]\n\n'
        for number in range(5)
    )
    points = "".join(
        f'[[key_points]]\ntext = "Point {number}."\nsources = ["book"]\n\n' for number in range(3)
    )
    deficiency = "".join((PRIOR, *links)).replace("[[", "[[deficiency.")
    return f"""\
id = "{nutrient_id}"
name = "{name}"
kind = "mineral"
summary = "It is made up."
mechanism = "By magic."
short_role = "Holds things together"
short_sources = "Stones"
short_mechanism = "By magic"
supplement_caution = "Do not eat stones."
{REVIEWED}
[[roles]]
text = "It holds things together."
sources = ["book"]

[absorption]
summary = "All of it."
sources = ["book"]

[toxicity]
summary = "None."
ul_applies_to = "Nobody."
sources = ["book"]

[[food_vs_supplement]]
aspect = "Taste"
food = "Good."
supplement = "None."
sources = ["book"]

[[levels]]
level = "low-intake"
definition = "Below ten."
percent = 10
population = "Everybody"
grade = "D"
sources = ["book"]

{points}{questions}{more}
[deficiency]
id = "{nutrient_id}-deficiency"
kind = "deficiency"
nutrient = "{nutrient_id}"
name = "Low {name.lower()}"
summary = "Too little of it."
when_to_seek_care = "Never."
{REVIEWED}
{deficiency}"""


INTERACTION = """\
[[interactions]]
kind = "nutrient"
other = "leaf"
effect = "One hides the other."
advice = "Eat them apart."
severity = "minor"
grade = "D"
sources = ["book"]
"""

RISK_FACTORS = f"""\
[[risk_factor]]
id = "pills"
kind = "medication"
name = "Pills"
description = "All pills."
{REVIEWED}
[[risk_factor]]
id = "red-pill"
kind = "medication"
name = "Red pill"
aliases = ["the red one"]
brand_names = ["Redex"]
member_of = "pills"
description = "A pill that is red."
{REVIEWED}
[[risk_factor.effects]]
cause = "metal-deficiency"
odds_ratio = 20
low = 10
high = 40
studied = 1000
pathway = "loss"
mechanism = "It washes metal out."
basis = "measured"
grade = "B"
sources = ["book"]

[[risk_factor]]
id = "no-stones"
kind = "diet"
name = "No stones"
description = "Never eats stones."
{REVIEWED}
[[risk_factor.effects]]
cause = "metal-deficiency"
effect_class = "weak"
pathway = "intake"
mechanism = "No stones, no metal."
basis = "expert range"
grade = "D"
sources = ["book"]
"""

LAB_TESTS = f"""\
[[lab_test]]
id = "metal-serum"
name = "Metal in serum"
specimen = "Serum"
nutrients = ["metal"]
unit = "mg/L"
plausible_min = 0
plausible_max = 100
what_it_shows = "How much metal there is."
{REVIEWED}
[[lab_test.bands]]
cause = "metal-deficiency"
interpretation = "low"
max = 10
likelihood_ratio = 10
low = 5
high = 20
basis = "expert range"
grade = "D"
sources = ["book"]

[[lab_test.bands]]
cause = "metal-deficiency"
interpretation = "normal"
min = 10
likelihood_ratio = 0.5
low = 0.2
high = 0.9
basis = "expert range"
grade = "D"
sources = ["book"]
"""

RED_FLAGS = f"""\
[[red_flag]]
id = "gone-stiff"
name = "Gone stiff"
level = "emergency"
advice = "Call somebody."
rationale = "Stiff people cannot call."
all_of = [["stiffness"]]
{REVIEWED}"""

CONFLICTS = f"""\
[[conflict]]
id = "stones-or-leaves"
question = "Stones or leaves?"
our_handling = "Both."
causes = ["metal-deficiency"]
symptoms = ["twitch"]
nutrients = ["metal"]
{REVIEWED}
[[conflict.positions]]
claim = "Stones."
stance = "supports"
sources = ["book"]

[[conflict.positions]]
claim = "Leaves."
stance = "contradicts"
sources = ["book"]
"""

MERGED_IDS = "".join(
    f"""\
[[merged]]
kind = "{kind}"
old = "{old}"
new = "{new}"
merged_on = 2026-02-03
why = "They were one and the same."

"""
    for kind, old, new in (
        ("nutrient", "ore", "metal"),
        ("symptom", "spasm", "twitch"),
        ("cause", "espresso", "coffee"),
        ("cause", "ore-deficiency", "metal-deficiency"),
        ("risk-factor", "crimson-pill", "red-pill"),
        ("lab-test", "ore-serum", "metal-serum"),
        ("red-flag", "gone-rigid", "gone-stiff"),
        ("source", "booklet", "book"),
    )
)

IOM = '"IOM 2001 (Vitamin A, Vitamin K and trace elements)"'
EFSA = '"EFSA DRV summary (2017, sodium/chloride 2019)"'

FILES = {
    "sources/all.toml": SOURCES,
    "nutrients/metal.toml": nutrient(
        "metal",
        "Metal",
        link("twitch"),
        link("lip-twitch", "percent = 50\ncases = 5\nof = 10"),
        more=INTERACTION,
    ),
    "nutrients/leaf.toml": nutrient("leaf", "Leaf", link("stiffness")),
    "symptoms/twitch.toml": symptom("twitch", "Twitch", "jumping muscle"),
    "symptoms/lip-twitch.toml": symptom(
        "lip-twitch", "Lip twitch", "jumping lip", more='parent = "twitch"\n'
    ),
    "symptoms/stiffness.toml": symptom("stiffness", "Stiffness", "stiff as a board"),
    "causes/coffee.toml": cause("coffee", "Coffee", "trigger", "caffeine", link("twitch")),
    "causes/frost.toml": cause(
        "frost",
        "Frost",
        "rule-out",
        "environment",
        link("stiffness"),
        link("twitch", more='via = "coffee"\n'),
    ),
    "causes/benign.toml": cause("benign", "Nothing much", "benign", "benign", link("twitch")),
    "risk-factors/all.toml": RISK_FACTORS,
    "lab-tests/all.toml": LAB_TESTS,
    "red-flags/all.toml": RED_FLAGS,
    "conflicts/all.toml": CONFLICTS,
    "merged_ids.toml": MERGED_IDS,
    "hpo/hpo_symptoms.csv": "hp_id,label,lay_synonyms,category\nHP:0000001,All,,general\n",
    "reference/nutrient_codes.csv": (
        "nutrient_id,name,category,unit,fdc_nutrient_id,infoods_tagname,"
        "chebi_id,chebi_checked,loinc_code,loinc_checked\n"
        "metal,Metal,mineral,mg,1,MT,CHEBI:1,yes,1-1,yes\n"
        "leaf,Leaf,vitamin,µg,2,LF,,no,,no\n"
        "alpha-linolenic-acid,ALA,fatty-acid,g,3,ALA,,no,,no\n"
    ),
    "reference/dri_life_stages.csv": (
        "life_stage,label,sex,age_min_months,age_max_months,pregnancy,lactation\n"
        "female-19-30-y,Females 19-30 years,female,228,371,false,false\n"
        "male-19-30-y,Males 19-30 years,male,228,371,false,false\n"
        "pregnancy-19-30-y,Pregnancy 19-30 years,female,228,371,true,false\n"
    ),
    "reference/dri.csv": (
        "nutrient_id,life_stage,sex,age_min_months,age_max_months,pregnancy,lactation,"
        "measure,value,unit,note,source\n"
        f"metal,female-19-30-y,female,228,371,false,false,RDA,100,mg,,{IOM}\n"
        f"metal,male-19-30-y,male,228,371,false,false,RDA,200,mg,,{IOM}\n"
        f"metal,female-19-30-y,female,228,371,false,false,UL,1000,mg,,{IOM}\n"
    ),
    "reference/dri_efsa.csv": (
        "nutrient_id,life_stage,sex,age_min_months,age_max_months,pregnancy,lactation,"
        "measure,value,unit,note,source\n"
        f"metal,female-18-y,female,216,,false,false,PRI,90,mg,,{EFSA}\n"
    ),
    "reference/dri_ul_not_determined.csv": (
        "nutrient_id,life_stage,measure,reason\nleaf,female-19-30-y,UL,Nobody looked.\n"
    ),
    "reference/daily_values.csv": (
        "nutrient_id,population,kind,value,unit,note,source\n"
        "metal,adults-and-children-4-plus,RDI,150,mg,,21 CFR 101.9(c)(8)(iv)\n"
    ),
    "foods/foods.csv.gz": (
        "food_id,ndb_number,dataset,description,category,common_name,scientific_name\n"
        '1,01,sr-legacy,"Stones, raw",Vegetables and Vegetable Products,,\n'
        '2,02,sr-legacy,"Leaves, boiled",Vegetables and Vegetable Products,,\n'
        '3,03,sr-legacy,"Beef, boiled",Beef Products,,\n'
    ),
    "foods/food_nutrients.csv.gz": (
        "food_id,nutrient_id,amount,unit,source\n"
        "1,metal,100,mg,sr\n2,metal,10,mg,sr\n2,leaf,50,µg,sr\n3,metal,20,mg,sr\n"
    ),
    "foods/food_portions.csv.gz": (
        "food_id,seq,amount,description,gram_weight,source\n"
        "1,1,1.0,stone,50.0,sr-legacy\n2,1,1.0,leaf,10.0,sr-legacy\n"
    ),
    "foods/food_value_flags.csv": (
        "food_id,ndb_number,description,nutrient_id,amount,unit,reason\n"
        "3,03,Beef,leaf,900,µg,Beef bears no leaves.\n"
    ),
    "foods/foods_supplementary.csv.gz": (
        "food_id,dataset,source_code,description,category,original_name\n"
        "ciqual-1,ciqual-2017,1,Pebbles,stones,\n"
    ),
    "foods/food_nutrients_supplementary.csv.gz": ("food_id,nutrient_id,amount,unit\nciqual-1,metal,5,mg\n"),
}


def write_seed(root: Path, files: dict[str, str] | None = None) -> Path:
    """Write a seed folder; give its path."""
    for name, text in (FILES if files is None else files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    return root


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Give the small seed with one text in one file replaced, wherever it stands there."""
    assert old in FILES[name], f"{name} does not hold {old!r}"
    return {**FILES, name: FILES[name].replace(old, new)}


def faults_of(root: Path, files: dict[str, str] | None = None) -> list[str]:
    """Write a seed folder; give what is wrong with it, one line each."""
    *_, faults = examine(write_seed(root / "seed", files))
    return [str(fault) for fault in faults]


def rows_of(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Give every row of every table, `loaded_at` included: equal means that nothing was written."""
    with engine.connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in (model.__table__ for model in TABLES)  # type: ignore[attr-defined]
        }
