"""The sentences of a result: what the numbers say, in plain Dutch.

Each function takes a reading and gives one or two sentences, or an empty text when there is nothing to say. Words that
an author may want to change come from the content; what stands here ties them to the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.formatting import capitalised, counted, enumeration, number, rounded
from app.web.language import marked

if TYPE_CHECKING:
    from app.results.reading import Reading
    from app.results.record import Missing, Pair, WindowName
    from questionnaires import Edition

SAYS: dict[WindowName, str] = {
    # For translators: these four stand at {who} and {others}: who sees something more positively than whom.
    "inwoner": marked("inwoners"),
    "professional": marked("professionals"),
    "organisatie": marked("de organisaties"),
    # For translators: the people of the municipality who make policy, as a group.
    "beleid": marked("beleid"),
}
IS_PLURAL = ("inwoner", "professional", "organisatie")
ORDINALS = ("eerste", "tweede", "derde")
AT_AMBITION = 0.5
CONGRUENCE_LIMITS = (70.0, 85.0)
LEARNING_LIMITS = (40.0, 60.0)
"""Limits that the reader sees; a score just below one is not rounded up to it."""


def headline(reading: Reading) -> str:
    """How the collaboration can be described, as firmly as the answers allow."""
    continuum = reading.record.result.continuum
    return headline_of(reading.edition, continuum.wording, continuum.nearest)


def headline_of(edition: Edition, wording: str | None, nearest: int | None) -> str:
    """The same of a result of which only these two are read: its wording, and the number of the nearest model."""
    which = "onvoldoende" if wording is None else wording.replace(" ", "_")
    text = next(one.headline for one in edition.continuum.wordings if one.id == which)
    label = next((model.label for model in edition.continuum.models if model.number == nearest), "")
    return text.replace("{model}", label) if label else text


def wording_explanation(reading: Reading) -> str:
    """What the strength of the headline means; in a mixed picture also which two models come closest."""
    continuum = reading.record.result.continuum
    wording = "onvoldoende" if continuum.wording is None else continuum.wording.replace(" ", "_")
    text = next(one.explanation for one in reading.edition.continuum.wordings if one.id == wording)
    if continuum.wording != "gemengd beeld" or continuum.nearest is None or continuum.runner_up is None:
        return f"{text}{_off_the_line(reading)}"
    closest, second = reading.model(continuum.nearest).label, reading.model(continuum.runner_up).label
    return f"{text} Het meest lijken uw antwoorden op {closest}, daarna op {second}."


def _off_the_line(reading: Reading) -> str:
    """What to make of a place on the line that lies more than a model away from the one that resembles most."""
    continuum = reading.record.result.continuum
    if continuum.position is None or continuum.nearest is None or abs(continuum.position - continuum.nearest) <= 1:
        return ""
    closest = reading.model(int(rounded(continuum.position))).label
    return (
        f" Uw plek op de lijn ligt dichter bij {closest}. Dat kan, omdat uw kenmerken ver uiteenlopen: "
        "sommige zijn veel verder dan andere. Kijk daarom vooral naar de losse kenmerken."
    )


def position(reading: Reading) -> str:
    """Where on the scale, and between which ends it probably lies."""
    continuum = reading.record.result.continuum
    if continuum.position is None:
        return ""
    first, last = reading.model(1).label, reading.model(7).label
    sentence = f"Op de lijn van 1 ({first}) tot 7 ({last}) is uw plek {number(continuum.position, 1)}."
    if continuum.low is None or continuum.high is None:
        return f"{sentence} Een marge is hier niet te geven."
    return f"{sentence} Met de marge erbij ligt die tussen {number(continuum.low, 1)} en {number(continuum.high, 1)}."


def certainty(reading: Reading) -> str:
    """How certain the position is, on whom it rests, and which other models are possible."""
    continuum = reading.record.result.continuum
    windows = reading.continuum_windows
    if not windows:
        return f"Zekerheid: {continuum.certainty} – geen venster geeft informatie over uw plek."
    return f"Zekerheid: {continuum.certainty} – {who_answered(reading)}{_other_models(reading)}."


def who_answered(reading: Reading) -> str:
    """Who answered in the windows behind the position; a team is a team, however many people it counts for."""
    windows = reading.continuum_windows
    teams = sum(reading.is_team(window) for window in windows)
    people = sum(reading.shown[window].usable for window in windows if not reading.is_team(window))
    from_windows = f"uit {counted(len(windows), 'venster', 'vensters')}"
    if not teams:
        filled = "vulde" if people == 1 else "vulden"
        return f"{counted(people, 'persoon', 'mensen')} {from_windows} {filled} in"
    as_team = f"waarvan {number(teams)} als team ingevuld" if people else "als team ingevuld"
    return f"antwoorden {from_windows}, {as_team}"


def _other_models(reading: Reading) -> str:
    continuum = reading.record.result.continuum
    if continuum.plausible is None or continuum.nearest is None:
        return ""
    others = [reading.model(model).label for model in continuum.plausible if model != continuum.nearest]
    if not others:
        return "; andere modellen vallen buiten de marge"
    return f"; ook {enumeration(others)} {'is' if len(others) == 1 else 'zijn'} mogelijk"


def basis(reading: Reading) -> str:
    """On which windows the position rests, such as "op basis van professional en organisatie"."""
    labels = [reading.label(window) for window in reading.continuum_windows]
    return f"op basis van {enumeration(labels)}" if labels else ""


def rests_on(reading: Reading) -> str:
    """On which windows the position rests, and which of those that could have told about it are missing."""
    if not reading.continuum_windows:
        return ""
    telling = [window for window in reading.windows if window in reading.edition.continuum.window_weights]
    without = [window for window in telling if window not in reading.continuum_windows]
    few = enumeration([reading.label(window) for window in without if window not in reading.off])
    off = [reading.label(window) for window in without if window in reading.off]
    sentences = [f"{capitalised(basis(reading))}."]
    if few:
        sentences.append(f"Zonder {few}: daarvan waren er te weinig antwoorden.")
    if off:
        took_part = "dat venster deed niet mee" if len(off) == 1 else "die vensters deden niet mee"
        sentences.append(f"Zonder {enumeration(off)}: {took_part}.")
    return " ".join(sentences)


def ambition(reading: Reading) -> str:
    """How far the ambition is; also when there is none, when it is reached, and when the position is beyond it."""
    result = reading.record.result
    if result.ambition is None:
        return _no_ambition(reading)
    aim = f"{reading.model(result.ambition).label} ({result.ambition})"
    position, gap = result.continuum.position, result.continuum.gap_to_ambition
    if position is None or gap is None:
        return f"Uw ambitie is {aim}. Zonder plek is niet te zeggen hoe ver u daarvan af bent."
    if rounded(position - result.ambition, 9) > AT_AMBITION:
        return f"Uw ambitie is {aim}. {reading.edition.continuum.above_ambition}"
    if rounded(gap, 1) == 0:
        return f"Uw ambitie is {aim}. Daar staat u nu."
    if gap <= AT_AMBITION:
        return f"Uw ambitie is {aim}. Daar staat u dichtbij: de afstand is nog {_steps(gap)}."
    return f"Uw ambitie is {aim}. De afstand is nog {_steps(gap)}."


def _no_ambition(reading: Reading) -> str:
    proposal = reading.record.insight.ambition_proposal
    if proposal is None and reading.record.result.continuum.position is None:
        return "U heeft nog geen ambitie gekozen."
    if proposal is None:
        return "U heeft nog geen ambitie gekozen. Het advies kijkt daarom naar het eerstvolgende model."
    aim = f"{reading.model(proposal.model).label} ({proposal.model})"
    answers = counted(proposal.n, "antwoord", "antwoorden")
    return f"U heeft nog geen ambitie gekozen. Uit {answers} van beleid komt {aim} als voorstel."


def _steps(gap: float) -> str:
    return f"{number(gap, 1)} {'stap' if rounded(gap, 1) <= 1 else 'stappen'} op de lijn"


def beside_limits(value: float, limits: tuple[float, ...]) -> str:
    """A score in whole figures, unless these would stand on the other side of a limit that it is compared with.

    >>> beside_limits(59.2, (60.0,)), beside_limits(59.6, (60.0,)), beside_limits(60.4, (60.0,))
    ('59', '59,6', '60')
    """
    decimals = 0
    while decimals < 3 and any(value < limit <= rounded(value, decimals) for limit in limits):
        decimals += 1
    return number(value, decimals)


def missing(reading: Reading, found: Missing | None) -> str:
    """How much is still missing for a model."""
    if found is None:
        return ""
    label = reading.model(found.model).label
    unknown = f" Van {counted(len(found.unknown), 'kenmerk', 'kenmerken')} is het niet bekend." if found.unknown else ""
    if not found.features:
        return f"Voor {label} ontbreekt geen enkel bekend kenmerk.{unknown}"
    few = enumeration([f"‘{reading.feature(short.feature).label}’" for short in found.features[:3]])
    count = counted(len(found.features), "kenmerk", "kenmerken")
    if len(found.features) <= 3:
        return f"Voor {label} {'ontbreekt' if len(found.features) == 1 else 'ontbreken'} nog {count}: {few}.{unknown}"
    return f"Voor {label} ontbreken nog {count}. Het zwaarst wegen {few}.{unknown}"


def learning(reading: Reading) -> str:
    """Which learning orders are realised."""
    level = reading.record.result.learning.level
    if level is None:
        return "Er zijn te weinig antwoorden om te zeggen hoe u samen leert."
    if level == 0:
        return "Nog geen van de drie leerordes is gerealiseerd."
    if level == 1:
        return "De eerste leerorde is gerealiseerd."
    return f"De {enumeration(ORDINALS[:level])} leerorde zijn gerealiseerd."


def learning_block(reading: Reading) -> str:
    """What holds the next learning order back; empty when all are realised or the first is unknown."""
    level = reading.record.result.learning.level
    if level is None or level == 3:
        return ""
    return order_block(reading, level + 1)


def order_block(reading: Reading, number_of_order: int) -> str:
    """What holds one learning order back; empty when it is realised."""
    order = reading.record.result.learning.order(number_of_order)
    name = f"De {ORDINALS[number_of_order - 1]} leerorde"
    if order.status == "gerealiseerd":
        return ""
    if order.status == "onvoldoende gegevens" or order.score is None:
        return f"Over de {ORDINALS[number_of_order - 1]} leerorde zijn er te weinig antwoorden."
    if order.reason is not None:
        texts = {text.id: text.explanation for text in reading.edition.learning.reasons}
        reasons = " ".join(texts[reason] for reason in order.reason.split(", ") if reason in texts)
        return f"{name} scoort {number(order.score)}. {reasons}"
    weakest = enumeration([f"‘{label}’" for label in _weakest(reading, number_of_order)])
    score = beside_limits(order.score, LEARNING_LIMITS)
    return f"{name} is {_status(order.status)}: {score} van de 100, en 60 is nodig. Het laagst {_scores(weakest)}."


def _status(status: str) -> str:
    return "er nog niet" if status == "nog niet" else status


def _scores(weakest: str) -> str:
    return f"{'scoren' if ' en ' in weakest else 'scoort'} {weakest}"


def _weakest(reading: Reading, order: int) -> list[str]:
    values = {
        content.label: value
        for content in reading.orders[order - 1].indicators
        if (value := reading.indicator_value(content.id)) is not None
    }
    lowest = min(values.values())
    return [label for label, value in values.items() if rounded(value) == rounded(lowest)]


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference between two windows on one subject, with the values as they may be read."""

    code: str
    subject: str
    lower: WindowName
    higher: WindowName
    low: float
    high: float
    real: bool

    @property
    def size(self) -> float:
        """How far apart, on 0..100."""
        return self.high - self.low


