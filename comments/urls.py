"""Addresses of comments."""

from django.urls import path

from comments import views

app_name = "comments"
urlpatterns = [
    path("<int:page_id>/plaatsen/", views.post_comment, name="post"),
    path("<int:page_id>/bedankt/", views.thanks, name="thanks"),
]
