"""What the admin's start page shows of pages: what is planned, what is unfinished, what was worked on."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from blog.models import ArticleIndexPage, ArticlePage

SHOWN = 6


def editable(user: Any) -> Any:
    """Return the pages that `user` may edit."""
    return page_permission_policy.instances_user_has_permission_for(user, "change").filter(depth__gt=1)


def planned_revisions() -> QuerySet[Revision]:
    return Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at")


def new_article_url(user: Any) -> str:
    """Return where a new article is written, "" where the site has no blog or the user may not add to it."""
    index = ArticleIndexPage.objects.order_by("path").first()
    if index is None or not index.permissions_for_user(user).can_add_subpage():
        return ""
    return reverse("wagtailadmin_pages:add", args=["blog", ArticlePage._meta.model_name, index.pk])


def greeting(hour: int) -> str:
    if hour < 6:
        return "Goedenacht"
    if hour < 12:
        return "Goedemorgen"
    return "Goedemiddag" if hour < 18 else "Goedenavond"


class WelcomePanel(Component):
    """Says hello, and puts a new article one click away."""

    template_name = "blog/admin/welcome.html"
    name, order = "welkom", 0

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        now = timezone.localtime()
        return {
            "greeting": greeting(now.hour),
            "first_name": user.first_name,
            "today": now,
            "new_article_url": new_article_url(user),
        }


class PagesPanel(Component):
    """A list of pages, with for each what one would want to do to it."""

    template_name = "blog/admin/pages_panel.html"
    name = heading = empty = ""

    def pages(self, request: HttpRequest) -> list[Page]:
        raise NotImplementedError

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        request = parent_context["request"]
        pages = self.pages(request)
        return {
            "name": self.name,
            "heading": self.heading,
            "empty": self.empty,
            "pages": pages,
            "next": reverse("wagtailadmin_home"),
            "may_publish": {
                page.pk for page in pages if page.permissions_for_user(request.user).can_publish()
            },
            "csrf_token": parent_context["csrf_token"],
        }


class PlannedPanel(PagesPanel):
    name, heading, order = "gepland", "Gepland", 130
    empty = "Er is niets gepland."

    def pages(self, request: HttpRequest) -> list[Page]:
        """Return the pages that will appear, soonest first, each with `appears_at`."""
        moments = {
            int(revision.object_id): revision.approved_go_live_at for revision in planned_revisions()[:SHOWN]
        }
        pages = list(editable(request.user).filter(pk__in=moments))
        for page in pages:
            page.appears_at = moments[page.pk]
        return sorted(pages, key=lambda page: page.appears_at)


class DraftsPanel(PagesPanel):
    name, heading, order = "concepten", "Concepten", 140
    empty = "Er ligt niets klaar om af te maken."

    def pages(self, request: HttpRequest) -> list[Page]:
        """Return what readers do not see yet, last worked on first."""
        planned = [int(pk) for pk in planned_revisions().values_list("object_id", flat=True)]
        return list(
            editable(request.user)
            .filter(Q(live=False) | Q(has_unpublished_changes=True), expired=False)
            .exclude(pk__in=planned)
            .order_by("-latest_revision_created_at")[:SHOWN]
            .specific(defer=True)
        )


class RecentPanel(PagesPanel):
    name, heading, order = "laatst-bewerkt", "Laatst bewerkt", 150
    empty = "Hier komt te staan waar je het laatst aan werkte."

    def pages(self, request: HttpRequest) -> list[Page]:
        """Return what readers see, last worked on first."""
        return list(
            editable(request.user)
            .filter(live=True, latest_revision_created_at__isnull=False)
            .order_by("-latest_revision_created_at")[:SHOWN]
            .specific(defer=True)
        )
