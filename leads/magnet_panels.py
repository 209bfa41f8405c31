"""The tabs of a gift's edit screen, in the order in which one thinks of it."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.widgets.slug import SlugInput

from leads import placed
from leads.magnet_form import LeadMagnetForm
from leads.name_panel import NameFieldPanel


class TestMailPanel(Panel):
    """A button that mails one of the two mails, as it stands in the form, to whoever is logged in."""

    def __init__(self, which: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.which = which

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"which": self.which}

    class BoundPanel(Panel.BoundPanel):
        template_name = "leads/admin/magnet_test_mail.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {
                "email": self.request.user.email,
                "which": self.panel.which,
                "url": reverse("gift_admin:test_mail", args=[self.panel.which]),
            }


class PlacesPanel(Panel):
    """Where a gift stands, with links."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "leads/admin/magnet_places.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            groups = placed.places(self.instance, self.request.user) if self.instance.pk else []
            return {"magnet": self.instance, "groups": groups}


edit_handler = TabbedInterface(
    [
        ObjectList(
            [
                MultiFieldPanel(
                    [
                        NameFieldPanel("name", targets=["slug"], placeholder=False),
                        FieldPanel("kind"),
                        FieldPanel("cover"),
                    ],
                    "Wat het is",
                ),
                InlinePanel("files", heading="Wat iemand krijgt", label="bestand", min_num=1),
                MultiFieldPanel(
                    [FieldPanel("pitch"), FieldPanel("bullets"), FieldPanel("button_text")], "De uitnodiging"
                ),
            ],
            heading="De weggever",
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [FieldPanel("confirm_subject"), FieldPanel("confirm_text"), TestMailPanel("confirm")],
                    "Eerste mail: is dit jouw adres?",
                    help_text="Gaat meteen na het aanmelden weg. Wie op de knop klikt, is bevestigd.",
                ),
                MultiFieldPanel([FieldPanel("thanks_text")], "Daarna: de downloadpagina"),
                MultiFieldPanel(
                    [FieldPanel("gift_subject"), FieldPanel("gift_text"), TestMailPanel("gift")],
                    "Tweede mail: om te bewaren",
                    help_text="Gaat na het bevestigen weg, met een link die twee weken werkt.",
                ),
            ],
            heading="Mails en bedankje",
        ),
        ObjectList(
            [
                MultiFieldPanel([PlacesPanel()], "Waar hij staat"),
                MultiFieldPanel(
                    [FieldPanel("is_active"), FieldPanel("slug", widget=SlugInput)], "Te krijgen"
                ),
            ],
            heading="Op de site",
        ),
    ],
    base_form_class=LeadMagnetForm,
)
