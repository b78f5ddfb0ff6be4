"""A provider, or somebody in between, that gives an ID token that is not right."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import warnings
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from joserfc import jwt
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, OctKey, RSAKey

from app.accounts.openid import Attempt, Identity, OpenIdProvider
from app.accounts.openid.errors import UNTRUSTED
from tests.app.accounts.openid.hostile import CLIENT_ID, KEYS, NOW, USERINFO, HostileProvider
from tests.app.accounts.openid.refusing import refused

MOMENT = int(NOW.timestamp())


@pytest.fixture
def attempt(client: OpenIdProvider) -> Attempt:
    """An attempt that has begun."""
    return client.begin("http://127.0.0.1/terug", "/", NOW)[1]


def finish(client: OpenIdProvider, attempt: Attempt) -> Identity:
    """Come back."""
    return client.finish(attempt, {"state": attempt.state, "code": "the-code"}, NOW)


def part(value: object) -> str:
    """A part of a token."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def test_a_good_id_token_is_accepted_so_that_each_attack_differs_in_one_thing(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    hostile.gives(hostile.id_token(attempt))
    assert finish(client, attempt) == Identity(
        hostile.issuer, "1", "noor@gemeente.example", email_is_verified=True, name="Noor Inlog"
    )
    assert USERINFO not in hostile.asked


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("iss", "https://elsewhere.example"),
        ("iss", None),
        ("iss", ["https://elsewhere.example"]),
        ("aud", "another-client"),
        ("aud", ["another-client"]),
        ("aud", None),
        ("aud", []),
        ("azp", "another-client"),
        ("nonce", "another"),
        ("nonce", None),
        ("nonce", ""),
        ("nonce", True),
        ("exp", MOMENT - 61),
        ("exp", None),
        ("exp", "never"),
        ("exp", float("nan")),
        ("exp", True),
        ("iat", None),
        ("iat", MOMENT + 61),
        ("nbf", MOMENT + 61),
        ("sub", None),
        ("sub", ""),
        ("sub", 1),
        ("at_hash", "AAAA"),
        ("at_hash", 1),
    ],
)
def test_an_id_token_with_one_wrong_claim_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt, claim: str, value: object
) -> None:
    hostile.gives(hostile.id_token(attempt, **{claim: value}))
    with refused(UNTRUSTED, "the ID token is refused", attempt.nonce, "noor"):
        finish(client, attempt)


@pytest.mark.parametrize("subject", ["s" * 256, "zoë", "a\nb", "\x00", "\ud800"])
def test_a_subject_that_cannot_be_kept_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt, subject: str
) -> None:
    hostile.gives(signed(hostile, {"alg": "RS256"}, hostile.claims(attempt) | {"sub": subject}))
    with refused(UNTRUSTED, "its subject"):
        finish(client, attempt)


def test_an_id_token_for_others_too_says_that_it_was_made_for_us(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    hostile.gives(hostile.id_token(attempt, aud=[CLIENT_ID, "another-client"]))
    with refused(UNTRUSTED, "MissingClaimError azp"):
        finish(client, attempt)
    hostile.gives(hostile.id_token(attempt, aud=[CLIENT_ID, "another-client"], azp=CLIENT_ID))
    assert finish(client, attempt).subject == "1"
    hostile.gives(hostile.id_token(attempt, aud=["another-client"], azp=CLIENT_ID))
    with refused(UNTRUSTED, "InvalidClaimError aud"):
        finish(client, attempt)


def test_what_else_stands_in_the_header_of_an_id_token_is_passed_over(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    header = {"alg": "RS256", "kid": hostile.key.kid, "x": 1}
    hostile.gives(signed(hostile, header, hostile.claims(attempt)))
    assert finish(client, attempt).subject == "1"


def test_a_clock_that_is_a_little_off_is_no_reason_to_refuse(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    hostile.gives(hostile.id_token(attempt, iat=MOMENT + 30, exp=MOMENT - 30))
    assert finish(client, attempt).subject == "1"


def signed(hostile: HostileProvider, header: object, payload: object) -> str:
    """A token with this header and this payload, well signed, which a library would not make."""
    text = f"{part(header)}.{part(payload)}"
    private = hostile.key.private_key
    assert private
    return f"{text}.{part(private.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


@pytest.fixture(scope="session")
def forger(key: RSAKey) -> RSAKey:
    """A key that is not the provider's, and has the name of the one that is."""
    return RSAKey.generate_key(2048, {"kid": str(key.kid)})


def forgeries(hostile: HostileProvider, attempt: Attempt, forger: RSAKey) -> dict[str, object]:
    """ID tokens with claims as they should be, that the provider did not sign as it should."""
    header, payload, signature = hostile.id_token(attempt).split(".")
    claims = hostile.claims(attempt)
    named = {"alg": "RS256", "kid": str(hostile.key.kid)}
    return {
        "tampered claims": ".".join([header, part(claims | {"sub": "2"}), signature]),
        "tampered signature": ".".join([header, payload, ("B" if signature[0] == "A" else "A") + signature[1:]]),
        "no signature": f"{header}.{payload}.",
        "another key": jwt.encode(named, claims, forger),
        "its own key in the header": jwt.encode(named | {"jwk": forger.as_dict(private=False)}, claims, forger),
        "an unknown key": hostile.id_token(attempt, {"kid": "unknown"}),
        "RS512": hostile.id_token(attempt, {"alg": "RS512"}),
        "a critical extension": signed(hostile, named | {"crit": ["x"], "x": 1}, claims),
        "a header of garbage": f"{part(b'{')}.{payload}.{signature}",
        "a header that is a list": f"{part([])}.{payload}.{signature}",
        "no token": None,
        "a number": 3,
        "no JWT": "ë",
        "empty": "",
        "dots": "....",
        "deep": "[" * 9999,
    }


@pytest.mark.parametrize(
    "kind",
    [
        "tampered claims",
        "tampered signature",
        "no signature",
        "another key",
        "its own key in the header",
        "an unknown key",
        "RS512",
        "a critical extension",
        "a header of garbage",
        "a header that is a list",
        "no token",
        "a number",
        "no JWT",
        "empty",
        "dots",
        "deep",
    ],
)
def test_an_id_token_that_the_provider_did_not_sign_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt, forger: RSAKey, kind: str
) -> None:
    hostile.gives(forgeries(hostile, attempt, forger)[kind])
    with refused(UNTRUSTED, "ID token", attempt.nonce, "noor"):
        finish(client, attempt)


@pytest.mark.parametrize("payload", [b"[" * 90_000, b"[]", b"{", b"\xff", b'{"sub": ' + b"9" * 5000 + b"}"])
def test_claims_that_are_no_json_object_are_refused(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt, payload: bytes
) -> None:
    hostile.gives(signed(hostile, {"alg": "RS256"}, payload))
    with refused(UNTRUSTED, "ID token"):
        finish(client, attempt)


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "nOnE", ""])
@pytest.mark.parametrize("with_kid", [True, False])
def test_an_id_token_without_a_signature_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt, alg: str, with_kid: bool
) -> None:
    header = {"alg": alg} | ({"kid": hostile.key.kid} if with_kid else {})
    hostile.gives(f"{part(header)}.{part(hostile.claims(attempt))}.")
    with refused(UNTRUSTED, "UnsupportedAlgorithmError"):
        finish(client, attempt)


