"""Each request has a number, a line in the log and a count, and nothing of who asked."""

from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase, override_settings

from operations.logs import request_id
from operations.middleware import REHEARSAL, watch
from pagecache import counts
from pagecache.policy import OPTED_IN


def ask(path: str = "/", answer: HttpResponse | None = None, **environ: object) -> tuple[HttpResponse, str]:
    """Return the answer, and the number that the view saw."""
    seen: list[str] = []

    def view(request):
        seen.append(request_id.get())
        return answer or HttpResponse()

    return watch(view)(RequestFactory().get(path, **environ)), seen[0]


class Numbers(SimpleTestCase):
    def test_each_request_has_a_number_of_its_own_that_the_answer_tells(self):
        first, seen = ask()
        self.assertRegex(first["X-Request-ID"], r"^[0-9a-f]{32}$")
        self.assertEqual(first["X-Request-ID"], seen)
        self.assertNotEqual(ask()[1], seen)
        self.assertEqual(request_id.get(), "")

    def test_number_of_a_proxy_of_ours_is_taken_over_when_it_is_one(self):
        given = {"HTTP_X_REQUEST_ID": "proxy-00000001"}
        self.assertNotEqual(ask(**given)[1], "proxy-00000001")
        with override_settings(TRUSTED_PROXY_DEPTH=1):
            self.assertEqual(ask(**given)[1], "proxy-00000001")
            for odd in ("kort", 'x" onload="y', "nummer\nmet regel", "x" * 65):
                self.assertNotEqual(ask(HTTP_X_REQUEST_ID=odd)[1], odd)

    def test_page_that_is_kept_for_others_has_none(self):
        self.assertNotIn("X-Request-ID", ask(**{OPTED_IN: frozenset()})[0])


class Lines(SimpleTestCase):
    def test_line_says_what_and_how_long_and_not_what_was_searched(self):
        with self.assertLogs("liefdesverdriet.requests", "INFO") as logged:
            ask("/zoeken/?q=geheim", HttpResponse(status=404))
        self.assertRegex(logged.output[0], r"GET /zoeken/ 404 [\d.]+ ms$")
        self.assertEqual(logged.records[0].fields["status"], 404)


@override_settings(METRICS_TOKEN="een woord van genoeg tekens")
class Counted(SimpleTestCase):
    def test_answers_are_counted_by_status(self):
        before = [
            counts.total(which) for which in (counts.ANSWERED, counts.STATUSES + 1, counts.STATUSES + 4)
        ]
        ask()
        ask(answer=HttpResponse(status=503))
        after = [counts.total(which) for which in (counts.ANSWERED, counts.STATUSES + 1, counts.STATUSES + 4)]
        self.assertEqual([one - other for one, other in zip(after, before, strict=True)], [2, 1, 1])

    def test_request_that_nobody_made_counts_for_nothing(self):
        before = counts.total(counts.ANSWERED)
        response, seen = ask(**{REHEARSAL: True})
        self.assertEqual((seen, counts.total(counts.ANSWERED)), ("", before))
        self.assertNotIn("X-Request-ID", response)
