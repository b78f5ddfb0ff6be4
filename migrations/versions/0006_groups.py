"""Groups of municipalities that compare themselves with figures of the whole group."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KIND = "kind IN ('intake', 'overleg', 'team', 'keten', 'anders')"


def upgrade() -> None:
    op.create_table(
        "comparison_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("description", sa.String(1000), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("maker_id", sa.String(32), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.CheckConstraint(KIND, name=op.f("ck_comparison_group_kind_is_known")),
        sa.ForeignKeyConstraint(
            ["maker_id"], ["account.id"], name=op.f("fk_comparison_group_maker_id_account"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison_group")),
        sa.UniqueConstraint("code", name=op.f("uq_comparison_group_code")),
    )
    op.create_index(op.f("ix_comparison_group_maker_id"), "comparison_group", ["maker_id"])
    op.create_table(
        "group_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(6), nullable=False),
        sa.Column("collaboration_id", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["comparison_group.id"],
            name=op.f("fk_group_member_group_id_comparison_group"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_group_member_municipality_code_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_group_member_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
        sa.UniqueConstraint("group_id", "municipality_code", name=op.f("uq_group_member_group_id_municipality_code")),
    )
    for column in ("municipality_code", "collaboration_id"):
        op.create_index(op.f(f"ix_group_member_{column}"), "group_member", [column])
    op.create_table(
        "group_stand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("edition", sa.String(100), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("contributions", "sets", "published", "figures")),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["comparison_group.id"],
            name=op.f("fk_group_stand_group_id_comparison_group"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_stand")),
    )
    op.create_index(op.f("ix_group_stand_group_id"), "group_stand", ["group_id"])


def downgrade() -> None:
    for table in ("group_stand", "group_member", "comparison_group"):
        op.drop_table(table)
