"""Every text of an edition, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args, get_type_hints

from questionnaires.edition import Draft
from questionnaires.schema import Content, Text


@dataclass(frozen=True, slots=True)
class Passage:
    """One text that people read: where it stands, under which key, and of which kind of thing."""

    file: str
    place: str
    owner: str
    key: str
    text: str


@lru_cache(maxsize=1)  # many checks in a row look at the same draft
def passages(draft: Draft) -> tuple[Passage, ...]:
    """Every text of the edition, file by file; ids, codes and source lines are no texts."""
    return tuple(passage for file, model in draft.models.items() for passage in passages_in(model, file))


def passages_in(model: Content, file: str) -> Iterator[Passage]:
    """Every text of one file."""
    yield from _of_model(model, file, "")


def _of_model(model: Content, file: str, place: str) -> Iterator[Passage]:
    texts = _text_keys(type(model))
    for key in type(model).model_fields:
        for inner, value in _leaves(getattr(model, key), key):
            where = _join(place, inner, value)
            if isinstance(value, Content):
                yield from _of_model(value, file, where)
            elif key in texts and isinstance(value, str):
                yield Passage(file, where, type(model).__name__, key, value)


def _leaves(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    """The values inside lists and dictionaries, each with its place; lists count from 1."""
    if isinstance(value, tuple):
        for number, one in enumerate(value, start=1):
            yield from _leaves(one, f"{place}.{number}")
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, f"{place}.{key}")
    else:
        yield place, value


def _join(place: str, inner: str, value: Any) -> str:
    name = getattr(value, "id", getattr(value, "code", None))
    return name if isinstance(name, str) else f"{place}.{inner}".lstrip(".")


@cache
def _text_keys(model: type[Content]) -> frozenset[str]:
    hints = get_type_hints(model, include_extras=True)
    return frozenset(key for key in model.model_fields if _holds_text(hints[key]))


def _holds_text(hint: Any) -> bool:
    return bool(hint == Text) or any(_holds_text(part) for part in get_args(hint))
