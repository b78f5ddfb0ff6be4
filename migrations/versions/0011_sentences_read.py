"""Which buttons and messages somebody read with a translation; of who stood for one before that is not known."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("language_declaration") as table:
        table.add_column(sa.Column("sentences", sa.String(64), nullable=False, server_default=""))
    with op.batch_alter_table("language_declaration") as table:
        table.alter_column("sentences", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("language_declaration") as table:
        table.drop_column("sentences")
