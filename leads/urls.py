"""Addresses of leads."""

from django.urls import path

from leads.views import confirming, downloading, seen, signing_up, unsubscribing

app_name = "leads"
urlpatterns = [
    # Before the gifts themselves; no gift may have such a slug (leads.models.magnet.TAKEN_SLUGS).
    path("aanmelden/bevestigen/<str:token>/", confirming.confirm, name="confirm"),
    path("aanmelden/verse-link/<str:token>/", downloading.fresh_link, name="fresh_link"),
    path("aanmelden/gezien/", seen.count_seen, name="seen"),
    path("aanmelden/<slug:slug>/", signing_up.sign_up, name="sign_up"),
    path("aanmelden/<slug:slug>/kijk-in-je-mail/", signing_up.check_inbox, name="check_inbox"),
    path("download/<str:token>/", downloading.download, name="download"),
    path("download/<str:token>/<int:file_id>/", downloading.download_file, name="download_file"),
    path("afmelden/", unsubscribing.stop, name="stop"),
    path("afmelden/gelukt/", unsubscribing.stopped, name="stopped"),
    path("afmelden/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
]
