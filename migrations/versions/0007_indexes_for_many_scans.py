"""What is asked for all the time is found without reading every scan: which are open, and which are examples."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COLUMNS = ("closed_on", "is_example")


def upgrade() -> None:
    for column in COLUMNS:
        op.create_index(op.f(f"ix_scan_{column}"), "scan", [column])


def downgrade() -> None:
    for column in reversed(COLUMNS):
        op.drop_index(op.f(f"ix_scan_{column}"), "scan")
