"""What an invitation says: to residents in plain words, to staff as a short letter. All of it is true of its window.

What it promises about answers follows from how the window is set, in the same words as its start page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.formatting import enumeration, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.collaborations.invitations.languages import InLanguage
    from questionnaires import WindowId

ASKED: dict[WindowId, str] = {
    "professional": "Van u horen wij graag hoe de samenwerking in de dagelijkse praktijk gaat.",
    "organisatie": "Van u horen wij graag hoe deze samenwerking is georganiseerd: vorm, proces, rollen en tijd.",
    "beleid": "Van u horen wij graag hoe beleid en bestuur deze samenwerking mogelijk maken.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Everything that an invitation tells.

    `others` are the other groups that are asked; `closes` is the last day in words, or empty; `place` is where a code
    is typed. With `is_personal` the link and the code are of one person; `intro` is what the sender puts first, or
    empty. `languages` are the ways in for who reads no Dutch.
    """

    window: WindowId
    collaboration: str
    municipality: str
    target_group: str
    partners: str
    others: tuple[str, ...]
    mode: str
    minimum: int
    minutes: int
    contact: str
    closes: str
    link: str
    place: str
    code: str
    is_personal: bool = False
    intro: str = ""
    languages: tuple[InLanguage, ...] = ()


def subject(occasion: Occasion) -> str:
    """What stands above an e-mail."""
    if occasion.window == "inwoner":
        return "Hoe was de hulp voor u?"
    return f"Uw kijk op de samenwerking {occasion.collaboration}"


def invitation_text(occasion: Occasion) -> str:
    """The text of an invitation, to copy."""
    paragraphs = _to_residents(occasion) if occasion.window == "inwoner" else _to_staff(occasion)
    return "\n\n".join(paragraphs)


def promises(occasion: Occasion) -> Iterator[str]:
    """What whoever answers may rely on, in short sentences."""
    if occasion.window == "inwoner":
        yield "Meedoen is vrijwillig. Het heeft geen gevolgen voor uw uitkering of uw hulp."
        yield "U hoeft niet in te loggen. Wij vragen geen naam of adres."
        yield "Niemand bij de gemeente kan zien wie er antwoord gaf."
        yield f"Wij laten uitkomsten alleen zien als ten minste {whole_number(occasion.minimum)} mensen meededen."
        return
    yield "Meedoen is vrijwillig. Inloggen hoeft niet en wij vragen geen naam."
    if occasion.is_personal:
        yield "Uw link wordt niet bij uw antwoorden bewaard."
        yield "Wie u uitnodigt, ziet ongeveer hoeveel mensen verstuurden en nooit wie."
        yield "Uw e-mailadres wordt gewist als de scan sluit."
    if occasion.mode == "team":
        yield "De antwoorden van uw groep zijn in de uitslag te zien. Begin alleen als iedereen het daarmee eens is."
    elif occasion.minimum == 1:
        yield (
            "Uw antwoorden staan per functie in de uitslag. Zij kunnen daardoor tot u te herleiden zijn. "
            "Voordat u begint, vragen wij of u dat goed vindt."
        )
    else:
        group = "groep" if occasion.window == "professional" else "functie"
        yield f"Na het versturen blijft bij uw antwoorden alleen de {group} staan die u koos."
        yield (
            "Antwoorden worden alleen samen getoond, na de sluiting van de scan, "
            f"en alleen als ten minste {whole_number(occasion.minimum)} mensen meededen."
        )


def how_long(occasion: Occasion) -> str:
    """How much time it takes."""
    if occasion.mode == "team":
        return "U vult met uw groep samen één vragenlijst in. Plan daar een gesprek voor: samen kiezen is de bedoeling."
    if occasion.window == "inwoner":
        return f"Meedoen kost ongeveer {occasion.minutes} minuten. Het kan op een telefoon of een computer."
    return f"Invullen kost ongeveer {occasion.minutes} minuten. U kunt tussendoor stoppen en later verdergaan."


def whom_to_ask(occasion: Occasion) -> str:
    """Whom somebody can ask something; to residents with the promise that goes with it."""
    contact = sentence(occasion.contact)
    return f"{contact} Deze persoon werkt niet bij de gemeente." if occasion.window == "inwoner" else contact


def _to_residents(occasion: Occasion) -> Iterator[str]:
    yield "Beste inwoner,"
    yield (
        "Kreeg u het laatste half jaar hulp van meer dan één organisatie? Bijvoorbeeld bij werk, geld, zorg of wonen? "
        "Dan horen wij graag hoe dat voor u was."
    )
    yield (
        f"Het gaat om {occasion.collaboration} in {occasion.municipality}. "
        f"Deze organisaties werken daarin samen: {sentence(occasion.partners)}"
    )
    yield how_long(occasion)
    yield from _way_in(occasion)
    yield f"Heeft u een vraag? Stel die gerust aan onze contactpersoon: {whom_to_ask(occasion)}"
    yield from (f"{one.text}\n{one.link}" for one in occasion.languages)
    yield regards(occasion)


def _to_staff(occasion: Occasion) -> Iterator[str]:
    yield "Beste collega,"
    if occasion.intro:
        yield occasion.intro
    yield (
        "Hoe werken wij samen rond inwoners die op meer terreinen tegelijk steun nodig hebben? "
        f"Dat brengen wij in beeld met de Vensterscan, voor {occasion.collaboration} in {occasion.municipality}."
    )
    if occasion.others:
        yield (
            f"Wij vragen het ook aan {enumeration(occasion.others)}, voor een deel met dezelfde vragen. "
            "Zo wordt zichtbaar waar de beelden verschillen."
        )
    yield f"Om welke inwoners het gaat: {sentence(occasion.target_group)}\nWie meedoen: {sentence(occasion.partners)}"
    yield f"{ASKED[occasion.window]} {how_long(occasion)}"
    yield from _way_in(occasion)
    yield f"Heeft u een vraag over deze scan? Neem dan contact op met {whom_to_ask(occasion)}"
    yield regards(occasion)


def _way_in(occasion: Occasion) -> Iterator[str]:
    if occasion.is_personal:
        yield f"Zo doet u mee. Open uw eigen link:\n{occasion.link}"
        yield "De link is alleen voor u. U kunt er één keer mee versturen. Stuur deze e-mail dus niet door."
    else:
        yield f"Zo doet u mee. Open deze link:\n{occasion.link}"
    yield f"Of ga naar {occasion.place} en typ deze code: {occasion.code}"
    if occasion.closes:
        yield f"Het kan tot en met {occasion.closes}."
    yield "\n".join(f"– {promise}" for promise in promises(occasion))


def regards(occasion: Occasion) -> str:
    """How a letter ends."""
    return f"Met vriendelijke groet,\nnamens {occasion.collaboration}"


def sentence(text: str) -> str:
    """Close a text that somebody wrote with a full stop, once.

    >>> sentence("Houten en UWV"), sentence("Houten en UWV.")
    ('Houten en UWV.', 'Houten en UWV.')
    """
    return text if text.endswith((".", "!", "?")) else f"{text}."
