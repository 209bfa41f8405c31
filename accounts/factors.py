"""Second factors: codes of an app (TOTP), passkeys, recovery codes. What is kept and checked is allauth's;
nothing outside this module and `adapter` knows of it.
"""

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import Method
from accounts.secrets_at_rest import Unreadable

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
NAME_LENGTH = 60
# A passkey's answer is good for so long after it was asked for, in seconds.
CHALLENGE_SECONDS = 5 * 60
_ASKED_AT = "accounts.challenge_at"
# What the parsers of a browser's answer raise on nonsense.
_NONSENSE = (ValidationError, ValueError, TypeError, KeyError, AttributeError, IndexError)

log = logging.getLogger(__name__)


class Refused(Exception):
    """The answer of a passkey was not right."""


@dataclass
class Factors:
    """What one account has."""

    totp: Authenticator | None = None
    passkeys: list[Authenticator] = field(default_factory=list)
    recovery: Authenticator | None = None

    def __bool__(self) -> bool:
        return bool(self.totp or self.passkeys)

    @property
    def count(self) -> int:
        return len(self.passkeys) + bool(self.totp)

    @property
    def codes_left(self) -> int:
        return len(codes_of(self.recovery)) if self.recovery else 0


def factors_of(user: Any) -> Factors:
    found = Factors()
    for authenticator in Authenticator.objects.filter(user_id=user.pk).order_by("created_at", "pk"):
        if authenticator.type == Authenticator.Type.TOTP:
            found.totp = authenticator
        elif authenticator.type == Authenticator.Type.WEBAUTHN:
            found.passkeys.append(authenticator)
        else:
            found.recovery = authenticator
    return found


def has_factor(user: Any) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=KINDS).exists()


def new_secret() -> str:
    return totp.generate_totp_secret()


def picture_of(user: Any, secret: str) -> str:
    """Return the SVG of the QR code that an app reads."""
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    # Without the line before it that only a file of its own has.
    return picture[picture.index("<svg") :]


@transaction.atomic
def add_totp(user: Any, secret: str, code: str) -> bool:
    """Keep a secret when `code` shows that the app has it; say whether it did. Replaces an earlier one."""
    step = _step_of(secret, code)
    if step is None:
        return False
    Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).delete()
    instance = totp.TOTP.activate(user, secret).instance
    instance.data["last_step"] = step
    instance.save(update_fields=["data"])
    return True


def use_code(user: Any, code: str) -> Method | None:
    """Use a code of the app, or a recovery code; return which it was, None for neither. Each works once."""
    for kind, use in (
        (Authenticator.Type.TOTP, _use_totp),
        (Authenticator.Type.RECOVERY_CODES, _use_recovery_code),
    ):
        with transaction.atomic():
            rows = Authenticator.objects.select_for_update()
            instance = rows.filter(user_id=user.pk, type=kind).first()
            try:
                if instance and use(instance, code):
                    instance.record_usage()
                    return Method.TOTP if kind == Authenticator.Type.TOTP else Method.RECOVERY
            except Unreadable:
                log.error("A second factor can't be read: SECRET_KEY changed without SECRET_KEY_FALLBACKS.")
    return None


def _use_totp(instance: Authenticator, code: str) -> bool:
    """Allauth remembers used codes in the cache, which each process may have for itself; so the step of the
    last one is kept beside the secret (RFC 6238, 5.2: a code is accepted once).
    """
    step = _step_of(get_adapter().decrypt(instance.data["secret"]), code)
    if step is None or step <= instance.data.get("last_step", 0):
        return False
    instance.data["last_step"] = step
    instance.save(update_fields=["data"])
    return True


def _step_of(secret: str, code: str) -> int | None:
    """Return the newest step of 30 seconds that `code` belongs to, one earlier and later allowed."""
    right = None
    for step in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, step))
        if totp.compare_user_code(actual=code, expected=expected):
            right = step
    return right


