"""What who manages scans can do now.

How many answers there are is told here as coarsely as on the desk (`app.collaborations.counts`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.kept import months_after
from app.collaborations.page import LIST, address_of, again_of, desk_of
from app.collaborations.scans.desk import counts_of
from app.collaborations.scans.moderating import moderating
from app.collaborations.scans.service import windows_by_name
from app.collaborations.service import id_of
from app.collaborations.state import running_scan, scan_to_follow, state_of
from app.start.page import Step, Urgency
from app.store.collaborations import list_collaborations
from app.store.invitees import count_invitees
from app.store.results import latest_ambitions
from app.store.scans import ScanInContext, list_scans
from app.web.formatting import date_in_words, enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from app.accounts.asker import Asker
    from app.collaborations.dependencies import CommentsWait
    from app.collaborations.scans.desk import Count
    from app.db import Session
    from app.models import Scan
    from app.store.collaborations import CollaborationInContext
    from questionnaires import Edition

SOON = 7
"""Days before a closing date in which one reminds people."""
A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Around:
    """What is needed to look at scans: the content, the day, who asks, and how to know whether comments wait."""

    session: Session
    editions: Mapping[str, Edition]
    today: date
    asker: Asker
    waits: CommentsWait


def steps_of_coordinator(around: Around) -> Iterator[Step]:
    """Give everything that somebody can do now with the collaborations that they manage."""
    everything = list_collaborations(around.session, around.asker.managed)
    found = [one for one in everything if one.collaboration.archived_on is None]
    if not found:
        yield _first()
    scans: dict[int, list[Scan]] = defaultdict(list)
    for scan in list_scans(around.session, [id_of(one.collaboration) for one in found]):
        if scan.archived_on is None:
            scans[scan.collaboration_id].append(scan)
    for one in found:
        yield from _of_collaboration(around, one, scans[id_of(one.collaboration)])


def _first() -> Step:
    return Step(
        sentence="Maak uw eerste samenwerking: in één formulier, met de vier links voor de vier groepen als uitkomst.",
        button="Maak een samenwerking",
        href=f"{LIST}/nieuw",
        about="",
        urgency=Urgency.OVERDUE,
    )


def _of_collaboration(around: Around, one: CollaborationInContext, scans: Sequence[Scan]) -> Iterator[Step]:
    about = one.collaboration.name
    if not scans:
        yield Step(
            sentence=f"{about} heeft nog geen scan: zet de eerste klaar, dan krijgt u de links.",
            button="Zet een scan klaar",
            href=f"{address_of(one.collaboration)}/scans/nieuw",
            about=about,
            urgency=Urgency.TO_BEGIN,
        )
    for scan in scans:
        if state_of(scan, around.today) in {"open", "due"}:
            yield _running(around, ScanInContext(scan, one.collaboration, one.municipality))
    last = max((scan for scan in scans if scan.closed_on), key=lambda scan: scan.position, default=None)
    if last is not None:
        yield from _closed(around, ScanInContext(last, one.collaboration, one.municipality), scans)


def name_of(found: ScanInContext) -> str:
    """How a scan is called among those of other collaborations."""
    return f"‘{found.scan.name}’ ({found.collaboration.name})"


def _running(around: Around, found: ScanInContext) -> Step:
    """What to do with a scan that was not closed: one thing, the most urgent."""
    scan, name = found.scan, name_of(found)
    if state_of(scan, around.today) == "due":
        sentence = f"De sluitingsdatum van {name} is voorbij: sluit de scan en maak de uitslag."
        return _close(found, sentence, Urgency.OVERDUE)
    edition = around.editions[scan.edition]
    counts = counts_of(around.session, edition, windows_by_name(around.session, scan.id), scan)
    days = (scan.closes_on - around.today).days if scan.closes_on else None
    lacking = enumeration([count.lacking for count in counts if count.needed])
    if lacking and days is not None and days <= SOON:
        sentence = f"{name} sluit {_in_days(days)}, en voor het minimum zijn nodig: {lacking}."
        return _links(found, sentence, Urgency.BEFORE_A_DATE, days)
    silent = _silent(counts, count_invitees(around.session, scan.id))
    if len(silent) == len(counts):
        return _links(found, f"Deel de links van {name}: er is nog geen antwoord binnen.", Urgency.TO_BEGIN)
    if silent:
        which = "het venster" if len(silent) == 1 else "de vensters"
        sentence = f"Deel de link van {which} {enumeration(silent)} in {name}: daar is nog geen antwoord."
        return _links(found, sentence, Urgency.TO_BEGIN)
    if lacking:
        sentence = f"Herinner de groepen van {name}, want voor het minimum zijn nodig: {lacking}."
        return _links(found, sentence, Urgency.TO_CHOOSE)
    sentence = f"Elk venster van {name} haalt het minimum: sluit de scan als iedereen de kans kreeg."
    return _close(found, sentence, Urgency.TO_CHOOSE)


def _close(found: ScanInContext, sentence: str, urgency: Urgency) -> Step:
    return Step(
        sentence=sentence,
        button="Sluit de scan",
        href=f"{desk_of(found.scan)}/sluiten",
        about=name_of(found),
        urgency=urgency,
    )


def _links(found: ScanInContext, sentence: str, urgency: Urgency, days: int = 0) -> Step:
    return Step(
        sentence=sentence,
        button="Naar de links",
        href=f"{desk_of(found.scan)}#vensters",
        about=name_of(found),
        urgency=urgency,
        days=days,
    )


def _silent(counts: Sequence[Count], invited: Mapping[str, int]) -> list[str]:
    """The windows without any answer. Of one that is told in groups it is said only where nobody was invited yet."""
    return [
        count.name.lower()
        for count in counts
        if not (invited.get(count.window) if count.is_told_in_groups else count.sent or count.begun)
    ]


def _in_days(days: int | None) -> str:
    """When a scan closes.

    >>> _in_days(0), _in_days(1), _in_days(3)
    ('vandaag', 'morgen', 'over 3 dagen')
    """
    return {0: "vandaag", 1: "morgen"}.get(days or 0, f"over {days} dagen")


def _closed(around: Around, found: ScanInContext, scans: Sequence[Scan]) -> Iterator[Step]:
    """What to do after the last scan of a collaboration was closed."""
    scan, name = found.scan, name_of(found)
    ambitions = latest_ambitions(around.session, [scan.id])
    if scan.id in ambitions and ambitions[scan.id] is None and running_scan(scans, around.today) is None:
        yield Step(
            sentence=f"Kies een ambitie bij de uitslag van {name}: de aanbevelingen volgen die keuze.",
            button="Kies een ambitie",
            href=f"/scans/{scan.id}/ambitie",
            about=name,
            urgency=Urgency.TO_CHOOSE,
        )
    told = moderating(around.session, found, around.editions[scan.edition], around.waits)
    if told.has_waiting and not told.is_complete:
        yield Step(
            sentence=f"Er wachten opmerkingen bij {name} op een moderator: wijs iemand aan.",
            button="Wijs een moderator aan",
            href=told.appoint,
            about=name,
            urgency=Urgency.WAITED_FOR,
        )
    follows = scan_to_follow(scans, around.today)
    if follows is scan and scan.closed_on and months_after(scan.closed_on, A_YEAR) <= around.today:
        yield Step(
            sentence=f"{name} sloot op {date_in_words(scan.closed_on)}: meet opnieuw en zie wat er veranderde.",
            button="Meet opnieuw",
            href=again_of(scan),
            about=name,
            urgency=Urgency.ONCE_A_YEAR,
        )
