"""Registration of moving in the admin."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from wordpress.roles import may_move


class MoveMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_move(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("verhuizen/", include("wordpress.urls"))]


@hooks.register("register_settings_menu_item")
def register_menu_item() -> MenuItem:
    address = reverse("wordpress_move:upload")
    return MoveMenuItem("Verhuizen van WordPress", address, icon_name="download", order=950)
