"""How a page explains a term where it stands.

A template writes `{{ page.certainty | explain("zekerheid") }}`: the first word that belongs to the term becomes a
button that opens its explanation. A term is marked once on a page; what was marked is explained in notes at the end of
it, which are shown only when they are asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup, escape

from app.web.terms import BY_ID

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from app.web.terms import Term

_TAG = re.compile(r"(<[^>]*>)")
_AFTER = r"[.,;:!?)’”]*"


@dataclass
class Marks:
    """The terms that are marked on one page, in the order in which they stand there."""

    marked: list[Term] = field(default_factory=list)
    _explained: set[str] = field(default_factory=set)

    def mark(self, term: Term, html: str) -> str:
        """Turn the first word that belongs to the term into its mark; once on a page, and never inside a link."""
        if term in self.marked:
            return html
        # The longest form first: it says most of what is explained.
        forms = "|".join(re.escape(str(escape(word))) for word in sorted(term.words, key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w­-])({forms})(?![\w­-])({_AFTER})", re.IGNORECASE)
        parts, inside = _TAG.split(html), 0
        for index, part in enumerate(parts):
            if part.startswith("<"):
                inside += _opens(part)
            elif not inside and (found := pattern.search(part)):
                parts[index] = part[: found.start()] + _marked(term, found[1], found[2]) + part[found.end() :]
                self.marked.append(term)
                return "".join(parts)
        return html

    def notes(self) -> list[Term]:
        """What is marked and not explained yet; a part of a page that is replaced by itself asks for its own notes."""
        found = [term for term in self.marked if term.id not in self._explained]
        self._explained |= {term.id for term in found}
        return found


def _opens(tag: str) -> int:
    """How many elements a tag opens in which no button may stand."""
    name = re.match(r"</?(a|button|summary|label|svg)\b", tag)
    return (-1 if tag.startswith("</") else 1) if name else 0


def _marked(term: Term, words: str, after: str) -> str:
    """The words as a button, on one line with the full stop behind it; a browser that cannot open it has a link."""
    return (
        f'<span class="app-term"><button class="app-term__word" type="button" popovertarget="uitleg-{term.id}">{words}'
        f'</button><a class="app-term__link" href="/begrippen#{term.id}" aria-label="Uitleg: {escape(term.name)}"></a>'
        f"{after}</span>"
    )


@pass_context
def explain(context: Context, text: str, *ids: str) -> str | Markup:
    """Mark terms in a text of a page; where terms are not explained, such as on paper, the text stays as it is.

    Raises `KeyError` for a term that is not in the list.
    """
    terms = [BY_ID[one] for one in ids]
    marks: Marks | None = context.get("marks")
    if marks is None:
        return text
    html = str(escape(text))
    for term in terms:
        html = marks.mark(term, html)
    return Markup(html)  # noqa: S704 - escaped above
