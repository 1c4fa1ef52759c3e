"""What is asked: the same of ours and of each peer that can answer it."""

import json
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from bench.load import Asking

# More than any server here answers in one run, so that no search is sent twice.
SEARCHES = 60_000
BODIES = 300
PAGE = 20
DENIED = 0.2
# A partner's day.
CACHED, SEARCHED, ASSESSED = 900, 80, 20
SENTENCES = (
    "My legs cramp at night and my eyelid twitches",
    "tired all the time, hair falling out, no fever",
    "pins and needles in both feet for 3 weeks, and a sore tongue",
    "Ich bin muede, I mean I feel so tired and dizzy when I stand up",
    "headaches most days, can't sleep, drinking 4 coffees",
)
MODEL_FOOD = "SELECT food.* FROM food_fts JOIN food ON food.id = food_fts.rowid WHERE food_fts MATCH :q"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One kind of request, and how the peers that hold the tables are asked for the same."""

    name: str
    ours: Sequence[Asking]
    datasette: Sequence[Asking] = ()
    datasette_sql: Sequence[Asking] = ()
    roapi: Sequence[Asking] = ()
    # Peers that answer with our bytes.
    like_ours: tuple[str, ...] = ("starlette", "fastapi")
    # What ours is asked once before, so that what counts as cached is.
    warm: Sequence[Asking] = ()
    # Whether each request is another: then a round begins where the one before ended.
    ever_new: bool = field(default=False)


def searches(database: Path, count: int, seed: int) -> list[str]:
    """Make search texts as people type them, each once: words of foods, in part cut short or mistyped."""
    with sqlite3.connect(database) as connection:
        foods = [row[0] for row in connection.execute("SELECT description FROM food ORDER BY id")]
    connection.close()
    drawn = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        words = re.findall(r"[A-Za-z]{3,}", drawn.choice(foods)) or ["milk"]
        words = drawn.sample(words, min(len(words), drawn.choice((1, 2, 2, 3))))
        if drawn.random() < 0.2:
            words.append(drawn.choice(words)[: drawn.randint(2, 5)])
        if drawn.random() < 0.2:
            words[0] = mistyped(words[0], drawn)
        found[" ".join(words)] = None
    return list(found)


def mistyped(word: str, drawn: random.Random) -> str:
    """Drop, double or swap a letter."""
    at = drawn.randrange(len(word) - 1)
    return drawn.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def bodies(database: Path, findings: int, count: int = BODIES) -> list[str]:
    """Make bodies of assessments: half of the findings of one cause, every fifth denied."""
    with sqlite3.connect(database) as connection:
        symptoms = [row[0] for row in connection.execute("SELECT id FROM symptom ORDER BY id")]
        links: dict[str, list[str]] = {}
        for cause, symptom in connection.execute(
            "SELECT cause_id, symptom_id FROM cause_symptom ORDER BY cause_id, symptom_id"
        ):
            links.setdefault(cause, []).append(symptom)
    connection.close()
    drawn = random.Random(findings)
    made = []
    for _ in range(count):
        own = links[drawn.choice(sorted(links))]
        said = drawn.sample(own, min(len(own), (findings + 1) // 2))
        said = list(dict.fromkeys([*said, *drawn.sample(symptoms, min(len(symptoms), findings))]))
        body = {
            "symptoms": [{"id": one, "present": drawn.random() >= DENIED} for one in said[:findings]],
            "profile": {"age_years": 34, "sex": "female"},
        }
        made.append(json.dumps(body, separators=(",", ":")))
    return made


def assessing(database: Path, findings: int) -> list[Asking]:
    """Make assessments with so many findings."""
    return [Asking("POST", "/v1/assess", body) for body in bodies(database, findings)]


def searching(words: Sequence[str], path: str, name: str) -> list[Asking]:
    """Make searches at an address; `name` is the parameter that takes the text."""
    return [Asking("GET", f"{path}{name}={quote(text)}") for text in words]


def roapi_search(text: str) -> Asking:
    """Search in SQL: ROAPI has no text index."""
    wanted = " AND ".join(f"lower(description) LIKE '%{word.lower()}%'" for word in text.split())
    return Asking("POST", "/api/sql", f"SELECT * FROM food WHERE {wanted} LIMIT {PAGE}")


def reads_of(day: Sequence[Asking]) -> list[Asking]:
    """Give what a day reads again and again, each once."""
    often = Counter(one for one in day if one.method == "GET")
    return [one for one, times in often.items() if times > 1]


def partner_day(database: Path, words: Sequence[str]) -> list[Asking]:
    """Make a partner's day: 90 % reads that are asked for again and again, 8 % searches, 2 % assessments."""
    with sqlite3.connect(database) as connection:
        nutrients = [row[0] for row in connection.execute("SELECT id FROM nutrient WHERE has_profile")]
        symptoms = [row[0] for row in connection.execute("SELECT id FROM symptom ORDER BY id LIMIT 60")]
    connection.close()
    reads = [
        *(f"/v1/nutrients/{one}" for one in nutrients),
        *(f"/v1/nutrients/{one}/foods?limit={PAGE}" for one in nutrients),
        *(f"/v1/symptoms/{one}" for one in symptoms),
        f"/v1/nutrients?limit={PAGE}",
        f"/v1/foods?limit={PAGE}",
    ]
    drawn = random.Random(90)
    made = []
    assessed = bodies(database, 5)
    times = len(words) // SEARCHED
    for turn in range(times):
        day = [Asking("GET", drawn.choice(reads)) for _ in range(CACHED)]
        day += searching(words[turn * SEARCHED : (turn + 1) * SEARCHED], f"/v1/foods?limit={PAGE}&", "q")
        day += [Asking("POST", "/v1/assess", drawn.choice(assessed)) for _ in range(ASSESSED)]
        drawn.shuffle(day)
        made += day
    return made


