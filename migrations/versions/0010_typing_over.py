"""Links by which somebody types over what people answered on paper."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "typing_link",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("window", sa.String(20), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("holder_hash", sa.String(64), nullable=False),
        sa.Column("forms", sa.Integer(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.CheckConstraint("forms BETWEEN 1 AND 200", name=op.f("ck_typing_link_forms_from_one")),
        sa.ForeignKeyConstraint(
            ["scan_id", "window"],
            ["scan_window.scan_id", "scan_window.window"],
            name=op.f("fk_typing_link_scan_id_scan_window"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typing_link")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_typing_link_code_hash")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_typing_link_scan_id"), "typing_link", ["scan_id"])
    op.create_table(
        "paper_form",
        sa.Column("stamp", sa.String(32), nullable=False),
        sa.Column("link_id", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["link_id"], ["typing_link.id"], name=op.f("fk_paper_form_link_id_typing_link"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("stamp", name=op.f("pk_paper_form")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_paper_form_link_id"), "paper_form", ["link_id"])


def downgrade() -> None:
    for table in ("paper_form", "typing_link"):
        op.drop_table(table)
