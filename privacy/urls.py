"""Addresses of somebody's own data."""

from django.urls import path

from privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("kijk-in-je-mail/", views.asked, name="asked"),
    path("gewist/", views.erased, name="erased"),
    path("<str:token>/", views.mine, name="mine"),
    path("<str:token>/download/", views.download, name="download"),
    path("<str:token>/wissen/", views.erase, name="erase"),
]