def gaps(reading: Reading) -> list[Gap]:
    """Every difference between two windows, real ones first and then the largest first."""
    found = []
    for mirror in reading.record.result.congruence.mirrors:
        a, b = reading.mirror_value(mirror.code, mirror.a), reading.mirror_value(mirror.code, mirror.b)
        if a is None or b is None:
            continue
        upward = mirror.gap >= 0
        lower, higher = (mirror.a, mirror.b) if upward else (mirror.b, mirror.a)
        low, high = (a, b) if upward else (b, a)
        subject = reading.mirror(mirror.code).label
        found.append(Gap(mirror.code, subject, lower, higher, low, high, mirror.real))
    return sorted(found, key=lambda gap: (not gap.real, -gap.size))


def largest_real_gaps(reading: Reading, at_most: int) -> list[Gap]:
    """The largest real differences, one per subject."""
    per_subject: dict[str, Gap] = {}
    for gap in gaps(reading):
        if gap.real:
            per_subject.setdefault(gap.code, gap)
    return list(per_subject.values())[:at_most]


def gap(one: Gap) -> str:
    """One difference in words, as in "Beleid is over ‘Afspraken’ positiever dan professionals: 60 tegen 5."."""
    who, verb = capitalised(SAYS[one.higher]), "zijn" if one.higher in IS_PLURAL else "is"
    values = f"{number(one.high)} tegen {number(one.low)}"
    return f"{who} {verb} over ‘{one.subject}’ positiever dan {SAYS[one.lower]}: {values}."


