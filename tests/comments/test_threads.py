from datetime import timedelta
from unittest import TestCase

from comments.models import Comment
from comments.threads import threads_of
from tests.comments.factories import FIRST


def comment(pk, parent=None, minutes=None):
    minutes = pk if minutes is None else minutes
    return Comment(
        pk=pk, parent_id=parent, author_name=f"n{pk}", created_at=FIRST + timedelta(minutes=minutes)
    )


def tree(comments):
    return [(comment.pk, tree(comment.children)) for comment in comments]


class ThreadsOf(TestCase):
    def test_answers_hang_under_what_they_answer(self):
        top = threads_of([comment(1), comment(2), comment(3, 2), comment(4, 1), comment(5, 4)])
        self.assertEqual(tree(top), [(1, [(4, [(5, [])])]), (2, [(3, [])])])

    def test_top_keeps_its_order_and_answers_stand_oldest_first(self):
        top = threads_of([comment(9), comment(1), comment(4, 1, 30), comment(5, 1, 20), comment(3, 1, 30)])
        self.assertEqual(tree(top), [(9, []), (1, [(5, []), (3, []), (4, [])])])

    def test_fourth_level_stands_on_the_third_and_names_whom_it_answers(self):
        top = threads_of([comment(1), *(comment(number, number - 1) for number in range(2, 6))])
        self.assertEqual(tree(top), [(1, [(2, [(3, []), (4, []), (5, [])])])])
        deepest = top[0].children[0].children
        self.assertEqual([answer.answers for answer in deepest], ["", "n3", "n4"])

    def test_answer_to_what_is_not_here_comes_to_the_top_and_is_marked(self):
        top = threads_of([comment(1), comment(3, 2), comment(4, 3)])
        self.assertEqual(tree(top), [(1, []), (3, [(4, [])])])
        self.assertEqual([one.is_orphan for one in top], [False, True])
        self.assertFalse(top[1].children[0].is_orphan)

    def test_answer_that_comes_before_its_parent_is_not_lost(self):
        top = threads_of([comment(2, 1, 0), comment(1, None, 5)])
        self.assertEqual(tree(top), [(1, [(2, [])])])

    def test_comments_can_be_hung_anew(self):
        comments = [comment(1), comment(2, 1)]
        threads_of(comments)
        self.assertEqual(tree(threads_of(comments)), [(1, [(2, [])])])

    def test_nothing_gives_nothing(self):
        self.assertEqual(threads_of([]), [])

    def test_very_long_thread_is_no_trouble(self):
        top = threads_of([comment(number, number - 1 or None) for number in range(1, 3001)])
        self.assertEqual(len(top), 1)
        self.assertEqual(len(top[0].children[0].children), 2998)
