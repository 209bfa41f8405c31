"""Where the coach finds all that belongs to reactions beside the queue itself."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from comments.blocklist_import import PERMISSION as MAY_BLOCK


@dataclass(frozen=True)
class Tool:
    label: str
    url: str


def tools_for(user: Any) -> list[Tool]:
    """Return the screens that this user may open."""
    tools = [
        Tool("In cijfers", reverse("comment_tools:numbers")),
        Tool("Wie besliste wat", reverse("comment_history:index")),
    ]
    if user.has_perm("comments.view_readyanswer"):
        tools.append(Tool("Kant-en-klare antwoorden", reverse("wagtailsnippets_comments_readyanswer:list")))
    if user.has_perm(MAY_BLOCK):
        tools += [
            Tool("Blokkeerlijst", reverse("wagtailsettings:edit", args=["comments", "blocklist"])),
            Tool("Neem een lijst over", reverse("comment_tools:import_blocklist")),
        ]
    if user.has_perm("comments.change_commentsettings"):
        settings = reverse("wagtailsettings:edit", args=["comments", "commentsettings"])
        tools.append(Tool("Instellingen", settings))
    return tools
