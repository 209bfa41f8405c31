import json
from datetime import timedelta

import altcha
import time_machine
from django import forms
from django.core.cache import cache
from django.template import Context, Template
from django.test import SimpleTestCase, override_settings
from django.utils import timezone

from guard.domains import COMMONEST
from guard.fields import EmailField
from guard.forms import STALE, TYPO, UNPROVEN, UNSTAMPED, GuardMixin
from guard.stamps import make_stamp


class WishForm(GuardMixin, forms.Form):
    form_version = "wish-1"
    submit_label = "Wens"

    name = forms.CharField(label="Naam", help_text="Een bijnaam mag ook.")
    note = forms.CharField(label="Bericht", required=False, widget=forms.Textarea)
    news = forms.BooleanField(label="Stuur mij nieuws", required=False)


def filled(**values) -> WishForm:
    data = {"name": "Hanne", "stamp": make_stamp("wish-1", 7)} | values
    return WishForm(data, guard_object=7, action="/wens/")


class LetterForm(WishForm):
    asks_about_typos = "email"
    takes_proof = True

    email = EmailField(label="E-mailadres")


def letter(**values) -> LetterForm:
    data = {"name": "Hanne", "email": "hanne@voorbeeld.example", "stamp": make_stamp("wish-1", 7)} | values
    return LetterForm(data, guard_object=7, action="/brief/")


def sent_back(form: forms.Form) -> dict[str, str]:
    """Return what a browser sends when the form that came back is sent again."""
    return {field.html_name: field.value() or "" for field in form}


def solved(form: forms.Form) -> dict[str, str]:
    """Return the same with the challenge in the form solved."""
    challenge = altcha.Challenge.from_dict(json.loads(form.fields["bewijs"].widget.attrs["data-proof"]))
    solution = altcha.solve_challenge(challenge)
    return sent_back(form) | {"bewijs": altcha.Payload(challenge, solution).to_base64()}


def rendered(form: forms.Form) -> str:
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(
        Context({"form": form, "csrf_token": "TOKEN"})
    )


class Guarding(SimpleTestCase):
    def test_stamped_form_is_valid(self):
        form = filled()
        self.assertTrue(form.is_valid(), form.errors)
        self.assertFalse(form.is_trapped)

    def test_filled_trap_is_seen_but_no_error(self):
        form = filled(onderwerp="casino")
        self.assertTrue(form.is_valid())
        self.assertTrue(form.is_trapped)

    def test_bad_stamp_is_replaced_by_a_fresh_one_and_the_text_kept(self):
        with time_machine.travel(timezone.now() - timedelta(days=40)):
            old = make_stamp("wish-1", 7)
        for stamp, message in (
            ("", UNSTAMPED),
            ("forged", UNSTAMPED),
            ("\0", UNSTAMPED),
            (make_stamp("wish-1", 8), UNSTAMPED),
            (old, STALE),
        ):
            form = filled(stamp=stamp, note="lange tekst")
            self.assertFalse(form.is_valid())
            self.assertEqual(form.errors, {"__all__": [message]})
            html = rendered(form)
            self.assertInHTML(f"<li>{message}</li>", html)
            self.assertIn("lange tekst", html)
            self.assertIn(f'value="{make_stamp("wish-1", 7)}"', html)


