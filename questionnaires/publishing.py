"""Publishing: a published edition never changes silently, and improving one means making the next.

`published.lock` holds a line per published edition: its id and the fingerprint of its content.
"""

from __future__ import annotations

import re
import shutil
from importlib.resources.abc import Traversable
from pathlib import Path

from questionnaires.edition import Draft, Edition
from questionnaires.problems import ContentError, Problem

LOCK = "published.lock"
COMPARABILITY_HEAD = """\
# Met welke eerdere edities metingen te vergelijken zijn. Wat hier niet staat en in beide edities dezelfde naam heeft,
# is te vergelijken. De handleiding (questionnaires/README.md) legt uit wat u hier noemt als u iets verandert.
earlier_editions:
"""
EDITION_ID = r"[a-z-]+/\d{4}\.\d+"


def published_editions(shelves: Traversable) -> dict[str, str]:
    """The fingerprint of every published edition, as `published.lock` has it; none without that file.

    Raises `ContentError` when a line is no edition with its fingerprint, or an edition stands there twice.
    """
    lock = shelves.joinpath(LOCK)
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.is_file() else []
    published: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        entry = re.fullmatch(rf"({EDITION_ID}) ([0-9a-f]{{64}})", line)
        if entry is None or entry[1] in published:
            problems.append(Problem(LOCK, f"regel {number}", "moet één keer een editie en haar vingerafdruk bevatten"))
        else:
            published[entry[1]] = entry[2]
    if problems:
        raise ContentError(problems)
    return published


def changed_since_publication(draft: Draft, published: dict[str, str]) -> list[Problem]:
    """A problem when the edition was published with other content; none when it is not published yet."""
    if published.get(draft.id, draft.hash) == draft.hash:
        return []
    return [
        Problem(
            "edition.yaml",
            draft.id,
            "deze editie is gepubliceerd en mag niet meer veranderen; zet de wijziging terug en maak een nieuwe editie",
        )
    ]


def publish(edition: Edition, shelves: Path) -> None:
    """Write the fingerprint of a checked edition into `published.lock`.

    Publishing the same content again changes nothing; other content under a published id raises `ContentError`.
    """
    published = published_editions(shelves)
    if problems := changed_since_publication(edition, published):
        raise ContentError(problems)
    if edition.id in published:
        return
    with (shelves / LOCK).open("a", encoding="utf-8", newline="\n") as lock:
        lock.write(f"{edition.id} {edition.hash}\n")


def start_edition(source: str, target: str, shelves: Path) -> Path:
    """Copy an edition under a new id, as the start of the next one; returns its folder.

    Everything goes along, golden cases included; the id in `edition.yaml` changes, and `comparability.yaml` says that
    everything can be compared with the source, and with what the source could be compared with. Translations become
    drafts, because the texts that they translate may change from here. Raises `ContentError` when the source does not
    exist, or the target exists or is no id such as `integraal-werken/2027.1`.
    """
    old, new = shelves / source, shelves / target
    if not re.fullmatch(EDITION_ID, source) or not old.is_dir():
        raise ContentError([Problem(source, "", "deze editie bestaat niet")])
    if not re.fullmatch(EDITION_ID, target):
        raise ContentError(
            [Problem(target, "", "een editie heet naar naam, jaar en volgnummer: integraal-werken/2027.1")]
        )
    if new.exists():
        raise ContentError([Problem(target, "", "deze editie bestaat al")])
    shutil.copytree(old, new)
    _rename(new / "edition.yaml", source, target)
    _make_comparable(new / "comparability.yaml", source)
    for translation in new.glob("translations/*/*.yaml"):
        _make_draft(translation)
    return new


def _rename(file: Path, source: str, target: str) -> None:
    text = file.read_bytes().decode("utf-8")
    old_id = re.compile(rf"^id: *([\"']?){re.escape(source)}\1", flags=re.MULTILINE)
    file.write_bytes(old_id.sub(f'id: "{target}"', text, count=1).encode("utf-8"))


def _make_comparable(file: Path, source: str) -> None:
    """Add the source to the editions with which the copy may be compared."""
    text = file.read_bytes().decode("utf-8") if file.exists() else COMPARABILITY_HEAD
    listed = re.search(r"^( *)- +edition:", text, flags=re.MULTILINE)
    indent = listed[1] if listed else "  "
    file.write_bytes(f'{text.rstrip()}\n{indent}- edition: "{source}"\n'.encode())


def _make_draft(file: Path) -> None:
    text = file.read_bytes().decode("utf-8")
    file.write_bytes(re.sub(r"^status: .*$", 'status: "draft"', text, count=1, flags=re.MULTILINE).encode())
