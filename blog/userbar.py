"""The checks beside the editor's preview."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.userbar import ContentCheckerItem


class WritersChecks(ContentCheckerItem):
    """Looks at what the writer wrote, and passes over what the site puts around it."""

    # `advice` says these in Dutch, and where, before anything is saved.
    said_elsewhere = {"alt-text-quality", "empty-meta-description", "heading-order"}
    axe_exclude = [".case__names", ".author-card", ".gift", ".comment", "body > header", "body > footer"]

    def get_axe_exclude(self, request: HttpRequest) -> list[Any]:
        if not self.in_editor:
            excluded: list[Any] = super().get_axe_exclude(request)
            return excluded
        # The editor's script puts the frame of the preview before this list, and axe takes each further item
        # for a frame within the one before it: so it has to be one selector.
        return [", ".join([*self.axe_exclude, "wagtail-userbar"])]

    def get_axe_run_only(self, request: HttpRequest) -> list[str]:
        rules: list[str] = super().get_axe_run_only(request)
        return [rule for rule in rules if not (self.in_editor and rule in self.said_elsewhere)]
