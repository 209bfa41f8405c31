"""A move from WordPress: the export, what is wished with it, how far it is, and what came of it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models

from leads.files import private_storage

FOLDER = "wordpress-exports"


def export_path(instance: Any, filename: str) -> str:
    """Return a name that tells nothing and never clashes."""
    return f"{FOLDER}/{uuid.uuid4().hex}.xml"


class Move(models.Model):
    """One export: first looked at (a dry run), then taken over; by whoever claims it (wordpress.queue)."""

    class State(models.TextChoices):
        LOOK = "look", "wacht op bekijken"
        LOOKING = "looking", "wordt bekeken"
        LOOKED = "looked", "bekeken"
        WAITING = "waiting", "wacht"
        GOING = "going", "bezig"
        DONE = "done", "klaar"
        FAILED = "failed", "mislukt"
        STOPPED = "stopped", "gestopt"

    # In whose name; what they may do is looked up when it is done.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # What the file was called.
    source = models.CharField(max_length=255)
    # Readers' addresses stand in it, so it goes as soon as it is not needed any more.
    export = models.FileField(storage=private_storage, upload_to=export_path)
    # `wordpress.taking_over.task.Options` as data.
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=7, choices=State.choices, default=State.LOOK)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    # Items a second lately, and what is being taken over.
    rate = models.FloatField(default=0)
    title = models.CharField(max_length=255, default="")
    reason = models.CharField(max_length=255, default="")
    # `wordpress.taking_over.report.Report` as data: of the look, and then of what was done.
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
                condition=models.Q(
                    state__in=(
                        "look",
                        "looking",
                        "looked",
                        "waiting",
                        "going",
                        "done",
                        "failed",
                        "stopped",
                    )
                ),
                name="wordpress_move_state",
            ),
        ]
        indexes = [
            # Looked at every few seconds; nearly always empty.
            models.Index(
                fields=["state"],
                name="wordpress_move_unfinished",
                condition=models.Q(state__in=("look", "looking", "waiting", "going")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.get_state_display()}, {self.done} van {self.total}"
