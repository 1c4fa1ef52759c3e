"""The report for a terminal."""

from app.report.coverage import Coverage
from app.report.tables import Table, tables

# A number, a dash for nothing, or "< 1 %".
FIGURE_STARTS = "0123456789-<"


def as_text(report: Coverage) -> str:
    """Write every table, columns in line."""
    return "\n\n".join(table_text(table) for table in tables(report)) + "\n"


def table_text(table: Table) -> str:
    """Write one table; the first column to the left, columns of figures to the right."""
    lines = [table.head, *table.rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.head))]
    rights = [is_figures(table, column) for column in range(len(table.head))]
    written = (
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, rights, strict=True)
        ).rstrip()
        for line in lines
    )
    return "\n".join([table.caption.upper(), table.note, "", *written])


def is_figures(table: Table, column: int) -> bool:
    """Tell whether a column holds figures, shares or dashes only."""
    return column > 0 and all(row[column][0] in FIGURE_STARTS for row in table.rows)
