"""Setting up scans, answering them, and what a closed one measured."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("municipality_code", sa.String(6), nullable=True),
        sa.Column("is_local", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_account_municipality_code_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
    )
    op.create_table(
        "access_token",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("account_id", sa.String(32), nullable=False),
        sa.Column("label", sa.String(100), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_access_token_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_access_token")),
    )
    op.create_index(op.f("ix_access_token_account_id"), "access_token", ["account_id"])

    op.create_table(
        "measurement",
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("edition", sa.String(100), nullable=False),
        sa.Column("method", sa.String(50), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("space_is_freed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=op.f("fk_measurement_scan_id_scan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", name=op.f("pk_measurement")),
    )
    op.create_table(
        "scan_window",
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("window", sa.String(20), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("mode", sa.String(10), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(500), nullable=False),
        sa.Column("ref", sa.String(16), nullable=False),
        sa.Column("code", sa.String(12), nullable=False),
        sa.CheckConstraint("mode IN ('individual', 'team')", name=op.f("ck_scan_window_mode_is_known")),
        sa.CheckConstraint(
            "NOT (\"window\" = 'inwoner' AND (minimum < 5 OR mode <> 'individual'))",
            name=op.f("ck_scan_window_residents_are_protected"),
        ),
        sa.CheckConstraint("minimum >= 1", name=op.f("ck_scan_window_minimum_from_one")),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=op.f("fk_scan_window_scan_id_scan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scan_id", "window", name=op.f("pk_scan_window")),
        sa.UniqueConstraint("code", name=op.f("uq_scan_window_code")),
        sa.UniqueConstraint("ref", name=op.f("uq_scan_window_ref")),
    )
    op.create_table(
        "comment",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("window", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(100), nullable=False),
        sa.Column("text", sa.String(2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["scan_id", "window"],
            ["scan_window.scan_id", "scan_window.window"],
            name=op.f("fk_comment_scan_id_scan_window"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_comment_of_window", "comment", ["scan_id", "window"])

    op.create_table(
        "draft",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("window", sa.String(20), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("role", sa.String(50), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=False),
        sa.Column("touched_on", sa.Date(), nullable=False),
        sa.CheckConstraint("participants >= 1", name=op.f("ck_draft_participants_from_one")),
        sa.ForeignKeyConstraint(
            ["scan_id", "window"],
            ["scan_window.scan_id", "scan_window.window"],
            name=op.f("fk_draft_scan_id_scan_window"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_draft_token_hash")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_draft_of_window", "draft", ["scan_id", "window"])

    op.create_table(
        "response",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("window", sa.String(20), nullable=False),
        sa.Column("role", sa.String(50), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.CheckConstraint("participants >= 1", name=op.f("ck_response_participants_from_one")),
        sa.ForeignKeyConstraint(
            ["scan_id", "window"],
            ["scan_window.scan_id", "scan_window.window"],
            name=op.f("fk_response_scan_id_scan_window"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_response_of_window", "response", ["scan_id", "window"])

    op.create_table(
        "draft_answer",
        sa.Column("draft_id", sa.String(32), nullable=False),
        sa.Column("item", sa.String(100), nullable=False),
        sa.Column("value", sa.String(1000), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_draft_answer_draft_id_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("draft_id", "item", name=op.f("pk_draft_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draft_comment",
        sa.Column("draft_id", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(100), nullable=False),
        sa.Column("text", sa.String(2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_draft_comment_draft_id_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("draft_id", "subject", name=op.f("pk_draft_comment")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("collaboration") as collaboration:
        collaboration.add_column(sa.Column("archived_on", sa.Date(), nullable=True))
    with op.batch_alter_table("result") as result:
        result.drop_constraint(op.f("fk_result_scan_id_scan"), type_="foreignkey")
        result.create_foreign_key(op.f("fk_result_scan_id_scan"), "scan", ["scan_id"], ["id"], ondelete="CASCADE")
    _keep_records_as(sa.JSON())
    with op.batch_alter_table("scan") as scan:
        scan.add_column(sa.Column("closes_on", sa.Date(), nullable=True))
        scan.add_column(sa.Column("archived_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("scan") as scan:
        scan.drop_column("archived_on")
        scan.drop_column("closes_on")
    _keep_records_as(postgresql.JSONB())
    with op.batch_alter_table("result") as result:
        result.drop_constraint(op.f("fk_result_scan_id_scan"), type_="foreignkey")
        result.create_foreign_key(op.f("fk_result_scan_id_scan"), "scan", ["scan_id"], ["id"])
    with op.batch_alter_table("collaboration") as collaboration:
        collaboration.drop_column("archived_on")
    for table in (
        "draft_comment",
        "draft_answer",
        "response",
        "draft",
        "comment",
        "scan_window",
        "measurement",
        "access_token",
        "account",
    ):
        op.drop_table(table)


def _keep_records_as(kind: sa.types.TypeEngine[object]) -> None:
    """On PostgreSQL JSON keeps the order of the keys, which JSONB does not; SQLite has one kind."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("result", "record", type_=kind, postgresql_using=f"record::{kind.__visit_name__.lower()}")
