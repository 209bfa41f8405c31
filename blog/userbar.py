"""The checks beside the editor's preview."""

from wagtail.admin.userbar import ContentCheckerItem


class WritersChecks(ContentCheckerItem):
    """Looks at what the writer wrote, and passes over what the site puts around it."""

    axe_exclude = [".case__names", ".author-card", ".gift", ".comment", "body > header", "body > footer"]
