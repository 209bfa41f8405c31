"""Who stands before a screen about an account: somebody inside, or who has to set up a second step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts import entering, factors, open_sessions
from accounts import pending as stages

# For so long after logging in the password is not asked for again.
RECENTLY = timedelta(minutes=15)


@dataclass
class Person:
    user: Any
    # None for who is inside already.
    pending: stages.Pending | None = None

    @property
    def is_inside(self) -> bool:
        return self.pending is None


View = Callable[..., HttpResponseBase]


def for_person(view: View) -> View:
    """Give a view a Person; lead all others to where they have to be first. Nothing of it is kept."""

    @never_cache
    @sensitive_post_parameters()
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.has_perm("wagtailadmin.access_admin"):
            return view(request, Person(request.user), *args, **kwargs)
        stage = None if request.user.is_authenticated else stages.of(request)
        if stage is None:
            return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
        if stage.method or factors.has_factor(stage.user):
            return redirect(entering.step_of(stage))
        return view(request, Person(stage.user, stage), *args, **kwargs)

    return guarded


def for_insider(view: View) -> View:
    """As for_person, for screens that are of no use to who sets up a first second step."""

    @wraps(view)
    def guarded(request: HttpRequest, person: Person, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not person.is_inside:
            return redirect("accounts:security")
        return view(request, person, *args, **kwargs)

    return for_person(guarded)


def asks_password(request: HttpRequest, person: Person) -> bool:
    """Say whether this session logged in so long ago that somebody else may have sat down at it."""
    if not person.is_inside:
        return False
    row = open_sessions.row_of(request, person.user)
    return row is None or timezone.now() - row.started_at > RECENTLY


def screen(person: Person, title: str, **context: Any) -> dict[str, Any]:
    """Return the context of a screen: with the admin's menu around it for who is inside, else by itself."""
    crumbs = [
        {"url": reverse("wagtailadmin_account"), "label": "Account"},
        {"url": reverse("accounts:security"), "label": "Beveiliging"},
        {"url": "", "label": title},
    ]
    if title == crumbs[1]["label"]:
        del crumbs[1]
    return {
        "base": "accounts/inside.html" if person.is_inside else "accounts/outside.html",
        "breadcrumbs_items": crumbs,
        "header_title": title,
        "header_icon": "lock",
        "person": person,
        "back": reverse("accounts:security"),
        **context,
    }
