"""What was deleted, in words: how much, and never of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.web.formatting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.retention.service import Kind, Purged

WORDS: dict[Kind, tuple[str, str]] = {
    "scans": ("scan waarvan de bewaartermijn voorbij was", "scans waarvan de bewaartermijn voorbij was"),
    "responses": ("verstuurde vragenlijst", "verstuurde vragenlijsten"),
    "comments": ("opmerking in de oorspronkelijke woorden", "opmerkingen in de oorspronkelijke woorden"),
    "drafts": ("vragenlijst die niet is verstuurd", "vragenlijsten die niet zijn verstuurd"),
    "invitees": ("adres van iemand die was uitgenodigd", "adressen van mensen die waren uitgenodigd"),
    "messages": ("bericht dat niet meer verstuurd wordt", "berichten die niet meer verstuurd worden"),
    "typing_links": ("link om formulieren over te typen", "links om formulieren over te typen"),
    "sign_ins": ("aanmelding of link die voorbij was", "aanmeldingen of links die voorbij waren"),
    "accounts": ("account dat niet werd gebruikt", "accounts die niet werden gebruikt"),
    "entries": ("oude regel uit het logboek", "oude regels uit het logboek"),
}
"""What is said of each kind of what was deleted."""


def said_of(purged: Purged) -> Iterator[str]:
    """Give the lines that say what was deleted."""
    lines = [f"- {counted(purged.counts[kind], *words)}" for kind, words in WORDS.items() if purged.counts[kind]]
    yield "Gewist:" if lines else "Er was niets om te wissen."
    yield from lines
    if warned := purged.counts["warned"]:
        yield f"Gewaarschuwd dat hun account verdwijnt: {counted(warned, 'persoon', 'personen')}."
    yield (
        "Ook uit de bestanden van de database is het weg."
        if purged.is_freed
        else "De bestanden van de database waren in gebruik: daaruit verdwijnt het later, vanzelf als de dienst draait."
    )
