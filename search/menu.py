"""The group "Zoeken" of the admin's menu."""

from wagtail.admin.menu import Menu, SubmenuMenuItem

MENU_HOOK = "register_search_menu_item"

search_menu = Menu(register_hook_name=MENU_HOOK)


def menu_item() -> SubmenuMenuItem:
    return SubmenuMenuItem("Zoeken", search_menu, name="zoeken", icon_name="search", order=330)
