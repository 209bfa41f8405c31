"""The step after the password: a code, a recovery code, or a passkey."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts import entering, events, factors, mails, pending, throttle
from accounts.forms import CodeForm, PasskeyAnswerForm, too_often
from accounts.models import Method
from guard import counting
from guard.limits import LimitReached

WRONG = "Die code klopt niet, of is al gebruikt. Wacht op de volgende code in je app en probeer het nog eens."
OVER = "Het duurde te lang of ging te vaak mis. Log opnieuw in."
FEW_CODES = (
    "Dat was een herstelcode. Je hebt er nog {left}. Maak op tijd nieuwe, bij ‘Beveiliging’ van je account."
)
SOMEBODY = (
    "Iemand vulde je juiste wachtwoord in, en daarna te vaak een verkeerde code. "
    "Was jij dat niet, kies dan meteen een nieuw wachtwoord: het oude is bij een ander bekend."
)

View = Callable[[HttpRequest, pending.Pending], HttpResponseBase]


def _between(view: View) -> Callable[[HttpRequest], HttpResponseBase]:
    """For who gave the right password and has a second factor; all others go to where they have to be."""

    @never_cache
    @sensitive_post_parameters()
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            return redirect("wagtailadmin_home")
        stage = pending.of(request)
        if stage is None:
            messages.error(request, OVER)
            return redirect("wagtailadmin_login")
        if stage.method or not factors.has_factor(stage.user):
            return redirect(entering.step_of(stage))
        return view(request, stage)

    return guarded


@_between
def second_step(request: HttpRequest, stage: pending.Pending) -> HttpResponseBase:
    if request.method != "POST":
        return _show(request, stage, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _show(request, stage, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        counted = throttle.second_step(request, stage.user)
    except LimitReached as reached:
        _held_up(request, stage.user)
        form.add_error("code", too_often(reached))
        return reached.answer(_show(request, stage, form, HTTPStatus.TOO_MANY_REQUESTS), exactly=False)
    method = factors.use_code(stage.user, form.cleaned_data["code"])
    if method is None:
        return _wrong(request, stage, form)
    counted.take_back()
    if method == Method.RECOVERY:
        left = factors.factors_of(stage.user).codes_left
        messages.warning(request, FEW_CODES.format(left=left or "geen een meer"))
    return entering.enter(request, stage.user, method, next=stage.next, remember=stage.remember)


@require_POST
@_between
def passkey_options(request: HttpRequest, stage: pending.Pending) -> HttpResponseBase:
    return JsonResponse(factors.begin_passkey_login(request, stage.user))


@require_POST
@_between
def passkey(request: HttpRequest, stage: pending.Pending) -> HttpResponseBase:
    form = PasskeyAnswerForm(request.POST)
    try:
        throttle.passkey(request)
        if not form.is_valid():
            raise factors.Refused
        factors.use_passkey(request, form.cleaned_data["credential"], stage.user)
    except LimitReached as reached:
        messages.error(request, too_often(reached))
        return redirect("accounts:second_step")
    except factors.Refused:
        events.record(events.What.WRONG_CODE, stage.user, request, method=Method.PASSKEY)
        messages.error(request, "Die passkey werkte hier niet. Probeer het nog eens, of gebruik een code.")
        return redirect("accounts:second_step")
    return entering.enter(request, stage.user, Method.PASSKEY, next=stage.next, remember=stage.remember)


@never_cache
@require_POST
def start_over(request: HttpRequest) -> HttpResponse:
    """Forget whose password was given, to log in as somebody else."""
    if not request.user.is_authenticated:
        request.session.flush()
    return redirect("wagtailadmin_login")


def _wrong(request: HttpRequest, stage: pending.Pending, form: CodeForm) -> HttpResponseBase:
    events.record(events.What.WRONG_CODE, stage.user, request)
    if not pending.count_failure(request):
        _held_up(request, stage.user)
        request.session.flush()
        messages.error(request, OVER)
        return redirect("wagtailadmin_login")
    form.add_error("code", WRONG)
    return _show(request, stage, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _held_up(request: HttpRequest, user: Any) -> None:
    """Tell the owner, once a day, that somebody has the password."""
    events.record(events.What.HELD_UP, user, request)
    if counting.claim(f"accounts:password-known:{user.pk}", 24 * 60 * 60):
        mails.tell_of_change(user, SOMEBODY)


def _show(
    request: HttpRequest, stage: pending.Pending, form: CodeForm, status: int = HTTPStatus.OK
) -> HttpResponseBase:
    found = factors.factors_of(stage.user)
    context = {
        "form": form,
        "factors": found,
        "answer": PasskeyAnswerForm(),
        "login": stage.user.get_username(),
    }
    return TemplateResponse(request, "accounts/second_step.html", context, status=status)