def cases(database: Path, etag: Callable[[str], str]) -> list[Case]:
    """Give all cases; `etag` asks ours for the validator of an address."""
    record, listed = "/v1/nutrients/magnesium", f"/v1/nutrients?limit={PAGE}"
    words = searches(database, SEARCHES, seed=1)
    sql = urlencode({"sql": f"{MODEL_FOOD} ORDER BY rank LIMIT {PAGE}", "_shape": "array"})
    checked = ("fastapi",)
    day = partner_day(database, words)
    return [
        Case(
            name="record",
            ours=[Asking("GET", record)],
            datasette=[Asking("GET", "/content/nutrient/magnesium.json?_shape=object")],
            roapi=[Asking("GET", "/api/tables/nutrient?filter[id]=%27magnesium%27")],
        ),
        Case(
            name="304",
            ours=[Asking("GET", record, "-", etag(record))],
            like_ours=("starlette",),
        ),
        Case(
            name="list",
            ours=[Asking("GET", listed)],
            datasette=[Asking("GET", f"/content/nutrient.json?_size={PAGE}&_nofacet=1&_nosuggest=1")],
            roapi=[Asking("GET", f"/api/tables/nutrient?limit={PAGE}")],
        ),
        Case(
            name="search",
            ours=searching(words, f"/v1/foods?limit={PAGE}&", "q"),
            datasette=searching(
                words, f"/content/food.json?_size={PAGE}&_nofacet=1&_nosuggest=1&", "_search"
            ),
            datasette_sql=searching(words, f"/content.json?{sql}&", "q"),
            roapi=[roapi_search(text) for text in words],
            ever_new=True,
        ),
        Case(
            name="parse",
            ours=[Asking("POST", "/v1/symptoms/parse", json.dumps({"text": one})) for one in SENTENCES],
            like_ours=checked,
        ),
        *(
            Case(name=f"assess-{findings}", ours=assessing(database, findings), like_ours=checked)
            for findings in (1, 5, 20)
        ),
        Case(name="partner-day", ours=day, warm=reads_of(day), ever_new=True),
    ]
