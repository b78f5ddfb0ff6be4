"""Collect what our pages say to who answers: `make words` writes app/locale/respondent.pot and updates each .po.

A sentence that is new comes into the catalogs without a translation, one that is gone disappears from them. A sentence
that was changed is a new one: whoever translates sees it again.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract, extract_python
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from app.web.language import LANGUAGES, LOCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
TEMPLATE = LOCALE / "respondent.pot"
KEYWORDS: dict[str, Any] = {"_": None, "say": None, "marked": None, "plural": (1, 2)}
"""The functions whose first text, or first two, are for the catalogs."""
SOURCES: tuple[tuple[str, Callable[..., Any], dict[str, str]], ...] = (
    ("app/**/*.py", extract_python, {}),
    ("templates/**/*.html", babel_extract, {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}),
)
COMMENT = "For translators:"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every catalog: what changed when is known to git."""
HEADER = """\
# What the pages of Vensterscan say to who answers. A Dutch sentence is the key. Parts in {braces} stay as they are,
# in any order; ** stays around what is bold. What begins with a small letter follows a colon, or stands in another
# sentence: its comment says which."""
PLURALS = {"ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"}
"""Where the order of the forms is the usual one, and Babel has another."""


def found() -> Catalog:
    """Return every message in the code and the templates, by the files that it stands in."""
    catalog = _catalog(None)
    for file, message, comments, context in _messages():
        catalog.add(message, None, [(file, 1)], auto_comments=comments, context=context)
    return catalog


def _messages() -> Iterator[tuple[str, Any, Any, Any]]:
    for pattern, method, options in SOURCES:
        for file in sorted(ROOT.glob(pattern)):
            with file.open("rb") as source:
                found = list(extract(method, source, KEYWORDS, (COMMENT,), options, strip_comment_tags=True))
            for _line, message, comments, context in found:
                yield file.relative_to(ROOT).as_posix(), message, comments, context


def _catalog(code: str | None) -> Catalog:
    catalog = Catalog(
        code, project="Vensterscan", version="1", creation_date=LONG_AGO, revision_date=LONG_AGO, fuzzy=False
    )
    catalog.header_comment = HEADER
    if code in PLURALS:
        catalog.mime_headers = [("Plural-Forms", PLURALS[code])]
    return catalog


def updated(code: str, template: Catalog) -> Catalog:
    """Return the catalog of a language with exactly the messages of a template, translated as far as they were."""
    file = LOCALE / f"{code}.po"
    old = read_po(BytesIO(file.read_bytes()), code) if file.exists() else Catalog(code)
    new = _catalog(code)
    for message in template:
        if message.id:
            known = old.get(message.id, message.context)
            string = known.string if known and not known.fuzzy and _has_forms(known) == _has_forms(message) else None
            new.add(message.id, string, message.locations, auto_comments=message.auto_comments, context=message.context)
    return new


def _has_forms(message: Message) -> bool:
    """Whether a message is about a number of things."""
    return isinstance(message.id, tuple | list)


def is_translated(message: Message) -> bool:
    """Whether a message has a translation, in every form that its language has for numbers."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def written(catalog: Catalog) -> bytes:
    """Return a catalog as its file holds it: in the order of the alphabet, so that a change is seen where it is."""
    file = BytesIO()
    write_po(file, catalog, width=0, sort_output=True, include_lineno=False)
    return file.getvalue().rstrip() + b"\n"


def main() -> None:
    """Write the template and every catalog, and say how many translations each lacks."""
    template = found()
    TEMPLATE.write_bytes(written(template))
    for code in LANGUAGES:
        if code != "nl":
            catalog = updated(code, template)
            (LOCALE / f"{code}.po").write_bytes(written(catalog))
            missing = sum(1 for message in catalog if message.id and not is_translated(message))
            sys.stdout.write(f"{code}: {len(catalog)} messages, {missing} without a translation\n")


if __name__ == "__main__":
    main()