def _use_recovery_code(instance: Authenticator, code: str) -> bool:
    return bool(RecoveryCodes(instance).validate_code(code))


@transaction.atomic
def new_recovery_codes(user: Any) -> Authenticator:
    """Make ten new codes; those from before work no more."""
    get_user_model().objects.select_for_update().get(pk=user.pk)
    Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES).delete()
    return RecoveryCodes.activate(user).instance


def codes_of(recovery: Authenticator) -> list[str]:
    """Return the codes that were not used yet, in two groups of five digits."""
    try:
        return [f"{code[:5]} {code[5:]}" for code in RecoveryCodes(recovery).get_unused_codes()]
    except Unreadable:
        return []


def begin_passkey(request: HttpRequest, user: Any) -> dict[str, Any]:
    """Return what a browser needs to make a passkey; the challenge waits in the session."""
    from allauth.mfa.webauthn.internal import auth

    request.session[_ASKED_AT] = time.time()
    return auth.begin_registration(user, passwordless=True)


@transaction.atomic
def add_passkey(request: HttpRequest, user: Any, name: str, credential: Any) -> Authenticator:
    """Keep the passkey that a browser made. Raises Refused."""
    from allauth.mfa.webauthn.internal import auth

    try:
        _in_time(request)
        auth.parse_registration_response(credential)
        if not auth.complete_registration(credential).is_user_verified():
            raise Refused
    except _NONSENSE as error:
        raise Refused from error
    finally:
        auth.clear_state()
    return auth.WebAuthn.add(user, name[:NAME_LENGTH], credential).instance


def begin_passkey_login(request: HttpRequest, user: Any = None) -> dict[str, Any]:
    """Return what a browser needs to ask for a passkey: of `user`, or of anybody, who is found by it then."""
    from allauth.mfa.webauthn.internal import auth

    request.session[_ASKED_AT] = time.time()
    return auth.begin_authentication(user)


@transaction.atomic
def use_passkey(request: HttpRequest, credential: Any, user: Any = None) -> Any:
    """Return whose passkey answered, `user` or anybody. Raises Refused."""
    from allauth.mfa.webauthn.internal import auth

    try:
        _in_time(request)
        answer = auth.parse_authentication_response(credential)
        owner = user or auth.extract_user_from_response(credential)
        passkey = auth.complete_authentication(owner, credential)
    except _NONSENSE as error:
        raise Refused from error
    finally:
        auth.clear_state()
    # WebAuthn 7.2, step 22: a count that does not grow is that of a copy. Shared passkeys do not count.
    count, known = answer.response.authenticator_data.counter, passkey.data.get("count", 0)
    if not owner.is_active or (max(count, known) and count <= known):
        raise Refused
    passkey.data["count"] = count
    passkey.last_used_at = timezone.now()
    passkey.save(update_fields=["data", "last_used_at"])
    return owner


def _in_time(request: HttpRequest) -> None:
    if time.time() - request.session.pop(_ASKED_AT, 0) > CHALLENGE_SECONDS:
        raise Refused


def rename_passkey(user: Any, pk: int, name: str) -> bool:
    passkey = Authenticator.objects.filter(user_id=user.pk, pk=pk, type=Authenticator.Type.WEBAUTHN).first()
    if passkey is None:
        return False
    passkey.data["name"] = name[:NAME_LENGTH]
    passkey.save(update_fields=["data"])
    return True


@transaction.atomic
def remove(user: Any, factors: Iterable[Authenticator]) -> None:
    """Take factors away, and the recovery codes with the last one: alone they would be a second password."""
    Authenticator.objects.filter(user_id=user.pk, pk__in=[factor.pk for factor in factors]).delete()
    if not has_factor(user):
        Authenticator.objects.filter(user_id=user.pk).delete()


def remove_all(user: Any) -> int:
    """Take every factor of an account away; return how many rows those were."""
    return Authenticator.objects.filter(user_id=user.pk).delete()[0]
