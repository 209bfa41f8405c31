import pytest
from django.core.exceptions import ValidationError

from comments.forms import AnswerForm, CommentForm, NameField, WebsiteField
from comments.writer_forms import ChangeForm

UNSEEN = ["", " \n", "\u200b", "\u202e\u2066", "\ufeff \u00ad", "\u200d", "\u0301", "\u3164", "\u2800"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hanne   de\u00a0Vries ", "Hanne de Vries"),
        ("Hanne\r\nde\tVries", "Hanne de Vries"),
        ("Han\u200bne\u202e", "Hanne"),
        ("\ufeffHanne\x07 \u2066", "Hanne"),
        ("نی\u200cما", "نی\u200cما"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("Café Zoë", "Café Zoë"),
    ],
)
def test_name_is_one_line_of_what_is_seen(typed, kept):
    assert NameField().clean(typed) == kept


@pytest.mark.parametrize("typed", UNSEEN)
def test_name_that_nobody_sees_is_none(typed):
    with pytest.raises(ValidationError) as refusal:
        CommentForm.base_fields["name"].clean(typed)
    assert refusal.value.messages == ["Vul een naam in. Een bijnaam mag ook."]


@pytest.mark.parametrize("form", [CommentForm, ChangeForm])
def test_name_is_read_alike_wherever_it_is_typed(form):
    assert isinstance(form.base_fields["name"], NameField)


@pytest.mark.parametrize("form", [CommentForm, ChangeForm, AnswerForm])
@pytest.mark.parametrize("typed", UNSEEN)
def test_text_that_nobody_sees_is_none(form, typed):
    with pytest.raises(ValidationError) as refusal:
        form.base_fields["text"].clean(typed)
    assert refusal.value.messages[0].startswith("Schrijf eerst je ")


@pytest.mark.parametrize("typed", ["❤️", "?", "👩\u200d🌾", "…"])
def test_text_of_a_single_sign_is_a_text(typed):
    assert AnswerForm.base_fields["text"].clean(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "https://bank.example@thief.example",
        "https://bank.example:geheim@thief.example/pad",
        "bank.example@thief.example",
        "https://@thief.example",
        "https://bank.example\\@thief.example",
    ],
)
def test_website_with_a_user_name_in_front_is_none(typed):
    with pytest.raises(ValidationError) as refusal:
        CommentForm.base_fields["website"].clean(typed)
    assert refusal.value.messages == [
        "Dit adres van een website klopt niet. Het ziet eruit als www.voorbeeld.nl."
    ]


def test_website_may_have_an_at_sign_in_its_path():
    assert WebsiteField().clean("voorbeeld.example/@hanne") == "https://voorbeeld.example/@hanne"
