"""A verdict on any text: never an error, explained in Dutch, quick, one query."""

from django.test import TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from comments.models import MAX_TEXT, SpamFeature
from comments.spam import weighing
from comments.spam.document import Document
from comments.spam.filter import judge
from comments.spam.learning import learn, learn_many
from tests.quickest import quickest

SPELL = Document(
    "My husband came back in 24 hours after Dr Adaku cast a love spell. Email dradaku@temple.example"
    " or WhatsApp +234 800 000 0099",
    "Joyce Miller",
)
CASINO = Document(
    "Speel nu bij het beste online casino met 300% welkomstbonus en gratis spins: https://spin-bonus.example",
    "casino bonus",
    url="https://spin-bonus.example",
)
# What readers write about, in words that advertisements use too.
HONEST = [
    Document("Herkenbaar.", "Ans"),
    Document("Dank je wel!", "Joke"),
    Document(
        "Mijn man zat elke avond in het casino en ik dacht dat hij overwerkte. Al ons geld is weg.", "Lia"
    ),
    Document("Hij keek porno en ik wist niet wat ik moest zeggen. Hoe praat je daarover?", "Anoniem"),
    Document("Ik slik viagra en schaam me ervoor. Mijn vrouw weet het niet.", "Gert"),
    Document("Op https://www.thuisarts.nl staat ook veel over slapen, daar had ik wat aan.", "Toos"),
    Document("I only read Dutch slowly, but this made me cry on the bus. Thank you for writing it.", "Emma"),
    Document("WAAROM ZEGT HIJ NIETS!!! Ik word er GEK van.", "Sonja"),
]


class FilterTests(TestCase):
    def test_first_day_is_not_defenceless(self):
        for document in (SPELL, CASINO):
            with self.subTest(document.author):
                self.assertTrue(judge(document).is_spam)

    def test_honest_reactions_on_hard_subjects_pass(self):
        for document in HONEST:
            with self.subTest(document.text):
                self.assertFalse(judge(document).is_spam)

    def test_empty_reaction_is_not_spam(self):
        self.assertFalse(judge(Document("")).is_spam)

    def test_hidden_words_are_read(self):
        for text in (
            "Beste c.a.s.i.n.o met gratis b.o.n.u.s, speel op www.geluk.example",
            "Beste ca\u200bsi\u200bno met gratis bo\u200bnus, speel op www.geluk.example",
            "Beste саsinо met gratis bоnus, speel op www.geluk.example",  # noqa: RUF001
            "Beste 𝗰𝗮𝘀𝗶𝗻𝗼 met gratis 𝗯𝗼𝗻𝘂𝘀, speel op www.geluk.example",
            "Beste c4s1n0 met gr4tis b0nus, speel op www.geluk.example",
        ):
            with self.subTest(text):
                verdict = judge(Document(text, "Geluk"))
                self.assertTrue(verdict.is_spam)
                self.assertIn("casino", " ".join(verdict.reasons))

    def test_reasons_are_what_the_coach_can_see(self):
        reasons = "; ".join(judge(SPELL).reasons)
        self.assertIn("liefdesspreuken en waarzeggers", reasons)
        reasons = "; ".join(judge(CASINO).reasons)
        self.assertIn("gokken", reasons)
        self.assertIn("1 link en een website bij de naam", reasons)

    def test_score_and_verdict_agree(self):
        for document in (SPELL, CASINO, *HONEST):
            verdict = judge(document)
            self.assertEqual(verdict.is_spam, verdict.score >= weighing.MARK)
            self.assertTrue(0 <= verdict.score <= 1)

    def test_one_query_however_long_the_text_and_however_much_was_learned(self):
        with self.assertNumQueries(1):
            judge(Document("Dank je wel!"))
        learn_many([(SPELL, "spam"), (CASINO, "spam"), *((document, "ham") for document in HONEST)])
        with self.assertNumQueries(1):
            judge(Document(" ".join(f"woord{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in range(700))))

    def test_long_honest_text_does_not_hide_an_advertisement(self):
        story = " ".join(document.text for document in HONEST[2:5])
        self.assertTrue(judge(Document(f"{story} {CASINO.text}", CASINO.author, url=CASINO.url)).is_spam)


class LearnedTests(TestCase):
    def test_what_the_coach_marks_is_known_next_time(self):
        offer = "Onze vijverfolie is van topklasse, waterdicht en op maat gesneden"
        self.assertFalse(judge(Document(f"{offer}, ook in groen.", "Vijverman")).is_spam)
        for _ in range(3):
            learn(Document(f"{offer}.", "Vijverman"), "spam")
        self.assertTrue(judge(Document(f"{offer}, ook in groen.", "Vijverman")).is_spam)

    def test_two_hundred_real_reactions_do_not_open_the_door(self):
        learn_many([(document, "ham") for document in HONEST] * 25)
        self.assertTrue(judge(SPELL).is_spam)
        self.assertTrue(judge(CASINO).is_spam)

    def test_two_hundred_advertisements_do_not_close_it(self):
        learn_many([(SPELL, "spam"), (CASINO, "spam")] * 100)
        for document in HONEST:
            with self.subTest(document.text):
                self.assertFalse(judge(document).is_spam)

    def test_flood_of_one_kind_does_not_drown_another(self):
        learn_many([(SPELL, "spam")] * 3000)
        self.assertTrue(judge(CASINO).is_spam)


# Letters, marks and signs of everywhere; and what the patterns look for, in any order.
ANYTHING = st.text(max_size=400) | st.lists(
    st.sampled_from(
        [
            "http://",
            "www.",
            ".nl",
            "a.b.c",
            "@",
            "+31",
            "06",
            " ",
            "[url=",
            "<a ",
            "\u200b",
            "с",
            "c",
            "1",
            "$",
            "€",
        ]
    ),
    max_size=80,
).map("".join)


class AnythingTests(HypothesisTestCase):
    @settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(text=ANYTHING, author=ANYTHING, email=ANYTHING, url=ANYTHING)
    def test_any_text_gets_a_verdict(self, text: str, author: str, email: str, url: str):
        verdict = judge(Document(text, author, email, url))
        self.assertTrue(0 <= verdict.score <= 1)
        self.assertLessEqual(len(verdict.reasons), 5)

    def test_lone_surrogates_get_a_verdict(self):
        lone = "\ud800 casino \udfff"
        document = Document(lone, lone, lone, lone)
        self.assertTrue(0 <= judge(document).score <= 1)
        learn(document, "spam")
        self.assertEqual(SpamFeature.objects.get(feature=SpamFeature.TOTALS).spam, 1)


class TimeTests(TestCase):
    def test_no_text_takes_long(self):
        """Patterns that look back would need seconds for these; each gets half a second."""
        judge(Document("warm"))
        units = [
            "a",
            "a.",
            "a-",
            "a ",
            "1",
            "0 ",
            "+1 ",
            "@",
            "a@",
            "[url=",
            "{a",
            "www.",
            "$",
            "1a",
            "с",
            "!",
        ]
        units += ["a.b/", "a\u200b", "telegram ", "0)"]
        judge(Document("De eerste keer telt het filter zijn voorbeelden."))
        for unit in units:
            text = (unit * MAX_TEXT)[:MAX_TEXT]
            with self.subTest(unit):
                self.assertLess(quickest(lambda text=text: judge(Document(text, text, text, text))), 2)
