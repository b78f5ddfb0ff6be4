"""Two steps in the own account: on, another app, other recovery codes, and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts import letters, two_steps
from app.accounts.audit import Act, note
from app.accounts.door.letting_in import secret
from app.accounts.own import proof
from app.accounts.own.dependencies import RealOwner
from app.accounts.own.page import TWO_STEPS, TwoStepsPage
from app.accounts.pages import ACCOUNT, WRONG_CODE, RecoveryCodesPage, set_up_page
from app.db import Session, begin_writing
from app.mail.post import post
from app.store.accounts import count_recovery_codes
from app.web.dependencies import Now, Today
from app.web.errors import Refusal
from app.web.forms import Fields
from app.web.rendering import render

if TYPE_CHECKING:
    from app.store.sign_ins import SignedIn
    from app.web.forms import FieldError

router = APIRouter(prefix="/twee-stappen")
WHERE = TWO_STEPS.href


@router.get("")
def get_two_steps(request: Request, owner: RealOwner) -> Response:
    """Whether two steps are on, and what can be done about it."""
    return _page(request, owner)


@router.get("/instellen")
def get_set_up(request: Request, owner: RealOwner) -> Response:
    """Show a secret for the app, as a picture and in letters."""
    return _set_up_page(request, owner, two_steps.new_secret())


@router.post("/instellen")
def post_set_up(request: Request, owner: RealOwner, fields: Fields, now: Now) -> Response:
    """Keep the secret of an app that shows the right code, and show the recovery codes this once."""
    keys, account, shown = request.app.state.keys, owner.account, fields.text("proof")
    offered = two_steps.offered(keys, account, fields.text("offer"))
    step = two_steps.step_of(offered, fields.text("code"), now) if offered else None
    if offered is None or step is None:
        return _set_up_page(request, owner, offered or two_steps.new_secret(), WRONG_CODE)
    by_password = proof.password_fits(request, account, shown)
    with begin_writing(request.app.state.engine) as session:
        locked = proof.shown(request, session, account, shown, now, by_password=by_password)
        if locked is None:
            return _set_up_page(request, owner, offered, proof.WRONG)
        codes = two_steps.switch_on(session, keys, locked, offered, step)
        note(session, Act.TWO_STEPS_ON, "eigen account", by=locked)
    return _codes_page(request, codes)


@router.post("/herstelcodes")
def post_recovery_codes(request: Request, owner: RealOwner, fields: Fields, now: Now) -> Response:
    """Make other recovery codes, and show them this once."""
    by_password = proof.password_fits(request, owner.account, fields.text("proof"))
    with begin_writing(request.app.state.engine) as session:
        account = proof.shown(request, session, owner.account, fields.text("proof"), now, by_password=by_password)
        if account is None or account.totp_secret is None:
            return _page(request, owner, proof.WRONG)
        codes = two_steps.renew_recovery_codes(session, request.app.state.keys, account)
    return _codes_page(request, codes)


@router.post("/uit")
def post_off(request: Request, owner: RealOwner, fields: Fields, now: Now, today: Today) -> Response:
    """Want no second step any more, where that may be."""
    if is_required(request, owner):
        raise _must_stay_on()
    by_password = proof.password_fits(request, owner.account, fields.text("proof"))
    with begin_writing(request.app.state.engine) as session:
        account = proof.shown(request, session, owner.account, fields.text("proof"), now, by_password=by_password)
        if account is None:
            return _page(request, owner, proof.WRONG)
        two_steps.switch_off(session, account)
        note(session, Act.TWO_STEPS_OFF, "eigen account", by=account)
        if request.app.state.settings.mails:
            post(session, "account", letters.two_steps_off(account), today)
    return RedirectResponse("/account?gedaan=twee-stappen-uit", 303)


def is_required(request: Request, owner: SignedIn) -> bool:
    """Whether somebody has a role that may not do without."""
    return bool(request.app.state.settings.two_steps_for & {one.role for one in owner.roles})


def _must_stay_on() -> Refusal:
    return Refusal(
        403,
        title="Twee stappen zijn voor u verplicht",
        explanation="De beheerder vraagt inloggen in twee stappen van iedereen met uw rol. Er is niets veranderd.",
        advice="Heeft u een andere telefoon? Stel dan de nieuwe app in.",
        way=TWO_STEPS,
    )


def _page(request: Request, owner: SignedIn, errors: tuple[FieldError, ...] = ()) -> Response:
    account = owner.account
    with Session(request.app.state.engine) as session:
        left = count_recovery_codes(session, account.id)
    page = TwoStepsPage(
        is_on=account.totp_secret is not None,
        required=is_required(request, owner),
        codes_left=left,
        kind=proof.kind_for(account),
        errors=errors,
    )
    return render(request, "accounts/two_steps.html", page, 422 if errors else 200)


def _set_up_page(request: Request, owner: SignedIn, offered: str, errors: tuple[FieldError, ...] = ()) -> Response:
    page = set_up_page(
        request.app.state.keys,
        owner.account,
        offered,
        action=f"{WHERE}/instellen",
        proof=proof.LABELS[proof.kind_for(owner.account)],
        breadcrumbs=(ACCOUNT, TWO_STEPS),
        errors=errors,
    )
    return secret(render(request, "accounts/set_up.html", page, 422 if errors else 200))


def _codes_page(request: Request, codes: tuple[str, ...]) -> Response:
    return secret(render(request, "accounts/recovery_codes.html", RecoveryCodesPage(codes=codes, onwards="/account")))
