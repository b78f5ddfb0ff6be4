"""What each act is called where a person reads it."""

from __future__ import annotations

from app.accounts.audit import Act

WORDS: dict[Act, str] = {
    Act.SIGNED_IN: "Ingelogd",
    Act.PASSWORD_CHANGED: "Wachtwoord gewijzigd",
    Act.TWO_STEPS_ON: "Inloggen in twee stappen aangezet",
    Act.TWO_STEPS_OFF: "Inloggen in twee stappen uitgezet",
    Act.SIGNED_OUT_EVERYWHERE: "Overal uitgelogd",
    Act.ACCOUNT_DELETED: "Eigen account verwijderd",
    Act.KEY_MADE: "Token voor een programma gemaakt",
    Act.COLLABORATION_MADE: "Samenwerking gemaakt",
    Act.COLLABORATION_CHANGED: "Samenwerking gewijzigd",
    Act.COLLABORATION_ARCHIVED: "Samenwerking gearchiveerd",
    Act.COLLABORATION_BROUGHT_BACK: "Samenwerking teruggehaald",
    Act.COLLABORATION_DELETED: "Samenwerking verwijderd",
    Act.SCAN_MADE: "Scan klaargezet",
    Act.SCAN_CHANGED: "Scan gewijzigd",
    Act.SCAN_ARCHIVED: "Scan gearchiveerd",
    Act.SCAN_BROUGHT_BACK: "Scan teruggehaald",
    Act.SCAN_DELETED: "Scan verwijderd",
    Act.SCAN_CLOSED: "Scan gesloten",
    Act.ANSWERS_DELETED: "Antwoorden gewist: bewaartermijn voorbij",
    Act.UNUSED_ACCOUNT_DELETED: "Ongebruikt account verwijderd",
    Act.AMBITION_CHOSEN: "Ambitie gekozen",
    Act.RESULT_READ: "Uitslag gelezen",
    Act.RESULT_EXPORTED: "Uitslag gedownload",
    Act.INVITEES_ADDED: "Mensen uitgenodigd met een eigen link",
    Act.REMINDED: "Mensen herinnerd",
    Act.INVITEE_REMOVED: "Adressen van genodigden verwijderd",
    Act.COMMENT_RELEASED: "Opmerking vrijgegeven",
    Act.COMMENT_CHANGED: "Opmerking aangepast vrijgegeven",
    Act.COMMENT_WITHHELD: "Opmerking niet vrijgegeven",
    Act.GROUP_MADE: "Vergelijkingsgroep gemaakt",
    Act.GROUP_JOINED: "Meegedaan aan een vergelijkingsgroep",
    Act.GROUP_LEFT: "Toestemming voor een vergelijkingsgroep ingetrokken",
    Act.GROUP_TAKEN_OVER: "Beheer van een vergelijkingsgroep overgenomen",
    Act.GROUP_ENDED: "Vergelijkingsgroep beëindigd",
    Act.INVITED: "Iemand uitgenodigd",
    Act.ROLE_GIVEN: "Toegang gegeven",
    Act.ROLE_WITHDRAWN: "Rol ingetrokken",
    Act.HANDED_OVER: "Rol overgedragen",
    Act.INVITATION_WITHDRAWN: "Uitnodiging ingetrokken",
    Act.SIGN_INS_ENDED: "Iemand overal uitgelogd",
    Act.ACCOUNT_REMOVED: "Account verwijderd door de beheerder",
    Act.MESSAGE_HANDED_OVER: "Bericht doorgegeven",
    Act.SIZE_CHOSEN: "Aantal inwoners van de gemeente gekozen",
    Act.LANGUAGE_ON: "Taal voor inwoners aangezet",
    Act.LANGUAGE_OFF: "Taal voor inwoners uitgezet",
}


def in_words(act: str) -> str:
    """Return an act in words; one of an earlier version that is not known any more as it is stored."""
    return WORDS[Act(act)] if act in set(Act) else act
