"""The checks beside the editor's preview."""

from django.http import HttpRequest
from wagtail.admin.userbar import ContentCheckerItem


class WritersChecks(ContentCheckerItem):
    """Looks at what the writer wrote, and passes over what the site puts around it."""

    # `advice` says these in Dutch, and where, before anything is saved.
    said_elsewhere = {"alt-text-quality", "empty-meta-description", "heading-order"}
    axe_exclude = [".case__names", ".author-card", ".gift", ".comment", "body > header", "body > footer"]

    def get_axe_run_only(self, request: HttpRequest) -> list[str]:
        rules: list[str] = super().get_axe_run_only(request)
        return [rule for rule in rules if not (self.in_editor and rule in self.said_elsewhere)]
