"""Adding a passkey to an account."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from accounts import devices, factors
from accounts.forms import PasskeyForm
from accounts.models import Method
from accounts.views.person import Person, asks_password, for_person, screen
from accounts.views.security import added

FAILED = "De passkey is niet gemaakt. Probeer het nog eens; lukt het niet, neem dan de app met codes."


@for_person
def add(request: HttpRequest, person: Person) -> HttpResponseBase:
    ask = asks_password(request, person)
    data = request.POST if request.method == "POST" else None
    form = PasskeyForm(request, person.user, data, ask=ask, initial={"name": devices.in_words(request)})
    if form.is_valid():
        name = form.cleaned_data["name"] or devices.in_words(request)
        try:
            factors.add_passkey(request, person.user, name, form.cleaned_data["credential"])
        except factors.Refused:
            form.add_error(None, FAILED)
        else:
            return added(request, person, Method.PASSKEY, f"De passkey ‘{name}’ is toegevoegd.")
    elif "credential" in form.errors:
        del form.errors["credential"]
        form.add_error(None, FAILED)
    context = screen(person, "Passkey toevoegen", form=form)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return TemplateResponse(request, "accounts/passkey.html", context, status=status)


@require_POST
@for_person
def options(request: HttpRequest, person: Person) -> HttpResponseBase:
    return JsonResponse(factors.begin_passkey(request, person.user))
