"""Which translations a municipality offers, and who stands for them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "language_declaration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(6), nullable=False),
        sa.Column("edition", sa.String(100), nullable=False),
        sa.Column("language", sa.String(5), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("checked_by", sa.String(80), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_language_declaration_municipality_code_municipality"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_language_declaration")),
        sa.UniqueConstraint(
            "municipality_code",
            "edition",
            "language",
            name=op.f("uq_language_declaration_municipality_code_edition_language"),
        ),
    )


def downgrade() -> None:
    op.drop_table("language_declaration")
