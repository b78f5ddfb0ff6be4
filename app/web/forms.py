"""What a form sent, and what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import UploadFile

if TYPE_CHECKING:
    from starlette.datastructures import FormData


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field; `field` is its name, and the id of the place to go to."""

    field: str
    message: str


def error_at(errors: tuple[FieldError, ...], field: str) -> str:
    """Return what is wrong with a field, or an empty text."""
    return next((error.message for error in errors if error.field == field), "")


class FormFields:
    """What a form sent, as text. A field that was not sent is empty."""

    def __init__(self, sent: FormData) -> None:
        self._sent = sent

    def __contains__(self, name: str) -> bool:
        return name in self._sent

    def names(self) -> list[str]:
        """Return the names of everything that was sent."""
        return list(dict.fromkeys(name for name, _ in self._sent.multi_items()))

    def text(self, name: str) -> str:
        """Return what stands in a field, without spaces around it and with one kind of line end."""
        value = self._sent.get(name, "")
        return _plain(value) if isinstance(value, str) else ""

    def all(self, name: str) -> list[str]:
        """Return everything that was chosen under a name."""
        return [_plain(value) for value in self._sent.getlist(name) if isinstance(value, str)]

    def checked(self, name: str) -> bool:
        """Return whether a box was ticked."""
        return name in self._sent


def _plain(value: str) -> str:
    r"""Text as it may be stored: PostgreSQL takes no NUL, and a lone half of a character is no text.

    >>> _plain(" a\r\nb\0 ")
    'a\nb'
    """
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").encode("utf-8", "ignore").decode().strip()


class FormWithFile(FormFields):
    """What a form with a place for one file sent: its text, and the file."""

    def __init__(self, sent: FormData, files: dict[str, bytes]) -> None:
        super().__init__(sent)
        self._files = files

    def file(self, name: str) -> bytes:
        """Return what is in the file that was sent under a name; nothing where none was chosen."""
        return self._files.get(name, b"")


async def _fields(request: Request) -> FormFields:
    return FormFields(await _sent(request, files=0))


async def _fields_with_file(request: Request) -> FormWithFile:
    sent = await _sent(request, files=1)
    files = {name: await value.read() for name, value in sent.multi_items() if isinstance(value, UploadFile)}
    await sent.close()
    return FormWithFile(sent, files)


async def _sent(request: Request, *, files: int) -> FormData:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {"", "application/x-www-form-urlencoded", "multipart/form-data"}:
        raise HTTPException(400)
    await request.body()  # kept by the request, so that whoever waits for the whole of it may do so after this
    return await request.form(max_files=files)


Fields = Annotated[FormFields, Depends(_fields)]
"""What the form sent; a file is refused."""
FieldsWithFile = Annotated[FormWithFile, Depends(_fields_with_file)]
"""What a form sent in which one file may be."""
