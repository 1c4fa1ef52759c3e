"""Lists as JSON, CSV or NDJSON, as the caller's `Accept` asks."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

JSON, CSV, NDJSON = "application/json", "text/csv", "application/x-ndjson"
# In the order in which equally wanted ones are given.
FORMATS = (JSON, CSV, NDJSON)
CONTENT_TYPE = {CSV: "text/csv; charset=utf-8; header=present", NDJSON: NDJSON}


class Range(NamedTuple):
    """One entry of an `Accept` header."""

    kind: str
    subkind: str
    quality: float

    def fits(self, media_type: str) -> int:
        """Tell how closely this names a media type: 3 itself, 2 its kind, 1 any, 0 not at all."""
        kind, _, subkind = media_type.partition("/")
        if (self.kind, self.subkind) == ("*", "*"):
            return 1
        if self.kind != kind:
            return 0
        return 3 if self.subkind == subkind else 2 if self.subkind == "*" else 0


def ranges(accept: str) -> list[Range]:
    """Read an `Accept` header (RFC 9110); an entry that cannot be read is passed over."""
    found = []
    for entry in accept.split(","):
        media_range, *parameters = (part.strip().lower() for part in entry.split(";"))
        kind, slash, subkind = media_range.partition("/")
        given = dict(part.partition("=")[::2] for part in parameters)
        try:
            quality = float(given.get("q", "1"))
        except ValueError:
            continue
        if slash and 0 <= quality <= 1:
            found.append(Range(kind, subkind, quality))
    return found


def negotiated(accept: str | None, offered: Sequence[str] = FORMATS) -> str | None:
    """Give the media type that a caller wants most, or None where nothing offered is wanted.

    The entry that names a media type most closely sets its quality. Among equal qualities what is
    named more closely goes first, then what is offered first.
    """
    if accept is None or not accept.strip():
        return offered[0]
    wanted = ranges(accept)
    best, best_rank = None, (0.0, 0)
    for media_type in offered:
        fits, quality = max(((one.fits(media_type), one.quality) for one in wanted), default=(0, 0.0))
        if fits and quality and (quality, fits) > best_rank:
            best, best_rank = media_type, (quality, fits)
    return best


def as_csv(items: Iterable[dict[str, Any]], columns: Sequence[str]) -> str:
    """Write rows as RFC 4180 with a header row; lists and objects are JSON inside their cell.

    Texts stay as they are: a mark before `=` or `-` would guard a spreadsheet but falsify the text
    for every other reader. All texts are our own reviewed content, never a caller's.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell(item.get(column)) for column in columns] for item in items)
    return text.getvalue()


def cell(value: Any) -> str:
    """Write one value: nothing for null, JSON for what is not a text."""
    if value is None:
        return ""
    return value if isinstance(value, str) else compact(value)


def as_ndjson(items: Iterable[dict[str, Any]]) -> str:
    """Write one JSON document a line."""
    return "".join(f"{compact(item)}\n" for item in items)


def compact(value: Any) -> str:
    """Write JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
