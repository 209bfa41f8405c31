"""The group "Zoeken op de site" of the admin's menu."""

from wagtail.admin.menu import Menu, SubmenuMenuItem

MENU_HOOK = "register_search_menu_item"

search_menu = Menu(register_hook_name=MENU_HOOK)


def menu_item() -> SubmenuMenuItem:
    return SubmenuMenuItem("Zoeken op de site", search_menu, name="zoeken", icon_name="search", order=330)
