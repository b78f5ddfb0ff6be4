"""Which words: for residents B1, for everybody respectful, and nothing that may not be asked (section 8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from questionnaires.checks.passages import Passage, passages
from questionnaires.checks.questions import items_with_files
from questionnaires.edition import Draft
from questionnaires.problems import Problem

SENTENCE_WORDS = 15
"""The longest sentence for residents; about twelve is the aim (section 8.3)."""
WORD_LETTERS = 14
LONG_WORDS = {"vertegenwoordigt": "het vaste woord voor wie namens anderen antwoordt (8.3)"}
"""Longer words that residents may read, each with the reason."""
ANCHOR_WORDS = (8, 20)
PORTRAIT_WORDS = (30, 40)

FOR_STAFF = {
    "WindowFile": {"label", "short_label", "description", "audience"},
    "DimensionFile": {"definition", "low", "high"},
}
"""In the files of the residents' window: what only the readers of the results see."""

JARGON = {
    r"regie": "zelf kiezen, of wie u kunt bellen",
    r"integra(al|le)": "alles bij elkaar",
    r"casus(sen)?|casuïstiek": "uw situatie",
    r"participatie\w*": "meedoen",
    r"maatwerk": "hulp die bij u past",
    r"professionals?": "hulpverlener of consulent",
}
"""Words that residents never read, with what to write instead (section 8.3)."""

INFORMAL = r"je|jij|jou|jouw|jullie"
PASSIVE = r"\b(wordt|worden|werd|werden)\b"
PARTICIPLE = r"\b(ge|be|ver|ont|her|door|over|voor)\w{2,}(d|t|en)\b"

NEVER_ASK = (
    r"bsn|burgerservicenummer|uw (voor|achter)?naam|geboortedatum|geboren|leeftijd|geslacht|hoe oud|"
    r"(woon)?adres|postcode|telefoonnummer|e-?mail(adres)?|(klant|cliënt|dossier)nummer|"
    r"diagnoses?|ziek(te|tes|ten)?|stoornis(sen)?|beperking(en)?|handicap|medicijn(en)?|medische?|"
    r"verslaving(en)?|verslaafd|strafblad|detentie|geloof|religie|godsdienst|kerk|moskee|"
    r"afkomst|herkomst|nationaliteit|etniciteit|geaardheid|seksu\w+|vakbond|politieke (partij|voorkeur)|"
    r"hoogte van uw \w+|hoeveel (inkomen|schuld)\w*|uw (inkomen|schuld(en)?|uitkering)|soort uitkering|dienstjaren"
)
"""What may not be asked of anybody (section 8.4)."""


def check_residents_read_short_sentences(draft: Draft) -> Iterator[Problem]:
    """No sentence for residents is longer than fifteen words."""
    for passage in _for_residents(draft):
        for sentence in re.split(r"(?<=[.?!])[’”)]?\s+", passage.text):
            if (count := count_words(sentence)) > SENTENCE_WORDS:
                yield _problem(
                    passage, f"een zin van {count} woorden; voor inwoners hoogstens {SENTENCE_WORDS}", sentence
                )


def check_residents_read_short_words(draft: Draft) -> Iterator[Problem]:
    """No word for residents is longer than fourteen letters, unless the list of exceptions gives the reason."""
    for passage in _for_residents(draft):
        for word in re.findall(r"[^\W\d_]+", passage.text):
            if len(word) > WORD_LETTERS and word.lower() not in LONG_WORDS:
                yield _problem(passage, f"voor inwoners te lang, hoogstens {WORD_LETTERS} letters", word)


def check_residents_read_no_jargon(draft: Draft) -> Iterator[Problem]:
    """The words of section 8.3 that residents need not know, each with another way to say it."""
    for passage in _for_residents(draft):
        for word, instead in JARGON.items():
            if found := _find(word, passage.text):
                yield _problem(passage, f"dit woord niet voor inwoners; schrijf bijvoorbeeld ‘{instead}’", found)


def check_residents_read_active_sentences(draft: Draft) -> Iterator[Problem]:
    """Questions for residents say who does what: no `worden` with a participle in the same sentence."""
    for passage in _for_residents(draft):
        for sentence in re.split(r"(?<=[.?!])\s+", passage.text):
            if re.search(PASSIVE, sentence, re.IGNORECASE) and re.search(PARTICIPLE, sentence, re.IGNORECASE):
                yield _problem(passage, "een lijdende zin; schrijf voor inwoners wie wat doet", sentence)


