"""How long a window takes to fill in, reckoned from its words: what its start page may promise.

    minutes = words / 238 + (2.65 · choices + 1.6 · pages) / 60

**Words.** An adult reads 238 words a minute in silence, non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
The longer words of Dutch do not slow that down ("Improving reading rate prediction with word length information:
Evidence from Dutch"). Everything on the way is read once: what the start page shows without unfolding, introductions,
questions with their help, answers, the page with all answers; what comes back on every screen counts once. Of answers
from little to much, people read down until the one that fits, and the next to be sure: of five that is 2, 3, 4, 5 or 5,
3.8 on average where each fits equally often. That nobody reads all of them was seen with eye tracking (Galesic et al.
2008, doi:10.1093/poq/nfn059). The portraits stand in random order and are all read.

**Choices.** Deciding, pointing and pressing take 1.35, 1.1 and 0.2 seconds, the keystroke-level model (Card, Moran and
Newell 1980, doi:10.1145/358886.358895). **Pages.** Pointing, pressing and waiting for the next: 1.6 seconds.

It is reckoning, not measuring: nobody was timed, and who thinks long or writes comments takes longer. Most adults read
between 175 and 300 words a minute, so that ten minutes stand for eight to thirteen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from questionnaires.edition import Draft
from questionnaires.schema import KNOWN_FIRST, WindowId

WORDS_PER_MINUTE = 238
SECONDS_PER_CHOICE = 2.65
SECONDS_PER_PAGE = 1.6


def part_read(steps: int) -> float:
    """Which part of answers that go from little to much is read before one is chosen: down to it, and the next.

    >>> part_read(5)
    0.76
    """
    return sum(min(step + 1, steps) for step in range(1, steps + 1)) / steps**2


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """What somebody reads and does in a window: words, choices and pages; `minutes` is what that takes."""

    words: float
    choices: int
    pages: int

    @property
    def minutes(self) -> float:
        """How long it takes, in minutes."""
        handling = SECONDS_PER_CHOICE * self.choices + SECONDS_PER_PAGE * self.pages
        return self.words / WORDS_PER_MINUTE + handling / 60


def reading_time(draft: Draft, window: WindowId) -> ReadingTime:
    """How long a window takes somebody who fills it in alone and skips nothing."""
    questions, context = draft.items_of(window), draft.windows[window].context_items
    screens = len(questions) if window == "inwoner" else len(draft.dimensions_of(window))
    return ReadingTime(
        words=_count(dict.fromkeys(_texts(draft, window)))
        + sum(part_read(len(steps)) * _count(steps) for steps in _steps(draft, window)),
        choices=1 + len(questions) + len(context),  # the first is the role group
        pages=2 + screens + len(context),  # the start page and the page with all answers
    )


def _steps(draft: Draft, window: WindowId) -> Iterator[tuple[str, ...]]:
    """Every list of answers that go from little to much, each with words of its own."""
    for item in draft.items_of(window):
        if anchors := draft.anchors_of(item):
            yield anchors
    if any(asked.purpose == "ambition" for asked in draft.windows[window].context_items):
        yield tuple(f"{model.label} {model.summary}" for model in draft.continuum.models)


def _texts(draft: Draft, window: WindowId) -> Iterator[str | None]:
    """Everything that is read once; what stands from little to much is left out."""
    content = draft.windows[window]
    start = content.start
    yield from (start.title, start.lead, *start.who_sees_what[:KNOWN_FIRST], start.voluntary, start.duration)
    yield from (content.role_question, content.role_help, start.confirmation)
    yield from (role.label for role in draft.roles.roles[window])
    for subject in draft.dimensions_of(window):
        yield from (subject.label, subject.introduction)
    for item in draft.items_of(window):
        yield from (item.text, item.help)
    formats = {item.format for item in draft.items_of(window)}
    yield from (option.label for scale in draft.scales.scales if scale.id in formats for option in scale.options)
    yield draft.scales.unknown[window]
    if window in draft.scales.not_applicable_windows:
        yield draft.scales.not_applicable
    yield from (content.comment.label, content.comment.help)
    for asked in content.context_items:
        yield from (asked.text, asked.help, asked.reason_label)
    purposes = {asked.purpose for asked in content.context_items}
    if "portrait" in purposes:
        yield from (portrait.text for portrait in draft.portraits.portraits)
    if "barriers" in purposes:
        yield from (text for barrier in draft.barriers.barriers for text in (barrier.label, barrier.explanation))
    yield from (content.check.title, *content.check.paragraphs)


def _count(texts: Iterable[str | None]) -> int:
    return sum(len(text.split()) for text in texts if text)
