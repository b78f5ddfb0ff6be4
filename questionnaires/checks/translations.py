"""A translation is whole: every text that residents read in Dutch, nothing else, and set as texts are set here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import Final

from questionnaires.checks.passages import passages_in
from questionnaires.checks.typography import markup, quotation_marks, spacing
from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import TranslationFile

WINDOW: Final = "inwoner"
SUPERFLUOUS = "hoort hier niet; de Nederlandse tekst heeft dit niet"


@dataclass(frozen=True, slots=True)
class Translated:
    """The words of a translation, the file that holds them, and the Dutch edition that they belong to."""

    dutch: Draft
    words: TranslationFile
    file: str

    def problem(self, place: str, message: str) -> Problem:
        """A problem at a place in the file."""
        return Problem(self.file, place, message)

    def same_names(self, place: str, dutch: Iterable[str], own: Iterable[str]) -> Iterator[Problem]:
        """What is missing and what is superfluous, by name."""
        wanted, found = list(dutch), list(own)
        yield from (self.problem(f"{place}.{name}", "ontbreekt") for name in wanted if name not in found)
        yield from (self.problem(f"{place}.{name}", SUPERFLUOUS) for name in found if name not in wanted)

    def there_as_in_dutch(self, place: str, dutch: str | None, own: str | None) -> Iterator[Problem]:
        """A text that need not be there is there exactly where the Dutch has it."""
        if bool(dutch) != bool(own):
            yield self.problem(place, "ontbreekt" if dutch else SUPERFLUOUS)

    def as_many(self, place: str, dutch: Sized, own: Sized) -> Iterator[Problem]:
        """A list is as long as it is in Dutch."""
        if len(dutch) != len(own):
            yield self.problem(place, f"heeft {len(own)} onderdelen; de Nederlandse tekst heeft er {len(dutch)}")


def check_the_window_can_be_translated(this: Translated) -> Iterator[Problem]:
    """A translation has no place yet for situations as answers, questions without a score and team forms."""
    content = this.dutch.windows[WINDOW]
    asks = {
        "vragen zonder score (context_items)": bool(content.context_items),
        "een teamformulier (team_form)": content.team_form is not None,
        "een andere schaal dan freq4": any(item.format != "freq4" for item in this.dutch.items_of(WINDOW)),
    }
    for what, is_there in asks.items():
        if is_there:
            yield this.problem("", f"het venster van de inwoner heeft {what}; dat is nog niet te vertalen")


def check_every_question_is_translated(this: Translated) -> Iterator[Problem]:
    """Every dimension and every question, with a help text exactly where the Dutch has one."""
    items = {item.id: item for item in this.dutch.items_of(WINDOW)}
    yield from this.same_names("dimensions", this.dutch.dimension_ids(WINDOW), this.words.dimensions)
    yield from this.same_names("items", items, this.words.items)
    for name in items.keys() & this.words.items.keys():
        dutch, own = items[name], this.words.items[name]
        yield from this.there_as_in_dutch(
            f"items.{name}.text_representative", dutch.text_representative, own.text_representative
        )
        yield from this.there_as_in_dutch(f"items.{name}.help", dutch.help, own.help)


def check_every_page_is_translated(this: Translated) -> Iterator[Problem]:
    """The pages of the window, with as many paragraphs as in Dutch."""
    dutch, own = this.dutch.windows[WINDOW], this.words.window
    yield from this.there_as_in_dutch("window.role_help", dutch.role_help, own.role_help)
    yield from this.there_as_in_dutch("window.start.confirmation", dutch.start.confirmation, own.start.confirmation)
    yield from this.as_many("window.start.who_sees_what", dutch.start.who_sees_what, own.start.who_sees_what)
    yield from this.as_many("window.check.paragraphs", dutch.check.paragraphs, own.check.paragraphs)
    yield from this.as_many("window.thanks.paragraphs", dutch.thanks.paragraphs, own.thanks.paragraphs)


def check_every_answer_is_translated(this: Translated) -> Iterator[Problem]:
    """The roles, and as many different answers as the shared scale has."""
    scales = {scale.id: scale.options for scale in this.dutch.scales.scales}
    own = this.words.scales.freq4
    yield from this.same_names("roles", (role.id for role in this.dutch.roles.roles[WINDOW]), this.words.roles)
    yield from this.as_many("scales.freq4", scales["freq4"], own)
    if len({label.casefold() for label in own}) < len(own):
        yield this.problem("scales.freq4", "twee antwoorden zijn gelijk")


def check_every_word_of_the_summary_is_translated(this: Translated) -> Iterator[Problem]:
    """The models, the subjects and the recommendations that the summary after closing may name."""
    dutch, own = this.dutch, this.words.summary
    models = (str(model.number) for model in dutch.continuum.models)
    subjects = (mirror.code for mirror in dutch.mirrors.mirrors)
    advice = (one.id for one in dutch.recommendations.recommendations)
    yield from this.same_names("summary.models", models, own.models)
    yield from this.same_names("summary.subjects", subjects, own.subjects)
    yield from this.same_names("summary.recommendations", advice, own.recommendations)


def check_every_question_has_words_of_its_own(this: Translated) -> Iterator[Problem]:
    """A question that stands twice, or still is the Dutch one, was copied and not translated."""
    seen = {item.text: "de Nederlandse tekst" for item in this.dutch.items_of(WINDOW)}
    for name, item in this.words.items.items():
        for key, text in (("text", item.text), ("text_representative", item.text_representative)):
            place = f"items.{name}.{key}"
            if text and seen.setdefault(text, place) != place:
                yield this.problem(place, f"is gelijk aan {seen[text]}")


def check_translated_texts_are_set_as_all_texts(this: Translated) -> Iterator[Problem]:
    """Quotation marks, spaces and markup: the rules that hold for every language."""
    for passage in passages_in(this.words, this.file):
        yield from quotation_marks(passage)
        yield from spacing(passage)
        yield from markup(passage)
