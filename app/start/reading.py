"""Which results somebody did not read yet. Who reads one is noted (`app.results.noting`), and so it is known."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.accounts.access import reach_of
from app.accounts.audit import Act
from app.start.page import Step, Urgency
from app.store.audit import noted_since
from app.store.shelf import list_new_results
from app.web.formatting import date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.accounts.asker import Asker
    from app.db import Session

NEW = timedelta(days=60)
"""For how long a result is new."""


def steps_of_reader(session: Session, asker: Asker, today: date) -> Iterator[Step]:
    """Give the results that were made not long ago and that this account did not open yet."""
    since = today - NEW
    found = list_new_results(session, reach_of(asker), since)
    moment = datetime.combine(since, time(), UTC)
    read = noted_since(session, Act.RESULT_READ.value, asker.account_id, [one.scan_id for one in found], moment)
    for one in found:
        if one.scan_id not in read:
            name = f"‘{one.name}’ ({one.collaboration}, {one.municipality})"
            yield Step(
                sentence=f"De uitslag van {name} is klaar sinds {date_in_words(one.closed_on)}: lees wat eruit kwam.",
                button="Lees de uitslag",
                href=f"/scans/{one.scan_id}",
                about=name,
                urgency=Urgency.TO_READ,
                days=(today - one.closed_on).days,
            )
