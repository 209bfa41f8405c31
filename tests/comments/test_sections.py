from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.template.loader import render_to_string
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, CommentSettings, Status
from comments.privacy import ERASED_TEXT, WITHDRAWN_TEXT
from comments.sections import PER_PAGE, comment_section, part_with
from tests.comments.factories import FIRST, make_comment, make_page, open_for_comments

Order = CommentSettings.Order

EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ section }}{% now 'Y' %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "</p></div><iframe srcdoc='<script>alert(1)</script>'>",
)
# What helps while writing comes along with the form, as a file.
OWN_SCRIPT = '<script type="module" src="/static/js/writing.js" fetchpriority="low"></script>'


class Section(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def setUp(self):
        self.enterContext(open_for_comments())

    def html(self, **asked):
        return render_to_string("comments/section.html", {"section": comment_section(self.page, **asked)})

    def tree(self, comments=None, **asked):
        comments = comment_section(self.page, **asked).threads if comments is None else comments
        return [(comment.author_name, self.tree(comment.children)) for comment in comments]

    def names(self, **asked):
        return [comment.author_name for comment in comment_section(self.page, **asked).threads]


class Showing(Section):
    def test_only_approved_comments_are_on_the_page(self):
        for number, status in enumerate(Status.values):
            make_comment(self.page, number, status=status, text=f"Tekst {status}.")
        html = self.html()
        self.assertIn("Tekst approved.", html)
        for status in ("pending", "spam", "trash"):
            self.assertNotIn(f"Tekst {status}.", html)
        self.assertEqual(comment_section(self.page).count, 1)

    def test_text_and_name_are_escaped(self):
        for number, evil in enumerate(EVIL):
            make_comment(self.page, number, text=evil, author_name=evil[:80], staff_label=evil[:40])
        html = self.html()
        self.assertEqual(html.count("<script"), html.count(OWN_SCRIPT))
        for forbidden in ("<img", "<svg", "<iframe", " onerror=alert(1)>", 'href="javascript'):
            self.assertNotIn(forbidden, html)
        self.assertIn("{{ section }}", html)
        self.assertIn("&amp;lt;script", html)

    def test_line_breaks_are_kept(self):
        make_comment(self.page, text="Eén\n\nTwee\ndrie")
        self.assertInHTML('<div class="comment__text"><p>Eén</p><p>Twee<br>drie</p></div>', self.html())

    def test_website_is_a_link_that_vouches_for_nothing(self):
        make_comment(self.page, author_url="https://hanne.example/?a=1&b=2")
        self.assertInHTML(
            '<a class="comment__author" href="https://hanne.example/?a=1&amp;b=2"'
            ' rel="ugc nofollow noopener">Lezer 1</a>',
            self.html(),
        )

    def test_comment_has_an_anchor_a_permalink_and_a_reply_link(self):
        comment = make_comment(self.page)
        html = self.html()
        self.assertIn(f'id="reactie-{comment.pk}"', html)
        self.assertInHTML(
            f'<a class="comment__time" href="/reacties/{self.page.pk}/reactie/{comment.pk}/" rel="nofollow">'
            '<time datetime="2026-03-14T21:31+0100">14 maart 2026, 21:31</time></a>',
            html,
        )
        self.assertIn(f'href="/reacties/{self.page.pk}/plaatsen/?antwoord={comment.pk}"', html)

    def test_coach_carries_a_badge(self):
        make_comment(self.page, staff_label="Coach")
        self.assertInHTML('<span class="comment__badge">Coach</span>', self.html())

    def test_pinned_and_shortened_reactions_say_so(self):
        make_comment(self.page, 1)
        plain = self.html()
        make_comment(self.page, 2, is_pinned=True, shortened_at=FIRST)
        for words in ("Vastgezet door de coach", "Ingekort door de redactie"):
            self.assertNotIn(words, plain)
            self.assertIn(words, self.html())

    def test_links_in_a_text_vouch_for_nothing(self):
        make_comment(self.page, text="Zie https://hanne.example/brief.")
        self.assertInHTML(
            '<a href="https://hanne.example/brief" rel="ugc nofollow noopener">https://hanne.example/brief</a>',
            self.html(),
        )

    def test_reader_can_report_a_reader_and_not_the_coach(self):
        reader = make_comment(self.page, 1)
        coach = make_comment(self.page, 2, staff_label="Coach")
        html = self.html()
        self.assertIn(f'href="/reacties/{self.page.pk}/melden/{reader.pk}/"', html)
        self.assertIn('aria-label="Meld de reactie van Lezer 1"', html)
        self.assertNotIn(f"/melden/{coach.pk}/", html)

    def test_what_has_lost_its_words_can_not_be_answered_or_reported(self):
        for number, text in enumerate((ERASED_TEXT, WITHDRAWN_TEXT)):
            comment = make_comment(self.page, number, text=text, author_name="Anoniem", withdrawn_at=FIRST)
            make_comment(self.page, number + 5, parent=comment)
            html = self.html()
            self.assertIn(text, html)
            self.assertNotIn(f"antwoord={comment.pk}", html)
            self.assertNotIn(f"/melden/{comment.pk}/", html)

    def test_words_alone_make_nothing_withdrawn(self):
        typed = make_comment(self.page, text=ERASED_TEXT)
        html = self.html()
        self.assertIn(f"/melden/{typed.pk}/", html)
        self.assertNotIn("comment--blank", html)

    def test_order_can_be_chosen_once_there_is_something_to_order(self):
        for number in range(3):
            make_comment(self.page, number)
        self.assertNotIn("Nieuwste eerst", self.html())
        make_comment(self.page, 4)
        link = '<a class="comments__order" href="/reacties/{}/{}rel="nofollow">{} eerst</a>'
        html = self.html()
        self.assertInHTML(link.format(self.page.pk, '" aria-current="true" ', "Oudste"), html)
        self.assertInHTML(link.format(self.page.pk, '?volgorde=nieuwste" ', "Nieuwste"), html)

    def test_form_posts_to_its_own_address_without_a_token(self):
        html = self.html()
        self.assertIn(f'action="/reacties/{self.page.pk}/plaatsen/"', html)
        self.assertIn('name="stamp"', html)
        self.assertNotIn("csrfmiddlewaretoken", html)
        self.assertIn("een bijnaam is genoeg", html)
        self.assertIn("Wordt niet gepubliceerd.", html)

    def test_closed_page_shows_its_conversation_without_a_form(self):
        make_comment(self.page)
        with open_for_comments(False):
            html = self.html()
            self.assertIn("Reactie nummer 1.", html)
            self.assertNotIn("<form", html)
            self.assertNotIn("antwoord=", html)
            self.assertIn("Reageren op dit artikel kan niet meer.", html)

    def test_page_closes_by_itself_after_the_days_that_the_coach_chose(self):
        CommentSettings(pk=1, close_after_days=30).save()
        for year, is_open in ((2001, False), (2999, True)):
            self.page.first_published_at = FIRST.replace(year=year)
            self.assertEqual(comment_section(self.page).is_open, is_open)
        self.page.first_published_at = None
        self.assertTrue(comment_section(self.page).is_open)

    def test_closed_page_without_comments_shows_nothing(self):
        with open_for_comments(False):
            self.assertEqual(self.html().strip(), "")

    def test_section_holds_no_inline_script_or_style(self):
        make_comment(self.page)
        html = self.html()
        for forbidden in ("<style", " style=", " onclick="):
            self.assertNotIn(forbidden, html)
        self.assertEqual(html.count("<script"), html.count(OWN_SCRIPT))


class Parts(Section):
    """Conversations by fifty: which of them come, in which order, and with all their answers."""

    def test_answers_come_along_three_levels_deep_wherever_they_were_written(self):
        parent = None
        for number in range(1, 6):
            parent = make_comment(self.page, number, author_name=f"n{number}", parent=parent)
        self.assertEqual(self.tree(), [("n1", [("n2", [("n3", []), ("n4", []), ("n5", [])])])])
        self.assertInHTML('<span class="comment__answers">aan n3</span>', self.html())

    def test_answers_come_along_whatever_their_thread_says(self):
        a = make_comment(self.page, 1, author_name="a")
        b = make_comment(self.page, 2, author_name="b", parent=a, thread=None)
        make_comment(self.page, 3, author_name="c", parent=b, thread=a)
        self.assertEqual(self.tree(), [("a", [("b", [("c", [])])])])

    def test_answer_whose_parent_is_hidden_comes_to_the_top_with_its_own_answers(self):
        for number, status in enumerate((Status.TRASH, Status.SPAM, Status.PENDING)):
            parent = make_comment(self.page, 10 * number, status=status)
            orphan = make_comment(self.page, 10 * number + 1, author_name=f"wees {status}", parent=parent)
            make_comment(self.page, 10 * number + 2, author_name="kind", parent=orphan)
        self.assertEqual(
            self.tree(), [(f"wees {status}", [("kind", [])]) for status in ("trash", "spam", "pending")]
        )
        self.assertEqual(comment_section(self.page).conversations, 3)
        self.assertEqual(self.html().count("Antwoord op een reactie die hier niet meer staat."), 3)

    def test_answer_below_a_hidden_answer_is_not_shown_inside_the_conversation(self):
        a = make_comment(self.page, 1, author_name="a")
        hidden = make_comment(self.page, 2, parent=a, thread=a, status=Status.PENDING)
        make_comment(self.page, 3, author_name="c", parent=hidden, thread=a)
        self.assertEqual(self.tree(), [("a", []), ("c", [])])

    def test_reactions_elsewhere_stay_there(self):
        make_comment(make_page("Ander artikel"), 1)
        make_comment(None, 2)
        self.assertEqual(comment_section(self.page).count, 0)

    def test_pinned_conversation_stands_first_in_each_order(self):
        for number in range(4):
            make_comment(self.page, number, author_name=str(number), is_pinned=number == 2)
        self.assertEqual(self.names(), ["2", "0", "1", "3"])
        self.assertEqual(self.names(order=Order.NEWEST), ["2", "3", "1", "0"])

    def test_answers_stand_oldest_first_in_each_order(self):
        a, b = (make_comment(self.page, number, author_name=str(number)) for number in (1, 2))
        for number, parent in ((3, a), (4, b), (5, a)):
            make_comment(self.page, number, author_name=str(number), parent=parent)
        self.assertEqual(self.tree(order=Order.NEWEST), [("2", [("4", [])]), ("1", [("3", []), ("5", [])])])

    def test_same_moment_keeps_the_order_of_arrival(self):
        for name in "abc":
            make_comment(self.page, author_name=name, created_at=FIRST)
        self.assertEqual(self.names(), ["a", "b", "c"])
        self.assertEqual(self.names(order=Order.NEWEST), ["c", "b", "a"])

    def test_order_of_the_coach_is_the_usual_one(self):
        for number in range(2):
            make_comment(self.page, number, author_name=str(number))
        CommentSettings(pk=1, order=Order.NEWEST).save()
        section = comment_section(self.page)
        self.assertEqual([comment.author_name for comment in section.threads], ["1", "0"])
        self.assertEqual(section.url, f"/reacties/{self.page.pk}/")
        self.assertTrue(comment_section(self.page, order=Order.OLDEST).url.endswith("?volgorde=oudste"))

    def test_each_conversation_stands_on_one_part_with_the_totals_on_each(self):
        tops = [make_comment(self.page, number, author_name=str(number)) for number in range(PER_PAGE + 2)]
        make_comment(self.page, 900, author_name="laat antwoord", parent=tops[0])
        make_comment(self.page, 901, author_name="antwoord", parent=tops[-1])
        parts = [comment_section(self.page, number=number) for number in (1, 2, 3)]
        self.assertEqual([len(part.threads) for part in parts], [PER_PAGE, 2, 0])
        self.assertEqual(self.tree(parts[0].threads)[0], ("0", [("laat antwoord", [])]))
        self.assertEqual(self.tree(parts[1].threads), [("50", []), ("51", [("antwoord", [])])])
        self.assertEqual([part.count for part in parts[:2]], [PER_PAGE + 4] * 2)
        self.assertEqual([part.part.paginator.num_pages for part in parts[:2]], [2, 2])
        self.assertEqual(parts[0].next_url, f"/reacties/{self.page.pk}/?pagina=2")
        self.assertEqual(parts[1].next_url, "")

    def test_rest_is_offered_where_there_is_more_than_one_part(self):
        for number in range(PER_PAGE):
            make_comment(self.page, number)
        self.assertNotIn("Volgende vijftig", self.html())
        make_comment(self.page, 99)
        html = self.html()
        self.assertIn("Volgende vijftig", html)
        self.assertIn("Bekijk alle 51 reacties", html)


class Places(Section):
    """On which part a reaction stands, for its permalink."""

    def part(self, comment, order=Order.OLDEST):
        return part_with(self.page.pk, comment.pk, order)

    def test_part_is_the_one_that_shows_it_with_its_answers(self):
        tops = [make_comment(self.page, number) for number in range(PER_PAGE + 1)]
        early = make_comment(self.page, 900, parent=make_comment(self.page, 899, parent=tops[0]))
        late = make_comment(self.page, 901, parent=tops[-1])
        self.assertEqual([self.part(comment) for comment in (tops[0], early, tops[49])], [1, 1, 1])
        self.assertEqual([self.part(comment) for comment in (tops[50], late)], [2, 2])
        self.assertEqual([self.part(comment, Order.NEWEST) for comment in (tops[0], early, late)], [2, 2, 1])

    def test_pinned_conversation_stands_on_the_first(self):
        tops = [make_comment(self.page, number) for number in range(PER_PAGE)]
        pinned = make_comment(self.page, 99, is_pinned=True)
        self.assertEqual((self.part(pinned), self.part(tops[48]), self.part(tops[49])), (1, 1, 2))

    def test_orphan_has_a_place_of_its_own(self):
        orphan = make_comment(self.page, 2, parent=make_comment(self.page, 1, status=Status.TRASH))
        self.assertEqual(self.part(make_comment(self.page, 3, parent=orphan)), 1)

    def test_what_is_not_shown_has_no_place(self):
        waiting = make_comment(self.page, 1, status=Status.PENDING)
        elsewhere = make_comment(make_page("Ander artikel"), 2)
        self.assertEqual([self.part(comment) for comment in (waiting, elsewhere)], [None, None])
        self.assertEqual([part_with(self.page.pk, pk, Order.OLDEST) for pk in (0, 10**30)], [None, None])

    def test_place_takes_one_query_however_deep_the_answer(self):
        comment = make_comment(self.page, 0)
        for number in range(1, 12):
            comment = make_comment(self.page, number, parent=comment)
        with self.assertNumQueries(1):
            self.assertEqual(self.part(comment), 1)


class Cost(Section):
    def queries(self):
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as counted:
            self.html()
        return [query["sql"] for query in counted.captured_queries if "content_type" not in query["sql"]]

    def test_section_takes_one_query_and_the_settings_however_many_comments(self):
        CommentSettings.load()
        parent = make_comment(self.page, 1)
        self.assertEqual(len(self.queries()), 2)
        for number in range(2, 6):
            make_comment(self.page, number, parent=parent, staff_label="Coach")
        self.assertEqual(len(self.queries()), 2)
        for number in range(6, 61):
            make_comment(self.page, number)
        self.assertEqual(len(self.queries()), 2)

    def test_one_part_of_ten_thousand_holds_only_its_own_conversations(self):
        def several(count, parents):
            return Comment.objects.bulk_create(
                Comment(
                    page=self.page,
                    page_title="Druk",
                    author_name=f"{len(parents)}-{number}",
                    text="Ja.",
                    status=Status.APPROVED,
                    created_at=FIRST + timedelta(minutes=number),
                    parent=parents[number % len(parents)] if parents else None,
                )
                for number in range(count)
            )

        tops = several(4000, [])
        answers = several(4000, tops)
        several(2000, answers)
        section = comment_section(self.page, number=2)
        self.assertEqual((section.count, section.conversations), (10_000, 4000))
        self.assertEqual([comment.pk for comment in section.threads], [top.pk for top in tops[50:100]])
        self.assertTrue(all(top.children[0].children for top in section.threads))
        with self.assertNumQueries(1):
            self.assertEqual(part_with(self.page.pk, answers[3999].pk, Order.OLDEST), 80)
