"""Who does not use an account is written before it is deleted, and that is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("account", sa.Column("warned_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("account", "warned_on")
