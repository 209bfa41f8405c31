"""The group "Weggevers" of the admin's menu."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

# What a viewset has as its `menu_hook`, or a function returning a MenuItem is registered for, to stand in it.
MENU_HOOK = "register_leads_menu_item"

leads_menu = Menu(register_hook_name=MENU_HOOK)


class PermittedItem(MenuItem):
    """A screen without a viewset, for whoever has `permission`."""

    def __init__(self, *args: Any, permission: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.permission)


def menu_item() -> SubmenuMenuItem:
    return SubmenuMenuItem("Weggevers", leads_menu, name="weggevers", icon_name="doc-full-inverse", order=220)
