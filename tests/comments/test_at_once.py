"""Twenty equal posts at the same moment, each over its own connection to a real database."""

from django.test import Client

from comments.models import Comment, CommentEvent
from tests.comments.factories import FROM_OUR_PAGE, make_page, open_for_comments, typed
from tests.comments.parallel import ParallelTestCase

VISITORS = 20


class AtOnce(ParallelTestCase):
    def test_r9_twenty_equal_posts_give_one_row_and_twenty_private_pages(self):
        page = make_page()
        data = typed(page)
        answers: list[tuple[int, str]] = []

        def visit() -> None:
            response = Client().post(f"/reacties/{page.pk}/plaatsen/", data, headers=FROM_OUR_PAGE)
            answers.append((response.status_code, response.headers.get("Location", "")))

        with open_for_comments():
            self.all_at_once([visit] * VISITORS)
        rows = self.look(lambda: (Comment.objects.count(), CommentEvent.objects.count()))

        self.assertEqual([status for status, _ in answers], [303] * VISITORS)
        addresses = {address for _, address in answers}
        self.assertTrue(all(address.startswith("/reacties/mijn/") for address in addresses))
        self.assertEqual(len(addresses), VISITORS, "each gets a private link of their own")
        self.assertEqual(rows, (1, 1))
