"""The list "Reacties" in the admin."""

from typing import Any

import django_filters
from django.urls import path
from django.urls.resolvers import URLPattern
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from comments import moderation
from comments.models import Comment, Status


class ModerationPolicy(ModelPermissionPolicy):
    """Whoever may moderate may see; nobody adds, edits or deletes reactions through Wagtail's own views."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and user.has_perm(moderation.PERMISSION)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class WaitingMenuItem(MenuItem):
    """Shows beside its label how many reactions wait (drawn by css/admin-moderation.css)."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm(moderation.PERMISSION)

    def render_component(self, request: Any) -> LinkMenuItem:
        waiting = Comment.objects.pending().count()
        attrs = {**self.attrs, "data-waiting": str(waiting)} if waiting else self.attrs
        return LinkMenuItem(
            self.name, self.label, self.url, icon_name=self.icon_name, classname=self.classname, attrs=attrs
        )


def pages_with_comments(request: Any) -> Any:
    return Page.objects.filter(reader_comments__isnull=False).distinct().order_by("title")


class CommentFilters(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label="Status", choices=Status.choices, empty_label="Alle")
    page = django_filters.ModelChoiceFilter(label="Artikel", queryset=pages_with_comments, empty_label="Alle")

    class Meta:
        model = Comment
        fields = ["status", "page"]


class CommentIndexView(generic.IndexView):
    template_name = "comments/admin/index.html"
    results_template_name = "comments/admin/index_results.html"
    page_title = "Reacties"

    def get_base_queryset(self) -> Any:
        return Comment.objects.select_related("page", "parent")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.waiting_first()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # Also when only the results are asked for, a click in them must come back to the whole list.
        query = self.request.GET.copy()
        query.pop("_w_filter_fragment", None)
        address = f"{self.index_url}?{query.urlencode()}" if query else self.index_url
        return {**super().get_context_data(*args, **kwargs), "next": address}


class CommentViewSet(ModelViewSet):
    model = Comment
    name = moderation.NAMESPACE
    url_prefix = "reacties"
    icon = "comment"
    menu_label = "Reacties"
    menu_order = 150
    menu_item_class = WaitingMenuItem
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 20
    search_fields = ["author_name", "author_email", "text", "page_title"]
    search_backend_name = None
    filterset_class = CommentFilters
    index_view_class = CommentIndexView
    index_template_name = CommentIndexView.template_name
    index_results_template_name = CommentIndexView.results_template_name

    @property
    def permission_policy(self) -> ModerationPolicy:
        return ModerationPolicy(self.model)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", moderation.show, name="show"),
            path("oordeel/", moderation.decide, name="decide"),
            path("terug/", moderation.take_back, name="take_back"),
        ]
