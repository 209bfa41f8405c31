"""What a reaction is."""

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


WAITS = models.Q(status=Status.PENDING, withdrawn_at=None)
REPORTED = models.Q(report_count__gt=0, status__in=[Status.PENDING, Status.APPROVED], withdrawn_at=None)


class Learned(models.TextChoices):
    SPAM = "spam", "spam"
    HAM = "ham", "echt"


class CommentQuerySet(models.QuerySet["Comment"]):
    def approved(self) -> Self:
        return self.filter(status=Status.APPROVED)

    def pending(self) -> Self:
        return self.filter(status=Status.PENDING)

    def for_page(self, page_id: int) -> Self:
        return self.filter(page_id=page_id)

    def answerable(self, page_id: int) -> Self:
        """What readers of a page can react to: what is shown there and has its words still."""
        return self.approved().for_page(page_id).filter(withdrawn_at=None)

    def reportable(self, page_id: int) -> Self:
        """What readers of a page can report: what other readers wrote there."""
        return self.answerable(page_id).filter(staff_label="")

    def needs_attention(self) -> Self:
        """What the coach has to look at: all that waits, and what readers reported while it is shown."""
        return self.filter(WAITS | REPORTED)

    def waiting_first(self) -> Self:
        """Order for the coach: danger, then reports, then what waits the longest; the rest newest first."""
        rank = models.Case(
            models.When(WAITS & ~models.Q(danger=""), then=0),
            models.When(REPORTED, then=1),
            models.When(WAITS, then=2),
            default=3,
        )
        since = models.Case(models.When(WAITS | REPORTED, then=models.F("created_at")))
        return self.order_by(rank, since, "-created_at", "-pk")


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
    # The reaction that began the conversation; empty for one that began its own.
    thread = models.ForeignKey(
        "self",
        verbose_name="gesprek",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Given by comments.sections to those that are shown, who have one look-up of addresses together.
    permalink: str
    report_url: str

    author_name = models.CharField("naam", max_length=80)
    author_email = models.EmailField(
        "e-mailadres", blank=True, help_text="In kleine letters. Wordt nooit getoond."
    )
    author_url = models.URLField("website", max_length=500, blank=True)
    text = models.TextField(
        "reactie", help_text="Platte tekst zoals getypt; wordt bij het tonen veilig gemaakt."
    )
    status = models.CharField("status", max_length=10, choices=Status.choices, default=Status.PENDING)
    is_pinned = models.BooleanField("vastgezet", default=False)
    created_at = models.DateTimeField("geplaatst", default=timezone.now)
    # Changed by its writer, and withdrawn by its writer: then its words are gone for good. What was erased at
    # its writer's request (AVG art. 17) counts as withdrawn by law; only the sentence in its place differs.
    changed_at = models.DateTimeField("gewijzigd door de schrijver", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ingetrokken door de schrijver", null=True, blank=True)
    # Shortened by us: the words as they came in are kept beside those that are shown.
    shortened_at = models.DateTimeField("ingekort door de redactie", null=True, blank=True)
    original_text = models.TextField("oorspronkelijke reactie", blank=True)
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
    network_hash = models.CharField("netwerk (versleuteld)", max_length=64, blank=True)
    danger = models.CharField(
        "woorden die op gevaar wijzen", max_length=300, blank=True, help_text="Gescheiden door puntkomma's."
    )
    report_count = models.PositiveIntegerField("openstaande meldingen", default=0)
    spam_score = models.FloatField(
        "spamscore", null=True, blank=True, help_text="0 is zeker echt, 1 is zeker spam."
    )
    spam_reasons = models.JSONField("waarom spam", default=list, blank=True)
    # What the filter learned from this comment, so that it can unlearn it when the coach decides otherwise.
    learned_as = models.CharField("geleerd als", max_length=4, blank=True, choices=Learned.choices)
    # Unique while the comment counts; empty in the trash and after erasure, so that the words may come again.
    dedupe_key = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)  # noqa: DJ001

    objects = CommentQuerySet.as_manager()

    # Set by comments.threads.threads_of.
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
            models.Index(fields=["thread", "status"], name="comment_thread"),
            models.Index(
                fields=["created_at"], condition=models.Q(report_count__gt=0), name="comment_reported"
            ),
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
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(is_pinned=True), name="comment_one_pinned_a_page"
            ),
            models.CheckConstraint(
                condition=models.Q(learned_as__in=["", *Learned.values]), name="comment_learned_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author_name}: {Truncator(self.text).chars(60)}"

    @property
    def is_staff(self) -> bool:
        return bool(self.staff_label)

    @property
    def root_id(self) -> int:
        """The id of the comment that its conversation begins with: its own, where it begins one."""
        return self.thread_id or self.pk

    @property
    def anchor(self) -> str:
        return f"reactie-{self.pk}"

    @property
    def danger_words(self) -> list[str]:
        return [word for word in self.danger.split("; ") if word]

    @property
    def fingerprint(self) -> str:
        """What changes with the words that a coach judges."""
        words = "\x1f".join((self.author_name, self.author_url, self.text))
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def make_dedupe_key(self) -> str:
        """Say in 64 characters who wrote what where: equal for a second click on the button alone."""
        parts = (str(self.page_id), str(self.parent_id), self.author_email, self.staff_label, self.text)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
