"""What a reaction is, and what was decided about it."""

import hashlib
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import Truncator

MAX_TEXT = 5000
STAFF_LABEL = "Coach"


class Status(models.TextChoices):
    PENDING = "pending", "wacht"
    APPROVED = "approved", "goedgekeurd"
    SPAM = "spam", "spam"
    TRASH = "trash", "prullenbak"


class CommentQuerySet(models.QuerySet["Comment"]):
    def approved(self) -> Self:
        return self.filter(status=Status.APPROVED)

    def pending(self) -> Self:
        return self.filter(status=Status.PENDING)

    def for_page(self, page_id: int) -> Self:
        return self.filter(page_id=page_id)

    def waiting_first(self) -> Self:
        """Order for the coach: what waits on top, the longest waiting first; then the rest, newest first."""
        waits = models.Case(models.When(status=Status.PENDING, then=0), default=1)
        since = models.Case(models.When(status=Status.PENDING, then=models.F("created_at")))
        return self.order_by(waits, since, "-created_at", "-pk")


class Comment(models.Model):
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="artikel",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reader_comments",
    )
    # The page as it was when the comment came in, for the export after the page is gone.
    page_title = models.CharField("titel van het artikel", max_length=255)
    page_url = models.CharField("adres van het artikel", max_length=2000, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name="antwoord op",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replies",
    )
    author_name = models.CharField("naam", max_length=80)
    author_email = models.EmailField(
        "e-mailadres", blank=True, help_text="In kleine letters. Wordt nooit getoond."
    )
    author_url = models.URLField("website", max_length=500, blank=True)
    text = models.TextField(
        "reactie", help_text="Platte tekst zoals getypt; wordt bij het tonen veilig gemaakt."
    )
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.PENDING)
    created_at = models.DateTimeField("geplaatst", default=timezone.now)
    decided_at = models.DateTimeField("beoordeeld", null=True, blank=True)
    staff_author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="geschreven door",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Kept beside the user, so that the badge outlives the account.
    staff_label = models.CharField("aanduiding", max_length=40, blank=True)
    wants_replies = models.BooleanField("wil bericht van antwoorden", default=False)
    wants_replies_confirmed_at = models.DateTimeField("bericht bevestigd", null=True, blank=True)
    network_hash = models.CharField("netwerk (versleuteld)", max_length=64, blank=True)
    # Unique while the comment counts; empty in the trash and after erasure, so that the words may come again.
    dedupe_key = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)  # noqa: DJ001

    objects = CommentQuerySet.as_manager()

    # Set by comments.sections.threads_of.
    children: list["Comment"]
    answers: str
    is_orphan: bool

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        ordering = ["created_at", "pk"]
        default_permissions = ()
        permissions = [("moderate_comment", "Kan reacties modereren")]
        indexes = [
            models.Index(fields=["page", "status", "created_at"], name="comment_page_status"),
            models.Index(fields=["status", "created_at"], name="comment_status"),
            models.Index(fields=["author_email"], name="comment_email"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=Status.values), name="comment_status_known"),
            models.CheckConstraint(
                condition=models.Q(author_email=Lower("author_email")), name="comment_email_lower_case"
            ),
            models.CheckConstraint(
                condition=models.Q(author_url="")
                | models.Q(author_url__startswith="http://")
                | models.Q(author_url__startswith="https://"),
                name="comment_url_is_web_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author_name}: {Truncator(self.text).chars(60)}"

    @property
    def is_staff(self) -> bool:
        return bool(self.staff_label)

    @property
    def anchor(self) -> str:
        return f"reactie-{self.pk}"

    def make_dedupe_key(self) -> str:
        """Say in 64 characters who wrote what where: equal for a second click on the button alone."""
        parts = (str(self.page_id), str(self.parent_id), self.author_email, self.staff_label, self.text)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


class CommentEvent(models.Model):
    """One change of status. Never edited; goes only with its comment."""

    class Origin(models.TextChoices):
        FORM = "form", "formulier"
        ADMIN = "admin", "beheer"
        UNDO = "undo", "ongedaan gemaakt"
        PRIVACY = "privacy", "AVG"

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="events")
    from_status = models.CharField("van", max_length=10, blank=True, choices=Status.choices)
    to_status = models.CharField("naar", max_length=10, choices=Status.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    user_name = models.CharField("naam", max_length=150, blank=True)
    origin = models.CharField("waarvandaan", max_length=10, choices=Origin.choices)
    reason = models.CharField("waarom", max_length=200, blank=True)
    created_at = models.DateTimeField("wanneer", default=timezone.now)

    class Meta:
        verbose_name = "beoordeling"
        verbose_name_plural = "beoordelingen"
        ordering = ["created_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.from_status or '–'} → {self.to_status}"
