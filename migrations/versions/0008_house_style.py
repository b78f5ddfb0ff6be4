"""The house style of a municipality, and its logo."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

COLOURS = (
    "length(main) = 7 AND length(link) = 7 AND length(accent) = 7 "
    "AND main LIKE '#%' AND link LIKE '#%' AND accent LIKE '#%'"
)


def upgrade() -> None:
    op.create_table(
        "house_style",
        sa.Column("municipality_code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("main", sa.String(length=7), nullable=False),
        sa.Column("link", sa.String(length=7), nullable=False),
        sa.Column("accent", sa.String(length=7), nullable=False),
        sa.Column("shows_name", sa.Boolean(), nullable=False),
        sa.Column("logo_digest", sa.String(length=32), nullable=False),
        sa.Column("logo_kind", sa.String(length=3), nullable=False),
        sa.Column("logo_text", sa.String(length=150), nullable=False),
        sa.Column("logo_width", sa.Integer(), nullable=False),
        sa.Column("logo_height", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("statement", sa.String(length=500), nullable=False),
        sa.CheckConstraint(COLOURS, name=op.f("ck_house_style_colours_are_colours")),
        sa.CheckConstraint("logo_kind IN ('', 'png', 'svg')", name=op.f("ck_house_style_logo_kind_is_known")),
        sa.CheckConstraint("(logo_digest = '') = (logo_kind = '')", name=op.f("ck_house_style_logo_is_whole")),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_house_style_municipality_code_municipality"),
        ),
        sa.PrimaryKeyConstraint("municipality_code", name=op.f("pk_house_style")),
    )
    op.create_table(
        "house_logo",
        sa.Column("municipality_code", sa.String(length=6), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["house_style.municipality_code"],
            name=op.f("fk_house_logo_municipality_code_house_style"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("municipality_code", name=op.f("pk_house_logo")),
    )
    op.create_index(op.f("ix_house_logo_digest"), "house_logo", ["digest"])


def downgrade() -> None:
    op.drop_index(op.f("ix_house_logo_digest"), "house_logo")
    op.drop_table("house_logo")
    op.drop_table("house_style")
