"""A podcast that is taken over from its feed: how far that is, and what each episode was when it came."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models

from blog.models.podcast_episode import PodcastEpisodePage
from blog.models.podcast_show import PodcastIndexPage
from leads.files import private_storage

FOLDER = "podcast-feeds"


def feed_path(instance: Any, filename: str) -> str:
    """Return a name that tells nothing and never clashes."""
    return f"{FOLDER}/{uuid.uuid4().hex}.xml"


class PodcastImport(models.Model):
    """One feed: first looked at, then taken over by whoever claims it (blog.podcast.import_queue)."""

    class State(models.TextChoices):
        LOOKED = "looked", "bekeken"
        WAITING = "waiting", "wacht"
        GOING = "going", "bezig"
        DONE = "done", "klaar"
        FAILED = "failed", "mislukt"
        STOPPED = "stopped", "gestopt"

    podcast = models.ForeignKey(PodcastIndexPage, on_delete=models.CASCADE, related_name="+")
    # In whose name; what they may do is looked up when it is done.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # The address, or what the file was called.
    source = models.CharField(max_length=500)
    feed = models.FileField(storage=private_storage, upload_to=feed_path)
    download = models.BooleanField(default=False)
    state = models.CharField(max_length=7, choices=State.choices, default=State.LOOKED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    # The episode that is being taken over.
    title = models.CharField(max_length=255, default="")
    reason = models.CharField(max_length=255, default="")
    # `blog.podcast.importing.Report` as data: of the look, and then of what was done.
    report = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    taken_by = models.CharField(max_length=32, default="")
    taken_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=("looked", "waiting", "going", "done", "failed", "stopped")),
                name="blog_podcastimport_state",
            ),
            # Two at once would take turns over the same episodes. Also what is looked for every few seconds.
            models.UniqueConstraint(
                fields=["podcast"],
                condition=models.Q(state__in=("waiting", "going")),
                name="blog_podcastimport_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.get_state_display()}, {self.done} van {self.total}"


class ImportedEpisode(models.Model):
    """What an episode was in the feed that it came from, to tell what was changed there, and what here."""

    page = models.OneToOneField(
        PodcastEpisodePage, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    # The hash of each field as it came (blog.podcast.import_changes.facts).
    facts = models.JSONField(default=dict)
    remarks = models.JSONField(default=list)
    brought_by = models.ForeignKey(PodcastImport, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_by = models.ForeignKey(PodcastImport, on_delete=models.SET_NULL, null=True, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id}"
