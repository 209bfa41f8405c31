"""Registration of leads in the admin."""

from wagtail.snippets.models import register_snippet

from leads.viewsets import LeadMagnetViewSet

register_snippet(LeadMagnetViewSet)
