"""What does not fit in a request, in Dutch and with its place: Pydantic finds it, a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.api.models import MUNICIPALITY_CODE, PRINTABLE, WITH_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Fault = dict[str, Any]

PATTERNS: dict[str, str] = {
    WITH_WORDS: "Vul hier tekst in, zonder tekens die niet te zien zijn.",
    PRINTABLE: "In deze tekst staan tekens die niet te zien zijn.",
    MUNICIPALITY_CODE: "Een code van een gemeente ziet eruit als GM0321.",
}
"""What is said about a text that does not have the form of these."""

MESSAGES: dict[str, Callable[[Fault], str]] = {
    "missing": lambda _: "Dit gegeven ontbreekt.",
    "extra_forbidden": lambda _: "Dit gegeven bestaat hier niet.",
    "string_type": lambda _: "Dit moet tekst zijn.",
    "string_unicode": lambda _: "In deze tekst staat een teken dat niet bestaat.",
    "string_too_short": lambda _: "Vul hier iets in.",
    "string_too_long": lambda fault: f"Deze tekst is te lang: hoogstens {fault['max_length']} tekens.",
    "string_pattern_mismatch": lambda fault: PATTERNS.get(fault["pattern"], "Deze tekst heeft niet de goede vorm."),
    "too_long": lambda fault: f"Dit zijn er te veel: hoogstens {fault['max_length']}.",
    "int_type": lambda _: "Dit moet een heel getal zijn.",
    "int_parsing": lambda _: "Dit moet een heel getal zijn.",
    "int_from_float": lambda _: "Dit moet een heel getal zijn.",
    "greater_than_equal": lambda fault: f"Dit getal is te klein: ten minste {fault['ge']}.",
    "less_than_equal": lambda fault: f"Dit getal is te groot: hoogstens {fault['le']}.",
    "bool_type": lambda _: "Dit moet true of false zijn.",
    "bool_parsing": lambda _: "Dit moet true of false zijn.",
    "literal_error": lambda fault: f"Kies uit: {_options(fault['expected'])}.",
    "model_attributes_type": lambda _: "Dit moet een object zijn.",
    "model_type": lambda _: "Dit moet een object zijn.",
    "dict_type": lambda _: "Dit moet een object zijn.",
    "list_type": lambda _: "Dit moet een lijst zijn.",
    "value_error": lambda fault: str(fault["error"]),
}
"""The words for each kind of fault, made from what Pydantic knows of it."""


def _options(expected: str) -> str:
    r"""Return what Pydantic says that can be chosen, as JSON has it.

    >>> _options("'individueel' or 'team'"), _options("True")
    ('individueel, team', 'true')
    """
    return expected.replace("'", "").replace(" or ", ", ").replace("True", "true")


def _other(_: Fault) -> str:
    return "Dit past hier niet."


def input_problems(faults: Iterable[Fault]) -> Iterator[dict[str, str]]:
    """Say of each fault what does not fit, and where: `pointer` in the body, or the name of a `parameter`."""
    for fault in faults:
        source, *path = fault["loc"]
        say = MESSAGES.get(fault["type"], _other)
        place = {"pointer": pointer(path)} if source == "body" else {"parameter": str(path[0]) if path else source}
        yield {"detail": say(fault.get("ctx", {})), **place}


def pointer(path: Iterable[str | int]) -> str:
    """Return a place in JSON as a JSON Pointer (RFC 6901) in a fragment.

    >>> pointer(["antwoorden", "a/b"]), pointer([])
    ('#/antwoorden/a~1b', '#')
    """
    return "#" + "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
