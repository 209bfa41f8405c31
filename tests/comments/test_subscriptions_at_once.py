"""Fifty clicks on one link at the same moment, each over its own connection to a real database."""

from django.test import Client

from comments.models import CommentAuthor, ReplySubscription
from comments.services import subscriptions
from tests.comments.factories import FROM_OUR_PAGE, make_comment, make_page
from tests.comments.parallel import ParallelTestCase
from tests.leads.gifts import last_link

CLICKS = 50


class ManyClicks(ParallelTestCase):
    def test_fifty_confirmations_are_one(self):
        subscriptions.ask(make_comment(make_page()))
        link = last_link("reacties/bevestigen")
        answers = []

        def click() -> None:
            answers.append(Client().post(link, headers=FROM_OUR_PAGE).status_code)

        self.all_at_once([click] * CLICKS)
        self.assertEqual(answers, [303] * CLICKS)
        confirmed = ReplySubscription.objects.exclude(confirmed_at=None)
        rows = self.look(lambda: (list(confirmed.values_list("stopped_at")), CommentAuthor.objects.count()))
        self.assertEqual(rows, ([(None,)], 1))

    def test_asking_for_two_reactions_at_once_keeps_one_address(self):
        page = make_page()
        comments = [make_comment(page, number, author_email="hanne@voorbeeld.example") for number in range(8)]
        self.all_at_once([lambda comment=comment: subscriptions.ask(comment) for comment in comments])
        rows = self.look(lambda: (CommentAuthor.objects.count(), ReplySubscription.objects.count()))
        self.assertEqual(rows, (1, 8))
