"""Where a mail provider tells what became of our mail."""

from django.urls import path

from mailing import webhooks

app_name = "mailing"
urlpatterns = [path("<str:key>/<path:rest>", webhooks.events, name="events")]
