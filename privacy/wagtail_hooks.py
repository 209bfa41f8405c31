"""Registration of personal data in the admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from audit import trail
from privacy import overview_screens, person_screens
from privacy.panels import FindPersonPanel

# What is noted of people's data (audit.trail).
NOTED = {
    "privacy.search": "Iemand opgezocht, gevonden",
    "privacy.look": "Alle gegevens bekeken",
    "privacy.export": "Gegevens gedownload",
    "privacy.correct": "Naam verbeterd",
    "privacy.erase": "Gegevens gewist",
}


class PersonalDataItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(person_screens.VIEW)


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    return PersonalDataItem(
        "Persoonsgegevens",
        reverse(person_screens.INDEX),
        name="persoonsgegevens",
        icon_name="user",
        order=250,
    )


@hooks.register("register_admin_urls")
def register_screens() -> list[URLPattern | URLResolver]:
    one = "<str:address_hash>/"
    screens: Any = [
        path("", person_screens.index, name="index"),
        path("bewaartermijnen/", overview_screens.retention, name="retention"),
        path("logboek/", overview_screens.log, name="log"),
        path(one, person_screens.show, name="show"),
        path(f"{one}download/", person_screens.export, name="export"),
        path(f"{one}naam/", person_screens.correct, name="correct"),
        path(f"{one}wissen/", person_screens.erase, name="erase"),
    ]
    return [path("persoonsgegevens/", include((screens, "personal_data")))]


@hooks.register("construct_homepage_panels")
def add_find_panel(request: HttpRequest, panels: list[Component]) -> None:
    if request.user.has_perm(person_screens.VIEW):
        panels.append(FindPersonPanel())


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    trail.register(actions, NOTED)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    ours = ["view_person", "export_person", "erase_person"]
    return Permission.objects.filter(content_type__app_label="privacy", codename__in=ours)
