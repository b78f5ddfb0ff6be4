"""The terms of the scan: one list, so that a term means the same on every page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word that needs explanation.

    `words` are the forms in which it stands on pages; `text` is one to three sentences; `method` the part of the method
    page where it is computed, empty where nothing is computed; `sources` the lines of the report that it comes from.
    """

    id: str
    name: str
    words: tuple[str, ...]
    text: str
    method: str
    sources: tuple[str, ...]


def _term(*parts: str) -> Term:
    """Read a term from its line: id, name, words, text, and where there are any method and sources."""
    term_id, name, words, text, method, sources = (*parts, "", "")[:6]
    return Term(term_id, name, tuple(words.split("|")), text, method, tuple(sources.split()))


TERMS: tuple[Term, ...] = (
    _term(
        "aanbeveling",
        "Aanbeveling",
        "aanbevelingen|aanbeveling",
        "Een van de dertig adviezen uit hoofdstuk 8 van het rapport. De scan bedenkt geen nieuwe: uit uw antwoorden "
        "volgt alleen in welke volgorde zij voor u aan de beurt zijn.",
        "advies",
        "A:807-881",
    ),
    _term(
        "alias",
        "Alias",
        "alias",
        "Een letter in plaats van een naam. Zo kunt u een vergelijking laten zien zonder te zeggen om welke gemeenten "
        "het gaat. De letters worden geloot en zeggen niets over de volgorde.",
    ),
    _term(
        "ambitie",
        "Ambitie",
        "ambitie",
        "Het model waar een samenwerking zelf naartoe wil, met een reden. De scan kiest er geen: verder op de lijn is "
        "niet vanzelf beter, en wie niets kiest, krijgt geen norm opgelegd.",
        "continuum",
        "A:253",
    ),
    _term(
        "breedte",
        "Breedte, of draagvlak",
        "breedte|draagvlak",
        "In hoeveel van de vensters die er iets over zeggen, het probleem te zien is. Zien zij het allemaal, dan is "
        "er meer draagvlak om het aan te pakken en komt de aanbeveling hoger.",
        "advies",
    ),
    _term(
        "cirkel-van-invloed",
        "Cirkel van invloed",
        "invloed",
        "Waar iemand zelf mee kan beginnen. Wat bij de laag ernaast ligt, zet u daar op de agenda; wat verder weg "
        "ligt, geeft u door als signaal.",
        "advies",
        "A:747",
    ),
    _term(
        "congruentie",
        "Congruentie",
        "congruentie|overeenstemming|overeenkomen",
        "Hoe ver mensen hetzelfde beeld hebben, van 0 tot 100. Bij 100 geven zij over elk gedeeld onderwerp hetzelfde "
        "antwoord. Een lage congruentie zegt niet wie gelijk heeft.",
        "spiegel",
        "A:280 A:510",
    ),
    _term(
        "congruentie-horizontaal",
        "Horizontale congruentie",
        "horizontale congruentie|horizontale samenwerking|horizontaal",
        "Hoe ver groepen professionals van verschillende organisaties hetzelfde zien, zoals een sociaal team en werk "
        "en inkomen. Het is te geven als van ten minste twee groepen genoeg mensen antwoordden.",
        "spiegel",
        "A:280",
    ),
    _term(
        "congruentie-verticaal",
        "Verticale congruentie",
        "verticale congruentie|verticale samenwerking|verticaal",
        "Hoe ver de lagen hetzelfde zien: van inwoner en professional tot organisatie en beleid. Het is het "
        "gemiddelde van de paren van vensters die genoeg onderwerpen delen.",
        "spiegel",
        "A:510",
    ),
    _term(
        "continuum",
        "Samenwerkingscontinuüm",
        "samenwerkingscontinuüm|op de lijn|lijn|continuüm",
        "Een lijn langs zeven manieren van samenwerken, van naast elkaar werken (1) tot werken als één team (7). Het "
        "is geen ladder: welke manier past, hangt af van de inwoners om wie het gaat.",
        "continuum",
        "A:243-253",
    ),
    _term(
        "dimensie",
        "Dimensie",
        "dimensies|dimensie",
        "Een onderwerp binnen een venster, met een eigen score van 0 tot 100. Elke dimensie bestaat uit een paar "
        "vragen.",
        "scores",
    ),
    _term(
        "echte-verandering",
        "Echte verandering",
        "echte verandering|echt veranderd",
        "Een verschil dat groot genoeg is om ertoe te doen én groter dan de marge van beide metingen samen. Ook dan "
        "blijft de vraag waardoor het komt: dat meet de scan niet.",
        "verandering",
    ),
    _term(
        "editie",
        "Editie",
        "editie",
        "Een uitgave van de vragenlijsten, met vaste vragen en een vaste rekenwijze. Een editie verandert nooit meer. "
        "Daarom is een uitslag later nog precies na te rekenen.",
        "editie",
    ),
    _term(
        "eensgezindheid",
        "Eensgezindheid",
        "sterk eensgezind|eensgezindheid|eensgezind|verdeeld|met elkaar eens",
        "Hoe dicht de antwoorden binnen een venster bij elkaar liggen. Verdeeld betekent dat mensen gemiddeld meer "
        "dan 20 punten van het gemiddelde af zitten. Van minder dan drie mensen zeggen wij er niets over.",
        "eensgezind",
    ),
    _term(
        "eerst-bespreken",
        "Bespreek dit eerst",
        "bespreek dit eerst",
        "De antwoorden lopen hier ver uiteen. Praat er daarom eerst met elkaar over wat er aan de hand is, en kies "
        "daarna pas een aanpak.",
        "eensgezind",
    ),
    _term(
        "gelijkenis",
        "Gelijkenis",
        "gelijkenis|lijken uw antwoorden|lijken sterk|lijken voor|lijken",
        "Hoeveel uw vijftien kenmerken lijken op die van een model, van 0 tot 100 procent. Modellen naast elkaar "
        "lijken op elkaar, dus de gelijkenis met een buurmodel is vaak ook hoog.",
        "continuum",
    ),
    _term(
        "gemengd-beeld",
        "Gemengd beeld",
        "gemengd beeld|gemengd",
        "De kenmerken wijzen niet dezelfde kant op: op het ene bent u ver, op het andere niet. Dan noemen wij geen "
        "model, want dat zou meer zeggen dan de antwoorden doen.",
        "continuum",
    ),
    _term(
        "gerealiseerd",
        "Gerealiseerd",
        "gerealiseerd",
        "Een leerorde is gerealiseerd als de score 60 of hoger is en geen onderdeel onder 25 ligt. Voor de derde orde "
        "moeten bovendien ten minste twee lagen het zien.",
        "leerordes",
    ),
    _term(
        "groep",
        "Groep van gemeenten",
        "groep",
        "Gemeenten die afspraken zich naast elkaar te leggen. Elke gemeente ziet zichzelf naast het midden van de "
        "groep, nooit de uitslag van een ander. Cijfers zijn er vanaf acht gemeenten.",
    ),
    _term(
        "indicator",
        "Onderdeel van leren",
        "onderdelen|onderdeel",
        "Elf concrete dingen waaraan leren te zien is, zoals samen terugkijken op een casus. Elk hoort bij één "
        "leerorde en krijgt een score van 0 tot 100.",
        "leerordes",
        "A:742-747",
    ),
    _term(
        "kenmerk",
        "Kenmerk",
        "vijftien kenmerken|kenmerken|kenmerk",
        "Een van vijftien dingen waaraan samenwerken te zien is, zoals informatie delen of samen besluiten. Uit de "
        "kenmerken samen volgt de plek op de lijn.",
        "continuum",
        "A:243-251",
    ),
    _term(
        "kernkenmerk",
        "Kernkenmerk",
        "kernkenmerken|kernkenmerk",
        "Een kenmerk waaraan u een model bij uitstek herkent. Alleen als alle kernkenmerken er zijn, zeggen wij dat "
        "een samenwerking als dat model te typeren is.",
        "continuum",
        "A:245-251",
    ),
    _term(
        "kwartiel",
        "Kwartiel, de middelste helft",
        "middelste helft|kwartielen|kwartiel",
        "Zet alle gemeenten op een rij van laag naar hoog en deel de rij in vieren. Een kwart ligt onder de middelste "
        "helft, een kwart erboven. Het zegt hoe ver gemeenten uiteenlopen, niet wie het goed doet.",
    ),
    _term(
        "leerorde",
        "Leerorde",
        "leerordes|leerorde|drie manieren",
        "Een manier van leren. In de eerste orde verbetert u de eigen aanpak, in de tweede zoekt u samen en stuurt u "
        "bij tijdens het werk. In de derde gaat u anders kijken en past u regels aan, over organisaties en lagen "
        "heen.",
        "leerordes",
        "A:742-747",
    ),
    _term(
        "marge",
        "Marge",
        "marge",
        "Het gebied waarin de uitkomst waarschijnlijk ligt: in acht van de tien gevallen valt zij daarbinnen. Hoe "
        "minder mensen antwoorden en hoe verder zij uiteenlopen, hoe breder de marge.",
        "zekerheid",
    ),
    _term(
        "mediaan",
        "Mediaan",
        "mediaan",
        "De middelste waarde: de helft van de gemeenten ligt eronder, de helft erboven. Anders dan een gemiddelde "
        "verandert de mediaan nauwelijks door één uitschieter.",
    ),
    _term(
        "minimum",
        "Minimum",
        "minimums|minimum",
        "Hoeveel mensen ten minste moeten antwoorden. Zijn het er minder, dan tonen én gebruiken wij niets van dat "
        "venster, zodat niemand te herkennen is. Bij inwoners is het minimum altijd vijf of meer.",
        "kleine-groepen",
    ),
    _term(
        "model",
        "De zeven modellen",
        "zeven modellen|dit model|modellen|model",
        "Zeven herkenbare manieren van samenwerken: parallel, consultatief, collaboratief, gecoördineerd, "
        "multidisciplinair, interdisciplinair en integratief. Zij komen van Ploeger en Fukkink.",
        "continuum",
        "A:243-251",
    ),
    _term(
        "model-1",
        "Parallel (model 1)",
        "parallel",
        "Ieder doet de eigen taak in een gedeelde omgeving. Er is geen gezamenlijke aanpak.",
        "continuum",
        "A:245",
    ),
    _term(
        "model-2",
        "Consultatief (model 2)",
        "consultatief",
        "Professionals vragen elkaar om advies. Wat zij ermee doen, beslist ieder in de eigen organisatie.",
        "continuum",
        "A:246",
    ),
    _term(
        "model-3",
        "Collaboratief (model 3)",
        "collaboratief",
        "Professionals delen informatie over dezelfde inwoner, per casus en zonder vaste vorm. Het woord betekent "
        "hier dus niet dat er één doel is.",
        "continuum",
        "A:247",
    ),
    _term(
        "model-4",
        "Gecoördineerd (model 4)",
        "gecoördineerd",
        "Er zijn vaste afspraken, en iemand zorgt dat informatie op de goede plek komt.",
        "continuum",
        "A:248",
    ),
    _term(
        "model-5",
        "Multidisciplinair (model 5)",
        "multidisciplinair",
        "Iemand leidt de gezamenlijke aanpak en maakt een plan. Over het eigen deel beslist ieder nog zelf.",
        "continuum",
        "A:249",
    ),
    _term(
        "model-6",
        "Interdisciplinair (model 6)",
        "interdisciplinair",
        "Een groep komt bij elkaar en beslist samen, met de inwoner erbij.",
        "continuum",
        "A:250 A:588 A:644 A:834",
    ),
    _term(
        "model-7",
        "Integratief (model 7)",
        "integratief",
        "Er is één team van gelijken, met één sluitend geheel van steun rond de inwoner.",
        "continuum",
        "A:251",
    ),
    _term(
        "moderator",
        "Moderator",
        "moderator",
        "Iemand die als eerste leest wat mensen schreven, en eruit haalt wat naar een persoon leidt. Pas wat de "
        "moderator vrijgeeft, lezen anderen.",
        "kleine-groepen",
    ),
    _term(
        "mogelijke-modellen",
        "Mogelijke modellen",
        "zijn mogelijk|is mogelijk|ook mogelijk|mogelijk zijn",
        "Modellen die ook bij de antwoorden passen als u de marge meerekent. Buren op de lijn zijn in de praktijk "
        "moeilijk uit elkaar te houden.",
        "zekerheid",
    ),
    _term(
        "nood",
        "Nood",
        "nood",
        "Hoe ver u op dit punt achterblijft bij uw ambitie, van 0 tot 100. Zonder ambitie kijken wij naar het "
        "eerstvolgende model op de lijn.",
        "advies",
    ),
    _term(
        "nulmeting",
        "Nulmeting",
        "nulmeting",
        "De eerste meting, voordat er iets verandert. Een latere scan legt u ernaast, om te zien wat er anders werd.",
        "verandering",
    ),
    _term(
        "ontwikkelopgave",
        "Ontwikkelopgave",
        "ontwikkelopgaven|ontwikkelopgave",
        "Een van de dertien vragen uit bijlage 2 van het rapport, waar een gemeente een plan bij maakt: wie doet wat, "
        "en wanneer is het gelukt?",
        "",
        "A:1013-1035",
    ),
    _term(
        "per-functie",
        "Antwoorden per functie",
        "vanuit hun functie|per functie",
        "In een venster met minimum 1 antwoorden mensen vanuit hun functie. Dan is te herkennen wie wat zei. De "
        "startpagina zegt dat, en wie antwoordt, bevestigt het eerst.",
        "kleine-groepen",
    ),
    _term(
        "persoonlijke-link",
        "Eigen link",
        "persoonlijke link|eigen link",
        "Een link die voor één persoon is en één keer versturen toelaat. U ziet niet wie verstuurde: de link staat "
        "los van de antwoorden, en de adressen worden gewist als de scan sluit.",
        "kleine-groepen",
    ),
    _term(
        "plek",
        "Plek op de lijn",
        "plek",
        "Waar de samenwerking staat tussen 1 (parallel) en 7 (integratief). Het is het punt van de lijn waar uw "
        "vijftien kenmerken het meest op lijken. Het is geen rapportcijfer.",
        "continuum",
        "A:243-253",
    ),
    _term(
        "prioriteit",
        "Prioriteit",
        "prioriteit",
        "De voorrang van een aanbeveling, van 0 tot 100. Zij volgt uit nood, breedte, eensgezindheid en de volgorde "
        "waarin stappen op elkaar bouwen.",
        "advies",
    ),
    _term(
        "reden",
        "Reden van een aanbeveling",
        "redenen|reden",
        "Waarom een aanbeveling op haar plaats staat: welke antwoorden achterblijven, in welke vensters, en hoe eens "
        "mensen het daarover zijn.",
        "advies",
    ),
    _term(
        "score",
        "Score",
        "scores|score",
        "Een getal van 0 tot 100: hoe meer van wat beschreven staat er gebeurt, hoe hoger. Het is geen rapportcijfer, "
        "en ‘weet ik niet’ telt nooit als nul.",
        "scores",
    ),
    _term(
        "soort-samenwerking",
        "Soort samenwerking",
        "dezelfde soort|soort samenwerking",
        "Hoe mensen samenwerken: intake, overleg, team, keten of anders. Alleen samenwerkingen van dezelfde soort "
        "zijn zinnig naast elkaar te leggen.",
        "verandering",
    ),
    _term(
        "spiegel",
        "Spiegel",
        "de spiegel|spiegel|meer dan één venster",
        "Onderwerpen die in meer dan één venster met dezelfde inhoud zijn gevraagd. Daardoor is te zien waar vensters "
        "een ander beeld hebben.",
        "spiegel",
    ),
    _term(
        "teamformulier",
        "Teamformulier",
        "als team|teamformulier|samen als team",
        "Een groep vult samen één vragenlijst in en praat het eerst uit. Zo’n formulier telt als hooguit drie mensen, "
        "want er is één antwoord.",
        "scores",
    ),
    _term(
        "toeval",
        "Toeval",
        "toeval",
        "Ook als er niets verandert, geven andere mensen op een ander moment net andere antwoorden. Pas als een "
        "verschil groter is dan de marge, is toeval geen goede verklaring meer.",
        "verandering",
    ),
    _term(
        "venster",
        "Venster",
        "vier vensters|vensters|venster",
        "Een manier van kijken naar dezelfde samenwerking. Er zijn er vier: inwoner, professional, organisatie "
        "(managers en projectleiders) en beleid (beleidsmakers en bestuurders). Elk heeft een eigen vragenlijst.",
        "kort",
        "A:143-172",
    ),
    _term(
        "volgorde",
        "Volgorde van aanbevelingen",
        "volgorde",
        "Wat logisch eerst komt. Past een aanbeveling bij de eerstvolgende stap op de lijn, dan telt zij zwaarder dan "
        "een die op iets anders moet wachten.",
        "advies",
    ),
    _term(
        "weet-ik-niet",
        "Weet ik niet",
        "weet ik niet|weten veel invullers niet",
        "Een eigen antwoord zonder waarde. Zegt ten minste 30 procent het, dan melden wij dat apart: misschien is "
        "iets niet geregeld, of niet bekend.",
        "scores",
    ),
    _term(
        "zekerheid",
        "Zekerheid",
        "zekerheid",
        "Hoe stevig de plek op de lijn staat: hoog, middel, laag of onvoldoende. Dat hangt af van hoeveel mensen uit "
        "hoeveel vensters antwoordden, hoe eens zij het zijn en hoe breed de marge is.",
        "zekerheid",
    ),
    _term(
        "zone",
        "Zone",
        "zone op de lijn|zone",
        "De lijn in drie delen: naast elkaar, afgestemd en samen. Omdat buurmodellen op elkaar lijken, is een zone "
        "vaak zekerder dan één model.",
        "continuum",
    ),
)
BY_ID = {term.id: term for term in TERMS}
"""Every term by the name of its place on `/begrippen`."""
