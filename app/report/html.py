"""The report as one page that needs nothing else: no script, no style sheet, no network.

Charts are inline SVG beside a table with the same figures, so that nothing is told by a picture or
a colour alone.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from app.report.coverage import READING_AIM, Coverage
from app.report.tables import CLAIM_NAMES, Table, plain, tables
from app.report.text import is_figures
from app.vocabulary import Basis, Grade

STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --line: #c8c8c8; --page: #fff;
  --a: #123f6d; --b: #2f7fb8; --c: #8fbfdc; --d: #d5d5d5; --aim: #a3320b; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --line: #4a4a4a; --page: #161616;
  --a: #9ccbf0; --b: #4d94c9; --c: #2b5c85; --d: #4d4d4d; --aim: #ff9d76; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 75rem;
  margin: 0 auto; padding: 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { padding: .15rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th { vertical-align: bottom; } tbody th { font-weight: normal; }
rect { stroke: var(--ink); stroke-width: .5; }
svg { display: block; max-width: 100%; height: auto; margin: 1rem 0; }
svg text { fill: var(--ink); font: 12px sans-serif; }
""".strip()
LABEL_WIDTH, BAR_WIDTH, VALUE_WIDTH, ROW_HEIGHT, BAR_HEIGHT = 190, 420, 70, 18, 12
WIDTH = LABEL_WIDTH + BAR_WIDTH + VALUE_WIDTH
LEGEND_STEP = 150
TINTS = ("a", "b", "c", "d")


class Bar(NamedTuple):
    """One bar: its label, its parts from left to right, and what is written at its end."""

    label: str
    parts: tuple[float, ...]
    value: str


def as_html(report: Coverage) -> str:
    """Write the page."""
    charts = {
        "nutrients": nutrient_chart(report),
        "grades": grade_chart(report),
        "bases": basis_chart(report),
        "reading": reading_chart(report),
    }
    every = tables(report)
    contents = "".join(f'<li><a href="#{one.id}">{escape(one.caption)}</a></li>' for one in every)
    sections = "\n".join(section(table, charts.get(table.id, "")) for table in every)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of the knowledge base - Nutrient Signs</title>
<style>
{STYLE}
</style>
</head>
<body>
<main>
<h1>Coverage of the knowledge base</h1>
<p>What the files of <code>seed/</code> hold, as of {report.reviews.today}: how much is there, what it
rests on, how hard it is to read, and what is due. Written by <code>make report</code>; do not edit it.</p>
<nav aria-label="Contents"><ul>{contents}</ul></nav>
{sections}
</main>
</body>
</html>
"""


def section(table: Table, chart: str) -> str:
    """Write a table under its heading, with its chart if there is one."""
    figures = [is_figures(table, column) for column in range(len(table.head))]
    head = "".join(
        f'<th scope="col"{" class=n" if right else ""}>{escape(cell)}</th>'
        for cell, right in zip(table.head, figures, strict=True)
    )
    body = "\n".join(row(cells, figures) for cells in table.rows)
    caption = escape(table.caption)
    # A wide table scrolls by itself; the tab key reaches it, and its name says what it is.
    filled = (
        f'<div class="wide" role="region" tabindex="0" aria-label="{caption}: table">\n'
        f"<table><caption>{caption}, in figures</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )
    return (
        f'<section aria-labelledby="{table.id}">\n<h2 id="{table.id}">{caption}</h2>\n'
        f"<p>{escape(table.note)}</p>\n{chart}{filled if table.rows else '<p>Nothing.</p>'}\n</section>"
    )


def row(cells: Sequence[str], figures: Sequence[bool]) -> str:
    """Write a row; its first cell is its heading."""
    rest = "".join(
        f"<td{' class=n' if right else ''}>{escape(cell)}</td>"
        for cell, right in zip(cells[1:], figures[1:], strict=True)
    )
    return f'<tr><th scope="row">{escape(cells[0])}</th>{rest}</tr>'


def nutrient_chart(report: Coverage) -> str:
    """Draw the links of each nutrient by grade."""
    bars = [
        Bar(one.name, tuple(one.links.by_grade.get(grade, 0) for grade in Grade), plain(one.links.total))
        for one in report.nutrients
    ]
    return chart("Links of each nutrient by grade of evidence", bars, [f"grade {grade}" for grade in Grade])


def grade_chart(report: Coverage) -> str:
    """Draw the share of each grade among each kind of claim."""
    bars = [
        Bar(
            CLAIM_NAMES[kind], shares(grades.get(grade, 0) for grade in Grade), f"of {sum(grades.values()):,}"
        )
        for kind, grades in report.claims_by_grade.items()
    ]
    return chart("Share of each grade among the claims", bars, [f"grade {grade}" for grade in Grade])


def basis_chart(report: Coverage) -> str:
    """Draw what the score's figures rest on; our judgement and our rules are one part."""
    bars = []
    for kind, bases in report.claims_by_basis.items():
        if not bases:
            continue
        parts = (
            bases.get(Basis.MEASURED, 0),
            bases.get(Basis.EXPERT_CLASS, 0),
            bases.get(Basis.MECHANISM, 0),
            bases.get(Basis.EXPERT_RANGE, 0) + bases.get(Basis.STATED_RULE, 0),
        )
        bars.append(Bar(CLAIM_NAMES[kind], shares(parts), f"of {sum(parts):,}"))
    symptoms = report.symptoms
    judged = symptoms.judged_background + symptoms.ruled_background
    parts = (symptoms.measured_background, 0, 0, judged)
    bars.append(Bar("background rates", shares(parts), f"of {symptoms.total:,}"))
    legend = ["measured", "expert class", "mechanism", "judgement or rule"]
    return chart("Share of what the score's figures rest on", bars, legend)