def differences(reading: Reading) -> str:
    """Whether the windows really differ."""
    if len(reading.shown) < 2:
        return marked("Er zijn geen twee vensters om naast elkaar te leggen.")
    found = gaps(reading)
    if not found:
        return marked("Over geen enkel onderwerp zijn er in twee vensters genoeg antwoorden om te vergelijken.")
    real = {gap.code for gap in found if gap.real}
    if not real:
        return marked("Nergens is het verschil tussen de vensters groter dan de marge.")
    return f"Over {counted(len(real), 'onderwerp', 'onderwerpen')} verschillen de vensters meer dan de marge."


def pair(one: Pair) -> str:
    """How far two windows agree."""
    a, b = SAYS[one.a], SAYS[one.b]
    if one.codes == 0:
        return (
            f"{capitalised(a)} en {b} zijn niet te vergelijken: zij hebben geen onderwerp met genoeg antwoorden samen."
        )
    if one.congruence is None:
        return f"{capitalised(a)} en {b} hebben te weinig gedeelde onderwerpen om te vergelijken."
    share = beside_limits(one.congruence, CONGRUENCE_LIMITS)
    return f"Over {one.codes} gedeelde onderwerpen komen de beelden van {a} en {b} voor {share} van de 100 overeen."


def still_needed(reading: Reading, window: WindowName) -> str:
    """Why a window is not shown, and how many answers it lacked; empty for a window that is shown."""
    found = reading.windows[window]
    if found.status == "absent":
        return "Dit venster deed niet mee." if window in reading.off else "Niemand vulde dit venster in."
    if found.status == "below_minimum":
        return (
            f"Te weinig antwoorden: er {'was' if found.needed == 1 else 'waren'} er nog {number(found.needed)} nodig."
        )
    return ""


def filled_by(reading: Reading, window: WindowName) -> str:
    """Who answered a shown window."""
    if reading.is_team(window):
        return "Als team ingevuld."
    return f"Ingevuld door {counted(reading.shown[window].usable, 'persoon', 'mensen')}."


def without_advice(reading: Reading) -> str:
    """Why no recommendation comes first."""
    if reading.record.result.advice:
        return "Geen aanbeveling vraagt nu voorrang."
    return "Er zijn te weinig antwoorden om aanbevelingen te doen."
