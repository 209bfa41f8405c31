"""The last step before the admin for who logged in with a password that another made."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts import entering, first_passwords, pending, throttle
from accounts.forms import OwnPasswordForm, too_often
from guard.limits import LimitReached

OVER = "Het duurde te lang, of er is net een ander wachtwoord gekozen. Log opnieuw in."
DONE = "Je eigen wachtwoord is bewaard. Het oude werkt niet meer."


@never_cache
@sensitive_post_parameters()
def own_password(request: HttpRequest) -> HttpResponseBase:
    if request.user.is_authenticated:
        return redirect("wagtailadmin_home")
    stage = pending.of(request)
    if stage is None:
        return _over(request)
    if stage.method is None:
        return redirect(entering.step_of(stage))
    if request.method != "POST":
        return _show(request, stage, OwnPasswordForm(stage.user))
    try:
        counted = throttle.password(request, stage.user.get_username())
    except LimitReached as reached:
        # Not bound: what was typed is not looked at, for hashing it is what costs.
        response = _show(
            request,
            stage,
            OwnPasswordForm(stage.user),
            HTTPStatus.TOO_MANY_REQUESTS,
            held_up=too_often(reached),
        )
        return reached.answer(response, exactly=False)
    form = OwnPasswordForm(stage.user, request.POST)
    if not form.is_valid():
        return _show(request, stage, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    counted.take_back()
    if not first_passwords.replace(stage.user, form.cleaned_data["new_password1"], request):
        request.session.flush()
        return _over(request)
    messages.success(request, DONE)
    return entering.enter(request, stage.user, stage.method, next=stage.next, remember=stage.remember)


def _over(request: HttpRequest) -> HttpResponseBase:
    messages.error(request, OVER)
    return redirect("wagtailadmin_login")


def _show(
    request: HttpRequest,
    stage: pending.Pending,
    form: OwnPasswordForm,
    status: int = HTTPStatus.OK,
    held_up: str = "",
) -> HttpResponseBase:
    context = {
        "header_title": "Kies een eigen wachtwoord",
        "form": form,
        "held_up": held_up,
        "login": stage.user.get_username(),
        "rules": password_validators_help_texts(),
    }
    return TemplateResponse(request, "accounts/own_password.html", context, status=status)
