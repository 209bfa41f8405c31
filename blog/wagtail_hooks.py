"""Registration of the blog in the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.views.home import RecentEditsPanel
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from blog import admin_views
from blog.action_menu import TomorrowMenuItem, arrange
from blog.advising import views as advising
from blog.dead_links import screen as dead_links
from blog.models import Category
from blog.panels import DraftsPanel, PlannedPanel, RecentPanel, WelcomePanel
from blog.podcast import import_screen
from blog.redirects import category_address
from blog.rich_text import LivePageLinkHandler
from blog.userbar import WritersChecks
from blog.viewsets import ArticleListingViewSet, CategoryViewSet, EpisodeListingViewSet

# In the order of a working day; what is not named comes after these.
MENU = [
    *("artikelen", "podcast", "reacties", "weggevers", "images", "explorer", "documents", "advies"),
    *("outbox", "persoonsgegevens"),
]
NOT_IN_MENU = {"help", "reports", "snippets"}

register_snippet(CategoryViewSet)


@hooks.register("register_admin_viewset")
def register_lists() -> list[Any]:
    return [ArticleListingViewSet(), EpisodeListingViewSet()]


@hooks.register("register_rich_text_features", order=10)
def link_to_published_pages_only(features: FeatureRegistry) -> None:
    features.register_link_type(LivePageLinkHandler)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("<int:page_id>/versies/", admin_views.versions_of_page, name="versions"),
        path(
            "<int:page_id>/versies/<int:revision_id>/terug/",
            admin_views.bring_version_back,
            name="bring_version_back",
        ),
        path("<int:page_id>/morgen/", admin_views.plan_for_tomorrow, name="plan_for_tomorrow"),
        path("<int:page_id>/adres/", admin_views.change_address, name="change_address"),
        path("dode-links/", dead_links.dead_links_of_site, name="dead_links"),
    ]
    advice = [
        path("", advising.live, name="live"),
        path("helpt-het-meest/", advising.report, name="report"),
    ]
    return [
        path("pagina/", include((patterns, "blog_admin"))),
        path("advies/", include((advice, "advising"))),
        path("podcast-overnemen/", include((import_screen.urlpatterns, "podcast_import"))),
    ]


@hooks.register("register_settings_menu_item")
def register_dead_links() -> MenuItem:
    return dead_links.menu_item()


@hooks.register("construct_homepage_panels")
def choose_panels(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [panel for panel in panels if not isinstance(panel, RecentEditsPanel)]
    panels += [WelcomePanel(), PlannedPanel(), DraftsPanel(), RecentPanel()]


@hooks.register("construct_homepage_summary_items")
def no_summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.clear()


@hooks.register("register_admin_menu_item")
def link_to_advice() -> MenuItem:
    return MenuItem("Advies", reverse("advising:report"), name="advies", icon_name="glasses")


@hooks.register("construct_main_menu")
def order_menu(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in NOT_IN_MENU]
    for item in items:
        if item.name in MENU:
            item.order = MENU.index(item.name) * 10


@hooks.register("register_page_action_menu_item")
def register_tomorrow() -> ActionMenuItem:
    return TomorrowMenuItem()


@hooks.register("construct_page_action_menu")
def arrange_actions(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    arrange(items, request, context)


@hooks.register("register_page_header_buttons")
def link_to_versions(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if page.permissions_for_user(user).can_edit():
        yield Button(
            "Eerdere versies", reverse("blog_admin:versions", args=[page.pk]), icon_name="history", priority=5
        )
    yield from import_screen.buttons(page, user)


@hooks.register("before_publish_page")
def remember_address(request: HttpRequest, page: Page) -> None:
    request.address_before_publishing = Page.objects.get(pk=page.pk).full_url  # type: ignore[attr-defined]


@hooks.register("after_publish_page")
def show_new_address(request: HttpRequest, page: Page) -> None:
    before = getattr(request, "address_before_publishing", None)
    if page.live and page.first_published_at != page.last_published_at:
        admin_views.say_new_address(request, before, page.full_url)


@hooks.register("before_move_page")
def remember_place(request: HttpRequest, page: Page, destination: Page) -> None:
    remember_address(request, page)


@hooks.register("after_move_page")
def show_new_place(request: HttpRequest, page: Page) -> None:
    before = getattr(request, "address_before_publishing", None)
    moved = Page.objects.get(pk=page.pk)
    admin_views.say_new_address(request, before, moved.full_url, live=moved.live)


@hooks.register("before_edit_snippet")
def remember_category(request: HttpRequest, instance: Any) -> None:
    if isinstance(instance, Category):
        request.address_before_publishing = category_address(instance)  # type: ignore[attr-defined]


@hooks.register("after_edit_snippet")
def show_new_category(request: HttpRequest, instance: Any) -> None:
    if isinstance(instance, Category):
        before = getattr(request, "address_before_publishing", None)
        admin_views.say_new_address(request, before, category_address(instance))


@hooks.register("construct_wagtail_userbar")
def check_what_was_written(request: HttpRequest, items: list[Any], page: Page | None) -> None:
    items[:] = [
        WritersChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        [(static("css/admin.css"),), (static("css/admin-advice.css"),)],
    )


@hooks.register("insert_editor_js")
def advice_while_writing() -> SafeString:
    scripts = [(static("js/admin-advice.js"),), (static("js/admin-advice-go.js"),)]
    return format_html_join("", '<script type="module" src="{}"></script>', scripts)


@hooks.register("insert_global_admin_js")
def admin_js() -> SafeString:
    return format_html('<script src="{}" defer></script>', static("js/admin-start.js"))
