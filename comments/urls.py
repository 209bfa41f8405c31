"""Addresses of comments."""

from django.urls import path

from comments.views import conversation, moderation_link, reports, submission, subscriptions, writer

app_name = "comments"
urlpatterns = [
    path("mijn/<str:token>/", writer.mine, name="mine"),
    path("mijn/<str:token>/wijzigen/", writer.change, name="change"),
    path("mijn/<str:token>/intrekken/", writer.withdraw, name="withdraw"),
    path("mijn/<str:token>/bericht/", writer.notify, name="notify"),
    path("bevestigen/<str:token>/", subscriptions.confirm, name="confirm"),
    path("afmelden/<str:token>/", subscriptions.stop, name="stop"),
    path("modereren/<str:token>/", moderation_link.moderate, name="moderate"),
    path("<int:page_id>/", conversation.conversation, name="conversation"),
    path("<int:page_id>/reactie/<int:comment_id>/", conversation.permalink, name="permalink"),
    path("<int:page_id>/plaatsen/", submission.post_comment, name="post"),
    path("<int:page_id>/melden/<int:comment_id>/", reports.report, name="report"),
    path("<int:page_id>/melden/<int:comment_id>/bedankt/", reports.reported, name="reported"),
]