@pytest.mark.parametrize("form", ["PEM", "DER", "JWK"])
def test_the_public_key_is_no_secret_to_sign_with(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt, form: str
) -> None:
    public = json.dumps(hostile.key.as_dict(private=False)).encode()
    secret = public if form == "JWK" else hostile.key.as_bytes("PEM" if form == "PEM" else "DER", private=False)
    text = f"{part({'alg': 'HS256', 'kid': hostile.key.kid})}.{part(hostile.claims(attempt))}"
    hostile.gives(f"{text}.{part(hmac.digest(secret, text.encode(), hashlib.sha256))}")
    with refused(UNTRUSTED, "UnsupportedAlgorithmError"):
        finish(client, attempt)


def test_a_secret_among_the_public_keys_is_no_key(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    secret = OctKey.generate_key(256, {"kid": "secret"})
    hostile.answers[KEYS].body["keys"].append(secret.as_dict(private=True))
    hostile.gives(jwt.encode({"alg": "HS256", "kid": "secret"}, hostile.claims(attempt), secret))
    with refused(UNTRUSTED, "UnsupportedAlgorithmError"):
        finish(client, attempt)


def test_a_key_that_is_meant_for_something_else_or_too_short_is_no_key(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    with warnings.catch_warnings(action="ignore", category=SecurityWarning):
        short = RSAKey.generate_key(1024).as_dict(private=False)
    public = hostile.key.as_dict(private=False)
    for keys in (
        [public | {"use": "enc"}],
        [short | {"kid": hostile.key.kid}],
        [public | {"n": 3}],
        [{"kty": "RSA", "kid": hostile.key.kid}],
        [{"kty": "EC", "crv": "P-999", "x": "AA", "y": "AA"}],
        [{}, 3, None],
        [],
        {},
        None,
    ):
        hostile.answers[KEYS].body = {"keys": keys}
        hostile.gives(hostile.id_token(attempt))
        with refused(UNTRUSTED, "no key"):
            finish(OpenIdProvider(hostile.issuer, CLIENT_ID, "geheim"), attempt)
    hostile.answers[KEYS].body = {"keys": [{"kty": "new"}, public]}
    assert finish(client, attempt).subject == "1"


def test_a_key_of_another_kind_than_the_algorithm_is_refused(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    curve = ECKey.generate_key("P-256", {"kid": hostile.key.kid})
    hostile.answers[KEYS].body = {"keys": [curve.as_dict(private=False)]}
    hostile.gives(hostile.id_token(attempt))
    with refused(UNTRUSTED, "not signed as it should be"):
        finish(client, attempt)


def test_a_provider_that_takes_a_new_key_is_believed_after_asking_again(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    hostile.gives(hostile.id_token(attempt))
    finish(client, attempt)
    finish(client, attempt)
    assert hostile.asked.count(KEYS) == 1
    hostile.key = RSAKey.generate_key(2048, auto_kid=True)
    hostile.answers[KEYS].body = {"keys": [hostile.key.as_dict(private=False)]}
    hostile.gives(hostile.id_token(attempt))
    assert finish(client, attempt).subject == "1"
    assert hostile.asked.count(KEYS) == 2


def test_a_key_that_the_provider_has_withdrawn_is_believed_for_an_hour_at_most(
    hostile: HostileProvider, client: OpenIdProvider, attempt: Attempt
) -> None:
    hostile.gives(hostile.id_token(attempt))
    finish(client, attempt)
    another = RSAKey.generate_key(2048, auto_kid=True)
    hostile.answers[KEYS].body = {"keys": [another.as_dict(private=False)]}
    later = NOW + timedelta(hours=1)
    _, attempt = client.begin("http://127.0.0.1/terug", "/", later)
    moment = int(later.timestamp())
    hostile.gives(hostile.id_token(attempt, iat=moment, exp=moment + 300))
    with refused(UNTRUSTED, "not signed as it should be"):
        client.finish(attempt, {"state": attempt.state, "code": "the-code"}, later)
