"""What the people of the example scans wrote, all of it invented, and what became of it.

Some comments wait for the moderator; two of those hold what has to be taken out. In Woerden the residents of phase 1
are too few, so that what one of them wrote is shown to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from app.models import Comment


@dataclass(frozen=True, slots=True)
class ExampleComment:
    """Something that nobody really wrote; with `released` it was released in these words, else it waits."""

    window: str
    subject: str
    text: str
    released: str | None = None

    def of(self, scan_id: str) -> Comment:
        """The same as it is stored; its key is the same on every machine."""
        key = sha256(f"{scan_id} {self.window} {self.subject} {self.text}".encode()).hexdigest()[:32]
        return Comment(
            id=key,
            scan_id=scan_id,
            window=self.window,
            subject=self.subject,
            text=self.text,
            state="waiting" if self.released is None else "released",
            released_text=self.released,
        )


def _waits(window: str, subject: str, text: str) -> ExampleComment:
    return ExampleComment(window, subject, text)


def _released(window: str, subject: str, text: str, changed: str | None = None) -> ExampleComment:
    return ExampleComment(window, subject, text, changed or text)


COMMENTS: dict[str, tuple[ExampleComment, ...]] = {
    "voorbeeld-houten-fase-1": (
        _released(
            "inwoner",
            "inw_regie",
            "Er wordt over mij gepraat. Ik hoor pas later wat er is besloten. Ik wil erbij zijn.",
        ),
        _released(
            "inwoner",
            "inw_afstemming",
            "Ik heb mijn verhaal nu vier keer verteld. Elke keer begint het weer opnieuw.",
        ),
        _released(
            "inwoner",
            "inw_relatie",
            "Mevrouw Jansen van het loket is de enige die terugbelt als ze het zegt. Bij de rest moet ik erachteraan.",
            "Er is één iemand die terugbelt als ze het zegt. Bij de rest moet ik erachteraan.",
        ),
        _waits(
            "inwoner",
            "inw_duidelijkheid",
            "De brieven zijn moeilijk. Bel mij liever, dan begrijp ik het wel: 06-12345678. Ik ben ’s ochtends thuis.",
        ),
        _waits("inwoner", "inw_meedoen", "Ik wil best werken, maar eerst moet de rust thuis terugkomen."),
        _released(
            "professional",
            "pro_samen",
            "Wij geven elkaar advies, en daarna doet iedereen weer zijn eigen ding. Beslissen doen we niet samen.",
        ),
        _released(
            "professional",
            "pro_regie",
            "Bij de meeste casussen weet ik niet wie de regie heeft. Dan bel ik maar rond.",
        ),
        _waits(
            "professional",
            "pro_ruimte",
            "Als ik afwijk van de regel, moet ik dat achteraf uitleggen. Onze teamleider Karin vindt dat lastig.",
        ),
        _waits("professional", "pro_kennen", "Ik ken de mensen van werk en inkomen alleen van de mail."),
        _released(
            "organisatie",
            "org_faciliteren",
            "Er zijn geen uren voor. Het gebeurt nu naast het gewone werk, en dat houdt niemand lang vol.",
        ),
        _waits("organisatie", "org_proces", "Iedereen heeft een eigen intake. Dat is voor niemand handig."),
        _released(
            "beleid",
            "bel_financien",
            "De budgetten zitten per wet vast. Wat de een bespaart, komt bij de ander niet terug.",
        ),
        _released(
            "beleid",
            "bel_ambitie_1",
            "Deze inwoners hebben met alles tegelijk te maken. Dan moeten wij aan één tafel kunnen beslissen.",
        ),
        _waits("beleid", "bel_ambitie_1", "Het hoeft niet voor iedereen zo intensief. Voor deze groep wel."),
    ),
    "voorbeeld-houten-fase-2": (
        _released("inwoner", "inw_regie", "Nu zit ik zelf aan tafel. Dat was even wennen, maar het scheelt veel."),
        _released("inwoner", "inw_afstemming", "Eén nummer dat ik kan bellen. Dat had ik veel eerder willen hebben."),
        _released("inwoner", "inw_samenhang", "Ze kijken nu ook naar mijn schulden en niet alleen naar werk."),
        _waits("inwoner", "inw_invloed", "Ik heb gezegd wat beter kan. Ik weet niet of er iets mee is gedaan."),
        _released(
            "professional",
            "pro_samen",
            "Om de week zitten we samen met de inwoner aan tafel. We beslissen daar ook echt iets.",
        ),
        _released("professional", "pro_leren", "Terugkijken schiet er nog bij in als het druk is."),
        _waits(
            "professional",
            "pro_visie",
            "Wat het doel is, verschilt nog per organisatie. Daar praten we te weinig over.",
        ),
        _released("organisatie", "org_regie", "De projectleider maakt het verschil. Wat als zij weggaat?"),
        _waits(
            "organisatie", "org_leren", "Wij delen wat werkt met de andere teams, maar alleen als iemand eraan denkt."
        ),
        _released("beleid", "bel_verbinding", "Ik ben een ochtend meegelopen. Dat zou vaker moeten."),
    ),
    "voorbeeld-woerden-fase-1": (
        _waits("inwoner", "inw_duidelijkheid", "Mensen in onze achterban weten niet bij welk loket zij moeten zijn."),
        _released("professional", "pro_inwoner", "We praten vaak eerst met elkaar, en dan pas met de inwoner."),
        _released("professional", "pro_regie", "De overdracht is soms niet meer dan een mailtje."),
        _waits("professional", "pro_motivatie", "Ik zie het nut wel, maar ik krijg er geen tijd voor."),
        _released(
            "organisatie", "org_samenwerking", "Elke partner werkt vanuit zijn eigen opdracht. Daar begint het mee."
        ),
        _waits("beleid", "bel_vertaling", "De visie staat op papier. De opdracht aan de uitvoering nog niet."),
    ),
    "voorbeeld-woerden-fase-2": (
        _released(
            "inwoner", "inw_regie", "Bij het eerste gesprek zaten ze met z’n drieën. Ik mocht zeggen wat eerst komt."
        ),
        _waits("inwoner", "inw_afstemming", "Na het eerste gesprek werd het weer stil."),
        _released("professional", "pro_samen", "Het gesprek met z’n drieën werkt. Je hoort meteen hetzelfde verhaal."),
        _waits("professional", "pro_leren", "We hebben één keer samen geoefend. Dat was goed, graag vaker."),
        _released("organisatie", "org_project", "Het is nog een proef. Ik hoop dat het daarna blijft."),
        _released("beleid", "bel_visie", "De raad wil snel resultaat zien. Dit vraagt een langere adem."),
    ),
    "voorbeeld-wijk-bij-duurstede-fase-1": (
        _released("inwoner", "inw_samenhang", "Iedereen regelt een stukje. Niemand ziet het hele plaatje."),
        _waits("inwoner", "inw_relatie", "Ik voel me soms een nummer."),
        _released("professional", "pro_kennen", "Het casusoverleg helpt: je weet wie je kunt bellen."),
        _waits("professional", "pro_ruimte", "Er mag meer dan we denken. We durven het alleen niet altijd."),
        _released("organisatie", "org_vorm", "De woningcorporatie schuift nu niet aan, terwijl het er vaak om gaat."),
        _released(
            "beleid",
            "bel_regio",
            "Afspraken met de regio kosten veel tijd en passen niet altijd bij wat wij hier doen.",
        ),
    ),
    "voorbeeld-wijk-bij-duurstede-fase-2": (
        _released("inwoner", "inw_afstemming", "Ik weet nu wie mijn vaste persoon is."),
        _waits("inwoner", "inw_regie", "Er is een overleg over mij, maar ik ben er niet bij."),
        _released("professional", "pro_regie", "De drie vormen van regie staan op papier. Dat geeft rust."),
        _waits("professional", "pro_inwoner", "De inwoner zit nog niet aan tafel. Dat blijft gek."),
        _released("organisatie", "org_proces", "Het werkproces is nu van ons allemaal. Iedereen kan het uitleggen."),
        _waits("beleid", "bel_leren", "Of het de inwoner helpt, weten we nog niet. Dat meten we pas volgend jaar."),
    ),
}
"""The comments of every example scan."""
