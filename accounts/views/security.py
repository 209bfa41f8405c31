"""The screen "Beveiliging": what one's second steps are, an app, recovery codes, and taking them away."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from accounts import entering, events, factors, mails, open_sessions
from accounts.forms import AppForm, PasskeyNameForm, PasswordAgainForm
from accounts.models import Method
from accounts.roles import needs_second_factor
from accounts.views.person import Person, asks_password, for_insider, for_person, screen
from mailing.rendering import practice_name

WRONG = "Die code hoort niet bij deze sleutel. Klopt de klok van je telefoon? Vul de code in die er nu staat."
_SECRET, _SHOWN = "accounts.new_secret", "accounts.shown_codes"  # noqa: S105 - names in the session


@for_person
def security(request: HttpRequest, person: Person) -> HttpResponseBase:
    context = screen(
        person,
        "Beveiliging",
        factors=factors.factors_of(person.user),
        is_needed=needs_second_factor(person.user),
    )
    return TemplateResponse(request, "accounts/security.html", context)


@for_person
def app(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Set an app up: its key as a picture and in letters, and a code to show that it took it."""
    secret = request.session.get(_SECRET)
    if request.method != "POST" or not secret:
        secret = request.session[_SECRET] = factors.new_secret()
    ask = asks_password(request, person)
    form = AppForm(request, person.user, request.POST if request.method == "POST" else None, ask=ask)
    if form.is_valid():
        had = bool(factors.factors_of(person.user).totp)
        if factors.add_totp(person.user, secret, form.cleaned_data["code"]):
            del request.session[_SECRET]
            said = "Een nieuwe app vervangt de vorige." if had else "Een app met codes is toegevoegd."
            return added(request, person, Method.TOTP, said)
        form.add_error("code", WRONG)
    # The picture is drawn by allauth with qrcode, of a secret that we made and a name that it quotes.
    picture = mark_safe(factors.picture_of(person.user, secret))
    letters = secret.rstrip("=")
    spaced = " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))
    context = screen(person, "App met codes", form=form, picture=picture, secret=spaced)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return TemplateResponse(request, "accounts/app.html", context, status=status)


def added(request: HttpRequest, person: Person, method: Method, said: str) -> HttpResponseBase:
    """Note a new factor, make recovery codes with the first one, and let in whom it was made for."""
    user = person.user
    found = factors.factors_of(user)
    is_first = found.count == 1 and found.recovery is None
    with transaction.atomic():
        events.record(events.What.FACTOR_ADDED, user, request, method=method)
        mails.tell_of_change(user, f"{said} Die heb je voortaan nodig om in te loggen.")
        codes = factors.new_recovery_codes(user) if is_first else found.recovery
        if is_first:
            # They came in without it.
            open_sessions.end_others(request, user)
    where = "accounts:codes" if is_first else "accounts:security"
    if person.pending:
        kept = person.pending
        response = entering.enter(request, user, method, next=reverse(where), remember=kept.remember)
    else:
        open_sessions.has_stepped(request, user)
        # What somebody could do with the session until now, they can't with its old key.
        request.session.cycle_key()
        response = redirect(where)
    if is_first and codes:
        request.session[_SHOWN] = codes.pk
    messages.success(request, said)
    return response


@for_insider
def codes(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Show new recovery codes until one says that they are kept; from then on nobody sees them again."""
    recovery = _shown(request, person)
    if recovery is None:
        return redirect("accounts:security")
    if request.method == "POST":
        del request.session[_SHOWN]
        messages.success(request, "Je herstelcodes zijn niet meer te zien. Goed dat je ze bewaard hebt.")
        return redirect("wagtailadmin_home")
    context = screen(person, "Je herstelcodes", codes=factors.codes_of(recovery))
    return TemplateResponse(request, "accounts/codes.html", context)


@for_insider
def codes_file(request: HttpRequest, person: Person) -> HttpResponseBase:
    recovery = _shown(request, person)
    if recovery is None:
        raise Http404
    made = timezone.localtime(recovery.created_at)
    lines = [
        f"Herstelcodes van {person.user.get_username()} bij {practice_name()}",
        f"Gemaakt op {made:%d-%m-%Y}. Elke code werkt één keer, in plaats van de code uit je app.",
        "",
        *factors.codes_of(recovery),
        "",
    ]
    response = HttpResponse("\r\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="herstelcodes.txt"'
    return response


@for_insider
def new_codes(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Make ten new codes in place of the old ones, after the password."""
    if not factors.has_factor(person.user):
        return redirect("accounts:security")
    form = PasswordAgainForm(request, person.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            recovery = factors.new_recovery_codes(person.user)
            events.record(events.What.CODES_MADE, person.user, request)
            mails.tell_of_change(
                person.user, "Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer."
            )
        request.session[_SHOWN] = recovery.pk
        return redirect("accounts:codes")
    context = screen(
        person,
        "Nieuwe herstelcodes",
        form=form,
        intro="Je krijgt tien nieuwe codes. De oude werken dan niet meer, ook de ongebruikte niet.",
        action="Maak nieuwe codes",
    )
    return TemplateResponse(request, "accounts/confirm.html", context, status=_status(form))


@for_insider
def remove(request: HttpRequest, person: Person, pk: int) -> HttpResponseBase:
    """Take one factor away, after the password: a browser left open must not be enough."""
    found = factors.factors_of(person.user)
    mine = [factor for factor in [found.totp, *found.passkeys] if factor is not None and factor.pk == pk]
    if not mine:
        raise Http404
    form = PasswordAgainForm(request, person.user, request.POST if request.method == "POST" else None)
    name = "de app met codes" if mine[0] is found.totp else f"de passkey ‘{mine[0]}’"
    if request.method == "POST" and form.is_valid():
        return _removed(request, person, mine, name, is_last=found.count == 1)
    intro = f"Je haalt {name} weg. Je kunt er dan niet meer mee inloggen."
    if found.count == 1:
        intro += " Het is je laatste tweede stap: je herstelcodes vervallen ook."
        if needs_second_factor(person.user):
            intro += " Je stelt daarna meteen een nieuwe in, want jouw account heeft er een nodig."
    context = screen(person, "Tweede stap weghalen", form=form, intro=intro, action="Haal weg")
    return TemplateResponse(request, "accounts/confirm.html", context, status=_status(form))


def _removed(
    request: HttpRequest, person: Person, mine: list[Any], name: str, is_last: bool
) -> HttpResponseBase:
    with transaction.atomic():
        factors.remove(person.user, mine)
        if is_last:
            open_sessions.without_factor(person.user)
        events.record(events.What.FACTOR_REMOVED, person.user, request)
        mails.tell_of_change(person.user, f"Je hebt {name} weggehaald als tweede stap bij het inloggen.")
    messages.success(request, f"Weggehaald: {name}.")
    return redirect("accounts:security")


@require_POST
@for_insider
def rename(request: HttpRequest, person: Person, pk: int) -> HttpResponseBase:
    form = PasskeyNameForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Geef de passkey een naam van hooguit 60 letters.")
    elif factors.rename_passkey(person.user, pk, form.cleaned_data["name"]):
        messages.success(request, "De passkey heeft een andere naam.")
    else:
        raise Http404
    return redirect("accounts:security")


def _shown(request: HttpRequest, person: Person) -> Any:
    """Return the recovery codes that this session made and has not put away yet."""
    recovery = factors.factors_of(person.user).recovery
    return recovery if recovery and recovery.pk == request.session.get(_SHOWN) else None


def _status(form: PasswordAgainForm) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
