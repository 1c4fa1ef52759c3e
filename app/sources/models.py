"""Tables of sources, and of what cites them."""

from datetime import date

from sqlmodel import Field

from app.tables import TableBase, by_value
from app.vocabulary import ReadDepth, SourceKind


class SourceBase(TableBase):
    """What table and API tell alike of a source."""

    id: str = Field(primary_key=True, description="Slug by which claims cite it.")
    title: str = Field(description="Title of the publication, page, data set or stated rule.")
    publisher: str | None = Field(default=None, description="Journal or publishing body.")
    year: int | None = Field(default=None, description="Year of publication.")
    url: str | None = Field(default=None, description="Address where it was read.")
    doi: str | None = Field(default=None, description="Digital Object Identifier.")
    pmid: str | None = Field(default=None, description="PubMed identifier.")
    kind: SourceKind = Field(sa_type=by_value(SourceKind), description="Sort of source.")
    read: ReadDepth = Field(
        sa_type=by_value(ReadDepth), description="How much of it was read for our claims."
    )
    accessed: date = Field(description="Day on which it was read.")
    note: str | None = Field(default=None, description="What to know when using it.")


class Source(SourceBase, table=True):
    """A publication, guideline, data set or stated rule."""

    __tablename__ = "source"


class Citation(TableBase, table=True):
    """Which record cites which source; made from the records at seeding."""

    __tablename__ = "citation"

    source_id: str = Field(primary_key=True, foreign_key="source.id")
    record_kind: str = Field(primary_key=True)
    record_id: str = Field(primary_key=True)
