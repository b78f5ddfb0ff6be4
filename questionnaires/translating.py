"""An edition in another language: the same edition, in which residents read other words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from questionnaires.edition import Draft, Edition
from questionnaires.schema import DimensionFile, Scale, ScalesFile, TranslationFile, WindowFile
from questionnaires.translation import DUTCH, Translation

WINDOW: Final = "inwoner"


def with_translations(edition: Edition, translations: Mapping[str, Translation]) -> Edition:
    """The edition with these translations, by language, and no others; every one knows all of them.

    Ids, values and the instrument are those of the edition: whoever answers in another language answers the same.
    """
    spoken: dict[str, Edition] = {}
    spoken[DUTCH] = replace(edition, translations=translations, spoken=spoken)
    for language, translation in translations.items():
        spoken[language] = replace(spoken[DUTCH], **_parts(edition, translation.words))
    return spoken[DUTCH]


def what_residents_read(draft: Draft) -> tuple[object, ...]:
    """Every Dutch text that a translation replaces, in an order of its own.

    Two editions in which these are equal ask residents the same, and one translation fits both.
    """
    return tuple(_dutch(draft))


def _dutch(draft: Draft) -> Iterator[object]:
    content = draft.windows[WINDOW]
    yield from (content.start, content.role_question, content.role_help)
    yield from (content.comment.label, content.comment.help, content.check, content.thanks)
    yield from ((role.id, role.label) for role in draft.roles.roles[WINDOW])
    yield from (scale for scale in draft.scales.scales if scale.id == "freq4")
    yield from (draft.scales.unknown[WINDOW], draft.scales.not_applicable)
    for subject in draft.dimensions_of(WINDOW):
        yield from (subject.id, subject.label, subject.introduction)
    for item in draft.items_of(WINDOW):
        yield from (item.id, item.text, item.text_representative, item.help)
    yield from ((model.number, model.label, model.summary) for model in draft.continuum.models)
    yield from ((mirror.code, mirror.label) for mirror in draft.mirrors.mirrors)
    yield from ((one.id, one.title) for one in draft.recommendations.recommendations)
    yield draft.file.disclaimer


def _parts(edition: Edition, words: TranslationFile) -> dict[str, Any]:
    """The parts of an edition in which residents read something, with the words of a translation."""
    roles = tuple(role.model_copy(update={"label": words.roles[role.id]}) for role in edition.roles.roles[WINDOW])
    models = tuple(
        model.model_copy(update=words.summary.models[str(model.number)].model_dump())
        for model in edition.continuum.models
    )
    mirrors = tuple(
        mirror.model_copy(update={"label": words.summary.subjects[mirror.code]}) for mirror in edition.mirrors.mirrors
    )
    advice = tuple(
        one.model_copy(update={"title": words.summary.recommendations[one.id]})
        for one in edition.recommendations.recommendations
    )
    own = {name: _dimension(edition.dimensions[name], words) for name in edition.dimension_ids(WINDOW)}
    return {
        "file": edition.file.model_copy(update={"disclaimer": words.summary.disclaimer}),
        "roles": edition.roles.model_copy(update={"roles": {**edition.roles.roles, WINDOW: roles}}),
        "scales": _scales(edition.scales, words),
        "continuum": edition.continuum.model_copy(update={"models": models}),
        "mirrors": edition.mirrors.model_copy(update={"mirrors": mirrors}),
        "recommendations": edition.recommendations.model_copy(update={"recommendations": advice}),
        "windows": {**edition.windows, WINDOW: _window(edition.windows[WINDOW], words)},
        "dimensions": {**edition.dimensions, **own},
    }


def _window(dutch: WindowFile, words: TranslationFile) -> WindowFile:
    own = words.window
    return dutch.model_copy(
        update={
            "start": own.start,
            "role_question": own.role_question,
            "role_help": own.role_help,
            "comment": dutch.comment.model_copy(update=own.comment.model_dump()),
            "check": own.check,
            "thanks": own.thanks,
        }
    )


def _scales(dutch: ScalesFile, words: TranslationFile) -> ScalesFile:
    own = words.scales
    scales = tuple(_scale(scale, own.freq4) if scale.id == "freq4" else scale for scale in dutch.scales)
    return dutch.model_copy(
        update={
            "scales": scales,
            "unknown": {**dutch.unknown, WINDOW: own.unknown},
            "not_applicable": own.not_applicable,
        }
    )


def _scale(dutch: Scale, labels: tuple[str, ...]) -> Scale:
    options = (option.model_copy(update={"label": label}) for option, label in zip(dutch.options, labels, strict=True))
    return dutch.model_copy(update={"options": tuple(options)})


def _dimension(dutch: DimensionFile, words: TranslationFile) -> DimensionFile:
    items = tuple(item.model_copy(update=words.items[item.id].model_dump()) for item in dutch.items)
    return dutch.model_copy(update={**words.dimensions[dutch.id].model_dump(), "items": items})
