from datetime import timedelta

from django.db import connection
from django.template.loader import render_to_string
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, Status
from comments.sections import comment_section, threads_of
from tests.comments.factories import FIRST, make_comment, make_page, open_for_comments

EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ section }}{% now 'Y' %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "</p></div><iframe srcdoc='<script>alert(1)</script>'>",
)


class Section(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()

    def setUp(self):
        self.enterContext(open_for_comments())

    def html(self):
        return render_to_string("comments/section.html", {"section": comment_section(self.page)})


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
        for forbidden in ("<script", "<img", "<svg", "<iframe", " onerror=alert(1)>", 'href="javascript'):
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
            f'<a class="comment__time" href="#reactie-{comment.pk}">'
            '<time datetime="2026-03-14T21:31+0100">14 maart 2026, 21:31</time></a>',
            html,
        )
        self.assertIn(f'href="/reacties/{self.page.pk}/plaatsen/?antwoord={comment.pk}"', html)

    def test_coach_carries_a_badge(self):
        make_comment(self.page, staff_label="Coach")
        self.assertInHTML('<span class="comment__badge">Coach</span>', self.html())

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

    def test_closed_page_without_comments_shows_nothing(self):
        with open_for_comments(False):
            self.assertEqual(self.html().strip(), "")

    def test_section_holds_no_inline_script_or_style(self):
        make_comment(self.page)
        html = self.html()
        for forbidden in ("<script", "<style", " style=", " onclick="):
            self.assertNotIn(forbidden, html)


class Threads(Section):
    def tree(self, comments=None):
        comments = comment_section(self.page).threads if comments is None else comments
        return [(comment.author_name, self.tree(comment.children)) for comment in comments]

    def test_answers_hang_under_what_they_answer_oldest_first(self):
        a = make_comment(self.page, 1, author_name="a")
        b = make_comment(self.page, 2, author_name="b")
        make_comment(self.page, 3, author_name="b1", parent=b)
        a1 = make_comment(self.page, 4, author_name="a1", parent=a)
        make_comment(self.page, 6, author_name="a3", parent=a)
        make_comment(self.page, 5, author_name="a2", parent=a)
        make_comment(self.page, 7, author_name="a11", parent=a1)
        self.assertEqual(
            self.tree(), [("a", [("a1", [("a11", [])]), ("a2", []), ("a3", [])]), ("b", [("b1", [])])]
        )

    def test_fourth_level_stands_on_the_third_and_names_whom_it_answers(self):
        parent = None
        for number in range(1, 6):
            parent = make_comment(self.page, number, author_name=f"n{number}", parent=parent)
        self.assertEqual(self.tree(), [("n1", [("n2", [("n3", []), ("n4", []), ("n5", [])])])])
        self.assertInHTML('<span class="comment__answers">aan n3</span>', self.html())

    def test_answer_whose_parent_is_hidden_comes_to_the_top_and_says_so(self):
        parent = make_comment(self.page, 1, status=Status.TRASH)
        make_comment(self.page, 2, author_name="wees", parent=parent)
        self.assertEqual(self.tree(), [("wees", [])])
        self.assertIn("Antwoord op een reactie die hier niet meer staat.", self.html())

    def test_answer_dated_before_its_parent_is_not_lost(self):
        parent = make_comment(self.page, 5, author_name="ouder")
        make_comment(self.page, 1, author_name="kind", parent=parent, created_at=FIRST - timedelta(days=1))
        self.assertEqual(self.tree(), [("ouder", [("kind", [])])])

    def test_very_long_thread_is_no_trouble(self):
        chain = [Comment(pk=number, parent_id=number - 1 or None) for number in range(1, 3001)]
        top = threads_of(chain)
        self.assertEqual(len(top), 1)
        self.assertEqual(len(top[0].children[0].children), 2998)


class Cost(Section):
    def queries(self):
        with CaptureQueriesContext(connection) as counted:
            self.html()
        return len(counted)

    def test_section_takes_one_query_however_many_comments(self):
        parent = make_comment(self.page, 1)
        self.assertEqual(self.queries(), 1)
        for number in range(2, 6):
            make_comment(self.page, number, parent=parent, staff_label="Coach")
        self.assertEqual(self.queries(), 1)