class Rendering(SimpleTestCase):
    def test_form_carries_no_token_unless_asked_to(self):
        form = WishForm(guard_object=7, action="/wens/")
        self.assertNotIn("TOKEN", rendered(form))
        form.use_token()
        self.assertIn("TOKEN", rendered(form))

    def test_form_that_came_with_a_token_comes_back_with_one(self):
        form = filled(name="", csrfmiddlewaretoken="TOKEN")
        self.assertFalse(form.is_valid())
        self.assertIn("TOKEN", rendered(form))
        self.assertNotIn("TOKEN", rendered(filled(name="")))

    def test_form_has_address_button_and_hidden_trap(self):
        html = rendered(WishForm(guard_object=7, action="/wens/"))
        self.assertIn('<form  action="/wens/" class="form" method="post" novalidate>', html)
        self.assertInHTML('<button class="button" type="submit">Wens</button>', html)
        self.assertIn('<div class="guard-trap" aria-hidden="true">', html)
        self.assertInHTML(
            '<input type="text" name="onderwerp" autocomplete="off" tabindex="-1" class="field__input"'
            ' id="id_onderwerp">',
            html,
        )

    def test_optional_fields_say_so(self):
        html = rendered(WishForm(guard_object=7))
        self.assertInHTML('<label class="field__label" for="id_name">Naam</label>', html)
        self.assertInHTML(
            '<label class="field__label" for="id_note">Bericht'
            ' <span class="field__optional">niet verplicht</span></label>',
            html,
        )

    def test_error_stands_at_the_field_and_in_the_summary(self):
        html = rendered(filled(name=""))
        self.assertIn('role="alert" tabindex="-1"', html)
        self.assertInHTML('<li><a href="#id_name">Naam: Dit is een verplicht veld.</a></li>', html)
        self.assertInHTML('<p class="field__error" id="id_name_error">Dit is een verplicht veld.</p>', html)
        self.assertIn('aria-invalid="true"', html)
        self.assertIn('aria-describedby="id_name_helptext id_name_error"', html)
        self.assertLess(html.index("id_name_helptext"), html.index('id="id_name_error"'))
        self.assertLess(html.index('id="id_name_error"'), html.index('<input type="text" name="name"'))

    def test_what_was_typed_is_escaped(self):
        html = rendered(filled(name='"><script>alert(1)</script>', note="</textarea><script>", stamp=""))
        self.assertNotIn("<script>", html)


class Typos(SimpleTestCase):
    question = TYPO.format(meant="hanne@gmail.com")

    def test_likely_typo_is_asked_about_once(self):
        form = letter(email="hanne@gmial.com", note="lange tekst")
        self.assertFalse(form.is_valid())
        self.assertEqual(form.errors, {"email": [self.question]})
        again = letter(**sent_back(form))
        self.assertTrue(again.is_valid(), again.errors)
        self.assertEqual(again.cleaned_data["email"], "hanne@gmial.com")
        self.assertEqual(again.cleaned_data["note"], "lange tekst")

    def test_another_typo_is_another_question(self):
        form = letter(email="hanne@gmial.com", adres_gezien="hanne@gmaill.com")
        self.assertFalse(form.is_valid())
        self.assertEqual(form.errors, {"email": [self.question]})

    def test_case_of_the_address_does_not_matter(self):
        self.assertTrue(letter(email="Hanne@GMIAL.com", adres_gezien=" hanne@gmial.com ").is_valid())

    def test_question_comes_along_with_other_errors(self):
        form = letter(email="hanne@gmial.com", name="", stamp="")
        self.assertFalse(form.is_valid())
        self.assertEqual(set(form.errors), {"name", "email", "__all__"})
        again = letter(**sent_back(form) | {"name": "Hanne"})
        self.assertTrue(again.is_valid(), again.errors)

    def test_ordinary_wrong_and_corrected_addresses_are_not_asked_about(self):
        self.assertTrue(letter().is_valid())
        self.assertTrue(letter(email="hanne@gmail.com", adres_gezien="hanne@gmial.com").is_valid())
        self.assertEqual(len(letter(email="hanne@").errors["email"]), 1)

    def test_form_that_does_not_ask_takes_the_address_as_it_is(self):
        class SilentForm(LetterForm):
            asks_about_typos = ""

        form = SilentForm(sent_back(letter(email="hanne@gmial.com")), guard_object=7)
        self.assertTrue(form.is_valid(), form.errors)

    def test_field_brings_the_domains_for_the_script(self):
        field = LetterForm(guard_object=7).fields["email"]
        self.assertEqual(field.widget.attrs["data-email-hint"].split(), list(COMMONEST))
        self.assertIn("ymail.com", field.widget.attrs["data-email-known"].split())
        html = rendered(LetterForm(guard_object=7))
        self.assertInHTML('<input type="hidden" name="adres_gezien" id="id_adres_gezien">', html)
        self.assertNotIn("data-email-hint", rendered(WishForm(guard_object=7)))