def check_everybody_is_addressed_with_u(draft: Draft) -> Iterator[Problem]:
    """Respectful in every text: u and uw."""
    for passage in passages(draft):
        if found := _find(INFORMAL, passage.text):
            yield _problem(passage, "spreek de lezer aan met u en uw", found)


def check_anchors_have_a_readable_length(draft: Draft) -> Iterator[Problem]:
    """A situation has 8 to 20 words and no figures (section 8.2)."""
    low, high = ANCHOR_WORDS
    for passage in passages(draft):
        if passage.key == "anchors":
            count = count_words(passage.text)
            if not low <= count <= high:
                yield _problem(passage, f"heeft {count} woorden; een situatie heeft er {low} tot {high}")
            if re.search(r"\d", passage.text):
                yield _problem(passage, "een situatie bevat geen cijfers")


def check_anchors_differ(draft: Draft) -> Iterator[Problem]:
    """The five situations of a question are five different ones."""
    sets = [(file, item.id, item.anchors or ()) for file, item in items_with_files(draft)]
    sets += [("anchors.yaml", shared.id, shared.anchors) for shared in draft.anchors.anchor_sets]
    for file, name, anchors in sets:
        if len({anchor.casefold() for anchor in anchors}) < len(anchors):
            yield Problem(file, name, "twee situaties zijn gelijk")


def check_portraits_have_equal_length(draft: Draft) -> Iterator[Problem]:
    """Portraits have 30 to 40 words, so that none draws attention by its length (section 8.5)."""
    low, high = PORTRAIT_WORDS
    for portrait in draft.portraits.portraits:
        if not low <= (count := count_words(portrait.text)) <= high:
            place = f"portraits.{portrait.model}"
            yield Problem("portraits.yaml", place, f"heeft {count} woorden; een portret heeft er {low} tot {high}")


def check_questions_differ(draft: Draft) -> Iterator[Problem]:
    """No question is asked twice in a window."""
    for window, content in draft.windows.items():
        texts = [item.text for item in draft.items_of(window)] + [item.text for item in content.context_items]
        for text, times in Counter(text.casefold() for text in texts).items():
            if times > 1:
                yield Problem(f"windows/{window}", "", f"deze vraag staat er {times} keer: “{text}”")


def check_questions_ask_nothing_private(draft: Draft) -> Iterator[Problem]:
    """Nothing that identifies a person or is nobody's business is asked; a warning not to write it down is fine."""
    for passage in passages(draft):
        if passage.owner in ("Item", "ContextItem") and (found := _find(NEVER_ASK, passage.text)):
            yield _problem(passage, "dit mag niet worden gevraagd (AVG)", found)


def check_model_names_stay_out_of_questions(draft: Draft) -> Iterator[Problem]:
    """Who sees the name of a model chooses the name; questions, situations and portraits describe practice."""
    stems = "|".join(re.escape(model.label[:-1]) for model in draft.continuum.models)
    for passage in passages(draft):
        asked = passage.owner in ("Item", "ContextItem", "AnchorSet", "Portrait") and passage.key != "label"
        if asked and (found := _find(rf"({stems})\w{{1,3}}", passage.text)):
            yield _problem(passage, "de naam van een model hoort niet in een vraag, situatie of portret", found)


def count_words(text: str) -> int:
    """The number of words: whatever stands between spaces and holds a letter or a figure."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def _for_residents(draft: Draft) -> Iterator[Passage]:
    roles = {f"{role.id}.label" for role in draft.roles.roles.get("inwoner", ())}
    for passage in passages(draft):
        if passage.file.startswith("windows/inwoner/"):
            shown = passage.key not in FOR_STAFF.get(passage.owner, ())
        elif passage.file == "scales.yaml":
            shown = not passage.place.startswith("eens5")
        else:
            shown = passage.file == "roles.yaml" and passage.place in roles
        if shown:
            yield passage


def _find(words: str, text: str) -> str | None:
    found = re.search(rf"(?<![\w-])({words})(?![\w-])", text, re.IGNORECASE)
    return found.group(0) if found else None


def _problem(passage: Passage, message: str, found: str | None = None) -> Problem:
    return Problem(passage.file, passage.place, f"{message}: “{found or passage.text}”")
