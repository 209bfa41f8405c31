"""Addresses of leads."""

from django.urls import path

from leads import views

app_name = "leads"
urlpatterns = [
    # Before the gifts themselves; no gift may have such a slug (leads.models.magnet.TAKEN_SLUGS).
    path("aanmelden/bevestigen/<str:token>/", views.confirm, name="confirm"),
    path("aanmelden/verse-link/<str:token>/", views.fresh_link, name="fresh_link"),
    path("aanmelden/<slug:slug>/", views.sign_up, name="sign_up"),
    path("aanmelden/<slug:slug>/kijk-in-je-mail/", views.check_inbox, name="check_inbox"),
    path("download/<str:token>/", views.download, name="download"),
    path("download/<str:token>/<int:file_id>/", views.download_file, name="download_file"),
    path("afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
