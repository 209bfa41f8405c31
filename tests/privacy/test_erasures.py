import json
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone
from post_office.models import Email

from comments.models import Comment, CommentAuthor, ReplySubscription
from leads.models import LeadMagnet, Subscriber
from leads.services.signing_up import request_magnet
from mailing.addresses import address_hash
from mailing.models import Suppression
from privacy import erasures, journal
from privacy.models import Erasure
from tests.comments.factories import make_comment, make_page
from tests.leads.gifts import make_magnet

ADDRESS = "sanne@voorbeeld.example"


def plant(email: str = ADDRESS) -> None:
    """A reaction, a wish to hear of answers, and a sign-up with its mail."""
    comment = make_comment(make_page(), author_email=email, author_name="Sanne")
    author = CommentAuthor.objects.create(email=email, confirmed_at=timezone.now())
    ReplySubscription.objects.create(author=author, comment=comment, confirmed_at=timezone.now())
    request_magnet(make_magnet(slug=f"kaart-{LeadMagnet.objects.count()}"), email, first_name="Sanne")


class EraseTests(TestCase):
    def setUp(self):
        plant()

    def test_all_goes_from_every_app_and_is_written_down(self):
        erasures.erase("Sanne@Voorbeeld.example")

        assert not Subscriber.objects.exists()
        assert not CommentAuthor.objects.exists()
        assert not Email.objects.exists()
        comment = Comment.objects.get()
        assert (comment.author_name, comment.author_email) == ("Anoniem", "")
        (line,) = journal.read(journal.path())
        assert line.address_hash == address_hash(ADDRESS)
        assert Erasure.objects.get().pk == line.id
        assert Suppression.objects.get().scope == Suppression.Scope.NEWSLETTER

    def test_subscriptions_go_and_the_reaction_stays(self):
        erasures.erase(ADDRESS, "subscriptions")

        assert not Subscriber.objects.exists()
        assert not ReplySubscription.objects.exists()
        assert not Email.objects.exists()
        assert Comment.objects.get().author_name == "Sanne"

    def test_reactions_go_and_the_sign_up_stays_with_its_mail(self):
        erasures.erase(ADDRESS, "reactions")

        assert Subscriber.objects.get().email == ADDRESS
        assert Email.objects.count() == 1
        assert Comment.objects.get().author_name == "Anoniem"
        assert not Suppression.objects.exists()

    def test_nothing_is_erased_that_can_not_be_written_down(self):
        folder = settings.ERASURE_JOURNAL
        folder.mkdir()

        with pytest.raises(OSError, match="erasures.jsonl"):
            erasures.erase(ADDRESS)

        assert Subscriber.objects.exists()
        assert Comment.objects.get().author_name == "Sanne"
        assert not Erasure.objects.exists()

    def test_journal_is_for_its_owner_alone_and_holds_no_address(self):
        erasures.erase(ADDRESS)

        assert journal.path().stat().st_mode & 0o777 == 0o600
        assert "sanne" not in journal.path().read_text().lower()


class ReplayTests(TestCase):
    def restore_from_before_the_erasure(self) -> None:
        Erasure.objects.all().delete()
        Suppression.objects.all().delete()
        Subscriber.objects.all().delete()
        plant()

    def test_who_was_erased_after_the_backup_is_erased_again(self):
        plant()
        erasures.erase(ADDRESS)
        self.restore_from_before_the_erasure()
        plant("ander@voorbeeld.example")

        assert erasures.replay() == 1

        assert [one.email for one in Subscriber.objects.all()] == ["ander@voorbeeld.example"]
        assert not Comment.objects.filter(author_email=ADDRESS).exists()
        assert Suppression.objects.get().address_hash == address_hash(ADDRESS)
        assert erasures.replay() == 0

    def test_only_the_part_that_was_asked_is_erased_again(self):
        plant()
        erasures.erase(ADDRESS, "reactions")
        self.restore_from_before_the_erasure()

        erasures.replay()

        assert Subscriber.objects.get().email == ADDRESS
        assert not Comment.objects.filter(author_email=ADDRESS).exists()

    def test_who_came_back_after_the_erasure_is_left_alone(self):
        plant()
        erasures.erase(ADDRESS)
        plant()

        assert erasures.replay() == 0
        assert Subscriber.objects.get().email == ADDRESS

    def test_domain_in_letters_is_found_again(self):
        make_comment(make_page(), author_email="jan@café.example")
        erasures.erase("jan@xn--caf-dma.example")
        Erasure.objects.all().delete()
        make_comment(None, 2, author_email="jan@café.example")

        erasures.replay()

        assert not Comment.objects.exclude(author_email="").exists()

    def test_torn_line_costs_no_other(self):
        erasures.erase(ADDRESS)
        with journal.path().open("a") as file:
            file.write('{"id": "')
        erasures.erase("ander@voorbeeld.example")

        with self.assertLogs("privacy", "WARNING"):
            lines = list(journal.read(journal.path()))

        hashes = [address_hash(ADDRESS), address_hash("ander@voorbeeld.example")]
        assert [line.address_hash for line in lines] == hashes

    def test_journal_of_a_backup_is_taken_over_on_a_new_machine(self):
        plant()
        erasures.erase(ADDRESS)
        copy = journal.path().with_name("copy.jsonl")
        assert erasures.export_journal(copy) == 1
        journal.path().unlink()
        self.restore_from_before_the_erasure()

        said = StringIO()
        call_command("avg_replay", journal=copy, stdout=said)

        assert "Opnieuw gewist: 1" in said.getvalue()
        assert not Subscriber.objects.exists()
        assert erasures.import_journal(copy) == 0

    def test_another_key_of_hashes_is_noticed_and_nothing_is_lost(self):
        plant()
        erasures.erase(ADDRESS)
        self.restore_from_before_the_erasure()

        with self.settings(HASH_KEY="another"), pytest.raises(CommandError, match="hash_key"):
            call_command("avg_replay")

        assert not Erasure.objects.exists()


def test_line_holds_what_a_replay_needs(db) -> None:
    erasure = erasures.erase(ADDRESS, "reactions")

    told = json.loads(journal.path().read_text())
    assert told == {
        "id": str(erasure.pk),
        "hash": address_hash(ADDRESS),
        "what": "reactions",
        "at": erasure.erased_at.isoformat(),
    }
    assert timezone.now() - erasure.erased_at < timedelta(minutes=1)
