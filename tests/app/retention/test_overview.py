"""Everything that is kept has a rule that says for how long."""

from __future__ import annotations

from app.models import Table
from app.retention.overview import rules


def test_every_table_is_named_once_in_the_overview() -> None:
    named = [table for rule in rules() for table in rule.tables]
    assert sorted(named) == sorted(Table.metadata.tables), "say in app/retention/overview.py how long it is kept"


def test_only_tables_without_anything_of_people_have_no_period() -> None:
    (nobody,) = [rule for rule in rules() if rule.about == "nobody"]
    assert set(nobody.tables) == {"municipality", "erasure"}
