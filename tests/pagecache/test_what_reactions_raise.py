"""The rows about reactions of the table in blog/signal_handlers.py; and what must raise nothing."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.roles import COACH
from comments import privacy
from comments.models import Comment, CommentSettings, Status
from comments.services import decisions, editing, reports, writers
from leads.services.signing_up import request_magnet
from tests.blog.factories import ImageFactory
from tests.blog.test_admin_planning import article_form
from tests.comments.factories import make_comment, make_known_writer, submit
from tests.leads.gifts import add_file, make_magnet
from tests.pagecache.raising import Raising


class Reactions(Raising):
    def test_approved_changed_and_withdrawn(self) -> None:
        comment = make_comment(self.article, status=Status.PENDING, text="Ik mis haar nog.")
        at = self.article.url
        self.assert_raises(
            lambda: decisions.set_status([comment], Status.APPROVED, self.coach), at=at, comes="Ik mis haar"
        )
        self.assert_raises(lambda: editing.shorten(comment, "Kort.", self.coach), at=at, gone="Ik mis haar")
        self.assert_raises(lambda: editing.pin(comment, self.coach))
        self.assert_raises(lambda: editing.unpin(comment, self.coach))
        self.assert_raises(
            lambda: decisions.answer_and_approve(comment, "Fijn dat je er bent.", self.coach),
            at=at,
            comes="Fijn dat je er bent.",
        )
        self.assert_raises(lambda: writers.withdraw(comment, timezone.now()), at=at, gone="Kort.")

    def test_rejected_after_all_and_taken_back(self) -> None:
        comment = make_comment(self.article, text="Ik mis haar nog.")
        at = self.article.url
        self.assert_raises(
            lambda: decisions.set_status([comment], Status.SPAM, self.coach), at=at, gone="Ik mis haar"
        )
        done = comment.events.all()
        self.assert_raises(lambda: decisions.undo(done, self.coach), at=at, comes="Ik mis haar")

    def test_appears_by_itself(self) -> None:
        CommentSettings.objects.update_or_create(pk=CommentSettings.load().pk, defaults={"mode": "trusted"})
        make_known_writer(self.other)
        self.assert_raises(lambda: submit(self.article), at=self.article.url, comes="door de avond heen")

    def test_erased(self) -> None:
        make_comment(self.article, author_email="hanne@voorbeeld.example", text="Ik mis haar nog.")
        self.assert_raises(
            lambda: privacy.erase("hanne@voorbeeld.example"), at=self.article.url, gone="Ik mis haar"
        )


class Unseen(Raising):
    """What no reader can see leaves all pages where they are."""

    def test_draft_plan_and_lock(self) -> None:
        self.new_words().publish()
        form = article_form(title="Nog niet", slug="geen-contact")
        self.assert_leaves(lambda: self.post("wagtailadmin_pages:edit", self.article.pk, **form))
        later = timezone.now() + timedelta(days=1)
        form |= {"go_live_at": later.strftime("%d-%m-%Y %H:%M"), "action-publish": "action-publish"}
        self.assert_leaves(lambda: self.post("wagtailadmin_pages:edit", self.article.pk, **form))
        self.assert_leaves(lambda: self.post("wagtailadmin_pages:lock", self.article.pk))
        hidden = self.site.article(title="Verborgen", live=False)
        form = article_form(title="Nog steeds niet", slug="verborgen")
        self.assert_leaves(lambda: self.post("wagtailadmin_pages:edit", hidden.pk, **form))
        self.assert_leaves(lambda: self.site.article(title="Nieuw", live=False))

    def test_reaction_that_waits_is_rejected_or_reported(self) -> None:
        self.assert_leaves(lambda: submit(self.article))
        waiting = Comment.objects.get()
        self.assert_leaves(lambda: decisions.set_status([waiting], Status.SPAM, self.coach))
        shown = make_comment(self.article)
        self.assert_leaves(
            lambda: reports.report(shown, reason="other", note="", network="n", day=timezone.localdate())
        )
        Comment.objects.filter(pk=waiting.pk).update(decided_at=timezone.now() - timedelta(days=99))
        self.assert_leaves(lambda: privacy.expire(timezone.now()))
        self.assertEqual(list(Comment.objects.all()), [shown])

    def test_sign_up_file_of_a_gift_and_log_in(self) -> None:
        gift = make_magnet()
        self.assert_leaves(lambda: request_magnet(gift, "hanne@voorbeeld.example", page=self.article))
        self.assert_leaves(lambda: add_file(gift, "Tweede kaart"))
        self.assert_leaves(lambda: self.client.logout())
        self.assert_leaves(lambda: self.client.force_login(self.coach))
        self.coach.last_name = "Anders"
        self.assert_leaves(self.coach.save)

    def test_groups_that_may_pass_and_rendition_that_was_made(self) -> None:
        lock = PageViewRestriction.objects.create(page=self.other, restriction_type="groups")
        self.assert_leaves(lambda: lock.groups.add(Group.objects.get(name=COACH)))
        picture = ImageFactory()
        self.assert_leaves(lambda: picture.get_rendition("width-20"))
