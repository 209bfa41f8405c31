"""A new password by mail: asking for the link, and using it once."""

from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.views.account import (
    PasswordResetCompleteView,
    PasswordResetConfirmView,
    PasswordResetDoneView,
    PasswordResetView,
)

from accounts import devices, first_passwords, throttle
from accounts.forms import NewPasswordForm, too_often
from guard.limits import LimitReached


class AskNewPassword(PasswordResetView):
    template_name = "accounts/ask_new_password.html"
    extra_context = {"header_title": "Nieuw wachtwoord"}

    def form_valid(self, form: NewPasswordForm) -> HttpResponseBase:
        try:
            throttle.reset(self.request, form.cleaned_data["email"])
        except LimitReached as reached:
            form.add_error(None, too_often(reached))
            context = self.get_context_data(form=form)
            response = self.render_to_response(context, status=HTTPStatus.TOO_MANY_REQUESTS)
            return reached.answer(response, exactly=False)
        form.request = self.request
        return super().form_valid(form)


class AskedNewPassword(PasswordResetDoneView):
    template_name = "accounts/asked_new_password.html"
    extra_context = {"header_title": "Kijk in je mail"}


class HasNewPassword(PasswordResetCompleteView):
    template_name = "accounts/has_new_password.html"
    extra_context = {"header_title": "Gelukt"}


class NewPassword(PasswordResetConfirmView):
    template_name = "accounts/new_password.html"
    extra_context = {"header_title": "Kies een nieuw wachtwoord"}

    def form_valid(self, form: Any) -> HttpResponseBase:
        """From now on this device is known: who can read the owner's mail need not wait for strangers."""
        with transaction.atomic():
            response: HttpResponseBase = super().form_valid(form)
            first_passwords.forget(self.user)
        devices.remember(self.request, response, self.user)
        return response

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        # The address of the first answer holds the secret.
        response["Referrer-Policy"] = "no-referrer"
        return response
