"""What was done of the scheduled jobs, and when."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class JobRun(models.Model):
    """One run of a job; for a job of every round, all runs in a row that ended alike.

    So one row that is done from Monday to today stands for thousands of rounds, and a failure in between has
    a row of its own.
    """

    class Result(models.TextChoices):
        WAITING = "waiting", "staat klaar"
        RUNNING = "running", "is bezig"
        DONE = "done", "gelukt"
        FAILED = "failed", "mislukt"
        BROKEN_OFF = "broken-off", "afgebroken"

    job = models.CharField("taak", max_length=40)
    result = models.CharField("uitkomst", max_length=20, choices=Result)
    # Whose turn it takes, for a job of every day; the claim of it, by the constraint below.
    day = models.DateField("van de dag", null=True)
    attempt = models.PositiveSmallIntegerField("poging", default=1)
    started_at = models.DateTimeField("begonnen")
    # When it ended; while it runs, when it was last known to run.
    seen_at = models.DateTimeField("gezien")
    # What came of it, or the kind of error and where it arose: never its words, which may quote somebody.
    said = models.CharField("bijzonderheden", max_length=200, default="", blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "uitgevoerde taak"
        verbose_name_plural = "uitgevoerde taken"
        default_permissions = ("view",)
        permissions = [("run_job", "Kan taken nu laten uitvoeren")]
        indexes = [models.Index(fields=["job", "-seen_at"], name="operations_jobrun_latest")]
        constraints = [
            models.UniqueConstraint(fields=["job", "day", "attempt"], name="operations_jobrun_turn"),
            models.UniqueConstraint(
                fields=["job"], condition=Q(result="waiting"), name="operations_jobrun_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(result__in=["waiting", "running", "done", "failed", "broken-off"]),
                name="operations_jobrun_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job}: {self.get_result_display()}"

    @property
    def ended_at(self) -> datetime | None:
        return None if self.result in (self.Result.WAITING, self.Result.RUNNING) else self.seen_at
