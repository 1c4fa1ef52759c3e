"""Patterns of strings that several parts of the contract share. Standard library only."""

# An id: lower-case words and numbers joined by hyphens.
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# PostgreSQL text cannot hold U+0000; lone surrogates are refused by pydantic itself.
NO_NUL = r"^[^\x00]+$"
