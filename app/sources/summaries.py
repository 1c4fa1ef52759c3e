"""How lists tell of sources, and other records that name them."""

from sqlmodel._compat import SQLModelConfig

from app.sources.models import SourceBase


class SourceSummary(SourceBase):
    """A source as lists show it; what is not known is null, and still there."""

    model_config = SQLModelConfig(json_schema_serialization_defaults_required=True)
