"""A name in the admin that fills in the address of what is new."""

from wagtail.admin.panels import TitleFieldPanel


class NameFieldPanel(TitleFieldPanel):
    """Wagtail's panel for titles follows every change of a name; here an address that is in use stays."""

    class BoundPanel(TitleFieldPanel.BoundPanel):
        def get_should_apply(self) -> bool:
            return self.instance is None or self.instance.pk is None
