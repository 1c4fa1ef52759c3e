"""Draws docs/evaluation.svg: how far predicted probabilities hold, and how often the right nutrient is found.

    python -m scripts.plot_evaluation

The evaluation is run on a fresh database with the seed of this checkout. Plain SVG, no library.
"""

import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from alembic import command
from sqlmodel import Session

from app.database import make_engine
from app.evaluation.measures import TOP, Evaluation
from app.evaluation.metrics import Bin, Proportion
from app.evaluation.service import evaluate
from app.live import load_live
from app.migrating import alembic_config
from app.seeding.loader import seed
from app.settings import ROOT, Settings

PICTURE = ROOT / "docs" / "evaluation.svg"
WIDTH, HEIGHT = 960, 440
# Both panels share their height; a share of 1 is at the top.
FLOOR, CEILING = 370, 60
LEFT, SIDE = 70, 310
BARS_LEFT, BARS_WIDTH = 480, 450
COLORS = {1: "#1b4965", 3: "#3a86a8", 5: "#9ecae1"}
BASELINE = "symptom-count"
INK, FAINT = "#222222", "#bbbbbb"


def picture(found: Evaluation) -> str:
    """Draw an evaluation."""
    shapes = [*reliability_panel(found.reliability), *top_panel(found)]
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="13" fill="{INK}">\n'
        "<title>Evaluation of the assessment on published cases</title>\n"
        f"<desc>{escape(described(found))}</desc>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def described(found: Evaluation) -> str:
    """Tell in words what the picture shows."""
    parts = [
        f"{name}: top-{k} {percent(one.ranking.top[k])} of {one.ranking.top[k].of}"
        for name, one in found.sets.items()
        for k in TOP
    ]
    return "Right nutrient among the first k deficiencies. " + "; ".join(parts) + "."


def reliability_panel(bins: Sequence[Bin]) -> Iterator[str]:
    """Draw predicted against observed; the area of a point goes with the number of predictions."""
    yield text(
        LEFT + SIDE / 2, 30, "Predicted and observed, all deficiencies listed", anchor="middle", bold=True
    )
    yield from scale(LEFT, SIDE)
    yield line(LEFT, FLOOR, LEFT + SIDE, CEILING, color=FAINT, dashed=True)
    most = max((one.count for one in bins), default=0)
    for one in bins:
        if one.mean_probability is not None and one.observed is not None:
            x = LEFT + SIDE * one.mean_probability
            radius = max(3.0, 16 * (one.count / most) ** 0.5)
            yield (
                f'<circle cx="{x:.1f}" cy="{height_of(one.observed):.1f}" r="{radius:.1f}" '
                f'fill="{COLORS[3]}" fill-opacity="0.7"><title>{one.count} predictions</title></circle>'
            )
            yield text(x + radius + 3, height_of(one.observed) + 4, str(one.count), size=10)
    for share in (0.0, 0.5, 1.0):
        yield text(LEFT + SIDE * share, FLOOR + 18, f"{share:.0%}", anchor="middle")
    yield text(LEFT + SIDE / 2, FLOOR + 40, "predicted probability (numbers: predictions)", anchor="middle")


def top_panel(found: Evaluation) -> Iterator[str]:
    """Draw a bar for each set and k, with its interval and what counting symptoms would reach."""
    yield text(BARS_LEFT + BARS_WIDTH / 2, 30, "Right nutrient among the first k", anchor="middle", bold=True)
    yield from scale(BARS_LEFT, BARS_WIDTH)
    baseline = next(one for one in found.rivals if one.name == BASELINE)
    room = BARS_WIDTH / max(1, len(found.sets))
    bar = room / (len(TOP) + 1.5)
    for place, (name, one) in enumerate(found.sets.items()):
        start = BARS_LEFT + room * place + bar * 0.75
        for step, k in enumerate(TOP):
            yield from bar_of(
                start + step * bar, bar * 0.85, k, one.ranking.top[k], baseline.sets[name].top[k]
            )
        yield text(
            BARS_LEFT + room * (place + 0.5), FLOOR + 18, f"{name} ({one.ranking.top[1].of})", anchor="middle"
        )
    for step, k in enumerate(TOP):
        x = BARS_LEFT + 20 + step * 70
        yield f'<rect x="{x}" y="{FLOOR + 31}" width="11" height="11" fill="{COLORS[k]}"/>'
        yield text(x + 16, FLOOR + 41, f"top-{k}")
    yield line(BARS_LEFT + 232, FLOOR + 37, BARS_LEFT + 252, FLOOR + 37, color="#d1495b", width=3)
    yield text(BARS_LEFT + 258, FLOOR + 41, "counting symptoms only")


def bar_of(x: float, width: float, k: int, one: Proportion, baseline: Proportion) -> Iterator[str]:
    """Draw one bar; nothing where there is no case."""
    if one.share is None or one.low is None or one.high is None:
        return
    top = height_of(one.share)
    yield (
        f'<rect x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{FLOOR - top:.1f}" '
        f'fill="{COLORS[k]}"><title>top-{k}: {one.hits} of {one.of}</title></rect>'
    )
    middle = x + width / 2
    yield line(middle, height_of(one.low), middle, height_of(one.high), color=INK)
    yield text(middle, height_of(one.high) - 5, percent(one), anchor="middle", size=11)
    if baseline.share is not None:
        level = height_of(baseline.share)
        yield line(x, level, x + width, level, color="#d1495b", width=3)


def scale(left: float, width: float) -> Iterator[str]:
    """Draw the lines of a panel from 0 to 100 %."""
    for quarter in range(5):
        share = quarter / 4
        yield line(left, height_of(share), left + width, height_of(share), color=FAINT, width=0.5)
        yield text(left - 6, height_of(share) + 4, f"{share:.0%}", anchor="end")


def height_of(share: float) -> float:
    """Give the height at which a share is drawn."""
    return FLOOR - (FLOOR - CEILING) * share


def percent(one: Proportion) -> str:
    """Tell of a share in whole percent."""
    return "-" if one.share is None else f"{one.share:.0%}"


def text(x: float, y: float, words: str, *, anchor: str = "start", size: int = 13, bold: bool = False) -> str:
    """Give a piece of text."""
    weight = ' font-weight="600"' if bold else ""
    style = f'text-anchor="{anchor}" font-size="{size}"{weight}'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(words)}</text>'


def line(
    x1: float, y1: float, x2: float, y2: float, *, color: str, width: float = 1.0, dashed: bool = False
) -> str:
    """Give a line."""
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{color}" stroke-width="{width}"{dashes}/>'
    )


def main() -> None:
    """Evaluate on a fresh database and write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(Settings(database_url=f"sqlite:///{Path(folder) / 'plot.db'}"))
        command.upgrade(alembic_config(engine), "head")
        seed(engine, ROOT / "seed", print)
        live = load_live(engine, Path(folder))
        with Session(live.content) as session:
            PICTURE.write_text(picture(evaluate(session, live)), encoding="utf-8")
        engine.dispose()
    print(f"wrote {PICTURE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
