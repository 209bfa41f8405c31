"""Addresses of leads."""

app_name = "leads"
urlpatterns: list = []