def reading_chart(report: Coverage) -> str:
    """Draw the reading level of each kind of record."""
    bars = [Bar(level.kind, (max(level.grade, 0.0),), f"{level.grade:.1f}") for level in report.levels]
    return chart("Flesch-Kincaid grade of each kind of record", bars, [], aim=READING_AIM)


def shares(parts: Iterable[float]) -> tuple[float, ...]:
    """Turn numbers into shares of their sum."""
    every = list(parts)
    total = sum(every)
    return tuple(part / total if total else 0.0 for part in every)


def chart(title: str, bars: Sequence[Bar], legend: Sequence[str], *, aim: float | None = None) -> str:
    """Draw bars below each other, with a line at the aim and a legend of the parts."""
    if not bars:
        return ""
    longest = max([sum(bar.parts) for bar in bars] + [aim or 0.0]) or 1.0
    scale = BAR_WIDTH / longest
    top = ROW_HEIGHT if legend or aim is not None else 0
    height = top + ROW_HEIGHT * len(bars) + 4
    pieces = [legend_piece(index, name) for index, name in enumerate(legend)]
    for index, bar in enumerate(bars):
        pieces.append(bar_piece(bar, top + index * ROW_HEIGHT, scale))
    if aim is not None:
        x = LABEL_WIDTH + aim * scale
        pieces.append(
            f'<path d="M{x:.0f} {top}V{height}" stroke="var(--aim)" stroke-dasharray="4 3"/>'
            f'<text x="{x:.0f}" y="12" text-anchor="end">aim {plain(aim)}</text>'
        )
    body = "\n".join(pieces)
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-label="{escape(title)}. The table below has the figures.">\n'
        f"<title>{escape(title)}</title>\n{body}\n</svg>\n"
    )


def legend_piece(index: int, name: str) -> str:
    x = LABEL_WIDTH + index * LEGEND_STEP - (LABEL_WIDTH // 2)
    return (
        f'<rect x="{x}" y="2" width="{BAR_HEIGHT}" height="{BAR_HEIGHT}" fill="var(--{TINTS[index]})"/>'
        f'<text x="{x + BAR_HEIGHT + 4}" y="12">{escape(name)}</text>'
    )


def bar_piece(bar: Bar, y: int, scale: float) -> str:
    written = [f'<text x="{LABEL_WIDTH - 6}" y="{y + 12}" text-anchor="end">{escape(bar.label)}</text>']
    x = float(LABEL_WIDTH)
    for part, tint in zip(bar.parts, TINTS, strict=False):
        if part:
            size = f'width="{part * scale:.1f}" height="{BAR_HEIGHT}"'
            written.append(f'<rect x="{x:.1f}" y="{y + 2}" {size} fill="var(--{tint})"/>')
            x += part * scale
    written.append(f'<text x="{x + 5:.1f}" y="{y + 12}">{escape(bar.value)}</text>')
    return "".join(written)
