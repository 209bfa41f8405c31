"""Registration of the search in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem, SubmenuMenuItem
from wagtail.contrib.search_promotions.wagtail_hooks import SearchPicksMenuItem
from wagtail.snippets.models import register_snippet

from leads.menu import PermittedItem
from search.menu import MENU_HOOK, menu_item
from search.report import PERMISSION, report
from search.viewsets import PromoteView, SynonymsViewSet

register_snippet(SynonymsViewSet)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", report, name="report"),
        path("uitlichten/", PromoteView.as_view(), name="promote"),
    ]
    return [path("zoeken/", include((patterns, "search_admin")))]


@hooks.register("register_admin_menu_item")
def register_menu() -> SubmenuMenuItem:
    return menu_item()


@hooks.register(MENU_HOOK)
def register_report() -> MenuItem:
    url = reverse("search_admin:report")
    return PermittedItem(
        "Wat men zoekt", url, name="wat-men-zoekt", icon_name="list-ol", order=10, permission=PERMISSION
    )


@hooks.register(MENU_HOOK)
def register_promotions() -> MenuItem:
    url = reverse("wagtailsearchpromotions:index")
    return SearchPicksMenuItem("Uitgelichte resultaten", url, name="uitgelicht", icon_name="pick", order=30)


@hooks.register("construct_settings_menu")
def promotions_stand_with_the_search(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name != "promoted-search-results"]
