"""What comparing needs: the outline of each result, whom a closed scan was about, and what is alike."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KIND = "kind IN ('intake', 'overleg', 'team', 'keten', 'anders')"
SIZE = "size_class BETWEEN 1 AND 5"

OF_A_WINDOW = ("status", "usable", "minimum", "score", "roles", "rest", "dimensions")
OF_A_DIMENSION = ("score", "low", "high", "standard_error", "degrees_of_freedom", "n")
OF_THE_CONTINUUM = (
    "features",
    "feature_uncertainty",
    "position",
    "low",
    "high",
    "standard_error",
    "degrees_of_freedom",
    "nearest",
    "runner_up",
    "wording",
    "certainty",
    "gap_to_ambition",
)


def upgrade() -> None:
    with op.batch_alter_table("result") as table:
        table.add_column(sa.Column("outline", sa.JSON(), nullable=False, server_default="{}"))
    _fill_outlines()
    with op.batch_alter_table("result") as table:
        table.alter_column("outline", server_default=None)

    op.add_column("scan", sa.Column("target_group", sa.String(500), nullable=False, server_default=""))
    op.add_column("scan", sa.Column("partners", sa.String(1000), nullable=False, server_default=""))
    op.execute(
        "UPDATE scan SET "
        "target_group = (SELECT c.target_group FROM collaboration c WHERE c.id = scan.collaboration_id), "
        "partners = (SELECT c.partners FROM collaboration c WHERE c.id = scan.collaboration_id) "
        "WHERE closed_on IS NOT NULL"
    )
    with op.batch_alter_table("scan") as table:
        table.alter_column("target_group", server_default=None)
        table.alter_column("partners", server_default=None)

    with op.batch_alter_table("collaboration") as table:
        table.add_column(sa.Column("kind", sa.String(20), nullable=True))
        table.create_check_constraint("kind_is_known", KIND)
    with op.batch_alter_table("municipality") as table:
        table.add_column(sa.Column("size_class", sa.Integer(), nullable=True))
        table.create_check_constraint("size_class_is_known", SIZE)


def downgrade() -> None:
    with op.batch_alter_table("municipality") as table:
        table.drop_constraint("size_class_is_known", type_="check")
        table.drop_column("size_class")
    with op.batch_alter_table("collaboration") as table:
        table.drop_constraint("kind_is_known", type_="check")
        table.drop_column("kind")
    for column in ("partners", "target_group"):
        op.drop_column("scan", column)
    op.drop_column("result", "outline")


def _fill_outlines() -> None:
    """Make the outline of every result from its record, one at a time, because records are large.

    What is no whole result keeps an empty outline, and is left out where results are compared.
    """
    results = sa.table(
        "result", sa.column("id", sa.Integer), sa.column("record", sa.JSON), sa.column("outline", sa.JSON)
    )
    connection = op.get_bind()
    for key in connection.execute(sa.select(results.c.id)).scalars().all():
        record = connection.execute(sa.select(results.c.record).where(results.c.id == key)).scalar_one()
        if "learning" in record.get("result", {}):
            change = sa.update(results).where(results.c.id == key).values(outline=_outline(record["result"]))
            connection.execute(change)


def _outline(document: dict) -> dict:
    learning = document["learning"]
    return _only(document, ("edition", "method", "ambition")) | {
        "windows": {name: _window(window) for name, window in document["windows"].items()},
        "continuum": _only(document["continuum"], OF_THE_CONTINUUM),
        "learning": {"orders": learning["orders"], "level": learning["level"]},
    }


def _window(window: dict) -> dict:
    outline = _only(window, OF_A_WINDOW)
    if "dimensions" in window:
        outline["dimensions"] = {code: _only(one, OF_A_DIMENSION) for code, one in window["dimensions"].items()}
    return outline


def _only(document: dict, names: tuple) -> dict:
    return {name: document[name] for name in names if name in document}
