from datetime import timedelta

import time_machine
from django import forms
from django.template import Context, Template
from django.test import SimpleTestCase
from django.utils import timezone

from guard.forms import STALE, UNSTAMPED, GuardMixin
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
