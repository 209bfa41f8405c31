from django.test import SimpleTestCase

from comments.difference import Piece, difference
from comments.models import MAX_TEXT
from tests.quickest import quickest


class Difference(SimpleTestCase):
    def both(self, pieces):
        """Return the two texts that the pieces are of."""
        return tuple(
            "".join(piece.text for piece in pieces if piece.kind != other) for other in ("new", "gone")
        )

    def test_what_was_cut_off_is_one_piece(self):
        self.assertEqual(
            difference("Hij zei niets. Ik belde nog.", "Hij zei niets."),
            [Piece("same", "Hij zei niets."), Piece("gone", " Ik belde nog.")],
        )

    def test_word_in_the_middle_stands_beside_what_came_for_it(self):
        self.assertEqual(
            difference("Ik belde Jan nog eens.", "Ik belde [naam] nog eens."),
            [
                Piece("same", "Ik belde"),
                Piece("gone", " Jan"),
                Piece("new", " [naam]"),
                Piece("same", " nog eens."),
            ],
        )

    def test_pieces_hold_all_of_both_texts(self):
        for before, after in (
            ("", "Nieuw."),
            ("Weg.", ""),
            ("a b a b a", "a b a"),
            ("  Begin\n\nen eind ", "Begin\nen het eind"),
            ("woord " * 900, "ander " * 900),
        ):
            with self.subTest(before=before[:20]):
                self.assertEqual(self.both(difference(before, after)), (before, after))

    def test_longest_text_of_one_sentence_over_and_over_is_compared_in_a_moment(self):
        sentence = "ik mis je en ik weet het niet meer. "
        before = (sentence * 200)[:MAX_TEXT]
        after = before.replace("mis je", "mis [naam]", 60)[7:-7]
        self.assertLess(quickest(lambda: difference(before, after)), 2)
        self.assertEqual(self.both(difference(before, after)), (before, after))
