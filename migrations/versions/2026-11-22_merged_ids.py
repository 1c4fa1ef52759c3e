"""merged ids."""

import sqlalchemy as sa
from alembic import op

revision = "b41f0d7c2a95"
down_revision = "db489e4f6541"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "merged_id",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("old_id", sa.String(), nullable=False),
        sa.Column("new_id", sa.String(), nullable=False),
        sa.Column("merged_on", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "old_id", name=op.f("pk_merged_id")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("merged_id")
