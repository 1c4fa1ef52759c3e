"""CPU time of one assessment, and the memory of the compiled knowledge, on the real content.

Core: `app.scoring.engine.assess` alone. Whole: a checked request to the bytes of the answer, without
HTTP. One thread; a reference loop runs before each assessment, and figures are also given as a ratio
to it, so that machines, and busy hours of one, can be compared. See docs/performance.md.

usage: taskset -c 0 python -m bench.assess [--requests 200] [--core]
"""

import argparse
import gc
import random
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from alembic import command
from pydantic import TypeAdapter
from sqlmodel import Session

from app.assessment import service
from app.assessment.knowledge import knowledge_of_content
from app.assessment.requests import AssessmentRequest
from app.assessment.schemas import AssessmentRead
from app.assessment.understanding import person_of
from app.database import make_engine
from app.live import Live, load_live
from app.migrating import alembic_config
from app.scoring.engine import Request, assess
from app.scoring.findings import Finding
from app.scoring.knowledge import Knowledge
from app.seeding.loader import seed
from app.seeding.reader import read_files
from app.settings import ROOT, Settings

COUNTS = (1, 5, 20, 50)
FACTORS = 3
DENIED = 0.2
REFERENCE_STEPS = 2_000
BYTES_A_MB = 1_000_000
ANSWER = TypeAdapter(AssessmentRead)


def reference() -> float:
    """Do a fixed piece of work of the same sort: look-ups, sums, roots."""
    sums: dict[int, float] = {}
    for step in range(REFERENCE_STEPS):
        key = step % 97
        sums[key] = sums.get(key, 0.0) + (step * 1.5) ** 0.5
    return sum(sums.values())


def bodies(knowledge: Knowledge, count: int, requests: int, *, explain: bool) -> list[AssessmentRequest]:
    """Make requests: symptoms of one cause first, then any; every fifth finding denied."""
    drawn = random.Random(count)
    symptoms, causes, factors = (
        sorted(one) for one in (knowledge.symptoms, knowledge.causes, knowledge.risk_factors)
    )
    found = []
    for _ in range(requests):
        own = sorted(knowledge.links[drawn.choice(causes)])
        drawn.shuffle(own)
        others = drawn.sample(symptoms, len(symptoms))
        said = list(dict.fromkeys([*own[: (count + 1) // 2], *others]))[:count]
        body: dict[str, Any] = {
            "symptoms": [{"id": one, "present": drawn.random() >= DENIED} for one in said],
            "profile": {"age_years": 34, "sex": "female", "conditions": drawn.sample(factors, FACTORS)},
            "options": {"explain": explain},
        }
        found.append(AssessmentRequest.model_validate(body))
    return found


def core_request(body: AssessmentRequest) -> Request:
    """Give what the core reads of a request."""
    return Request(
        findings=tuple(
            Finding(symptom=entry.id, present=entry.present) for entry in body.symptoms if entry.id
        ),
        person=person_of(body.profile),
        risk_factors=frozenset(body.profile.conditions),
    )


def measure(title: str, work: Callable[[Any], object], given: Iterable[Any]) -> None:
    """Print the median and the 95th percentile of the CPU time of each piece of work."""
    given = list(given)
    for one in given:
        work(one)
    taken, fixed = [], []
    for one in given:
        start = time.process_time()
        reference()
        middle = time.process_time()
        work(one)
        taken.append(1000 * (time.process_time() - middle))
        fixed.append(1000 * (middle - start))
    median, high = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    ratio = statistics.median(a / b for a, b in zip(taken, fixed, strict=True))
    unit = statistics.median(fixed)
    print(f"{title:32} median {median:6.2f} ms  p95 {high:6.2f} ms  {ratio:6.2f} x reference ({unit:.3f} ms)")


def loaded(folder: Path) -> tuple[Live, Session]:
    """Seed a database and load it, as a server does."""
    engine = make_engine(Settings(database_url=f"sqlite:///{folder / 'bench.db'}"))
    command.upgrade(alembic_config(engine), "head")
    seed(engine, ROOT / "seed", lambda _: None)
    live = load_live(engine, folder)
    return live, Session(live.content)


def memory() -> tuple[Knowledge, float]:
    """Compile the knowledge from the seed files; give it and the MB that it holds."""
    tracemalloc.start()
    content, _ = read_files(ROOT / "seed")
    knowledge = knowledge_of_content(content)
    del content
    gc.collect()
    held = tracemalloc.take_snapshot()
    before = sum(trace.size for trace in held.statistics("filename"))
    names = (knowledge.symptoms, knowledge.causes, knowledge.risk_factors, knowledge.lab_tests)
    print("symptoms, causes, risk factors, tests:", ", ".join(str(len(one)) for one in names))
    kept = [knowledge]
    del knowledge, names, held
    (last,) = kept
    tracemalloc.stop()
    return last, before / BYTES_A_MB


def main() -> None:
    """Measure all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--core", action="store_true", help="leave the whole answer out")
    options = parser.parse_args()
    knowledge, held = memory()
    print(f"compiled knowledge: at most {held:.1f} MB")
    gc.collect()
    gc.freeze()
    for count in COUNTS:
        made = bodies(knowledge, count, options.requests, explain=True)
        measure(f"core, {count} findings", lambda one: assess(knowledge, one), map(core_request, made))
    if options.core:
        return
    with tempfile.TemporaryDirectory() as name:
        live, session = loaded(Path(name))
        gc.collect()
        gc.freeze()
        for count in COUNTS:
            for explain in (True, False):
                measure(
                    f"whole, {count} findings, {'explained' if explain else 'bare'}",
                    lambda one: ANSWER.dump_json(service.answer(one, session=session, live=live)),
                    bodies(live.knowledge, count, options.requests, explain=explain),
                )
        session.close()


if __name__ == "__main__":
    main()
