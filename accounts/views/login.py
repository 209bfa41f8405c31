"""Logging in: name and password, or a passkey; and out."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView as DjangoLoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin.views.account import LoginView, LogoutView

from accounts import entering, events, factors, first_passwords, open_sessions, pending, throttle
from accounts.forms import PasskeyAnswerForm, too_often
from accounts.models import Method
from guard.limits import LimitReached

FIRST_IS_OVER = (
    "Dit wachtwoord is door iemand anders gemaakt en werkt niet meer: het is te lang geleden. "
    "Vraag hieronder een nieuw wachtwoord aan, of vraag het aan wie de site beheert."
)
PASSKEY_FAILED = "Die passkey werkte hier niet. Probeer het nog eens, of log in met je wachtwoord."


class AdminLogin(LoginView):
    """Wagtail's login, that counts failures and may lead to a second step."""

    template_name = "accounts/login.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated and (stage := pending.of(request)):
            return redirect(entering.step_of(stage))
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        login = request.POST.get("username", "")[:254]
        try:
            self.counted = throttle.password(request, login)
        except LimitReached as reached:
            # The password is not looked at: to be right now must not differ from being wrong.
            return self._held_up(login, reached)
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response

    def form_valid(self, form: Any) -> HttpResponseBase:
        if first_passwords.is_over(form.get_user()):
            # As good as wrong, so it stays counted.
            events.record(events.What.PASSWORD_OVER, form.get_user(), self.request)
            form.add_error(None, FIRST_IS_OVER)
            response: HttpResponseBase = super().form_invalid(form)
            return response
        self.counted.take_back()
        return entering.password_was_right(
            self.request,
            form.get_user(),
            next=self.get_redirect_url(),
            remember=bool(form.cleaned_data.get("remember")),
        )

    def form_invalid(self, form: Any) -> HttpResponseBase:
        login = form.data.get("username", "").strip()[:254]
        if login and form.data.get("password"):
            events.record(events.What.WRONG_PASSWORD, _user(login), self.request)
        else:
            self.counted.take_back()
        response: HttpResponseBase = super().form_invalid(form)
        return response

    def _held_up(self, login: str, reached: LimitReached) -> HttpResponseBase:
        events.record(events.What.HELD_UP, _user(login.strip()), self.request)
        # Not bound: a bound form would look the password up.
        form = self.get_form_class()(self.request, initial={"username": login})
        context = self.get_context_data(form=form, held_up=too_often(reached))
        response: HttpResponseBase = self.render_to_response(context, status=HTTPStatus.TOO_MANY_REQUESTS)
        return reached.answer(response, exactly=False)


class PageLogin(AdminLogin):
    """The login of pages that are kept for who has an account: in the site's look, through the same door."""

    template_name = "wagtailcore/login.html"
    next_page = "/"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the form to who is logged in too: the page led here because it is not theirs."""
        response: HttpResponseBase = DjangoLoginView.get(self, request, *args, **kwargs)
        return response

    def get_form_class(self) -> type[AuthenticationForm]:
        return AuthenticationForm

    def get_redirect_url(self) -> str:
        return str(super().get_redirect_url() or self.next_page)


class AdminLogout(LogoutView):
    """Wagtail's, that notes it too."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            events.record(events.What.LOGGED_OUT, request.user, request)
            open_sessions.end_this(request, request.user)
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response


@never_cache
@require_POST
def passkey_options(request: HttpRequest) -> JsonResponse:
    """What the browser needs to ask for a passkey of anybody's; only who clicks gets a session for it."""
    return JsonResponse(factors.begin_passkey_login(request))


@never_cache
@require_POST
def passkey(request: HttpRequest) -> HttpResponse:
    """A passkey is both steps at once: the device, and the finger, face or code that unlocks it."""
    try:
        throttle.passkey(request)
    except LimitReached as reached:
        messages.error(request, too_often(reached))
        return redirect("wagtailadmin_login")
    form = PasskeyAnswerForm(request.POST)
    try:
        if not form.is_valid():
            raise factors.Refused
        user = factors.use_passkey(request, form.cleaned_data["credential"])
    except factors.Refused:
        messages.error(request, PASSKEY_FAILED)
        return redirect("wagtailadmin_login")
    # Where to was said to the form beside this one, and is checked there.
    login = AdminLogin()
    login.setup(request)
    return entering.enter(request, user, Method.PASSKEY, next=login.get_redirect_url())


def _user(login: str) -> Any:
    return get_user_model()._default_manager.filter(username=login).first()