@override_settings(GUARD_PROOF_TRIES=2)
class Proof(SimpleTestCase):
    waiting = (
        "Er komen nu erg veel berichten binnen. Wacht even en verstuur dan nog een keer;"
        " wat je schreef blijft staan."
    )

    def setUp(self):
        cache.clear()

    def asked(self) -> LetterForm:
        form = letter()
        self.assertTrue(form.is_valid())
        form.ask_proof()
        return form

    def test_form_carries_no_challenge_and_no_script_of_itself(self):
        for form in (letter(), LetterForm(guard_object=7)):
            html = rendered(form)
            self.assertNotIn("bewijs", html)
            # What helps while writing comes along, nothing else.
            self.assertEqual(html.count("<script"), html.count('src="/static/js/writing.js"'))

    def test_asked_form_has_a_challenge_its_script_and_words_for_who_has_none(self):
        html = rendered(self.asked())
        self.assertInHTML('<script type="module" src="/static/js/proof-of-work.js"></script>', html)
        self.assertInHTML(f'<p class="field__help" role="status" data-proof-status>{self.waiting}</p>', html)
        self.assertIn('data-proof="{&quot;parameters&quot;', html)

    def test_solution_is_a_proof_once(self):
        sent = solved(self.asked())
        first, second = letter(**sent), letter(**sent)
        self.assertTrue(first.is_valid() and second.is_valid())
        self.assertTrue(first.has_proof)
        self.assertTrue(first.has_proof)
        self.assertFalse(second.has_proof)

    def test_nothing_and_nonsense_are_no_proof(self):
        for values in ({}, {"bewijs": ""}, {"bewijs": "x"}, {"bewijs": "a\0b"}):
            form = letter(**values)
            form.is_valid()
            self.assertFalse(form.has_proof)

    def test_solution_is_kept_while_something_else_is_mended(self):
        sent = solved(self.asked())
        form = letter(**sent | {"name": ""})
        self.assertFalse(form.is_valid())
        again = letter(**sent_back(form) | {"name": "Hanne"})
        self.assertTrue(again.is_valid())
        self.assertTrue(again.has_proof)

    def test_refused_solution_gives_way_to_a_fresh_challenge(self):
        sent = solved(self.asked())
        form = letter(**sent)
        form.is_valid()
        form.ask_proof()
        self.assertNotIn(sent["bewijs"], rendered(form))
        again = letter(**solved(form))
        again.is_valid()
        self.assertTrue(again.has_proof)

    @override_settings(GUARD_PROOF_OF_WORK="off")
    def test_nothing_is_asked_nor_taken_when_switched_off(self):
        form = letter()
        form.is_valid()
        form.ask_proof()
        self.assertNotIn("bewijs", rendered(form))
        self.assertFalse(letter(bewijs="x").has_proof)

    @override_settings(GUARD_PROOF_OF_WORK="always")
    def test_always_asks_everyone_who_made_no_other_mistake(self):
        form = letter(name="")
        self.assertEqual(set(form.errors), {"name"})
        form = letter()
        self.assertEqual(form.errors, {"__all__": [UNPROVEN]})
        self.assertIn("data-proof=", rendered(form))
        again = letter(**solved(form))
        self.assertTrue(again.is_valid(), again.errors)
        self.assertTrue(again.has_proof)

    @override_settings(GUARD_PROOF_OF_WORK="always")
    def test_form_that_can_not_show_a_challenge_never_asks_for_one(self):
        self.assertTrue(filled().is_valid())
