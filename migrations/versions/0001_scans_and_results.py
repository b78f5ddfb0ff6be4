"""Municipalities, collaborations, their scans and the results."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "municipality",
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("province", sa.String(100), nullable=False),
        sa.CheckConstraint("length(code) = 6 AND code LIKE 'GM%'", name=op.f("ck_municipality_code_is_cbs")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_municipality")),
    )
    op.create_table(
        "collaboration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(6), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("target_group", sa.String(500), nullable=False),
        sa.Column("partners", sa.String(1000), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_collaboration_municipality_code_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collaboration")),
        sa.UniqueConstraint("municipality_code", "name", name=op.f("uq_collaboration_municipality_code_name")),
    )
    op.create_table(
        "scan",
        sa.Column("id", sa.String(100), nullable=False),
        sa.Column("collaboration_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("purpose", sa.String(100), nullable=False),
        sa.Column("period", sa.String(100), nullable=False),
        sa.Column("edition", sa.String(100), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_scan_position_from_one")),
        sa.ForeignKeyConstraint(
            ["collaboration_id"], ["collaboration.id"], name=op.f("fk_scan_collaboration_id_collaboration")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
        sa.UniqueConstraint("collaboration_id", "position", name=op.f("uq_scan_collaboration_id_position")),
    )
    op.create_table(
        "result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ambition", sa.Integer(), nullable=True),
        sa.Column("ambition_reason", sa.String(2000), nullable=False),
        sa.Column("edition", sa.String(100), nullable=False),
        sa.Column("method", sa.String(50), nullable=False),
        sa.Column("record", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_result_version_from_one")),
        sa.CheckConstraint("ambition BETWEEN 1 AND 7", name=op.f("ck_result_ambition_is_a_model")),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=op.f("fk_result_scan_id_scan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result")),
        sa.UniqueConstraint("scan_id", "version", name=op.f("uq_result_scan_id_version")),
    )


def downgrade() -> None:
    for table in ("result", "scan", "collaboration", "municipality"):
        op.drop_table(table)
