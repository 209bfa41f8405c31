"""The two roles that every site has: Coach, who decides, and Redacteur, who writes drafts."""

from typing import Any

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
)

COACH, EDITOR = "Coach", "Redacteur"
WORKFLOW = "Nalezen door de coach"
# What a fresh Wagtail comes with, in English.
STOCK_GROUPS = ["Editors", "Moderators"]
STOCK_WORKFLOW = "Moderators approval"
ROOT_TITLE = "Alle pagina's"

# The coach's hold for the whole tree; those of a Redacteur for lists of articles and what is below them.
ON_PAGES = {
    COACH: ["add_page", "bulk_delete_page", "change_page", "lock_page", "publish_page", "unlock_page"],
    EDITOR: ["add_page", "change_page"],
}
ON_FILES = {
    COACH: [
        *("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image"),
        *("wagtailimages.delete_image", "wagtaildocs.add_document", "wagtaildocs.change_document"),
        *("wagtaildocs.choose_document", "wagtaildocs.delete_document"),
    ],
    EDITOR: ["wagtailimages.add_image", "wagtailimages.choose_image", "wagtaildocs.choose_document"],
}
ON_MODELS = {
    COACH: [
        "wagtailadmin.access_admin",
        *("blog.add_category", "blog.change_category", "blog.delete_category", "blog.view_category"),
        "blog.change_sitesettings",
        *("comments.moderate_comment", "comments.change_commentsettings", "comments.change_blocklist"),
        *("comments.add_readyanswer", "comments.change_readyanswer", "comments.delete_readyanswer"),
        "comments.view_readyanswer",
        *("leads.add_leadmagnet", "leads.change_leadmagnet", "leads.delete_leadmagnet"),
        *("leads.view_leadmagnet", "leads.view_signup"),
        *("leads.view_subscriber", "leads.change_subscriber", "leads.delete_subscriber"),
        *("leads.export_subscriber", "leads.import_subscriber"),
        *("mailing.view_suppression", "mailing.add_suppression", "mailing.delete_suppression"),
        *("mailing.view_outboxmail", "mailing.retry_outboxmail"),
        *("privacy.view_person", "privacy.export_person", "privacy.erase_person"),
        *("wagtailredirects.add_redirect", "wagtailredirects.change_redirect"),
        "wagtailredirects.delete_redirect",
        *("search.add_synonyms", "search.change_synonyms", "search.delete_synonyms", "search.view_synonyms"),
        "search.view_asked",
        *("operations.view_jobrun", "operations.run_job"),
        *("wagtailsearchpromotions.add_searchpromotion", "wagtailsearchpromotions.change_searchpromotion"),
        "wagtailsearchpromotions.delete_searchpromotion",
    ],
    EDITOR: ["wagtailadmin.access_admin"],
}


def create_roles(apps: Any = installed_apps, **_: Any) -> None:
    """Give the roles what they need, as often as one likes. Connected to post_migrate; takes nothing away.

    `apps`: the models that the database has by now. Rights that this version does not know are passed over.
    """
    try:
        apps.get_model("wagtailcore", "GroupCollectionPermission")
    except LookupError:
        return
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    if root is None or collection is None:
        return
    # Django makes permissions app by app, some only after this.
    for app in installed_apps.get_app_configs():
        create_permissions(app, verbosity=0)
    Page.objects.filter(pk=root.pk, title="Root").update(title=ROOT_TITLE, draft_title=ROOT_TITLE)
    _replace_stock_groups()
    for name in (COACH, EDITOR):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(ON_MODELS[name]))
        for permission in _permissions(ON_FILES[name]):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )
    _let_reach(COACH, root)
    # By their type, because the table of lists need not be there yet.
    for page in Page.objects.filter(content_type__app_label="blog", content_type__model="articleindexpage"):
        let_editors_write_under(page)


def let_editors_write_under(page: Page) -> None:
    """Let every Redacteur add and change articles in the list `page`."""
    if Group.objects.filter(name=EDITOR).exists():
        _let_reach(EDITOR, page)


def _let_reach(name: str, page: Page) -> None:
    group = Group.objects.get(name=name)
    for permission in _permissions([f"wagtailcore.{codename}" for codename in ON_PAGES[name]]):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _permissions(names: list[str]) -> list[Permission]:
    wanted = {tuple(name.split(".")) for name in names}
    found = Permission.objects.filter(
        content_type__app_label__in={app for app, _ in wanted},
        codename__in={codename for _, codename in wanted},
    ).select_related("content_type")
    return [
        permission
        for permission in found
        if (permission.content_type.app_label, permission.codename) in wanted
    ]


def _replace_stock_groups() -> None:
    """On a new site, put our roles in the place of Wagtail's, also in the workflow that drafts go through."""
    coach, created = Group.objects.get_or_create(name=COACH)
    if not created:
        return
    for task in GroupApprovalTask.objects.filter(name=STOCK_WORKFLOW):
        task.name = WORKFLOW
        task.groups.set([coach])
        task.save()
    Workflow.objects.filter(name=STOCK_WORKFLOW).update(name=WORKFLOW)
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()
