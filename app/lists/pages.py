"""Pages of lists: `items`, `next_cursor`, `total`, and `missing` where items are asked for by id."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T", bound=BaseModel)

MAX_LIMIT = 100


class Page(BaseModel, Generic[T]):
    """A page of a list."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    items: list[T] = Field(description="The items of this page, in order.", max_length=MAX_LIMIT)
    next_cursor: str | None = Field(
        description="Give it as `cursor` for the next page; null on the last page."
    )
    total: int = Field(ge=0, description="How many items there are on all pages.")


class MissingRead(BaseModel):
    """An id that was asked for and is not in the list."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: str = Field(description="The id as asked for.", max_length=64)
    suggestions: list[str] = Field(description="Ids in the list that are spelled like it.", max_length=3)


class RecordPage(Page[T], Generic[T]):
    """A page of a list whose items can be asked for by id."""

    missing: list[MissingRead] = Field(
        default=[],
        description="Those of the `ids` asked for that are not in the list; empty where none were asked for.",
        max_length=MAX_LIMIT,
    )
