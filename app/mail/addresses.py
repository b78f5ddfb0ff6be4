"""E-mail addresses: as somebody typed them, as they are stored, and as a mail server takes them."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email

LONGEST = 254


def valid_address(typed: str) -> str | None:
    """Return an address as it is stored, in small letters, or None where it is none. Nobody is asked about it.

    >>> valid_address(" Sanne@Houten.nl "), valid_address("sanne@houten"), valid_address("a@b.nl\\nBcc: c@d.nl")
    ('sanne@houten.nl', None, None)
    """
    try:
        address = validate_email(typed.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None
    return address if len(address) <= LONGEST else None


def for_a_server(address: str) -> str:
    """Return an address with its domain as every mail server knows it; raises ValueError for what is no address.

    >>> for_a_server("sanne@gemeente-súdwest.nl")
    'sanne@xn--gemeente-sdwest-cvb.nl'
    """
    known = validate_email(address, check_deliverability=False)
    return known.ascii_email or f"{known.local_part}@{known.ascii_domain}"
